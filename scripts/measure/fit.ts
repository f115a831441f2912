/** One labelled choice: the features of every candidate and which of them is right. */
export interface Choice {
  readonly candidates: readonly (readonly number[])[];
  readonly right: number;
  /** How much it counts. */
  readonly weight: number;
}

export interface Example {
  readonly features: readonly number[];
  readonly right: boolean;
  readonly weight: number;
}

const steps = 600;

/** Weights, none below zero, under which the right candidate is the likeliest (softmax, L2 penalty). */
export function fitChoices(choices: readonly Choice[], size: number, penalty: number): number[] {
  const total = choices.reduce((sum, { weight }) => sum + weight, 0);
  return descend(size, penalty, true, (weights, gradient) => {
    for (const { candidates, right, weight } of choices) {
      const scores = candidates.map((features) => dot(weights, features));
      const top = Math.max(...scores);
      const powers = scores.map((score) => Math.exp(score - top));
      const powersTogether = powers.reduce((sum, power) => sum + power, 0);
      candidates.forEach((features, at) => {
        const error = ((powers[at] ?? 0) / powersTogether - (at === right ? 1 : 0)) * (weight / total);
        for (let f = 0; f < size; f++) gradient[f] = (gradient[f] ?? 0) + error * (features[f] ?? 0);
      });
    }
  });
}

/** Logistic regression with an L2 penalty. */
export function fitLogistic(examples: readonly Example[], size: number, penalty: number): number[] {
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  return descend(size, penalty, false, (weights, gradient) => {
    for (const { features, right, weight } of examples) {
      const error = (1 / (1 + Math.exp(-dot(weights, features))) - (right ? 1 : 0)) * (weight / total);
      for (let f = 0; f < size; f++) gradient[f] = (gradient[f] ?? 0) + error * (features[f] ?? 0);
    }
  });
}

/** Adam from zero: the same data give the same weights to the last digit. */
function descend(
  size: number,
  penalty: number,
  positive: boolean,
  addGradient: (weights: readonly number[], gradient: number[]) => void,
): number[] {
  const weights = new Array<number>(size).fill(positive ? 1 : 0);
  const mean = new Array<number>(size).fill(0);
  const square = new Array<number>(size).fill(0);
  for (let step = 1; step <= steps; step++) {
    const gradient = weights.map((weight) => penalty * weight);
    addGradient(weights, gradient);
    const rate = 0.1 * (1 - step / (steps + 1));
    for (let f = 0; f < size; f++) {
      const slope = gradient[f] ?? 0;
      mean[f] = 0.9 * (mean[f] ?? 0) + 0.1 * slope;
      square[f] = 0.999 * (square[f] ?? 0) + 0.001 * slope * slope;
      const move =
        (mean[f] ?? 0) / (1 - 0.9 ** step) / (Math.sqrt((square[f] ?? 0) / (1 - 0.999 ** step)) + 1e-8);
      const next = (weights[f] ?? 0) - rate * move;
      weights[f] = positive ? Math.max(0, next) : next;
    }
  }
  return weights.map((weight) => Math.round(weight * 1000) / 1000);
}

function dot(weights: readonly number[], features: readonly number[]): number {
  let sum = 0;
  for (let f = 0; f < weights.length; f++) sum += (weights[f] ?? 0) * (features[f] ?? 0);
  return sum;
}
