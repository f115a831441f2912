import type { Example } from './examples.ts';
import type { Vector } from './question-vectors.ts';

/** Finds examples that are like a question; the cost is that of its words' lists, as for asks. */
export interface ExampleIndex {
  /** By article: how strongly like questions confirm it (0 to 1) and refute it (-1 to 0). */
  near(question: Vector): ReadonlyMap<string, { confirmed: number; refuted: number }>;
}

/** Cosine below which a question is another one. */
const leastLike = 0.3;

export function createExampleIndex(examples: readonly Example[]): ExampleIndex {
  const owners: number[] = [];
  const lists = new Map<string, { vectors: number[]; weights: number[] }>();
  for (const [number, { vectors }] of examples.entries()) {
    for (const vector of vectors) {
      for (const [stem, weight] of vector) {
        const list = lists.get(stem) ?? { vectors: [], weights: [] };
        list.vectors.push(owners.length);
        list.weights.push(weight);
        lists.set(stem, list);
      }
      owners.push(number);
    }
  }
  const cosines = new Float32Array(owners.length);
  return {
    near(question) {
      const touched: number[] = [];
      for (const [stem, weight] of question) {
        const list = lists.get(stem);
        if (!list) continue;
        for (let at = 0; at < list.vectors.length; at++) {
          const vector = list.vectors[at] as number;
          if (cosines[vector] === 0) touched.push(vector);
          cosines[vector] = (cosines[vector] as number) + weight * (list.weights[at] as number);
        }
      }
      const near = new Map<string, { confirmed: number; refuted: number }>();
      for (const vector of touched) {
        const cosine = cosines[vector] as number;
        cosines[vector] = 0;
        if (cosine < leastLike) continue;
        const { slug, strength } = examples[owners[vector] as number] as Example;
        // Squared: half like is a quarter of the say.
        const say = strength * Math.min(1, cosine * cosine);
        const known = near.get(slug) ?? { confirmed: 0, refuted: 0 };
        near.set(slug, {
          confirmed: Math.max(known.confirmed, say),
          refuted: Math.min(known.refuted, say),
        });
      }
      return near;
    },
  };
}
