import type { Article } from './article.ts';
import { meaningsOf } from './language/synonyms.ts';
import { hashes, type Trigrams, trigramsOf } from './trigrams.ts';
import { type Word, wordsOf } from './words.ts';

/**
 * Where a word stands in an article, with its weight and length normalisation (BM25F). The body is scored on its
 * own: what an author put into the short fields is worth more than the field weights of one sum can say.
 */
const fields = [
  { name: 'title', weight: 3, b: 0.3 },
  { name: 'asks', weight: 2, b: 0.3 },
  { name: 'keywords', weight: 2.5, b: 0.3 },
  { name: 'phrases', weight: 2, b: 0.3 },
  { name: 'headings', weight: 1.5, b: 0.3 },
  { name: 'summary', weight: 1.2, b: 0.5 },
  { name: 'foreign', weight: 1.5, b: 0.3 },
  { name: 'body', weight: 1, b: 0.75 },
] as const;

const trustedFields = new Set(['title', 'asks', 'keywords', 'phrases', 'headings', 'foreign']);
/** High: that several asks use a word says more than that one does. */
const k1 = 6;
const k1Body = 1.4;
/** A meaning counts less than the word itself. */
const meaningWeight = 0.5;

export interface Postings {
  readonly idf: number;
  /** Article numbers, ascending. */
  readonly articles: Uint32Array;
  /** Saturated term weight in that article's short fields, 0 to 1. */
  readonly weights: Float32Array;
  /** The same for its body. */
  readonly body: Float32Array;
  /** 1 where the term stands in a title, ask, keyword, phrase or heading. */
  readonly trusted: Uint8Array;
}

/** One way of asking (a title, an ask or a section's ask), ready to be compared with a question. */
export interface AskVector {
  /** Term numbers, ascending, and each one's share of a unit vector. */
  readonly terms: Uint32Array;
  readonly weights: Float32Array;
  /** Sorted hashes of neighbouring content words, in either order. */
  readonly pairs: Uint16Array;
  readonly trigrams: Trigrams;
}

export interface IndexedArticle {
  readonly article: Article;
  readonly asks: readonly AskVector[];
  readonly titleStems: ReadonlySet<string>;
  readonly phrases: readonly string[];
}

export interface SearchIndex {
  readonly articles: readonly IndexedArticle[];
  postings(term: string): Postings | undefined;
  idfOf(term: string): number;
  /** `written`: the words whose spelling is compared. */
  vectorOf(stems: ReadonlyMap<string, number>, words: readonly Word[], written: readonly string[]): AskVector;
  vectorOfText(text: string): AskVector;
  readonly terms: number;
  /** Words that spelling may be corrected to, with the number of articles that use each. */
  readonly vocabulary: ReadonlyMap<string, number>;
}

interface Entry {
  weight: number;
  body: number;
  trusted: number;
}

/** Reads every article once. 10,000 articles take seconds and some 20 kB each. */
export function createSearchIndex(articles: readonly Article[]): SearchIndex {
  const read = articles.map(readFields);
  const averages = fields.map((_, field) =>
    averageLength(read.map((article) => article[field]?.length ?? 0)),
  );
  const entries = new Map<string, Map<number, Entry>>();
  const inTrusted = new Map<string, number>();
  const inBodies = new Map<string, number>();

  read.forEach((fieldWords, number) => {
    const own = termWeights(fieldWords, averages);
    for (const [term, entry] of own) {
      const list = entries.get(term);
      if (list) list.set(number, entry);
      else entries.set(term, new Map([[number, entry]]));
    }
    count(inTrusted, fieldWords.filter((_, field) => trustedFields.has(fields[field]?.name ?? '')).flat());
    count(inBodies, fieldWords.flat());
  });

  const numbers = new Map<string, number>();
  const postings = new Map<string, Postings>();
  for (const [term, list] of entries) {
    numbers.set(term, numbers.size);
    postings.set(term, toPostings(list, articles.length));
  }
  const idfOf = (term: string) => postings.get(term)?.idf ?? Math.log(1 + (articles.length + 0.5) / 0.5);
  const vectorOf: SearchIndex['vectorOf'] = (stems, words, written) => {
    const weighted: [number, number][] = [];
    let norm = 0;
    for (const [stem, weight] of stems) {
      const value = weight * idfOf(stem);
      norm += value * value;
      const number = numbers.get(stem);
      if (number !== undefined) weighted.push([number, value]);
    }
    weighted.sort((a, b) => a[0] - b[0]);
    const scale = norm > 0 ? 1 / Math.sqrt(norm) : 0;
    return {
      terms: Uint32Array.from(weighted, ([number]) => number),
      weights: Float32Array.from(weighted, ([, value]) => value * scale),
      pairs: pairsOf(words),
      trigrams: trigramsOf(written),
    };
  };
  const vectorOfText = (text: string) => {
    const words = wordsOf(text);
    return vectorOf(
      withMeanings(words),
      words,
      words.map((word) => word.folded),
    );
  };
  const indexed = articles.map((article) => ({
    article,
    asks: waysOfAsking(article).map(vectorOfText),
    titleStems: new Set(wordsOf(article.title).map((word) => word.stem)),
    phrases: article.phrases.map((phrase) =>
      wordsOf(phrase)
        .map((word) => word.stem)
        .join(' '),
    ),
  }));
  return {
    articles: indexed,
    postings: (term) => postings.get(term),
    idfOf,
    terms: numbers.size,
    vectorOf,
    vectorOfText,
    vocabulary: trustedVocabulary(inTrusted, inBodies),
  };
}

export function waysOfAsking(article: Article): string[] {
  return [
    article.title,
    ...article.asks,
    ...article.sections.flatMap((section) => section.asks),
    ...Object.values(article.foreign).flat(),
  ];
}

/** Stems of a text and, with less weight, their meanings. */
function withMeanings(words: readonly Word[]): Map<string, number> {
  const stems = new Map<string, number>();
  for (const { stem } of words) {
    stems.set(stem, 1);
    for (const meaning of meaningsOf(stem))
      stems.set(meaning, Math.max(stems.get(meaning) ?? 0, meaningWeight));
  }
  return stems;
}

function pairsOf(words: readonly Word[]): Uint16Array {
  const pairs = new Set<number>();
  for (let at = 1; at < words.length; at++) {
    const a = hashOf(words[at - 1]?.stem ?? '');
    const b = hashOf(words[at]?.stem ?? '');
    if (a !== b) pairs.add((Math.min(a, b) * 31 + Math.max(a, b)) % hashes);
  }
  return Uint16Array.from(pairs).sort();
}

function hashOf(text: string): number {
  let hash = 7;
  for (let at = 0; at < text.length; at++) hash = (hash * 31 + text.charCodeAt(at)) % 0xff_ffff;
  return hash;
}

function readFields(article: Article): Word[][] {
  const text: Record<(typeof fields)[number]['name'], string> = {
    title: article.title,
    asks: [...article.asks, ...article.sections.flatMap((section) => section.asks)].join('\n'),
    keywords: article.keywords.join('\n'),
    phrases: article.phrases.join('\n'),
    headings: article.sections.map((section) => section.heading).join('\n'),
    summary: article.summary,
    foreign: Object.values(article.foreign).flat().join('\n'),
    body: article.body,
  };
  return fields.map(({ name }) => wordsOf(text[name]));
}

function termWeights(
  fieldWords: readonly (readonly Word[])[],
  averages: readonly number[],
): Map<string, Entry> {
  const own = new Map<string, Entry>();
  fieldWords.forEach((words, at) => {
    const field = fields[at];
    if (!field || words.length === 0) return;
    const scale = field.weight / (1 - field.b + (field.b * words.length) / (averages[at] || 1));
    const trusted = trustedFields.has(field.name) ? 1 : 0;
    const inBody = field.name === 'body';
    const add = (term: string, weight: number) => {
      const entry = own.get(term) ?? { weight: 0, body: 0, trusted: 0 };
      if (inBody) entry.body += weight;
      else entry.weight += weight;
      entry.trusted |= trusted;
      own.set(term, entry);
    };
    for (const { stem } of words) {
      add(stem, scale);
      for (const meaning of meaningsOf(stem)) add(meaning, scale);
    }
  });
  return own;
}

/** Over the articles that have the field: articles without one must not make the others look too long. */
function averageLength(lengths: readonly number[]): number {
  const filled = lengths.filter((length) => length > 0);
  return filled.length === 0 ? 1 : filled.reduce((sum, length) => sum + length, 0) / filled.length;
}

function toPostings(list: ReadonlyMap<number, Entry>, total: number): Postings {
  const numbers = [...list.keys()].sort((a, b) => a - b);
  return {
    idf: Math.log(1 + (total - list.size + 0.5) / (list.size + 0.5)),
    articles: Uint32Array.from(numbers),
    weights: Float32Array.from(numbers, (number) => saturated(list.get(number)?.weight ?? 0, k1)),
    body: Float32Array.from(numbers, (number) => saturated(list.get(number)?.body ?? 0, k1Body)),
    trusted: Uint8Array.from(numbers, (number) => list.get(number)?.trusted ?? 0),
  };
}

const saturated = (weight: number, at: number) => weight / (at + weight);

function count(counts: Map<string, number>, words: readonly Word[]): void {
  for (const folded of new Set(words.map((word) => word.folded)))
    counts.set(folded, (counts.get(folded) ?? 0) + 1);
}

/** Words of bodies only where three articles share them: one article's own typo must not become a known word. */
function trustedVocabulary(
  inTrusted: ReadonlyMap<string, number>,
  inAll: ReadonlyMap<string, number>,
): Map<string, number> {
  const vocabulary = new Map<string, number>();
  for (const [word, articles] of inAll)
    if (inTrusted.has(word) || articles >= 3) vocabulary.set(word, articles);
  return vocabulary;
}
