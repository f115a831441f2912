import fitted from './fitted.json' with { type: 'json' };
import type { Part } from './part.ts';
import type { Reading } from './reading.ts';
import { conceptNames, visitFeatures } from './word-features.ts';
import type { Form } from './words.ts';

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

const { step, strength } = fitted;
const reasons = fitted.reasons.split(' ');
const bias = fitted.bias.split(' ').map(Number);
const size = reasons.length;
const place = new Map(reasons.map((reason, at) => [reason, at]));
const nonePlace = place.get('none');
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

const nothing = -1;
const rowOf = (form: Form): number => {
  form.vote ??= words.get(form.text) ?? nothing;
  return form.vote;
};

/** The weights that are not zero, less than half of all: those of a row are `from[row]` to `from[row + 1]`. */
const weights = {
  from: Int32Array.from([0, ...bytesOf(fitted.counts)]),
  places: bytesOf(fitted.places),
  values: new Int8Array(bytesOf(fitted.weights)),
};
for (let row = 1; row < weights.from.length; row++)
  weights.from[row] = (weights.from[row] as number) + (weights.from[row - 1] as number);

function bytesOf(base64: string): Uint8Array {
  return Buffer.from(base64, 'base64');
}

/** What stands behind this many words (of a log) tells nothing new. */
const mostWords = 3000;
// Which run last saw a row: no word votes twice.
const seenIn = new Int32Array(weights.from.length).fill(-1);
let run = 0;

/** A list of rows, the words they stand for, and whether that is a word itself, no address, host name or thing spoken of. */
interface Cast {
  readonly rows: number[];
  readonly at: number[];
  readonly isWord: boolean[];
}

function votesIn(reading: Reading, part: Part, end: number): Cast {
  run++;
  const votes: Cast = { rows: [], at: [], isWord: [] };
  const cast = (row: number | undefined, at: number, isWord: boolean): void => {
    if (row === undefined || row < 0 || seenIn[row] === run) return;
    seenIn[row] = run;
    votes.rows.push(row);
    votes.at.push(at);
    votes.isWord.push(isWord);
  };
  visitFeatures(reading, part, Math.min(end, mostWords, reading.words.length), {
    word: (form, at) => cast(rowOf(form), at, true),
    label: (label, at) => cast(words.get(label), at, true),
    concept: (concept, at) => cast(concepts[concept], at, false),
    pair: (one, other, at) => cast(pairs.get(pairKey(one, other)), at, false),
  });
  return votes;
}

/** Logarithm of the softmax of the summed weights. Plain loops: this runs for every text. */
function likelihoods({ rows }: Cast): Float64Array {
  const { from, places, values } = weights;
  const scale = (step * strength) / Math.sqrt(Math.max(1, rows.length));
  const likely = new Float64Array(size);
  for (const row of rows) {
    const end = from[row + 1] as number;
    for (let at = from[row] as number; at < end; at++) {
      const place = places[at] as number;
      likely[place] = (likely[place] as number) + (values[at] as number);
    }
  }
  let most = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < size; at++) {
    const score = (likely[at] as number) * scale + (bias[at] as number);
    likely[at] = score;
    if (score > most) most = score;
  }
  let total = 0;
  for (let at = 0; at < size; at++) total += Math.exp((likely[at] as number) - most);
  const share = most + Math.log(total);
  for (let at = 0; at < size; at++) likely[at] = (likely[at] as number) - share;
  return likely;
}

function weightOf(row: number, reason: number): number {
  const end = weights.from[row + 1] as number;
  for (let at = weights.from[row] as number; at < end; at++) {
    if (weights.places[at] === reason) return weights.values[at] as number;
  }
  return 0;
}

const fewestWords = 2;

/** The run of neighbouring votes with the greatest sum, if words enough of it speak for the reason. */
function spanOf(votes: Cast, part: Part, reason: number): { first: number; last: number } | undefined {
  let best: { first: number; last: number; sum: number; words: number } | undefined;
  let sum = 0;
  let first = 0;
  let last = 0;
  let words = 0;
  for (let vote = 0; vote < votes.rows.length; vote++) {
    const at = votes.at[vote] as number;
    // What is said of another recipient stands between the pieces of a part.
    if (sum <= 0 || !part.some((piece) => piece.first <= last && at < piece.end)) {
      sum = 0;
      words = 0;
      first = at;
    }
    last = at;
    const weight = weightOf(votes.rows[vote] as number, reason);
    sum += weight;
    if (votes.isWord[vote] && weight > 0) words++;
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
    count: votes.rows.length,
    winner: reasons[winner] ?? 'unknown',
    spanFor: (reason) => spanOf(votes, part, placeOf(reason)),
  };
}
