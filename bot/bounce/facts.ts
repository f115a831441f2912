import type { Decision } from './decide.ts';
import { type HourlyLimit, hourlyLimitIn } from './hourly-limit.ts';
import { type Part, within } from './part.ts';
import type { Reading } from './reading.ts';
import type { SmtpCode } from './smtp-codes.ts';

interface Codes {
  readonly replyCode?: string;
  readonly statusCode?: string;
}

const limits = new Set(['defer-fail-limit', 'sending-limit']);
/** Codes that servers give together with their reasons. */
const replyCode = /^(?:4[25]\d|5[0-7]\d)$/;
const fewestWords = 2;

function decidingSpan({ phrase, code, clientCode }: Decision): { first: number; last: number } | undefined {
  if (code && !phrase) return { first: code.at, last: code.at };
  return phrase ?? clientCode;
}

/** The last before the deciding words, else the first behind them. */
function nearest(
  codes: readonly SmtpCode[],
  kind: SmtpCode['kind'],
  last: number | undefined,
): SmtpCode | undefined {
  const ofKind = codes.filter((code) => code.kind === kind);
  return (last === undefined ? undefined : ofKind.findLast((code) => code.at <= last)) ?? ofKind[0];
}

const opensInner = /(?:[<("]|->) ?$/;

/** `550 4.4.7 Message expired <421 4.4.1 …>`: of what was tried before it gave up, the codes are not the bounce's. */
function withoutInner(codes: readonly SmtpCode[], { words, clean }: Reading): SmtpCode[] {
  let refused = false;
  let inner = Number.NEGATIVE_INFINITY;
  return codes.filter(({ at, kind, text }) => {
    if (kind === 'status') return inner !== at - 1;
    const start = words[at]?.start ?? 0;
    if (refused && text[0] === '4' && opensInner.test(clean.text.slice(Math.max(0, start - 3), start)))
      inner = at;
    refused ||= text[0] === '5';
    return inner !== at;
  });
}

/** The codes that belong to the deciding words. Exim's own limits carry none (rule 1). */
export function codesOf(reading: Reading, part: Part, decision: Decision | undefined, end: number): Codes {
  const isNotice = decision?.rule.kind === 'notice';
  const span = decision && decidingSpan(decision);
  const codes = withoutInner(
    within(reading.codes, part, ({ at }) => at),
    reading,
  ).filter((code) => {
    if (code.at >= end) return false;
    if (code.text[0] === '2') return isNotice;
    if (isNotice && code.trust !== 'sure') return false;
    if (decision?.rule.reason !== 'defer-fail-limit' || !decision.phrase) return true;
    return code.trust === 'sure' || code.at <= decision.phrase.first;
  });
  const status = nearest(codes, 'status', span?.last);
  // `550 5.7.350 … -> 554 …`: the reply code that stands with the status code goes with it.
  const paired = status && codes.find((code) => code.kind === 'reply' && code.at === status.at - 1);
  const reply = paired ?? nearest(codes, 'reply', span?.last);
  const replyCode = reply?.text ?? (codes.length === 0 ? numberBefore(reading, decision) : undefined);
  return { ...(replyCode && { replyCode }), ...(status && { statusCode: status.text }) };
}

/** "something like 550 sender verify failed": before a server's own words a number is their code. */
function numberBefore({ words }: Reading, decision: Decision | undefined): string | undefined {
  const { phrase, rule } = decision ?? {};
  const before = phrase && words[phrase.first - 1];
  if (!before || rule?.kind !== 'bounce' || limits.has(rule.reason) || phrase.weight < fewestWords)
    return undefined;
  return before.kind === 'number' && replyCode.test(before.text) && before.ends === 'nothing'
    ? before.text
    : undefined;
}

export function limitNumbersOf({ words, clean }: Reading, decision: Decision): HourlyLimit {
  const { phrase } = decision;
  if (!phrase || !limits.has(decision.rule.reason)) return {};
  return hourlyLimitIn(clean.text, words[phrase.first]?.start ?? 0, words[phrase.last]?.end ?? 0);
}
