import type { AskVector } from './search-index.ts';
import { hashes } from './trigrams.ts';

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
  nearness(asks: readonly AskVector[]): Nearness;
  clear(): void;
}

const spelt = new Uint8Array(hashes);
const paired = new Uint8Array(hashes);
let weights = new Float32Array(0);

export function layOut(question: AskVector, terms: number): LaidOut {
  if (weights.length < terms) weights = new Float32Array(terms);
  question.terms.forEach((term, at) => {
    weights[term] = question.weights[at] ?? 0;
  });
  for (const hash of question.trigrams) spelt[hash] = 1;
  for (const hash of question.pairs) paired[hash] = 1;
  const pairsWanted = Math.min(4, question.pairs.length);

  return {
    nearness(asks) {
      let first = 0;
      let second = 0;
      let third = 0;
      let spelling = 0;
      let pairs = 0;
      for (const ask of asks) {
        const cosine = dot(ask);
        if (cosine > first) [first, second, third] = [cosine, first, second];
        else if (cosine > second) [second, third] = [cosine, second];
        else if (cosine > third) third = cosine;
        spelling = Math.max(spelling, marks(ask.trigrams, spelt) / Math.sqrt(ask.trigrams.length || 1));
        pairs = Math.max(pairs, marks(ask.pairs, paired));
      }
      return {
        best: first,
        mean: (first + second + third) / 3,
        spelling: spelling / Math.sqrt(question.trigrams.length || 1),
        pairs: pairsWanted === 0 ? 0 : pairs / pairsWanted,
      };
    },
    clear() {
      for (const term of question.terms) weights[term] = 0;
      for (const hash of question.trigrams) spelt[hash] = 0;
      for (const hash of question.pairs) paired[hash] = 0;
    },
  };
}

function dot(ask: AskVector): number {
  const { terms, weights: own } = ask;
  let sum = 0;
  for (let at = 0; at < terms.length; at++)
    sum += (weights[terms[at] as number] as number) * (own[at] as number);
  return sum;
}

function marks(values: Uint16Array, table: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < values.length; at++) count += table[values[at] as number] as number;
  return count;
}
