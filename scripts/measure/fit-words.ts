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

const rounds = 20;
/** The weights of the last rounds are averaged: what only chance taught evens out. */
const averaged = 8;
const firstRate = 3;
const slowing = 0.15;
const biasRate = 0.05;
const leastError = 1e-4;
/** A feature of one text alone teaches that text, not the language. */
const leastTexts = 2;

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
  const texts = new Map<string, number>();
  for (const { features } of examples) {
    for (const feature of new Set(features)) texts.set(feature, (texts.get(feature) ?? 0) + 1);
  }
  const features = [...texts].filter(([, count]) => count >= leastTexts).map(([feature]) => feature);
  features.sort();
  const row = new Map(features.map((feature, at) => [feature, at]));
  const weights = features.map(() => new Float64Array(labels.length));
  const bias = new Float64Array(labels.length);
  const data = examples.map((example) => {
    const rows = [...new Set(example.features)].flatMap((feature) => row.get(feature) ?? []);
    const scale = strength / Math.sqrt(Math.max(1, rows.length));
    return { rows, scale, label: labels.indexOf(example.label), weight: example.weight };
  });
  const chance = createChance();
  const mean = weights.map(() => new Float64Array(labels.length));
  for (let round = 0; round < rounds; round++) {
    const rate = firstRate / (1 + round * slowing);
    for (const { rows, scale, label, weight } of shuffled(data, chance)) {
      const likely = softmax(weights, bias, rows, scale);
      for (let at = 0; at < labels.length; at++) {
        const error = ((at === label ? 1 : 0) - (likely[at] as number)) * weight;
        if (Math.abs(error) < leastError) continue;
        bias[at] = (bias[at] as number) + rate * biasRate * error;
        for (const one of rows) add(weights[one] as Float64Array, at, rate * error * scale);
      }
    }
    if (round < rounds - averaged) continue;
    for (const [one, sums] of weights.entries()) {
      for (const [at, weight] of sums.entries()) add(mean[one] as Float64Array, at, weight / averaged);
    }
  }
  return { labels, features, weights: mean, bias };
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
