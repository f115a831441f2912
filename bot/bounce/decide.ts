import type { FoundClientCode } from './client-code-at.ts';
import { clientCodes } from './client-codes.ts';
import { type Part, within } from './part.ts';
import { type PhraseClaim, phraseClaims } from './phrase-claims.ts';
import type { FoundPhrase, Reading } from './reading.ts';
import type { ReasonRule } from './reason.ts';
import { reasonRules } from './reasons/index.ts';
import type { SmtpCode } from './smtp-codes.ts';
import { type Votes, votesFor } from './word-votes.ts';

/** What spoke for a reason: a phrase, a server's code or a mail program's. */
export interface Decision extends Claimed {
  /** Natural logarithm of how likely the words are no mail error at all; `undefined`: too few words to tell. */
  readonly nothing: () => number | undefined;
}

interface Claimed {
  readonly rule: ReasonRule;
  readonly phrase?: FoundPhrase;
  readonly code?: SmtpCode;
  readonly clientCode?: FoundClientCode;
}

interface Claim extends Claimed {
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
  const claims: Claim[] = [];
  for (const code of within(codes, part, ({ at }) => at)) {
    const known = code.at < returnedFrom && (code.kind === 'reply' ? byReply : byStatus).get(code.text);
    if (known) claims.push({ rule: known.rule, code, score: known.score });
  }
  return claims;
}

/** `Server Error: 0x800CCC90, Error Number: 0x800CCC92`: the number is the program's own verdict. */
const numberWords = new Set(['number', 'id', 'nummer', 'fehlernummer']);

function clientClaims(reading: Reading, part: Part): Claim[] {
  return within(reading.clientCodes, part, ({ first }) => first).flatMap((clientCode) => {
    const listed = clientCodes[clientCode.code.slice(2)];
    const rule = byReason.get(listed?.reason ?? 'unknown');
    const own = numberWords.has(reading.words[clientCode.first - 1]?.text ?? '') ? 1 : 0;
    return rule ? [{ rule, clientCode, score: listed ? worth.clientCode + own : worth.unlisted }] : [];
  });
}

/** Points of a claim that a reason e times as likely is worth, and how unlikely one may count at most. */
const votePoints = 90;
const leastLikely = Math.log(0.001);
/** A mail program's own words stand around those of the server, which tell more. */
const wrapperCost = 200;
/** The words alone decide for a reason that they make at least this likely. */
const likelyAlone = Math.log(0.8);

const isBeyondDoubt = ({ phrase, code, clientCode, score }: Claim): boolean =>
  phrase?.strength === 'sure' ||
  (clientCode !== undefined && score >= worth.clientCode) ||
  (code !== undefined && score >= worth.status);

/** Of fewer votes no opinion is made whether the text is an error at all. */
const fewVotes = 5;

/** Markers that stand around every error: what they say alone is no reason. */
const framing = ['bounce', 'answer', 'ours', 'restart', 'remote', 'original'] as const;

/** Whether the span has no words but those that frame errors. */
function isFraming({ words, markers }: Reading, { first, last }: { first: number; last: number }): boolean {
  const isFramed = (at: number): boolean =>
    framing.some((kind) => markers.get(kind)?.some((frame) => frame.first <= at && frame.last >= at));
  for (let at = first; at <= last; at++) if (words[at]?.kind === 'word' && !isFramed(at)) return false;
  return true;
}

/** The claims with what the words speak for added; and the likeliest reason, when no claim names it. */
function weighed(claims: readonly Claim[], votes: Votes, reading: Reading): Claim[] {
  if (votes.count < fewVotes) return [...claims];
  const points = (reason: string): number => Math.max(leastLikely, votes.likelihoodOf(reason)) * votePoints;
  const quotesServer = claims.some(
    ({ rule, phrase }) => rule.kind === 'bounce' && phrase?.strength === 'clear',
  );
  const all = claims.map((claim) => {
    if (isBeyondDoubt(claim)) return claim;
    const wraps = quotesServer && claim.rule.kind === 'mail-client';
    return { ...claim, score: claim.score + points(claim.rule.reason) - (wraps ? wrapperCost : 0) };
  });
  const rule = byReason.get(votes.winner);
  if (rule && votes.likelihoodOf(votes.winner) > likelyAlone) {
    const span = votes.spanFor(rule.reason);
    if (span && !isFraming(reading, span))
      all.push({
        rule,
        phrase: { rule, rank: 0, strength: 'outer', weight: 1, ...span },
        score: points(rule.reason),
      });
  }
  return all;
}

function best(claims: readonly Claim[]): Claim | undefined {
  let most: Claim | undefined;
  for (const claim of claims) if (!most || claim.score > most.score) most = claim;
  return most;
}

/** The reason that the words of this part speak for most; `undefined` when nothing in them decides. */
export function decide(
  reading: Reading,
  part: Part,
  returnedFrom: number,
  own: Part = part,
): Decision | undefined {
  const inWords = phraseClaims(reading, part, returnedFrom);
  const claims = [...clientClaims(reading, part), ...inWords, ...codeClaims(reading, part, returnedFrom)];
  let votes: Votes | undefined;
  const voted = (): Votes => {
    votes ??= votesFor(reading, own, returnedFrom);
    return votes;
  };
  const first = best(claims);
  const decided = first && isBeyondDoubt(first) ? first : best(weighed(claims, voted(), reading));
  if (!decided) return undefined;
  const nothing = (): number | undefined =>
    voted().count < fewVotes ? undefined : voted().likelihoodOf('none');
  const { rule, code, clientCode } = decided;
  const phrase = fullest(inWords, rule) ?? decided.phrase;
  return {
    rule,
    nothing,
    ...(phrase && { phrase }),
    ...(code && { code }),
    ...(clientCode && { clientCode }),
  };
}

/** Words worth showing: the fullest that say the same, also when a code decided. */
function fullest(claims: readonly PhraseClaim[], rule: ReasonRule): FoundPhrase | undefined {
  let most = Number.NEGATIVE_INFINITY;
  for (const claim of claims) if (claim.rule === rule && claim.score > most) most = claim.score;
  let found: FoundPhrase | undefined;
  for (const claim of claims) {
    if (claim.rule !== rule || claim.score <= most - sameWorth) continue;
    if (!found || claim.phrase.weight > found.weight) found = claim.phrase;
  }
  return found;
}
