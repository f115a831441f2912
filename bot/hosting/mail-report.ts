import type { Deliveries } from './delivery.ts';
import { type Discarded, splitByBlock } from './discarded.ts';
import type { HostAnswer, HostFailure } from './host-answer.ts';
import { hourMs, hourOf } from './hour.ts';
import { type LikelyCause, likelyCause } from './likely-cause.ts';
import type { Block, DomainHealth, MailHealth } from './mail-health.ts';
import type { Account, MailFact, Panel } from './panel.ts';

/** Everything the host tells about an account's mail. For the account's owner or staff, in private. */
export interface MailReport {
  readonly panel: string;
  readonly gives: ReadonlySet<MailFact>;
  readonly account: Account;
  readonly health: MailHealth;
  /** `undefined`: the panel keeps no records, or nothing was to be explained. */
  readonly reasons: HostAnswer<Reasons> | undefined;
}

export interface Reasons {
  /** The last 24 hours. */
  readonly deliveries: Deliveries;
  /** Of the running hour. */
  readonly discarded: Discarded;
  readonly cause: LikelyCause;
}

/** `counts`: only the numbers. `if-trouble`: reasons too when something failed, which costs another call. */
export type Detail = 'counts' | 'if-trouble' | 'reasons';

export async function readMailReport(
  panel: Panel,
  account: Account,
  detail: Detail,
  signal: AbortSignal,
): Promise<{ readonly kind: 'ok'; readonly value: MailReport } | HostFailure> {
  const health = await panel.mailHealth(account, signal);
  if (health.kind !== 'ok') return health;
  const wanted = detail === 'reasons' || (detail === 'if-trouble' && hasTrouble(health.value));
  const reasons = wanted ? await readReasons(panel, account, health.value, signal) : undefined;
  const known =
    reasons?.kind === 'ok' ? withBlockTimes(health.value, reasons.value.deliveries) : health.value;
  return { kind: 'ok', value: { panel: panel.name, gives: panel.gives, account, health: known, reasons } };
}

function hasTrouble({ domains, outgoing }: MailHealth): boolean {
  const isTroubled = ({ deferred, failed, waiting, block, sendingLimitReached }: DomainHealth) =>
    (deferred ?? 0) + (failed ?? 0) + (waiting ?? 0) > 0 ||
    block.state === 'yes' ||
    sendingLimitReached === 'yes';
  return outgoing === 'held' || outgoing === 'suspended' || domains.some(isTroubled);
}

async function readReasons(
  panel: Panel,
  account: Account,
  health: MailHealth,
  signal: AbortSignal,
): Promise<HostAnswer<Reasons> | undefined> {
  const { hour, domains, readAt } = health;
  const range = {
    from: new Date(hour.start.getTime() - 23 * hourMs),
    to: new Date(Math.max(readAt.getTime(), hour.start.getTime())),
  };
  const answer = await panel.deliveries?.(account, range, signal);
  if (answer?.kind !== 'ok') return answer;
  const thisHour = answer.value.records.filter(({ at }) => at >= hourOf(readAt).start);
  const sum = (of: (domain: DomainHealth) => number | undefined) =>
    domains.reduce((total, each) => total + (of(each) ?? 0), 0);
  const counted = domains.some(({ failed }) => failed !== undefined);
  const cause = likelyCause({
    ...{ deliveries: answer.value, hour },
    counts: counted
      ? { deferred: sum(({ deferred }) => deferred), failed: sum(({ failed }) => failed) }
      : undefined,
    account: { user: account.ref.user, domains: domainsOf(account, health, answer.value) },
  });
  return { ...answer, value: { deliveries: answer.value, discarded: splitByBlock(thisHour), cause } };
}

function domainsOf({ domain }: Account, { domains }: MailHealth, { records }: Deliveries): Set<string> {
  const named = [domain, ...domains.map((each) => each.domain), ...records.map((record) => record.domain)];
  return new Set(named.filter((each) => each !== ''));
}

/** Messages that the block discarded in this hour show when it began; against a host that says "no block" they only raise a doubt, because staff may have cleared it since. */
function withBlockTimes(health: MailHealth, { records }: Deliveries): MailHealth {
  const byBlock = records.filter(
    ({ stoppedBy, at }) => stoppedBy === 'defer-fail-limit' && at >= health.hour.start,
  );
  const domains = health.domains.map((each): DomainHealth => {
    const own = byBlock.filter(
      ({ domain }) => domain === each.domain || (each.countedPer === 'account' && domain === ''),
    );
    if (own.length === 0) return each;
    const since = new Date(Math.min(...own.map(({ at }) => at.getTime())));
    const { state, certainty } = each.block;
    const block: Pick<Block, 'state' | 'certainty'> =
      state === 'no' || certainty === 'disputed'
        ? { state: 'unknown', certainty: 'disputed' }
        : { state: 'yes', certainty: state === 'yes' ? certainty : 'computed' };
    return { ...each, block: { ...each.block, ...block, since } };
  });
  return { ...health, domains };
}
