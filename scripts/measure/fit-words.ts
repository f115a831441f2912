/** One labelled text as the features in it. */
export interface WordExample {
  readonly features: readonly string[];
  readonly label: string;
  readonly weight: number;
}

/** Softmax regression: `weights[feature][label]`; features of an example count 1/√n each. */
export interface WordFit {
  readonly labels: readonly string[];
  readonly features: readonly string[];
  readonly weights: readonly Float64Array[];
  readonly bias: Float64Array;
}

/** What the order of the texts taught by chance evens out over several descents, each in another order. */
const runs = 5;
const rounds = 20;
/** The weights of the last rounds are averaged: what only chance taught evens out. */
const averaged = 8;
const firstRate = 3;
const slowing = 0.15;
const biasRate = 0.05;
const leastError = 1e-4;
/** A feature of one text alone teaches that text, not the language. */
const leastTexts = 2;

/** An example as the numbers of its features. */
interface Rows {
  readonly rows: readonly number[];
  readonly scale: number;
  readonly label: number;
  readonly weight: number;
}

/** Numbers from 0 to 1, the same in every run. */
function createChance(): () => number {
  let seed = 7;
  return () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
}

/** Stochastic descent; the same examples give the same weights to the last digit. */
export function fitWords(examples: readonly WordExample[], strength: number): WordFit {
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  const features = sharedFeatures(examples);
  const row = new Map(features.map((feature, at) => [feature, at]));
  const data = examples.map((example): Rows => {
    const rows = [...new Set(example.features)].flatMap((feature) => row.get(feature) ?? []);
    const scale = strength / Math.sqrt(Math.max(1, rows.length));
    return { rows, scale, label: labels.indexOf(example.label), weight: example.weight };
  });
  const chance = createChance();
  const fit: WordFit = {
    labels,
    features,
    weights: features.map(() => new Float64Array(labels.length)),
    bias: new Float64Array(labels.length),
  };
  for (let run = 0; run < runs; run++) descend(data, fit, chance);
  return fit;
}

/** One descent; adds its share to the fit. */
function descend(data: readonly Rows[], fit: WordFit, chance: () => number): void {
  const size = fit.labels.length;
  const weights = fit.features.map(() => new Float64Array(size));
  const bias = new Float64Array(size);
  for (let round = 0; round < rounds; round++) {
    const rate = firstRate / (1 + round * slowing);
    for (const { rows, scale, label, weight } of shuffled(data, chance)) {
      const likely = softmax(weights, bias, rows, scale);
      for (let at = 0; at < size; at++) {
        const error = ((at === label ? 1 : 0) - (likely[at] as number)) * weight;
        if (Math.abs(error) < leastError) continue;
        bias[at] = (bias[at] as number) + rate * biasRate * error;
        for (const one of rows) add(weights[one] as Float64Array, at, rate * error * scale);
      }
    }
    if (round < rounds - averaged) continue;
    for (const [one, sums] of weights.entries()) {
      for (const [at, weight] of sums.entries())
        add(fit.weights[one] as Float64Array, at, weight / averaged / runs);
    }
  }
  for (const [at, value] of bias.entries()) add(fit.bias, at, value / runs);
}

/** Those of at least two texts. */
function sharedFeatures(examples: readonly WordExample[]): string[] {
  const texts = new Map<string, number>();
  for (const { features } of examples) {
    for (const feature of new Set(features)) texts.set(feature, (texts.get(feature) ?? 0) + 1);
  }
  return [...texts]
    .filter(([, count]) => count >= leastTexts)
    .map(([feature]) => feature)
    .sort();
}

function add(sums: Float64Array, at: number, value: number): void {
  sums[at] = (sums[at] as number) + value;
}

/** Every text once, in an order of chance. */
function shuffled<One>(all: readonly One[], chance: () => number): One[] {
  const order = [...all];
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(chance() * (at + 1));
    [order[at], order[other]] = [order[other] as One, order[at] as One];
  }
  return order;
}

function softmax(
  weights: readonly Float64Array[],
  bias: Float64Array,
  rows: readonly number[],
  scale: number,
): Float64Array {
  const scores = Float64Array.from(bias);
  for (const one of rows) {
    const sums = weights[one] as Float64Array;
    for (let at = 0; at < scores.length; at++)
      scores[at] = (scores[at] as number) + (sums[at] as number) * scale;
  }
  const most = scores.reduce((one, other) => Math.max(one, other));
  let total = 0;
  for (let at = 0; at < scores.length; at++) {
    scores[at] = Math.exp((scores[at] as number) - most);
    total += scores[at] as number;
  }
  return scores.map((score) => score / total);
}
