import { describe } from 'node:test';
import { describeAnswering } from './answering.ts';
import { describeButtons } from './buttons.ts';
import { describeManners } from './manners.ts';
import { describeOnce } from './once.ts';
import { describeOrders } from './orders.ts';
import { describePrivateMatters } from './private-matters.ts';
import { describeReachingOut } from './reaching-out.ts';
import { describeStaff } from './staff.ts';
import type { Stage } from './stage.ts';

export type CreateStage = () => Promise<Stage>;

/** What every platform must do, driven through its own real library against its local server. */
export function describeContract(name: string, createStage: CreateStage): void {
  describe(name, { concurrency: 3 }, () => {
    describeAnswering(name, createStage);
    describeOnce(name, createStage);
    describeButtons(name, createStage);
    describeStaff(name, createStage);
    describeManners(name, createStage);
    describeOrders(name, createStage);
    describePrivateMatters(name, createStage);
    describeReachingOut(name, createStage);
  });
}
