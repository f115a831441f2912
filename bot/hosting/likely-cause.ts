import { breakIns, type Cause, type CauseSigns, causeSigns } from './cause/cause-signs.ts';
import { type MailStream, partOf, type StreamContext, streamsOf } from './cause/mail-stream.ts';
import type { Deliveries, Delivery } from './delivery.ts';
import type { ClockHour } from './hour.ts';

export type { Cause } from './cause/cause-signs.ts';

/** One explanation for a part of the failures. */
export interface CauseFinding {
  readonly cause: Cause;
  /** 0 to 1. */
  readonly certainty: number;
  readonly words: 'likely' | 'possible';
  /** Of the failures looked at, how many this explains. */
  readonly failures: number;
  /** What was counted, in sentences without recipients or IP addresses. */
  readonly evidence: readonly string[];
  /** The mailbox it came from; '' where it is not one mailbox. */
  readonly mailbox: string;
}

export interface LikelyCause {
  readonly cause: Cause | 'nothing-decisive';
  /** Best first. Empty for 'nothing-decisive'. */
  readonly findings: readonly CauseFinding[];
  /** Failures looked at, without those that our own limits caused. */
  readonly examined: number;
  /** Where these are from: the running hour, where it has enough of them, or the whole day. */
  readonly span: 'hour' | 'day';
  /** True: staff should look at once. */
  readonly signsOfBreakIn: boolean;
}

export interface CauseInput {
  readonly deliveries: Deliveries;
  /** What the host's counters say about this hour; `undefined` where the panel has none. */
  readonly counts: { readonly deferred: number; readonly failed: number } | undefined;
  readonly hour: ClockHour;
  readonly account: StreamContext;
}

const fewestFailures = 3;
/** So many failures of this hour are enough to leave the hours before out of the ranking. */
const enoughThisHour = 5;
const possible = 0.5;
const likely = 0.8;

/** The causes that the records speak for, and how strongly. Certain of nothing that rests on few records or on a part of them. */
export function likelyCause({ deliveries, counts, hour, account }: CauseInput): LikelyCause {
  const streams = streamsOf(deliveries.records, account);
  const failing = streams.flatMap((stream) => stream.failing);
  const thisHour = new Set(failing.filter(({ at }) => at >= hour.start && at < hour.turns));
  const span = thisHour.size >= enoughThisHour ? 'hour' : 'day';
  const focus = span === 'hour' ? thisHour : new Set(failing);
  const trust = trustIn(deliveries, counts, hour);
  const findings = streams
    .flatMap((stream) => explain(stream, account))
    .map(({ signs, stream, logOdds }) => toFinding(signs, stream, logOdds, trust, focus))
    .filter(({ certainty, failures }) => certainty >= possible && failures > 0)
    .toSorted((one, other) => other.certainty * other.failures - one.certainty * one.failures);
  const [first] = findings;
  const decisive = first !== undefined && focus.size >= fewestFailures && first.failures >= focus.size / 4;
  return {
    cause: decisive ? first.cause : 'nothing-decisive',
    findings: decisive ? findings : [],
    ...{ examined: focus.size, span },
    signsOfBreakIn: decisive && findings.some(({ cause }) => breakIns.has(cause)),
  };
}

interface Explanation {
  readonly signs: CauseSigns;
  readonly stream: MailStream;
  readonly logOdds: number;
}

/** A break-in explains all that comes from one place; otherwise dead addresses and busy receivers are looked at apart. */
function explain(stream: MailStream, account: StreamContext): Explanation[] {
  const whole = best(stream, causeSigns);
  if (
    whole &&
    (breakIns.has(whole.signs.cause) || stream.origin === 'automatic' || stream.origin === 'passed-on')
  ) {
    return whole.logOdds > 0 ? [whole] : [];
  }
  const innocent = causeSigns.filter(({ cause }) => !breakIns.has(cause));
  const parts = [partOf(stream, ['dead', 'other'], account), partOf(stream, ['busy', 'refused'], account)];
  return parts.flatMap((part) => {
    const explanation = part && best(part, innocent);
    return explanation && explanation.logOdds > 0 ? [explanation] : [];
  });
}

function best(stream: MailStream, among: readonly CauseSigns[]): Explanation | undefined {
  const fitting = among.filter(({ origins }) => origins.includes(stream.origin));
  const judged = fitting.map((signs) => ({ signs, stream, logOdds: logOddsOf(signs, stream) }));
  return judged.toSorted((one, other) => other.logOdds - one.logOdds)[0];
}

function logOddsOf({ start, signs }: CauseSigns, stream: MailStream): number {
  return signs.reduce((sum, { weight, value }) => sum + weight * value(stream), start);
}

function toFinding(
  row: CauseSigns,
  stream: MailStream,
  logOdds: number,
  trust: number,
  focus: ReadonlySet<Delivery>,
): CauseFinding {
  const seen = stream.failing.length;
  const certainty = (1 / (1 + Math.exp(-logOdds))) * (seen / (seen + 0.7)) * trust;
  const evidence = row.signs.flatMap(({ weight, value, says }) =>
    weight > 0 && says && value(stream) >= 0.5 ? [says(stream)] : [],
  );
  return {
    ...{ cause: row.cause, certainty, words: certainty >= likely ? 'likely' : 'possible', evidence },
    failures: stream.failing.filter((record) => focus.has(record)).length,
    mailbox: stream.mailbox,
  };
}

/** Less than 1 where the records are known to be only a part. */
function trustIn({ records, covers }: Deliveries, counts: CauseInput['counts'], hour: ClockHour): number {
  const kinds = covers.has('failed') ? 1 : 0.8;
  if (!counts) return kinds;
  const counted = counts.deferred + counts.failed;
  const seen = records.filter(({ outcome, at }) => outcome !== 'delivered' && at >= hour.start).length;
  return kinds * (seen < counted / 2 ? 0.8 : 1);
}
