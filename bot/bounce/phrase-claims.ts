import { type Part, within } from './part.ts';
import type { FoundPhrase, Reading } from './reading.ts';
import type { ReasonRule } from './reason.ts';
import type { SmtpCode } from './smtp-codes.ts';

/** A phrase and how much it speaks for its reason. */
export interface PhraseClaim {
  readonly rule: ReasonRule;
  readonly phrase: FoundPhrase;
  readonly score: number;
}

const strength = { sure: 420, clear: 300, outer: 200, weak: 120, keyword: 110 } as const;
/** A phrase behind a code, in the words of the server, outweighs the same in what is said around it. */
const besideCode = 100;
const inReturnedMessage = -400;
/** What stands between the words of a phrase makes it less certain. */
const gapCost = 3;
const closeGap = 1;
const wideGap = 3;
const reach = 60;
const reachBack = 5;
const keywordReach = 25;
/** No phrase is longer than this many words, gaps included. */
const longestPhrase = 80;

/** Position of the last code that stands at this word or before it; -1 when there is none. */
function codeBefore(codes: readonly SmtpCode[], at: number): number {
  let low = 0;
  let high = codes.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if ((codes[middle] as SmtpCode).at <= at) low = middle + 1;
    else high = middle - 1;
  }
  return high;
}

function sameParagraph({ words }: Reading, from: number, to: number): boolean {
  for (let at = from + 1; at <= to; at++) {
    if ((words[at]?.line ?? 0) - (words[at - 1]?.line ?? 0) > 1) return false;
  }
  return true;
}

/** Whether the phrase stands in a server's answer: behind a code in the same paragraph, or just before one. */
export function standsBesideCode(reading: Reading, { first, last }: FoundPhrase): boolean {
  const { codes } = reading;
  const near = codeBefore(codes, first);
  const before = codes[near]?.at;
  if (before !== undefined && first - before <= reach && sameParagraph(reading, before, first)) return true;
  const next = codes[near + 1]?.at;
  return next !== undefined && next - last <= reachBack;
}

/** Whether a code stands before the word, in the same answer and close. */
function standsInAnswer({ words, codes }: Reading, at: number): boolean {
  const before = codes[codeBefore(codes, at)]?.at;
  if (before === undefined || at - before > keywordReach) return false;
  for (let next = before + 1; next <= at; next++) if (words[next]?.ends === 'answer') return false;
  return true;
}

const gapOf = ({ first, last, weight }: FoundPhrase): number => Math.max(0, last - first + 1 - weight);

/** Whether the other phrase says more about the same words: `access denied` within `relay access denied`. */
function isOutspoken(phrase: FoundPhrase, other: FoundPhrase): boolean {
  if (other.rule === phrase.rule || other.rule.vague || other.weight < phrase.weight) return false;
  if (other.first > phrase.last || other.last < phrase.first || gapOf(other) > closeGap) return false;
  if (other.first <= phrase.first && other.last >= phrase.last) {
    return other.weight > phrase.weight || other.last - other.first > phrase.last - phrase.first;
  }
  const shared = Math.min(phrase.last, other.last) - Math.max(phrase.first, other.first) + 1;
  if (shared * 2 < phrase.last - phrase.first + 1) return false;
  return other.weight > phrase.weight + (gapOf(phrase) > wideGap ? 0 : 1);
}

function withoutOutspoken(inOrder: readonly FoundPhrase[]): FoundPhrase[] {
  return inOrder.filter((phrase, at) => {
    if (phrase.strength === 'sure') return true;
    for (let next = at + 1; next < inOrder.length; next++) {
      const other = inOrder[next] as FoundPhrase;
      if (other.first > phrase.last) break;
      if (isOutspoken(phrase, other)) return false;
    }
    for (let next = at - 1; next >= 0; next--) {
      const other = inOrder[next] as FoundPhrase;
      if (phrase.first - other.first > longestPhrase) break;
      if (isOutspoken(phrase, other)) return false;
    }
    return true;
  });
}

/** A vague single word, `quota` or `relay`: it tells something only where the server speaks. */
const isKeyword = ({ strength: how, weight }: FoundPhrase): boolean => how === 'weak' && weight === 1;

function scoreOf(reading: Reading, phrase: FoundPhrase, returnedFrom: number): number {
  const keyword = isKeyword(phrase);
  const beside = keyword ? standsInAnswer(reading, phrase.first) : standsBesideCode(reading, phrase);
  if (keyword && !beside) return 0;
  return (
    (keyword ? strength.keyword : strength[phrase.strength]) +
    (beside ? besideCode : 0) +
    (phrase.first >= returnedFrom ? inReturnedMessage : 0) -
    gapCost * gapOf(phrase) -
    phrase.rank +
    // Of two that weigh the same the fuller one.
    Math.min(phrase.weight, 9) / 10
  );
}

/** What the phrases of this part say, those left out that a fuller phrase about the same words corrects. */
export function phraseClaims(reading: Reading, part: Part, returnedFrom: number): PhraseClaim[] {
  const claims: PhraseClaim[] = [];
  for (const phrase of withoutOutspoken(within(reading.phrases, part, ({ first }) => first))) {
    const score = scoreOf(reading, phrase, returnedFrom);
    if (score > 0) claims.push({ rule: phrase.rule, phrase, score });
  }
  return claims;
}
