import type { ClockHour } from './hour.ts';

export type Limit = number | 'unlimited' | 'unknown';
export type Known = 'yes' | 'no' | 'unknown';

export interface MailLimits {
  /** Deferred and failed within the hour from which the share counts. */
  readonly deferFailCount: Limit;
  /** Share of what was sent, in percent, from which the domain is blocked. 'unlimited': there is no such block. */
  readonly deferFailPercent: Limit;
  readonly sendingPerHour: Limit;
}

/** The numbers in the host's own words at the moment a limit was reached, which then stay as they are. */
export interface Tripped {
  readonly count: number;
  readonly limit: number;
  readonly percent: number | undefined;
}

export interface Block {
  readonly state: Known;
  /**
   * `server`: the host says so. `computed`: from its counts by the documented rule. `disputed`: the host reports no
   * block, but its counts or records speak of one.
   */
  readonly certainty: 'server' | 'computed' | 'disputed' | 'unknown';
  readonly tripped: Tripped | undefined;
  /** First message of this hour that was discarded because of the block, where records show it. */
  readonly since: Date | undefined;
}

/** One domain's hour. `undefined` numbers: the panel cannot tell. */
export interface DomainHealth {
  readonly domain: string;
  /** `account`: nothing shows that this host counts by domain, so the numbers may be those of the whole account. */
  readonly countedPer: 'domain' | 'account';
  readonly deferred: number | undefined;
  readonly failed: number | undefined;
  readonly delivered: number | undefined;
  readonly sent: number | undefined;
  /** Deferred and failed among all that was tried, in percent. */
  readonly sharePercent: number | undefined;
  /** Messages in the queue now. */
  readonly waiting: number | undefined;
  readonly limits: MailLimits;
  readonly block: Block;
  readonly sendingLimitReached: Known;
}

export interface MailHealth {
  readonly hour: ClockHour;
  readonly domains: readonly DomainHealth[];
  readonly outgoing: OutgoingState;
  readonly readAt: Date;
}

export type OutgoingState = 'open' | 'held' | 'suspended' | 'unknown';

/** Percent of the tried recipients that were not reached; `undefined` where nothing was tried. */
export function shareOf(deferFail: number, delivered: number): number | undefined {
  const tried = deferFail + delivered;
  return tried === 0 ? undefined : (deferFail / tried) * 100;
}

interface Counted {
  readonly deferFail: number | undefined;
  readonly delivered: number | undefined;
  readonly limits: MailLimits;
  /** What the host says itself; `undefined` when it does not. */
  readonly flag: { readonly reached: boolean; readonly tripped: Tripped | undefined } | undefined;
}

/**
 * The host's own flag first. Where it speaks against the counts, nobody knows: the flag may lag, or the host may count
 * by another rule than the documented one.
 */
export function judgeBlock({ deferFail, delivered, limits, flag }: Counted): Block {
  if (flag?.reached) return { state: 'yes', certainty: 'server', tripped: flag.tripped, since: undefined };
  const over = isOver(deferFail, delivered, limits);
  if (flag && over !== 'yes')
    return { state: 'no', certainty: 'server', tripped: undefined, since: undefined };
  if (flag || over === 'unknown') {
    const certainty = flag ? 'disputed' : 'unknown';
    return { state: 'unknown', certainty, tripped: undefined, since: undefined };
  }
  return { state: over, certainty: 'computed', tripped: undefined, since: undefined };
}

/** The documented rule: at least the minimum, and at least the percentage of what was sent. */
function isOver(deferFail: number | undefined, delivered: number | undefined, limits: MailLimits): Known {
  const { deferFailCount, deferFailPercent } = limits;
  if (deferFailPercent === 'unlimited' || deferFailCount === 'unlimited') return 'no';
  if (deferFail === 0) return 'no';
  if (deferFail === undefined || delivered === undefined) return 'unknown';
  if (deferFailCount !== 'unknown' && deferFail < deferFailCount) return 'no';
  const share = shareOf(deferFail, delivered) ?? 0;
  if (deferFailPercent !== 'unknown' && share < deferFailPercent) return 'no';
  return deferFailCount === 'unknown' || deferFailPercent === 'unknown' ? 'unknown' : 'yes';
}
