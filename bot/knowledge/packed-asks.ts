import { growing } from './growing.ts';
import { pairHash } from './pairs.ts';
import { hashes } from './trigrams.ts';

/**
 * The ways of asking of one article laid end to end, by number: a library has hundreds of thousands. Nothing in it
 * depends on other articles.
 */
export interface PackedAsks {
  readonly count: number;
  /** Where the terms, with the meanings, the pairs and the trigrams of an ask end: four entries an ask. */
  readonly ends: Uint32Array;
  /** Term numbers: stems, then marks of meanings; none twice in an ask, nor are pairs and trigrams. */
  readonly terms: Uint32Array;
  /** Hashes of neighbouring words, and of three-letter pieces. */
  readonly pairs: Uint16Array;
  readonly trigrams: Uint16Array;
}

/** A content word of a way of asking. */
export interface AskWord {
  /** Number of the stem's term; below zero when it has none. */
  readonly term: number;
  readonly meanings: readonly number[];
  /** The stem's `wordHash`. */
  readonly hash: number;
  readonly trigrams: readonly number[];
}

/** A meaning counts less than the word itself. */
export const meaningWeight = 0.5;

export interface AskPacker {
  add(words: readonly AskWord[]): void;
  /** What was added; begins anew. */
  finish(): PackedAsks;
}

export function createAskPacker(): AskPacker {
  const ends = growing.uint32();
  const terms = growing.uint32();
  const pairs = growing.uint16();
  const trigrams = growing.uint16();
  const [termSeen, pairSeen, trigramSeen] = [createSeen(), createSeen(hashes), createSeen(hashes)];
  const addTerm = (term: number): void => {
    if (term >= 0 && termSeen.isNew(term)) terms.push(term);
  };
  return {
    add(words) {
      for (const seen of [termSeen, pairSeen, trigramSeen]) seen.forget();
      for (const { term } of words) addTerm(term);
      ends.push(terms.length);
      for (const { meanings } of words) for (const meaning of meanings) addTerm(meaning);
      for (let at = 1; at < words.length; at++) {
        const [a, b] = [(words[at - 1] as AskWord).hash, (words[at] as AskWord).hash];
        const pair = pairHash(a, b);
        if (a !== b && pairSeen.isNew(pair)) pairs.push(pair);
      }
      for (const word of words)
        for (const trigram of word.trigrams) if (trigramSeen.isNew(trigram)) trigrams.push(trigram);
      ends.push(terms.length);
      ends.push(pairs.length);
      ends.push(trigrams.length);
    },
    finish: () => ({
      count: ends.length / 4,
      ends: ends.take(),
      terms: terms.take(),
      pairs: pairs.take(),
      trigrams: trigrams.take(),
    }),
  };
}

/** Tells numbers that it has not seen since it forgot; forgetting costs nothing. */
function createSeen(size = 64) {
  let rounds = new Uint32Array(size);
  let round = 0;
  return {
    forget(): void {
      round++;
    },
    isNew(number: number): boolean {
      if (number >= rounds.length) {
        const larger = new Uint32Array(2 * number);
        larger.set(rounds);
        rounds = larger;
      }
      if (rounds[number] === round) return false;
      rounds[number] = round;
      return true;
    },
  };
}
