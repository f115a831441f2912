import { besideThePoint } from './beside-the-point.ts';
import { type CleanText, cleanText } from './clean-text.ts';
import { clientCodesIn, type FoundClientCode } from './client-code-at.ts';
import { type MarkerKind, markers } from './markers.ts';
import { createMatcher, type Match } from './phrase-matcher.ts';
import type { Phrase, ReasonRule } from './reason.ts';
import { reasonRules } from './reasons/index.ts';
import { markEnds } from './sentences.ts';
import { type SmtpCode, smtpCodesIn } from './smtp-codes.ts';
import { type Word, wordsOf } from './words.ts';

/** A reason's phrase found in the text. `rank`: place of its reason in the list, the first being the most telling. */
export interface FoundPhrase {
  readonly rule: ReasonRule;
  readonly rank: number;
  readonly strength: 'sure' | 'clear' | 'outer' | 'weak';
  readonly first: number;
  readonly last: number;
  readonly weight: number;
}

export interface FoundMarker {
  readonly first: number;
  readonly last: number;
}

/** The text taken apart once; everything else asks this. Word numbers are indexes into `words`. */
export interface Reading {
  readonly clean: CleanText;
  readonly words: readonly Word[];
  readonly codes: readonly SmtpCode[];
  /** The same by their words. */
  readonly codeAt: ReadonlyMap<number, SmtpCode>;
  readonly clientCodes: readonly FoundClientCode[];
  /** In the order of their first words, as are the markers of each kind. */
  readonly phrases: readonly FoundPhrase[];
  readonly markers: ReadonlyMap<MarkerKind, readonly FoundMarker[]>;
  /** Words that no reason is read from are 1; `undefined` when there are none. */
  readonly beside: Uint8Array | undefined;
}

interface Listed {
  readonly says: string;
  readonly found: (match: Match, phrases: FoundPhrase[], markers: Map<MarkerKind, FoundMarker[]>) => void;
}

const rules: readonly ReasonRule[] = reasonRules;

function strengthOf(rule: ReasonRule, phrase: Phrase): FoundPhrase['strength'] {
  if (phrase.weak) return 'weak';
  if (phrase.sure) return 'sure';
  return rule.outer || rule.vague ? 'outer' : 'clear';
}

const listed: readonly Listed[] = [
  ...rules.flatMap((rule, rank) =>
    rule.phrases.map((phrase: Phrase) => ({
      says: phrase.says,
      found: ({ first, last, weight }: Match, phrases: FoundPhrase[]) => {
        phrases.push({ rule, rank, strength: strengthOf(rule, phrase), first, last, weight });
      },
    })),
  ),
  ...Object.entries(markers).flatMap(([kind, all]) =>
    all.map((says) => ({
      says,
      found: ({ first, last }: Match, _: FoundPhrase[], markers: Map<MarkerKind, FoundMarker[]>) => {
        const known = markers.get(kind as MarkerKind);
        if (known) known.push({ first, last });
        else markers.set(kind as MarkerKind, [{ first, last }]);
      },
    })),
  ),
];

const match = createMatcher(listed.map((entry) => entry.says));

/** Sorts by first words; what is in order already, as most lists are, costs next to nothing. */
function inOrder<One extends FoundMarker>(all: One[]): One[] {
  for (let at = 1; at < all.length; at++) {
    if ((all[at] as One).first < (all[at - 1] as One).first)
      return all.sort((one, other) => one.first - other.first);
  }
  return all;
}

export function readText(text: string): Reading {
  const clean = cleanText(text);
  const words = wordsOf(clean.text);
  const beside = besideThePoint(words, clean.text);
  const codes = smtpCodesIn(words, clean.text).filter(({ at }) => !beside?.[at]);
  markEnds(words, codes, clean.text);
  const phrases: FoundPhrase[] = [];
  const markers = new Map<MarkerKind, FoundMarker[]>();
  for (const one of match(words)) listed[one.phrase]?.found(one, phrases, markers);
  const telling = beside
    ? phrases.filter(({ strength, first, last }) => strength === 'sure' || !(beside[first] && beside[last]))
    : phrases;
  inOrder(telling);
  for (const all of markers.values()) inOrder(all);
  const codeAt = new Map(codes.map((code) => [code.at, code]));
  return {
    clean,
    words,
    codes,
    codeAt,
    clientCodes: clientCodesIn(words),
    phrases: telling,
    markers,
    beside,
  };
}
