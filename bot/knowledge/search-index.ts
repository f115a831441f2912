import type { Article } from './article.ts';
import { waysOfAsking } from './article-fields.ts';
import type { LexiconWord } from './lexicon.ts';
import { countLibrary, type LibraryCounts } from './library-counts.ts';
import { buildPostings, type Postings } from './postings.ts';
import type { ArticleReader, ReadArticle } from './read-article.ts';
import { createSameAsks } from './same-asks.ts';

/**
 * A library ready to be searched. Articles and terms go by numbers, and what is known of them lies in typed arrays:
 * ten thousand articles must neither fill the heap nor keep the garbage collector busy.
 */
export interface SearchIndex {
  readonly articles: readonly Article[];
  /** Of each article what does not depend on the others. */
  readonly read: readonly ReadArticle[];
  /** Number of a term (a stem, or the mark of a meaning); `undefined` when no article has it. */
  termNumber(term: string): number | undefined;
  readonly terms: number;
  readonly postings: Postings;
  /** How much a term tells, by its number; and by its name, for one that no article has too. */
  readonly idf: Float64Array;
  idfOf(term: string): number;
  /** The same as `idf`, as ways of asking are weighed. */
  readonly askIdf: Float32Array;
  /** Numbers of the articles that have exactly this way of asking, as `sameText` writes it. */
  asking(same: string): readonly number[];
  /** Words that spelling may be corrected to, with the number of articles that use each. */
  readonly vocabulary: ReadonlyMap<string, number>;
}

const wordsBetweenPauses = 2000;

/** Pauses after each article, and often. */
export function* buildSearchIndex(
  articles: readonly Article[],
  { read, lexicon }: ArticleReader,
): Generator<void, SearchIndex> {
  const readArticles: ReadArticle[] = [];
  for (const article of articles) {
    readArticles.push(read(article));
    yield;
  }
  const asks = readArticles.reduce((sum, { askHashes }) => sum + askHashes.length, 0);
  const askOf = (article: number, ask: number) => waysOfAsking(articles[article] as Article)[ask] ?? '';
  const sameAsks = createSameAsks(asks, askOf);
  for (const [number, { askHashes }] of readArticles.entries()) {
    for (const [ask, hash] of askHashes.entries()) sameAsks.add(hash, number, ask);
    yield;
  }
  const counts = yield* countLibrary(readArticles, lexicon);
  const idf = Float64Array.from(counts.terms, (count) => inverseFrequency(count, articles.length));
  const unknownIdf = inverseFrequency(0, articles.length);
  const { terms } = lexicon;
  const has = counts.terms;
  // The lexicon also knows terms of articles that have gone, and of those that came later.
  const numberOf = (term: string) => {
    const number = terms.get(term);
    return number !== undefined && has[number] ? number : undefined;
  };
  return {
    articles,
    read: readArticles,
    termNumber: numberOf,
    terms: idf.length,
    postings: yield* buildPostings(readArticles, lexicon.words, counts),
    idf,
    idfOf: (term) => idf[numberOf(term) ?? -1] ?? unknownIdf,
    askIdf: Float32Array.from(idf),
    asking: sameAsks.find,
    vocabulary: yield* trustedVocabulary(lexicon.words, counts),
  };
}

function inverseFrequency(articles: number, of: number): number {
  return Math.log(1 + (of - articles + 0.5) / (articles + 0.5));
}

/** Words of bodies only where three articles share them: one article's own typo must not become a known word. */
function* trustedVocabulary(
  words: readonly LexiconWord[],
  counts: LibraryCounts,
): Generator<void, Map<string, number>> {
  const vocabulary = new Map<string, number>();
  for (let number = 0; number < counts.words.length; number++) {
    const articles = counts.words[number] as number;
    const isKnown = articles >= 3 || (articles > 0 && counts.trusted[number] === 1);
    if (isKnown) vocabulary.set((words[number] as LexiconWord).folded, articles);
    if (number % wordsBetweenPauses === 0) yield;
  }
  return vocabulary;
}
