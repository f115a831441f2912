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

/** The codes that belong to the deciding words. Exim's own limits carry none (rule 1). */
export function codesOf(reading: Reading, part: Part, decision: Decision | undefined, end: number): Codes {
  const isNotice = decision?.rule.kind === 'notice';
  const span = decision && decidingSpan(decision);
  const codes = within(reading.codes, part, ({ at }) => at).filter((code) => {
    if (code.at >= end) return false;
    if (code.text[0] === '2') return isNotice;
    if (decision?.rule.reason !== 'defer-fail-limit' || !decision.phrase) return true;
    return code.trust === 'sure' || code.at <= decision.phrase.first;
  });
  const status = nearest(codes, 'status', span?.last);
  // `550 5.7.350 … -> 554 …`: the reply code that stands with the status code goes with it.
  const paired = status && codes.find((code) => code.kind === 'reply' && code.at === status.at - 1);
  const reply = paired ?? nearest(codes, 'reply', span?.last);
  return { ...(reply && { replyCode: reply.text }), ...(status && { statusCode: status.text }) };
}

export function limitNumbersOf({ words, clean }: Reading, decision: Decision): HourlyLimit {
  const { phrase } = decision;
  if (!phrase || !limits.has(decision.rule.reason)) return {};
  return hourlyLimitIn(clean.text, words[phrase.first]?.start ?? 0, words[phrase.last]?.end ?? 0);
}
