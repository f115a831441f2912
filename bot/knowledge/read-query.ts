import { firstTerms } from './condense.ts';
import { plainSpelling } from './language/chat-spellings.ts';
import { stopWords } from './language/stop-words.ts';
import { meaningsOf } from './language/synonyms.ts';
import { meaningWeight } from './packed-asks.ts';
import type { SearchIndex } from './search-index.ts';
import type { Speller } from './speller.ts';
import { isContent, stemOf, tokensOf, type Word } from './words.ts';

/** A question as the index sees it. */
export interface Query {
  /** The content words, spelling corrected, for comparing with ways of asking. */
  readonly words: readonly Word[];
  /** Stems with their weights; a misspelt word keeps a small weight beside its correction. */
  readonly stems: ReadonlyMap<string, number>;
  /** The content words as they were written. */
  readonly written: readonly string[];
  /** What was searched for where it differs from what was written. */
  readonly corrected: ReadonlyMap<string, string>;
  /** Content words that the library has never seen, corrected or not, as a share of all, 0 to 1. */
  readonly unknownShare: number;
}

const misspeltWeight = 0.25;

/** Reads an already condensed text. */
export function readQuery(text: string, index: SearchIndex, speller: Speller): Query {
  const corrected = new Map<string, string>();
  const tokens = joinKnown(
    tokensOf(text).map((token) => plainly(token, corrected)),
    index,
  );
  const kept = firstTerms(tokens.filter(isContent), (token) => token);
  const stems = new Map<string, number>();
  const raise = (stem: string, weight: number) => stems.set(stem, Math.max(stems.get(stem) ?? 0, weight));
  const words: Word[] = [];
  let unknown = 0;
  for (const folded of kept) {
    const stem = stemOf(folded);
    const known = index.termNumber(stem) !== undefined;
    const corrections = known || index.vocabulary.has(folded) ? [] : speller.correct(folded);
    const best = corrections[0];
    // A misspelt function word says as little as a well spelt one.
    if (best && stopWords.has(best.word)) continue;
    if (best) {
      corrected.set(folded, best.word);
      raise(stem, misspeltWeight);
      for (const { word, weight } of corrections) raiseWithMeanings(stemOf(word), weight, raise);
      words.push({ folded: best.word, stem: stemOf(best.word) });
    } else {
      if (!known) unknown++;
      raiseWithMeanings(stem, 1, raise);
      words.push({ folded, stem });
    }
  }
  return {
    words,
    stems,
    written: kept,
    corrected,
    unknownShare: kept.length === 0 ? 1 : unknown / kept.length,
  };
}

function plainly(token: string, corrected: Map<string, string>): string {
  const plain = plainSpelling(token);
  // Nobody needs to hear that "ur" is "your".
  if (plain !== token && isContent(plain)) corrected.set(token, plain);
  return plain;
}

function raiseWithMeanings(
  stem: string,
  weight: number,
  raise: (stem: string, weight: number) => void,
): void {
  raise(stem, weight);
  for (const meaning of meaningsOf(stem)) raise(meaning, weight * meaningWeight);
}

/** "mail server" where the library writes "mailserver", and the other way round, are the same word. */
function joinKnown(tokens: readonly string[], index: SearchIndex): string[] {
  const joined: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] ?? '';
    const next = tokens[at + 1] ?? '';
    const both = token + next;
    joined.push(token);
    const wordlike = token.length >= 3 && next.length >= 3 && !stopWords.has(token) && !stopWords.has(next);
    if (wordlike && index.vocabulary.has(both)) joined.push(both);
  }
  return joined;
}
