import type { ChannelRules } from '../desk/channel-rules.ts';
import type { DeskMemory } from '../desk/desk-memory.ts';
import type { Orders } from '../desk/orders/orders.ts';
import type { Press } from '../desk/press.ts';
import type { Reception } from '../desk/reception.ts';
import type { StaffDesk } from '../desk/staff-desk.ts';
import type { Library } from '../knowledge/library.ts';
import type { Log } from '../log.ts';
import type { RenderOptions } from './reply-parts.ts';

/** The desk as every platform's listeners work with it. */
export interface PlatformDesk {
  readonly reception: Reception;
  readonly press: Press;
  readonly orders: Orders;
  readonly rules: ChannelRules;
  readonly staffDesk: StaffDesk;
  readonly memory: DeskMemory;
  library(): Library;
  readonly linkOf: RenderOptions['linkOf'];
  readonly log: Log;
}
