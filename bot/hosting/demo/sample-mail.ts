import { hourMs } from '../hour.ts';
import { createRandom } from './random.ts';
import type { SampleAccount } from './sample-accounts.ts';
import type { Attempt } from './sample-attempt.ts';

/** A line of the host's mail statistics, limits applied. */
export interface SampleEvent extends Omit<Attempt, 'when'> {
  readonly user: string;
  readonly at: Date;
  readonly router: string;
  readonly remote: boolean;
}

/** What a limit looked like when it was reached; '' while it is not. */
export interface SampleHour {
  readonly events: readonly SampleEvent[];
  readonly reachedDeferFail: ReadonlyMap<string, string>;
  readonly reachedEmails: ReadonlyMap<string, string>;
}

export interface SampleMail {
  /** One hour of an account, as far as it has come. Stays the same once it was looked at. */
  hour(account: SampleAccount, hourStart: number): SampleHour;
}

const hoursKept = 26;
const nothing: SampleHour = { events: [], reachedDeferFail: new Map(), reachedEmails: new Map() };

export function createSampleMail(now: () => Date): SampleMail {
  const seen = new Map<string, SampleHour>();
  let sweptAt = 0;
  const sweep = (at: number) => {
    if (at - sweptAt < hourMs) return;
    sweptAt = at;
    for (const old of seen.keys()) if (Number(old.split(' ')[0]) < at - hoursKept * hourMs) seen.delete(old);
  };
  return {
    hour: (account, hourStart) => {
      const key = `${hourStart} ${account.user}`;
      const known = seen.get(key);
      if (known) return known;
      sweep(now().getTime());
      const made = makeHour(account, hourStart, now().getTime());
      seen.set(key, made);
      return made;
    },
  };
}

/** The running hour's mail is squeezed into the minutes that have passed, so that a demonstration shows it at any minute. */
function makeHour(account: SampleAccount, hourStart: number, now: number): SampleHour {
  const passed = Math.min(Math.max(now - hourStart, 60_000), hourMs);
  const ago = Math.floor((now - hourStart) / hourMs);
  const random = createRandom(`${account.user} ${hourStart}`);
  // What is held or never sent is counted nowhere.
  if (account.outgoing === 'held' || account.suspended) return nothing;
  const attempts = account.story(account, { current: ago === 0, ago }, random);
  return applyLimits(
    account,
    attempts.toSorted((one, other) => one.when - other.when),
    (when) => new Date(hourStart + when * passed),
  );
}

interface Tally {
  deferFail: number;
  delivered: number;
}

function applyLimits(
  account: SampleAccount,
  attempts: readonly Attempt[],
  timeOf: (when: number) => Date,
): SampleHour {
  const tallies = new Map<string, Tally>();
  const reachedDeferFail = new Map<string, string>();
  const reachedEmails = new Map<string, string>();
  const events = attempts.map(({ when, ...attempt }): SampleEvent => {
    const tally = tallies.get(attempt.domain) ?? { deferFail: 0, delivered: 0 };
    tallies.set(attempt.domain, tally);
    const words = {
      deferFail: reachedDeferFail.get(attempt.domain),
      emails: reachedEmails.get(attempt.domain),
    };
    const event = stopped(account, attempt, words) ?? {
      router: 'lookuphost',
      outcome: attempt.outcome,
      answer: attempt.answer,
    };
    if (event.outcome === 'success') tally.delivered += 1;
    // Mail of a suspended account never comes as far as being counted.
    else if (account.outgoing === undefined) tally.deferFail += 1;
    if (!words.deferFail && isOver(account, tally))
      reachedDeferFail.set(attempt.domain, deferFailWords(account, tally));
    if (!words.emails && tally.delivered >= Number(account.perHour)) {
      reachedEmails.set(attempt.domain, `${tally.delivered}/${account.perHour}`);
    }
    const host = event.router === 'lookuphost' ? attempt.host : '';
    return { ...attempt, ...event, host, user: account.user, at: timeOf(when), remote: host !== '' };
  });
  return { events, reachedDeferFail, reachedEmails };
}

/** What our own server does with mail that a limit forbids. */
function stopped(
  { outgoing, perHour }: SampleAccount,
  { domain }: Omit<Attempt, 'when'>,
  reached: { deferFail: string | undefined; emails: string | undefined },
) {
  const by = (outcome: 'failure' | 'defer', answer: string) => ({
    router: 'enforce_mail_permissions',
    outcome,
    answer,
  });
  if (outgoing === 'suspended')
    return by('failure', `Domain ${domain} has an outgoing mail suspension.  Message discarded.`);
  if (reached.deferFail) {
    return by(
      'failure',
      `Domain ${domain} has exceeded the max defers and failures per hour (${reached.deferFail}) allowed. Message discarded.`,
    );
  }
  if (!reached.emails) return undefined;
  return by(
    'defer',
    `Domain ${domain} has exceeded the max emails per hour (${perHour}/${perHour} (100%)) allowed.  Message will be reattempted later`,
  );
}

function isOver({ percent, minimum }: SampleAccount, { deferFail, delivered }: Tally): boolean {
  return deferFail >= Number(minimum) && (deferFail / (deferFail + delivered)) * 100 >= Number(percent);
}

function deferFailWords({ minimum }: SampleAccount, { deferFail, delivered }: Tally): string {
  return `${deferFail}/${minimum} (${Math.floor((deferFail / (deferFail + delivered)) * 100)}%)`;
}
