import type { FoundClientCode } from './client-code-at.ts';
import { clientCodes } from './client-codes.ts';
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

/** Words `first` to `end` (not included) are about one recipient. */
export type Part = readonly { readonly first: number; readonly end: number }[];

export const inPart = (part: Part, at: number): boolean =>
  part.some(({ first, end }) => at >= first && at < end);

const rules: readonly ReasonRule[] = reasonRules;
const rankOf = new Map(rules.map((rule, rank) => [rule.reason, rank]));

const strength = {
  sure: 420,
  deciding: 410,
  status: 350,
  clear: 300,
  outer: 200,
  hint: 150,
  weak: 120,
  keyword: 110,
  reply: 60,
} as const;
/** A phrase behind a code, in the words of the server, outweighs the same in what is said around it. */
const besideCode = 100;
const inReturnedMessage = -400;
/** What stands between the words of a phrase makes it less certain. */
const gapCost = 3;
const closeGap = 1;
const wideGap = 3;
const sameWorth = 30;
const reach = 60;
const reachBack = 5;
const keywordReach = 25;

interface Claim extends Decision {
  readonly score: number;
  readonly at: number;
}

/** Whether the phrase stands in a server's answer: behind a code in the same paragraph, or just before one. */
export function standsBesideCode({ words, codes }: Reading, phrase: FoundPhrase): boolean {
  for (const code of codes) {
    const behind = phrase.first - code.at;
    if (behind >= 0 && behind <= reach) {
      if ((words[phrase.first]?.line ?? 0) - (words[code.at]?.line ?? 0) < 2) return true;
      let gap = false;
      for (let at = code.at + 1; at <= phrase.first; at++) {
        if ((words[at]?.line ?? 0) - (words[at - 1]?.line ?? 0) > 1) gap = true;
      }
      if (!gap) return true;
    }
    const ahead = code.at - phrase.last;
    if (ahead > 0 && ahead <= reachBack) return true;
    if (phrase.first <= code.at && code.at <= phrase.last) return true;
  }
  return false;
}

const gapOf = ({ first, last, weight }: FoundPhrase): number => Math.max(0, last - first + 1 - weight);

/** Whether the other phrase says more about the same words: `access denied` within `relay access denied`. */
function isOutspoken(phrase: FoundPhrase, other: FoundPhrase): boolean {
  if (
    phrase.strength === 'sure' ||
    other.rule === phrase.rule ||
    other.rule.vague ||
    other.weight < phrase.weight
  )
    return false;
  if (other.first > phrase.last || other.last < phrase.first) return false;
  const within = other.first <= phrase.first && other.last >= phrase.last;
  if (within && gapOf(other) <= closeGap) {
    return other.weight > phrase.weight || other.last - other.first > phrase.last - phrase.first;
  }
  if (gapOf(other) > closeGap) return false;
  const shared = Math.min(phrase.last, other.last) - Math.max(phrase.first, other.first) + 1;
  if (shared * 2 < phrase.last - phrase.first + 1) return false;
  return gapOf(phrase) > wideGap ? other.weight > phrase.weight : other.weight > phrase.weight + 1;
}

const withoutOutspoken = (phrases: readonly FoundPhrase[]): FoundPhrase[] =>
  phrases.filter((phrase) => !phrases.some((other) => isOutspoken(phrase, other)));

/** A vague single word, `quota` or `relay`: it tells something only where the server speaks. */
const isKeyword = ({ strength, weight }: FoundPhrase): boolean => strength === 'weak' && weight === 1;

function besideCodeScore(reading: Reading, phrase: FoundPhrase): number {
  if (!isKeyword(phrase)) return standsBesideCode(reading, phrase) ? besideCode : 0;
  return standsInAnswer(reading, phrase.first) ? besideCode : -strength.keyword;
}

/** Whether a code stands before the word, in the same answer and close. */
function standsInAnswer({ words, codes }: Reading, at: number): boolean {
  const codeAt = codes.findLast((code) => code.at <= at)?.at;
  if (codeAt === undefined || at - codeAt > keywordReach) return false;
  for (let next = codeAt + 1; next <= at; next++) if (words[next]?.ends === 'answer') return false;
  return true;
}

function phraseClaims(reading: Reading, part: Part, returnedFrom: number): Claim[] {
  const here = reading.phrases.filter((phrase) => inPart(part, phrase.first));
  return withoutOutspoken(here).map((phrase) => ({
    rule: phrase.rule,
    phrase,
    at: phrase.first,
    score:
      (isKeyword(phrase) ? strength.keyword : strength[phrase.strength]) +
      besideCodeScore(reading, phrase) +
      (phrase.first >= returnedFrom ? inReturnedMessage : 0) -
      gapCost * gapOf(phrase) -
      phrase.rank +
      Math.min(phrase.weight, 9) / 10,
  }));
}

const byStatus = new Map<string, { rule: ReasonRule; score: number }>();
const byReply = new Map<string, ReasonRule>();
for (const rule of rules) {
  for (const code of rule.hintCodes ?? []) byStatus.set(code, { rule, score: strength.hint });
  for (const code of rule.statusCodes ?? []) byStatus.set(code, { rule, score: strength.status });
  for (const code of rule.decidingCodes ?? []) byStatus.set(code, { rule, score: strength.deciding });
  for (const code of rule.replyCodes ?? []) byReply.set(code, rule);
}

function codeClaims({ codes }: Reading, part: Part, returnedFrom: number): Claim[] {
  const claims: Claim[] = [];
  for (const code of codes) {
    if (!inPart(part, code.at) || code.at >= returnedFrom) continue;
    if (code.kind === 'reply') {
      const rule = byReply.get(code.text);
      if (rule) claims.push({ rule, code, at: code.at, score: strength.reply });
    } else {
      const known = byStatus.get(code.text);
      if (known) claims.push({ ...known, code, at: code.at });
    }
  }
  return claims;
}

function clientClaims(reading: Reading, part: Part): Claim[] {
  return reading.clientCodes
    .filter(({ first }) => inPart(part, first))
    .map((clientCode) => {
      const reason = clientCodes[clientCode.code.slice(2)]?.reason ?? 'unknown';
      const rule = rules[rankOf.get(reason) ?? 0] as ReasonRule;
      return { rule, clientCode, at: clientCode.first, score: reason === 'unknown' ? 1 : 1000 };
    });
}

/** The reason that the words of this part speak for most; `undefined` when nothing in them decides. */
export function decide(reading: Reading, part: Part, returnedFrom: number): Decision | undefined {
  const inWords = phraseClaims(reading, part, returnedFrom);
  let best: Claim | undefined;
  for (const claim of [
    ...clientClaims(reading, part),
    ...inWords,
    ...codeClaims(reading, part, returnedFrom),
  ]) {
    if (claim.score > 0 && (!best || claim.score > best.score)) best = claim;
  }
  if (!best) return undefined;
  // Words worth showing: the fullest that say the same, also when a code decided.
  const { rule, score, phrase } = best;
  const least = phrase ? score - sameWorth : 0;
  const fullest = inWords
    .filter((claim) => claim.rule === rule && claim.score > least)
    .sort((a, b) => (b.phrase?.weight ?? 0) - (a.phrase?.weight ?? 0) || b.score - a.score)[0];
  return fullest?.phrase ? { ...best, phrase: fullest.phrase } : best;
}
