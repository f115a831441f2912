import type { Article } from '../article.ts';
import { fields, textsOf } from '../article-fields.ts';
import { growing } from '../growing.ts';
import { tokensOf } from '../words.ts';
import { type Parts, partNumbers, partsOf, toPartWord } from './parts.ts';
import { createVectors, type Vocabulary, vocabularyOf } from './vectors.ts';

/** What is learnt from: texts as vectors, end to end, each with the number of the article that it belongs to. */
export interface Lessons {
  readonly vocabulary: Vocabulary;
  readonly articles: Int32Array;
  /** By article, 1 for one that answers, 0 for a hand-off. */
  readonly answering: Uint8Array;
  /** Where the entries of each text end. */
  readonly ends: Int32Array;
  readonly features: Int32Array;
  readonly values: Float32Array;
}

const textsBetweenPauses = 200;

/** The texts of an article that say in few words what it is about. */
export const lessonsOf = (article: Article): string[] =>
  fields.flatMap(({ name }) => (name === 'body' ? [] : textsOf(article, name))).filter((text) => text !== '');

/** Reads the lessons of all articles and pauses often. */
export function* readLessons(articles: readonly Article[]): Generator<void, Lessons> {
  const wordOf = remembered(toPartWord);
  const having = new Uint32Array(partNumbers);
  const lastText = new Uint32Array(partNumbers);
  const read: { readonly article: number; readonly parts: Parts }[] = [];
  for (const [article, about] of articles.entries()) {
    for (const text of lessonsOf(about)) {
      const parts = partsOf(tokensOf(text).map(wordOf));
      read.push({ article, parts });
      for (const some of [parts.words, parts.pieces])
        for (const part of some) {
          if (lastText[part] === read.length) continue;
          lastText[part] = read.length;
          having[part] = (having[part] as number) + 1;
        }
    }
    yield;
  }
  const vocabulary = vocabularyOf(having, read.length);
  const vectorOf = createVectors(vocabulary);
  const [ends, features, values] = [growing.int32(), growing.int32(), growing.float32()];
  for (const [at, { parts }] of read.entries()) {
    const vector = vectorOf(parts);
    for (const feature of vector.features) features.push(feature);
    for (const value of vector.values) values.push(value);
    ends.push(features.length);
    if (at % textsBetweenPauses === 0) yield;
  }
  return {
    vocabulary,
    articles: Int32Array.from(read, ({ article }) => article),
    answering: Uint8Array.from(articles, ({ kind }) => (kind === 'article' ? 1 : 0)),
    ends: ends.finish(),
    features: features.finish(),
    values: values.finish(),
  };
}

function remembered<Value>(make: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
}
