import type { FoundClientCode } from './client-code-at.ts';
import { clientCodes } from './client-codes.ts';
import { inPart, type Part } from './part.ts';
import { phraseClaims } from './phrase-claims.ts';
import type { FoundPhrase, Reading } from './reading.ts';
import type { ReasonRule } from './reason.ts';
import { reasonRules } from './reasons/index.ts';
import type { SmtpCode } from './smtp-codes.ts';

/** What spoke for a reason: a phrase, a server's code or a mail program's. */
export interface Decision {
  readonly rule: ReasonRule;
  readonly phrase?: FoundPhrase;
  readonly code?: SmtpCode;
  readonly clientCode?: FoundClientCode;
}

interface Claim extends Decision {
  readonly score: number;
}

/** How much a code says, on the scale of phrases: a clear phrase has 300, 400 in the server's own words. */
const worth = { clientCode: 1000, deciding: 410, status: 350, hint: 150, reply: 60, unlisted: 1 } as const;
const sameWorth = 30;

const rules: readonly ReasonRule[] = reasonRules;
const byReason = new Map(rules.map((rule) => [rule.reason, rule]));
const byStatus = new Map<string, Claim>();
const byReply = new Map<string, Claim>();
for (const rule of rules) {
  for (const code of rule.hintCodes ?? []) byStatus.set(code, { rule, score: worth.hint });
  for (const code of rule.statusCodes ?? []) byStatus.set(code, { rule, score: worth.status });
  for (const code of rule.decidingCodes ?? []) byStatus.set(code, { rule, score: worth.deciding });
  for (const code of rule.replyCodes ?? []) byReply.set(code, { rule, score: worth.reply });
}

function codeClaims({ codes }: Reading, part: Part, returnedFrom: number): Claim[] {
  return codes.flatMap((code) => {
    if (code.at >= returnedFrom || !inPart(part, code.at)) return [];
    const known = (code.kind === 'reply' ? byReply : byStatus).get(code.text);
    return known ? [{ ...known, code }] : [];
  });
}

function clientClaims(reading: Reading, part: Part): Claim[] {
  return reading.clientCodes
    .filter(({ first }) => inPart(part, first))
    .flatMap((clientCode) => {
      const listed = clientCodes[clientCode.code.slice(2)];
      const rule = byReason.get(listed?.reason ?? 'unknown');
      return rule ? [{ rule, clientCode, score: listed ? worth.clientCode : worth.unlisted }] : [];
    });
}

const weightOf = ({ phrase }: Claim): number => phrase?.weight ?? 0;

/** The reason that the words of this part speak for most; `undefined` when nothing in them decides. */
export function decide(reading: Reading, part: Part, returnedFrom: number): Decision | undefined {
  const inWords: Claim[] = phraseClaims(reading, part, returnedFrom).map(({ phrase, score }) => ({
    rule: phrase.rule,
    phrase,
    score,
  }));
  let best: Claim | undefined;
  for (const claim of [
    ...clientClaims(reading, part),
    ...inWords,
    ...codeClaims(reading, part, returnedFrom),
  ]) {
    if (!best || claim.score > best.score) best = claim;
  }
  if (!best) return undefined;
  // Words worth showing: the fullest that say the same, also when a code decided.
  const { rule, score, phrase } = best;
  const least = phrase ? score - sameWorth : 0;
  let fullest = best;
  for (const claim of inWords) {
    const fuller = weightOf(claim) - weightOf(fullest) || (phrase ? 0 : claim.score - fullest.score);
    if (claim.rule === rule && claim.score > least && fuller > 0) fullest = claim;
  }
  return fullest.phrase ? { ...best, phrase: fullest.phrase } : best;
}
