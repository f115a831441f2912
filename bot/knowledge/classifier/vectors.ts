import { type Parts, partNumbers } from './parts.ts';

/** Which parts tell anything, and how much: the further texts a part stands in, the less. */
export interface Vocabulary {
  /** The part of each feature; feature 0 is the constant and has none. */
  readonly parts: Uint32Array;
  readonly idf: Float32Array;
}

/** A text as features and values; words and pieces have length 1 each. */
export interface Vector {
  readonly features: readonly number[];
  readonly values: readonly number[];
}

/** A part that one text has alone teaches nothing about others. */
const fewestTexts = 2;

/** `having`: in how many of the texts each part stands. */
export function vocabularyOf(having: Uint32Array, texts: number): Vocabulary {
  const parts: number[] = [0];
  const idf: number[] = [0];
  having.forEach((count, part) => {
    if (count < fewestTexts) return;
    parts.push(part);
    idf.push(1 + Math.log((1 + texts) / (1 + count)));
  });
  return { parts: Uint32Array.from(parts), idf: Float32Array.from(idf) };
}

export function createVectors({ parts, idf }: Vocabulary): (parts: Parts) => Vector {
  const featureOf = new Uint32Array(partNumbers);
  for (let feature = 1; feature < parts.length; feature++) featureOf[parts[feature] as number] = feature;
  const counts = new Uint16Array(parts.length);
  return ({ words, pieces }) => {
    const features = [0];
    const values = [1];
    for (const some of [words, pieces]) {
      const from = features.length;
      for (const part of some) {
        const feature = featureOf[part] as number;
        if (feature === 0) continue;
        if (counts[feature] === 0) features.push(feature);
        counts[feature] = (counts[feature] as number) + 1;
      }
      let squares = 0;
      for (let at = from; at < features.length; at++) {
        const feature = features[at] as number;
        const value = (1 + Math.log(counts[feature] as number)) * (idf[feature] as number);
        counts[feature] = 0;
        squares += value * value;
        values.push(value);
      }
      const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
      for (let at = from; at < values.length; at++) values[at] = (values[at] as number) * scale;
    }
    return { features, values };
  };
}
