import { pairHashes } from './pairs.ts';
import { trigramsOf } from './trigrams.ts';
import type { Word } from './words.ts';

/** The ways of asking of one article, laid end to end: a library has hundreds of thousands of them. */
export interface PackedAsks {
  readonly count: number;
  /** Where the terms, pairs and trigrams of an ask end; three entries an ask. */
  readonly ends: Uint32Array;
  /** Term numbers and each one's share of a unit vector. */
  readonly terms: Uint32Array;
  readonly weights: Float32Array;
  /** Hashes of neighbouring words, and of three-letter pieces. */
  readonly pairs: Uint16Array;
  readonly trigrams: Uint16Array;
}

export type AskTexts = readonly {
  readonly terms: readonly number[];
  readonly meanings: readonly number[];
  readonly words: readonly Word[];
}[];

export function createPackedAsks(asks: AskTexts, idf: Float32Array, meaningWeight: number): PackedAsks {
  const ends: number[] = [];
  const terms: number[] = [];
  const weights: number[] = [];
  const pairs: number[] = [];
  const trigrams: number[] = [];
  for (const ask of asks) {
    const from = terms.length;
    terms.push(...ask.terms, ...ask.meanings);
    for (const term of ask.terms) weights.push(idf[term] ?? 0);
    for (const term of ask.meanings) weights.push(meaningWeight * (idf[term] ?? 0));
    let norm = 0;
    for (let at = from; at < weights.length; at++) norm += (weights[at] as number) ** 2;
    const scale = norm > 0 ? 1 / Math.sqrt(norm) : 0;
    for (let at = from; at < weights.length; at++) weights[at] = (weights[at] as number) * scale;
    pairs.push(...pairHashes(ask.words));
    trigrams.push(...trigramsOf(ask.words.map((word) => word.folded)));
    ends.push(terms.length, pairs.length, trigrams.length);
  }
  return {
    count: asks.length,
    ends: Uint32Array.from(ends),
    terms: Uint32Array.from(terms),
    weights: Float32Array.from(weights),
    pairs: Uint16Array.from(pairs),
    trigrams: Uint16Array.from(trigrams),
  };
}
