import { meaningsOf } from '../../knowledge/language/synonyms.ts';
import { meaningWeight } from '../../knowledge/packed-asks.ts';
import type { Query } from '../../knowledge/read-query.ts';
import type { Search } from '../../knowledge/search.ts';

/** A question's stems and what they may mean, as a unit vector weighed as the search weighs them. */
export type Vector = ReadonlyMap<string, number>;

/** Of a misspelt word the correction alone: what nobody else writes would make two like questions look unlike. */
export function vectorOf({ words }: Pick<Query, 'words'>, { idfOf }: Pick<Search, 'idfOf'>): Vector {
  const weights = new Map<string, number>();
  for (const { stem } of words) {
    weights.set(stem, idfOf(stem));
    for (const meaning of meaningsOf(stem)) weights.set(meaning, meaningWeight * idfOf(meaning));
  }
  let square = 0;
  for (const value of weights.values()) square += value * value;
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
