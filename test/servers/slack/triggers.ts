import type { Clock } from './clock.ts';
import { hex } from './ids.ts';

export interface Trigger {
  readonly userId: string;
  readonly teamId: string;
  /** The modal the person acted in, if it was one: what `views.push` pushes onto. */
  readonly viewId: string | undefined;
  readonly bornMs: number;
  used: boolean;
}

export type Triggers = ReturnType<typeof createTriggers>;

/** Trigger ids: good for three seconds, and for one view. */
export function createTriggers(clock: Clock, lifeMs: number) {
  const triggers = new Map<string, Trigger>();
  return {
    issue: (userId: string, teamId: string, viewId?: string): string => {
      const id = `${clock.nowMs()}.${triggers.size + 1}.${hex(16)}`;
      triggers.set(id, { userId, teamId, viewId, bornMs: clock.nowMs(), used: false });
      return id;
    },
    /** The trigger, spent; or the name of Slack's refusal. */
    redeem: (id: string): Trigger | string => {
      const trigger = triggers.get(id);
      if (!trigger) return 'invalid_trigger_id';
      if (trigger.used) return 'exchanged_trigger_id';
      if (clock.nowMs() - trigger.bornMs > lifeMs) return 'expired_trigger_id';
      trigger.used = true;
      return trigger;
    },
  };
}
