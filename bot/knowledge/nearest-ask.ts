import { meaningWeight, type PackedAsks } from './packed-asks.ts';
import { pairHashes } from './pairs.ts';
import type { Query } from './read-query.ts';
import type { SearchIndex } from './search-index.ts';
import { hashes, trigramsOf } from './trigrams.ts';

/** How near the ways of asking of an article come to a question. */
export interface Nearness {
  /** Cosine of the nearest, and the mean over the three nearest. */
  readonly best: number;
  readonly mean: number;
  /** Trigram cosine of the one that is spelt most alike. */
  readonly spelling: number;
  /** Neighbouring words shared with one of them, as a share of the question's pairs (of four at most). */
  readonly pairs: number;
}

/**
 * A question laid out so that comparing it costs only the length of what it is compared with. Call `clear`
 * when done: the tables are shared by all questions, which is safe because ranking never yields.
 */
export interface LaidOut {
  nearness(asks: PackedAsks): Nearness;
  clear(): void;
}

const spelt = new Uint8Array(hashes);
const paired = new Uint8Array(hashes);
let weights = new Float32Array(0);

export function layOut(query: Query, index: SearchIndex): LaidOut {
  if (weights.length < index.terms) weights = new Float32Array(index.terms);
  const table = weights;
  const terms = spreadTerms(query, index, table);
  const trigrams = trigramsOf(query.written);
  const pairs = pairHashes(query.words);
  for (const hash of trigrams) spelt[hash] = 1;
  for (const hash of pairs) paired[hash] = 1;
  const pairsWanted = Math.min(4, pairs.size);

  return {
    nearness(asks) {
      let [first, second, third, spelling, shared] = [0, 0, 0, 0, 0];
      let [term, pair, piece] = [0, 0, 0];
      for (let ask = 0; ask < asks.count; ask++) {
        const stemEnd = asks.ends[4 * ask] as number;
        const termEnd = asks.ends[4 * ask + 1] as number;
        const pairEnd = asks.ends[4 * ask + 2] as number;
        const pieceEnd = asks.ends[4 * ask + 3] as number;
        const cosine = cosineWith(asks.terms, term, stemEnd, termEnd, index.askIdf);
        term = termEnd;
        let pairsHere = 0;
        for (; pair < pairEnd; pair++) pairsHere += paired[asks.pairs[pair] as number] as number;
        const pieces = pieceEnd - piece;
        let piecesHere = 0;
        for (; piece < pieceEnd; piece++) piecesHere += spelt[asks.trigrams[piece] as number] as number;
        if (cosine > first) [first, second, third] = [cosine, first, second];
        else if (cosine > second) [second, third] = [cosine, second];
        else if (cosine > third) third = cosine;
        if (pairsHere > shared) shared = pairsHere;
        if (piecesHere > 0) spelling = Math.max(spelling, piecesHere / Math.sqrt(pieces));
      }
      return {
        best: first,
        mean: (first + second + third) / 3,
        spelling: spelling / Math.sqrt(trigrams.size || 1),
        pairs: pairsWanted === 0 ? 0 : shared / pairsWanted,
      };
    },
    clear() {
      for (const number of terms) table[number] = 0;
      for (const hash of trigrams) spelt[hash] = 0;
      for (const hash of pairs) paired[hash] = 0;
    },
  };
}

/** Cosine of the question, laid out in the table, and an ask whose terms lie from `from`, its meanings from `stemEnd`. */
function cosineWith(
  terms: Uint32Array,
  from: number,
  stemEnd: number,
  end: number,
  idf: Float32Array,
): number {
  let alike = false;
  for (let at = from; at < end && !alike; at++) alike = weights[terms[at] as number] !== 0;
  if (!alike) return 0;
  let norm = 0;
  const weightAt = (at: number) => (at < stemEnd ? 1 : meaningWeight) * (idf[terms[at] as number] as number);
  for (let at = from; at < end; at++) norm += weightAt(at) ** 2;
  const scale = norm > 0 ? 1 / Math.sqrt(norm) : 0;
  let cosine = 0;
  for (let at = from; at < end; at++)
    cosine += (weights[terms[at] as number] as number) * Math.fround(weightAt(at) * scale);
  return cosine;
}

/** Writes the question's unit vector into the table and gives the places that it wrote to. */
function spreadTerms(query: Query, index: SearchIndex, table: Float32Array): number[] {
  let norm = 0;
  const known: [number, number][] = [];
  for (const [stem, weight] of query.stems) {
    const value = weight * index.idfOf(stem);
    norm += value * value;
    const number = index.termNumber(stem);
    if (number !== undefined) known.push([number, value]);
  }
  const scale = norm > 0 ? 1 / Math.sqrt(norm) : 0;
  for (const [number, value] of known) table[number] = value * scale;
  return known.map(([number]) => number);
}
