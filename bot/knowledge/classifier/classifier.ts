import { plainSpelling } from '../language/chat-spellings.ts';
import { tokensOf } from '../words.ts';
import { partsOf, toPartWord } from './parts.ts';
import type { Learnt } from './train-classifier.ts';
import { createVectors } from './vectors.ts';

/** How a text sounds to the classifier: above 0 like what was asked for, some −1 like something else. */
export interface Likeness {
  /** By article number: like this article's lessons and no other's. */
  readonly articles: Float32Array;
  /** Like what articles answer, and not what is handed off. */
  readonly scope: number;
}

/** Tells articles apart by how they are asked for. `corrected`: what misspelt words of the text mean. */
export type Classifier = (text: string, corrected: ReadonlyMap<string, string>) => Likeness;

/** The words that matter stand at the top; with more, one would be lost among the others. */
const longestText = 2000;

export function createClassifier({ vocabulary, weights, scales }: Learnt): Classifier {
  const vectorOf = createVectors(vocabulary);
  const columns = scales.length;
  return (text, corrected) => {
    const words = tokensOf(text.slice(0, longestText)).map((word) =>
      toPartWord(corrected.get(word) ?? plainSpelling(word)),
    );
    const { features, values } = vectorOf(partsOf(words));
    const sums = new Float32Array(columns);
    for (const [at, feature] of features.entries()) {
      const value = values[at] as number;
      const row = feature * columns;
      for (let column = 0; column < columns; column++)
        sums[column] = (sums[column] as number) + value * (weights[row + column] as number);
    }
    const scores = sums.map((sum, column) => sum * (scales[column] as number));
    return { articles: scores.subarray(0, columns - 1), scope: scores[columns - 1] as number };
  };
}
