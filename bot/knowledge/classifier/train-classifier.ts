import type { Lessons } from './lessons.ts';
import type { Vocabulary } from './vectors.ts';

/** What was learnt: plain data, which can be kept. */
export interface Learnt {
  readonly vocabulary: Vocabulary;
  /** For each feature a row of one byte an article and one for the scope; by column what a byte stands for. */
  readonly weights: Int8Array;
  readonly scales: Float32Array;
}

const rounds = 5;
/** How much a mistake costs against large weights (the C of a support vector machine). */
const cost = 0.3;
/** Articles that are learnt at a time: the weights of more would not stay in the processor's cache. */
const blockSize = 48;
const textsBetweenPauses = 100;
const smallestMove = 1e-3;

/**
 * A linear support vector machine for each article against all others, and one for all that answer against all
 * hand-offs (squared hinge loss), by dual coordinate descent (Hsieh et al., 2008). The same lessons give the same
 * weights. Pauses often.
 */
export function* trainClassifier(lessons: Lessons): Generator<void, Learnt> {
  const { vocabulary, answering } = lessons;
  const columns = answering.length + 1;
  const weights = new Int8Array(vocabulary.parts.length * columns);
  const scales = new Float32Array(columns);
  const blocks = Math.ceil(columns / blockSize);
  for (let block = 0; block < blocks; block++) {
    const from = Math.floor((block * columns) / blocks);
    const to = Math.floor(((block + 1) * columns) / blocks);
    const learnt = yield* trainBlock(lessons, from, to);
    keep(learnt, to - from, weights, scales, from, columns);
    yield;
  }
  return { vocabulary, weights, scales };
}

/** Weights of the columns `from` up to, but without, `to`: a row of them for each feature. */
function* trainBlock(lessons: Lessons, from: number, to: number): Generator<void, Float32Array> {
  const weights = new Float32Array(lessons.vocabulary.parts.length * (to - from));
  const learn = createLearner(lessons, weights, from, to - from);
  const order = Int32Array.from(lessons.ends.keys());
  const random = createRandom();
  for (let round = 0; round < rounds; round++) {
    shuffle(order, random);
    for (let step = 0; step < order.length; step += textsBetweenPauses) {
      for (const text of order.subarray(step, step + textsBetweenPauses)) learn(text);
      yield;
    }
  }
  return weights;
}

/** Learns one text: the weights move until each column of the block tells whether it is one of its own. */
function createLearner(lessons: Lessons, weights: Float32Array, from: number, size: number) {
  const { articles, answering, ends, values } = lessons;
  const scope = answering.length - from;
  const duals = new Float32Array(ends.length * size);
  const scores = new Float64Array(size);
  const moving = new Int32Array(size);
  const moves = new Float64Array(size);
  const softness = 1 / (2 * cost);
  return (text: number): void => {
    const start = text === 0 ? 0 : (ends[text - 1] as number);
    const end = ends[text] as number;
    addRows(lessons, weights, scores.fill(0), start, end);
    const curvature = squared(values, start, end) + softness;
    const article = articles[text] as number;
    const own = article - from;
    const ofScope = answering[article] === 1;
    const row = text * size;
    let moved = 0;
    for (let column = 0; column < size; column++) {
      const sign = column === own || (column === scope && ofScope) ? 1 : -1;
      const dual = duals[row + column] as number;
      const slope = sign * (scores[column] as number) - 1 + dual * softness;
      if (dual === 0 && slope >= 0) continue;
      const next = Math.max(0, dual - slope / curvature);
      if (Math.abs(next - dual) < smallestMove) continue;
      duals[row + column] = next;
      moving[moved] = column;
      moves[moved++] = sign * (next - dual);
    }
    for (let at = start; moved > 0 && at < end; at++)
      moveRow(weights, (lessons.features[at] as number) * size, values[at] as number, moving, moves, moved);
  };
}

function moveRow(
  weights: Float32Array,
  row: number,
  value: number,
  moving: Int32Array,
  moves: Float64Array,
  moved: number,
): void {
  for (let at = 0; at < moved; at++) {
    const place = row + (moving[at] as number);
    weights[place] = (weights[place] as number) + value * (moves[at] as number);
  }
}

/** Adds to each article's score what the text's features weigh for it; four features at a time, for speed. */
function addRows(
  { features, values }: Lessons,
  weights: Float32Array,
  scores: Float64Array,
  start: number,
  end: number,
): void {
  const size = scores.length;
  let at = start;
  for (; at + 3 < end; at += 4) {
    const a = (features[at] as number) * size;
    const b = (features[at + 1] as number) * size;
    const c = (features[at + 2] as number) * size;
    const d = (features[at + 3] as number) * size;
    const [va, vb] = [values[at] as number, values[at + 1] as number];
    const [vc, vd] = [values[at + 2] as number, values[at + 3] as number];
    for (let article = 0; article < size; article++) {
      scores[article] =
        (scores[article] as number) +
        va * (weights[a + article] as number) +
        vb * (weights[b + article] as number) +
        vc * (weights[c + article] as number) +
        vd * (weights[d + article] as number);
    }
  }
  for (; at < end; at++) {
    const row = (features[at] as number) * size;
    const value = values[at] as number;
    for (let article = 0; article < size; article++)
      scores[article] = (scores[article] as number) + value * (weights[row + article] as number);
  }
}

function squared(values: Float32Array, start: number, end: number): number {
  let sum = 0;
  for (let at = start; at < end; at++) sum += (values[at] as number) ** 2;
  return sum;
}

/** A byte a weight is enough, with a scale of its own for each article. */
function keep(
  learnt: Float32Array,
  size: number,
  weights: Int8Array,
  scales: Float32Array,
  from: number,
  articles: number,
): void {
  const largest = new Float32Array(size);
  for (let at = 0; at < learnt.length; at += size)
    for (let article = 0; article < size; article++)
      largest[article] = Math.max(largest[article] as number, Math.abs(learnt[at + article] as number));
  for (let article = 0; article < size; article++) {
    const scale = (largest[article] as number) / 127 || 1;
    scales[from + article] = scale;
    for (let at = article, row = from + article; at < learnt.length; at += size, row += articles)
      weights[row] = Math.round((learnt[at] as number) / scale);
  }
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const kept = order[at] as number;
    order[at] = order[other] as number;
    order[other] = kept;
  }
}

/** The same numbers every time (a linear congruential generator): training must not vary. */
function createRandom(): () => number {
  let state = 12_345;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state / 0x1_0000_0000;
  };
}
