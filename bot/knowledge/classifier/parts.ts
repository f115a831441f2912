import { wordHash } from '../pairs.ts';
import { trigramsOf } from '../trigrams.ts';
import { stemOf } from '../words.ts';

/** A word as the classifier sees it: the hash of its stem, and those of its three-letter pieces. */
export interface PartWord {
  readonly hash: number;
  readonly trigrams: readonly number[];
}

/** What a text is made of, as numbers below `partNumbers`, with repetitions. */
export interface Parts {
  /** Words, stop words and all, and neighbours in their order. */
  readonly words: readonly number[];
  readonly pieces: readonly number[];
}

const bits = 18;
/** Few enough for a table; so many that parts of a library of ordinary size rarely share a number. */
export const partNumbers = 1 << bits;
const pairSeed = 0x9e37_79b1;
const pieceSeed = 0x5bd1_e995;

export function partsOf(text: readonly PartWord[]): Parts {
  const words: number[] = [];
  const pieces: number[] = [];
  let before: PartWord | undefined;
  for (const word of text) {
    words.push(spread(word.hash));
    if (before) words.push(spread(Math.imul(before.hash, pairSeed) ^ word.hash));
    for (const trigram of word.trigrams) pieces.push(spread(trigram ^ pieceSeed));
    before = word;
  }
  return { words, pieces };
}

export function toPartWord(folded: string): PartWord {
  return { hash: wordHash(stemOf(folded)), trigrams: [...trigramsOf([folded])] };
}

/** The finishing steps of MurmurHash3. */
function spread(number: number): number {
  let hash = number;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return (hash ^ (hash >>> 16)) >>> (32 - bits);
}
