import type { OneAtATime } from '../../calls/one-at-a-time.ts';
import type { HostAnswer, HostFailure, Reachability } from '../../host-answer.ts';
import type { WhmLimits } from './whm-config.ts';
import type { WhmCall } from './whm-requests.ts';

/** What the look-ups of one token are made from. */
export interface TokenParts {
  readonly server: string;
  readonly limits: WhmLimits;
  readonly now: () => Date;
  readonly reachability: Reachability;
  /** The `data` of the envelope. Checks the token's privileges before its first use. */
  readonly ask: (call: WhmCall) => Promise<HostAnswer<unknown>>;
  /** One call in flight a server and function, whichever token makes it. */
  readonly inTurn: Turns;
  /** What was seen of the server's ways, whichever token saw it. */
  readonly seen: { byDomain: boolean };
}

export type Turns = Readonly<Record<'privileges' | 'accounts' | 'owners' | 'stats' | 'mail', OneAtATime>>;

export const wrongShape = ({ reachability }: TokenParts, what: string): HostFailure =>
  reachability.failure('wrong-shape', what);

export const noSuchAccount = ({ reachability }: TokenParts): HostFailure =>
  reachability.failure('no-such-account', 'no such account');
