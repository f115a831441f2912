import { growing } from './growing.ts';

/** Ways of asking laid end to end, by number: a library has hundreds of thousands of them. */
export interface PackedAsks {
  /** Where the terms, pairs and trigrams of an ask end; three entries an ask. */
  readonly ends: Uint32Array;
  /** Term numbers and each one's share of a unit vector. */
  readonly terms: Uint32Array;
  readonly weights: Float32Array;
  /** Hashes of neighbouring words, and of three-letter pieces. */
  readonly pairs: Uint16Array;
  readonly trigrams: Uint16Array;
}

/** One way of asking; no list has a number twice. */
export interface Ask {
  readonly terms: readonly number[];
  readonly meanings: readonly number[];
  readonly pairs: Iterable<number>;
  readonly trigrams: Iterable<number>;
}

/** A meaning counts less than the word itself. */
export const meaningWeight = 0.5;
const asksBetweenPauses = 500;

export interface AskPacker {
  readonly count: number;
  add(ask: Ask): void;
  /** `idf` by term number. */
  finish(idf: Float32Array): Generator<void, PackedAsks>;
}

export function createAskPacker(): AskPacker {
  const ends = growing.uint32();
  const terms = growing.uint32();
  const factors = growing.float32();
  const pairs = growing.uint16();
  const trigrams = growing.uint16();
  return {
    get count() {
      return ends.length / 3;
    },
    add(ask) {
      for (const term of ask.terms) {
        terms.push(term);
        factors.push(1);
      }
      for (const term of ask.meanings) {
        terms.push(term);
        factors.push(meaningWeight);
      }
      for (const pair of ask.pairs) pairs.push(pair);
      for (const trigram of ask.trigrams) trigrams.push(trigram);
      ends.push(terms.length);
      ends.push(pairs.length);
      ends.push(trigrams.length);
    },
    *finish(idf) {
      const packed = {
        ends: ends.finish(),
        terms: terms.finish(),
        weights: factors.finish(),
        pairs: pairs.finish(),
        trigrams: trigrams.finish(),
      };
      for (let ask = 0, from = 0; 3 * ask < packed.ends.length; ask++) {
        const end = packed.ends[3 * ask] as number;
        toUnitVector(packed.terms, packed.weights, from, end, idf);
        from = end;
        if (ask % asksBetweenPauses === 0) yield;
      }
      return packed;
    },
  };
}

function toUnitVector(
  terms: Uint32Array,
  weights: Float32Array,
  from: number,
  end: number,
  idf: Float32Array,
): void {
  const weightAt = (at: number) => (weights[at] as number) * (idf[terms[at] as number] ?? 0);
  let norm = 0;
  for (let at = from; at < end; at++) norm += weightAt(at) ** 2;
  const scale = norm > 0 ? 1 / Math.sqrt(norm) : 0;
  for (let at = from; at < end; at++) weights[at] = weightAt(at) * scale;
}
