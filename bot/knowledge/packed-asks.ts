/**
 * The ways of asking of one article laid end to end, by number: a library has hundreds of thousands. Nothing in it
 * depends on other articles.
 */
export interface PackedAsks {
  readonly count: number;
  /** Where the terms, with the meanings, the pairs and the trigrams of an ask end: four entries an ask. */
  readonly ends: Uint32Array;
  /** Term numbers: stems, then marks of meanings. */
  readonly terms: Uint32Array;
  /** Hashes of neighbouring words, and of three-letter pieces. */
  readonly pairs: Uint16Array;
  readonly trigrams: Uint16Array;
}

/** One way of asking; no list has a number twice. */
export interface Ask {
  readonly terms: readonly number[];
  readonly meanings: readonly number[];
  readonly pairs: readonly number[];
  readonly trigrams: readonly number[];
}

/** A meaning counts less than the word itself. */
export const meaningWeight = 0.5;

export function packAsks(asks: readonly Ask[]): PackedAsks {
  const ends = new Uint32Array(4 * asks.length);
  let [terms, pairs, trigrams] = [0, 0, 0];
  for (const [at, ask] of asks.entries()) {
    ends[4 * at] = terms + ask.terms.length;
    terms += ask.terms.length + ask.meanings.length;
    pairs += ask.pairs.length;
    trigrams += ask.trigrams.length;
    ends.set([terms, pairs, trigrams], 4 * at + 1);
  }
  const packed = {
    count: asks.length,
    ends,
    terms: new Uint32Array(terms),
    pairs: new Uint16Array(pairs),
    trigrams: new Uint16Array(trigrams),
  };
  [terms, pairs, trigrams] = [0, 0, 0];
  for (const ask of asks) {
    packed.terms.set(ask.terms, terms);
    packed.terms.set(ask.meanings, terms + ask.terms.length);
    packed.pairs.set(ask.pairs, pairs);
    packed.trigrams.set(ask.trigrams, trigrams);
    terms += ask.terms.length + ask.meanings.length;
    pairs += ask.pairs.length;
    trigrams += ask.trigrams.length;
  }
  return packed;
}
