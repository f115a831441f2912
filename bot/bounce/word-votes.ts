import fitted from './fitted.json' with { type: 'json' };
import type { Part } from './part.ts';
import type { Reading } from './reading.ts';
import { conceptNames, visitFeatures } from './word-features.ts';

/**
 * What the words speak for, learned from labelled pastes by `npm run learn`. Phrases know what they were written for;
 * this knows which words, and which things spoken of, go with which reason, and so tells apart what phrases of several
 * reasons find in a text and reads what no phrase knows: softmax regression over words, concepts and pairs of these.
 */
export interface Votes {
  /** Natural logarithm of how likely the reason is; `none` stands for text that is no mail error. */
  readonly likelihoodOf: (reason: string) => number;
  /** Votes cast: few make no opinion. */
  readonly count: number;
  /** The likeliest reason, `none` left out. */
  readonly winner: string;
  /** First and last of the neighbouring words that speak most for the reason; `undefined` when hardly any do. */
  readonly spanFor: (reason: string) => { readonly first: number; readonly last: number } | undefined;
}

interface Vote {
  readonly row: number;
  readonly at: number;
  /** A word itself, no address, host name or thing spoken of. */
  readonly isWord: boolean;
}

const { step, strength } = fitted;
const reasons = fitted.reasons.split(' ');
const bias = fitted.bias.split(' ').map(Number);
const size = reasons.length;
const place = new Map(reasons.map((reason, at) => [reason, at]));
const nonePlace = place.get('none');
const weights = new Int8Array(Buffer.from(fitted.weights, 'base64'));

const words = new Map<string, number>();
const concepts = new Int32Array(conceptNames.length).fill(-1);
const pairs = new Map<number, number>();
const pairKey = (one: number, other: number): number => one * conceptNames.length + other;
const conceptPlace = new Map(conceptNames.map((name, at) => [name, at]));
for (const [row, feature] of fitted.features.split('\n').entries()) {
  const [one = '', other] = feature.split(' ');
  if (feature[0] === '=') words.set(feature.slice(1), row);
  else if (other === undefined) concepts[conceptPlace.get(one) ?? -1] = row;
  else pairs.set(pairKey(conceptPlace.get(one) ?? 0, conceptPlace.get(other) ?? 0), row);
}

/** What stands behind this many words (of a log) tells nothing new. */
const mostWords = 3000;
// Which run last saw a row: no word votes twice.
const seenIn = new Int32Array(fitted.features.split('\n').length).fill(-1);
let run = 0;

function votesIn(reading: Reading, part: Part, end: number): Vote[] {
  run++;
  const votes: Vote[] = [];
  const cast = (row: number | undefined, at: number, isWord: boolean): void => {
    if (row === undefined || row < 0 || seenIn[row] === run) return;
    seenIn[row] = run;
    votes.push({ row, at, isWord });
  };
  visitFeatures(reading, part, Math.min(end, mostWords, reading.words.length), {
    word: (text, at) => cast(words.get(text), at, true),
    concept: (concept, at) => cast(concepts[concept], at, false),
    pair: (one, other, at) => cast(pairs.get(pairKey(one, other)), at, false),
  });
  return votes;
}

/** Logarithm of the softmax of the summed weights. Plain loops: this runs for every text. */
function likelihoods(votes: readonly Vote[]): Float64Array {
  const scale = (step * strength) / Math.sqrt(Math.max(1, votes.length));
  const sums = new Int32Array(size);
  for (const { row } of votes) {
    const from = row * size;
    for (let at = 0; at < size; at++) sums[at] = (sums[at] as number) + (weights[from + at] as number);
  }
  const likely = new Float64Array(size);
  let most = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < size; at++) {
    const score = (sums[at] as number) * scale + (bias[at] as number);
    likely[at] = score;
    if (score > most) most = score;
  }
  let total = 0;
  for (let at = 0; at < size; at++) total += Math.exp((likely[at] as number) - most);
  const share = most + Math.log(total);
  for (let at = 0; at < size; at++) likely[at] = (likely[at] as number) - share;
  return likely;
}

const fewestWords = 2;

/** The run of neighbouring votes with the greatest sum, if words enough of it speak for the reason. */
function spanOf(votes: readonly Vote[], reason: number): { first: number; last: number } | undefined {
  let best: { first: number; last: number; sum: number; words: number } | undefined;
  let sum = 0;
  let first = 0;
  let words = 0;
  for (const { row, at, isWord } of votes) {
    if (sum <= 0) {
      sum = 0;
      words = 0;
      first = at;
    }
    const weight = weights[row * size + reason] ?? 0;
    sum += weight;
    if (isWord && weight > 0) words++;
    if (sum > (best?.sum ?? 0)) best = { first, last: at, sum, words };
  }
  return best && best.words >= fewestWords ? best : undefined;
}

export function votesFor(reading: Reading, part: Part, end: number): Votes {
  const votes = votesIn(reading, part, end);
  const likely = likelihoods(votes);
  let winner = 0;
  for (let at = 0; at < size; at++) {
    if (at !== nonePlace && (winner === nonePlace || (likely[at] ?? 0) > (likely[winner] ?? 0))) winner = at;
  }
  const placeOf = (reason: string): number => place.get(reason) ?? -1;
  return {
    likelihoodOf: (reason) => likely[placeOf(reason)] ?? Number.NEGATIVE_INFINITY,
    count: votes.length,
    winner: reasons[winner] ?? 'unknown',
    spanFor: (reason) => spanOf(votes, placeOf(reason)),
  };
}
