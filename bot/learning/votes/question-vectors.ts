import type { Query } from '../../knowledge/read-query.ts';
import type { Search } from '../../knowledge/search.ts';

/** A question's stems as a unit vector, weighed as the search weighs them; spelling is corrected already. */
export type Vector = ReadonlyMap<string, number>;

export function vectorOf({ stems }: Pick<Query, 'stems'>, { idfOf }: Pick<Search, 'idfOf'>): Vector {
  const weights = new Map<string, number>();
  let square = 0;
  for (const [stem, weight] of stems) {
    const value = weight * idfOf(stem);
    weights.set(stem, value);
    square += value * value;
  }
  const norm = Math.sqrt(square) || 1;
  for (const [stem, value] of weights) weights.set(stem, value / norm);
  return weights;
}

export function cosineOf(a: Vector, b: Vector): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [stem, weight] of few) sum += weight * (many.get(stem) ?? 0);
  return sum;
}
