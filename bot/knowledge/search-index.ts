import type { Article } from './article.ts';
import { meaningsOf } from './language/synonyms.ts';
import { type AskTexts, createPackedAsks, type PackedAsks } from './packed-asks.ts';
import { createPostings, type Postings } from './postings.ts';
import { tokensOf, type Word, wordsOf } from './words.ts';

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
/** A meaning counts less than the word itself. */
export const meaningWeight = 0.5;

export interface IndexedArticle {
  readonly article: Article;
  /** Title, asks, sections' asks and foreign asks, ready to be compared with a question. */
  readonly asks: PackedAsks;
  readonly titleStems: ReadonlySet<string>;
  readonly phrases: readonly string[];
}

/** A text in one spelling, for comparing whole questions. */
export const sameText = (text: string): string => tokensOf(text).join(' ');

export interface SearchIndex {
  readonly articles: readonly IndexedArticle[];
  postings(term: string): Postings | undefined;
  idfOf(term: string): number;
  /** Number of a term, for comparing with packed asks. */
  termNumber(term: string): number | undefined;
  readonly terms: number;
  /** Numbers of the articles that have exactly this way of asking, as `sameText` writes it. */
  asking(same: string): readonly number[];
  /** Words that spelling may be corrected to, with the number of articles that use each. */
  readonly vocabulary: ReadonlyMap<string, number>;
}

interface VocabularyEntry {
  articles: number;
  last: number;
  trusted: boolean;
}

/** The index at once, for a library of ordinary size. */
export function createSearchIndex(articles: readonly Article[]): SearchIndex {
  const building = buildSearchIndex(articles);
  for (;;) {
    const step = building.next();
    if (step.done) return step.value;
  }
}

/** Reads every article once and pauses after each, so that a large library need not hold everybody up. */
export function* buildSearchIndex(articles: readonly Article[]): Generator<void, SearchIndex> {
  const averages = yield* averageLengths(articles);
  const postings = createPostings(articles.length);
  const vocabulary = new Map<string, VocabularyEntry>();
  const texts: AskTexts[] = [];
  const asking = new Map<string, number[]>();

  for (const [number, article] of articles.entries()) {
    fields.forEach((field, at) => {
      const words =
        field.name === 'asks' || field.name === 'foreign' ? [] : wordsOf(textOf(article, field.name));
      const asks =
        field.name === 'asks' || field.name === 'foreign' ? textsOf(article, field.name).map(wordsOf) : [];
      const all = words.length > 0 ? words : asks.flat();
      const scale = field.weight / (1 - field.b + (field.b * all.length) / (averages[at] ?? 1));
      const trusted = trustedFields.has(field.name);
      for (const { folded, stem } of all) {
        postings.add(stem, number, scale, field.name === 'body', trusted);
        for (const meaning of meaningsOf(stem))
          postings.add(meaning, number, scale, field.name === 'body', trusted);
        countWord(vocabulary, folded, number, trusted);
      }
    });
    for (const ask of new Set(waysOfAsking(article).map(sameText)))
      asking.set(ask, [...(asking.get(ask) ?? []), number]);
    texts.push(askTexts(article, (term) => postings.numberOf(term)));
    yield;
  }

  const finished = yield* postings.finish();
  const indexed: IndexedArticle[] = [];
  for (const [number, article] of articles.entries()) {
    indexed.push({
      article,
      asks: createPackedAsks(texts[number] as AskTexts, finished.idfByNumber, meaningWeight),
      titleStems: new Set(wordsOf(article.title).map((word) => word.stem)),
      phrases: article.phrases.map((phrase) => stemsOf(wordsOf(phrase)).join(' ')),
    });
    yield;
  }
  return {
    articles: indexed,
    postings: finished.postings,
    idfOf: finished.idfOf,
    termNumber: (term) => finished.numberOf(term),
    terms: finished.terms,
    asking: (same) => asking.get(same) ?? [],
    vocabulary: trustedVocabulary(vocabulary),
  };
}

/** Over the articles that have the field: articles without one must not make the others look too long. */
function* averageLengths(articles: readonly Article[]): Generator<void, number[]> {
  // A sample is enough for an average, and spares reading a large library twice.
  const sample = articles.filter((_, at) => at % Math.max(1, Math.floor(articles.length / 300)) === 0);
  const lengths = fields.map(() => [] as number[]);
  for (const article of sample) {
    fields.forEach((field, at) => {
      const length = textsOf(article, field.name).reduce((sum, text) => sum + wordsOf(text).length, 0);
      if (length > 0) lengths[at]?.push(length);
    });
    yield;
  }
  return lengths.map((some) =>
    some.length === 0 ? 1 : some.reduce((sum, length) => sum + length, 0) / some.length,
  );
}

export function waysOfAsking(article: Article): string[] {
  return [article.title, ...textsOf(article, 'asks'), ...textsOf(article, 'foreign')];
}

function askTexts(article: Article, numberOf: (term: string) => number): AskTexts {
  return waysOfAsking(article).map((text) => {
    const words = wordsOf(text);
    const meanings = new Set(words.flatMap(({ stem }) => meaningsOf(stem)));
    return {
      terms: [...new Set(stemsOf(words))].map(numberOf),
      meanings: [...meanings].map(numberOf),
      words,
    };
  });
}

function textsOf(article: Article, field: (typeof fields)[number]['name']): readonly string[] {
  switch (field) {
    case 'asks':
      return [...article.asks, ...article.sections.flatMap((section) => section.asks)];
    case 'foreign':
      return Object.values(article.foreign).flat();
    case 'keywords':
    case 'phrases':
      return article[field];
    case 'headings':
      return article.sections.map((section) => section.heading);
    default:
      return [article[field]];
  }
}

const textOf = (article: Article, field: (typeof fields)[number]['name']) =>
  textsOf(article, field).join('\n');
const stemsOf = (words: readonly Word[]) => words.map((word) => word.stem);

function countWord(
  vocabulary: Map<string, VocabularyEntry>,
  folded: string,
  article: number,
  trusted: boolean,
): void {
  const entry = vocabulary.get(folded);
  if (!entry) {
    vocabulary.set(folded, { articles: 1, last: article, trusted });
    return;
  }
  if (entry.last !== article) entry.articles++;
  entry.last = article;
  entry.trusted ||= trusted;
}

/** Words of bodies only where three articles share them: one article's own typo must not become a known word. */
function trustedVocabulary(counted: ReadonlyMap<string, VocabularyEntry>): Map<string, number> {
  const vocabulary = new Map<string, number>();
  for (const [word, { articles, trusted }] of counted)
    if (trusted || articles >= 3) vocabulary.set(word, articles);
  return vocabulary;
}
