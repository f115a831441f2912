import type { ClockWords } from '../desk/clock-words.ts';
import type { DomainHealth, Limit, MailHealth } from '../hosting/mail-health.ts';
import type { Account } from '../hosting/panel.ts';
import { codeSpan } from '../markdown/code-span.ts';

/** The domain with most to say first; where none has more to say, the account's main one. */
export function worstFirst(domains: readonly DomainHealth[], main: string): readonly DomainHealth[] {
  const weight = ({ domain, block, sendingLimitReached, deferred, failed, waiting }: DomainHealth) =>
    (domain === main ? 0.5 : 0) +
    (block.state === 'yes' ? 1e9 : block.state === 'unknown' ? 1e8 : 0) +
    (sendingLimitReached === 'yes' ? 1e7 : 0) +
    (deferred ?? 0) +
    (failed ?? 0) +
    (waiting ?? 0);
  return domains.toSorted((one, other) => weight(other) - weight(one));
}

export function isTroubled({ block, sendingLimitReached, deferred, failed, waiting }: DomainHealth): boolean {
  const missed = (deferred ?? 0) + (failed ?? 0) + (waiting ?? 0);
  return block.state !== 'no' || sendingLimitReached === 'yes' || missed > 0;
}

/** One line for the whole reply, about the worst that there is. */
export function titleOf({ outgoing, domains }: MailHealth, { domain: account, suspended }: Account): string {
  const [worst] = worstFirst(domains, account);
  if (suspended) return `The account of ${account} is suspended`;
  if (outgoing === 'suspended') return `Outgoing mail of ${account} is suspended`;
  if (worst?.block.state === 'yes') return `${worst.domain} is blocked from sending`;
  if (outgoing === 'held') return `Outgoing mail of ${account} is held`;
  const full = domains.find(({ sendingLimitReached }) => sendingLimitReached === 'yes');
  if (full) return `${full.domain} has reached its hourly sending limit`;
  if (worst?.block.state === 'unknown') return `The mail of ${account}: I cannot tell whether it is blocked`;
  return domains.length > 1
    ? `No domain of ${account} is blocked`
    : `${worst?.domain ?? account} is not blocked`;
}

/** What is known of one domain in this hour: a heading line and a list. Numbers that nobody knows are not written. */
export function domainLines(health: DomainHealth, clock: ClockWords): string {
  const { deferred, failed, delivered, sharePercent, waiting } = health;
  const items = [
    deferred === undefined && failed === undefined && delivered === undefined
      ? ''
      : `This hour: **${number(deferred)} deferred**, **${number(failed)} failed**, ${number(delivered)} delivered`,
    sharePercent === undefined ? '' : `Share deferred or failed: ${percentWords(sharePercent)}`,
    limitWords(health),
    waiting === undefined ? '' : `Waiting in the queue now: ${waiting}`,
    sendingWords(health),
  ].filter((item) => item !== '');
  return [
    `**${codeSpan(health.domain)}**: ${blockWords(health, clock)}.`,
    ...items.map((item) => `- ${item}`),
  ]
    .join('\n')
    .replace('\n', '\n\n');
}

/** A domain about which there is little to say. */
export function domainLine(health: DomainHealth): string {
  const { domain, deferred, failed, delivered, sharePercent } = health;
  const counts =
    delivered === undefined
      ? ''
      : `; ${number(deferred)} deferred, ${number(failed)} failed, ${number(delivered)} delivered`;
  const share = sharePercent ? ` (${percentWords(sharePercent)})` : '';
  const state = { yes: '**blocked**', no: 'not blocked', unknown: 'I cannot tell whether it is blocked' };
  return `${codeSpan(domain)}: ${state[health.block.state]}${counts}${share}`;
}

function blockWords({ block, limits }: DomainHealth, clock: ClockWords): string {
  if (block.state === 'no') {
    return limits.deferFailPercent === 'unlimited' || limits.deferFailCount === 'unlimited'
      ? 'not blocked; no limit of defers and failures is set for it'
      : 'not blocked';
  }
  if (block.state === 'unknown') return 'I cannot tell whether it is blocked';
  const since = block.since ? ` since ${clock.at(block.since)} (${clock.away(block.since)})` : '';
  const { tripped } = block;
  const words = tripped ? `${tripped.count}/${tripped.limit}` : '';
  const share = tripped?.percent === undefined ? '' : ` (${tripped.percent} %)`;
  return `**blocked**${since}${tripped ? `; the server wrote ${words}${share} when the limit was reached` : ''}`;
}

function limitWords({ limits: { deferFailCount, deferFailPercent } }: DomainHealth): string {
  if (deferFailCount === 'unknown' && deferFailPercent === 'unknown') return '';
  if (deferFailCount === 'unlimited' || deferFailPercent === 'unlimited')
    return 'Limit of defers and failures: none';
  const share =
    deferFailPercent === 'unknown' ? 'a share that I do not know' : `${deferFailPercent} % of what was sent`;
  const count = deferFailCount === 'unknown' ? 'a number that I do not know' : String(deferFailCount);
  return `Limit: blocked from ${count} deferred and failed on, when they are at least ${share}`;
}

function sendingWords({ limits: { sendingPerHour }, sendingLimitReached }: DomainHealth): string {
  const reached = {
    yes: '**reached**',
    no: 'not reached',
    unknown: 'I cannot tell whether it is reached',
  }[sendingLimitReached];
  if (sendingPerHour === 'unlimited') return 'Hourly sending limit: none';
  if (sendingPerHour === 'unknown')
    return sendingLimitReached === 'unknown' ? '' : `Hourly sending limit: ${reached}`;
  return `Hourly sending limit: ${sendingPerHour}, ${reached}`;
}

/** How sure the verdict is, of the domain it matters for. */
export function certaintyWords({ block, countedPer }: DomainHealth): string {
  const sure = {
    server: 'The server itself says whether the domain is blocked',
    computed: 'Worked out from the server’s counts and records; the server does not say it itself',
    disputed:
      'Not certain: the server reports no block, but its counts or records speak of one; our people may have lifted it',
    unknown: 'Not certain: the server does not say, and its counts do not decide it',
  }[block.certainty];
  return countedPer === 'account'
    ? `${sure}. The counts may be those of the whole account, because this server may not count by domain`
    : sure;
}

export const percentWords = (percent: number): string =>
  `${percent < 10 && percent > 0 ? Number(percent.toFixed(1)) : Math.round(percent)} %`;
export const limitNumber = (limit: Limit): number | undefined =>
  typeof limit === 'number' ? limit : undefined;
const number = (count: number | undefined): string =>
  count === undefined ? 'an unknown number' : String(count);
