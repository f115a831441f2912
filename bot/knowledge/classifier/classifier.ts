import { plainSpelling } from '../language/chat-spellings.ts';
import { tokensOf } from '../words.ts';
import { partsOf, toPartWord } from './parts.ts';
import type { Learnt } from './train-classifier.ts';
import { createVectors } from './vectors.ts';

/** Tells articles apart by how they are asked for. */
export interface Classifier {
  /**
   * By article number, how much a text sounds like the article's lessons and like no other's: above 0 for its own,
   * some −1 for what has nothing to do with it. `corrected`: what misspelt words of the text mean.
   */
  scores(text: string, corrected: ReadonlyMap<string, string>): Float32Array;
}

/** The words that matter stand at the top; with more, one would be lost among the others. */
const longestText = 2000;

export function createClassifier({ vocabulary, weights, scales }: Learnt): Classifier {
  const vectorOf = createVectors(vocabulary);
  const articles = scales.length;
  return {
    scores(text, corrected) {
      const words = tokensOf(text.slice(0, longestText)).map((word) =>
        toPartWord(corrected.get(word) ?? plainSpelling(word)),
      );
      const { features, values } = vectorOf(partsOf(words));
      const scores = new Float32Array(articles);
      for (const [at, feature] of features.entries()) {
        const value = values[at] as number;
        const row = feature * articles;
        for (let article = 0; article < articles; article++)
          scores[article] = (scores[article] as number) + value * (weights[row + article] as number);
      }
      return scores.map((score, article) => score * (scales[article] as number));
    },
  };
}
