import type { Article } from './article.ts';
import { waysOfAsking } from './article-fields.ts';
import { createArticleReader } from './article-words.ts';
import { growing } from './growing.ts';
import { createLexicon, type LexiconWord } from './lexicon.ts';
import { type Ask, createAskPacker, type PackedAsks } from './packed-asks.ts';
import { pairHash } from './pairs.ts';
import { buildPostings, type Postings } from './postings.ts';
import { createSameAsks } from './same-asks.ts';
import { wordsOf } from './words.ts';

/**
 * A library ready to be searched. Articles and terms go by numbers, and what is known of them lies in typed arrays:
 * ten thousand articles must neither fill the heap nor keep the garbage collector busy.
 */
export interface SearchIndex {
  readonly articles: readonly Article[];
  /** Number of a term (a stem, or the mark of a meaning); `undefined` when no article has it. */
  termNumber(term: string): number | undefined;
  readonly terms: number;
  readonly postings: Postings;
  /** How much a term tells, by its number; and by its name, for one that no article has too. */
  readonly idf: Float64Array;
  idfOf(term: string): number;
  /** All ways of asking; those of an article lie from `askStarts[article]` to `askStarts[article + 1]`, its title first. */
  readonly asks: PackedAsks;
  readonly askStarts: Uint32Array;
  /** The terms of an article's title, meanings apart. */
  titleTerms(article: number): readonly number[];
  /** The stems of an article's exact phrases of several words. */
  phrases(article: number): readonly string[];
  /** Numbers of the articles that have exactly this way of asking, as `sameText` writes it. */
  asking(same: string): readonly number[];
  /** Words that spelling may be corrected to, with the number of articles that use each. */
  readonly vocabulary: ReadonlyMap<string, number>;
}

const wordsBetweenPauses = 2000;

/** Reads every article once and pauses after each. */
export function* buildSearchIndex(articles: readonly Article[]): Generator<void, SearchIndex> {
  const lexicon = createLexicon();
  const reader = createArticleReader(lexicon);
  const packer = createAskPacker();
  const askStarts = growing.uint32();
  const sameAsks = createSameAsks((article) => waysOfAsking(articles[article] as Article));
  const titles: (readonly number[])[] = [];
  const phrases: (readonly string[])[] = [];
  askStarts.push(0);
  for (const [number, article] of articles.entries()) {
    const asks = reader.read(article, number);
    const same = new Set(asks.map((words) => words.map((word) => word.folded).join(' ')));
    for (const ask of same) sameAsks.add(ask, number);
    const packable = asks.map(toAsk);
    for (const ask of packable) packer.add(ask);
    askStarts.push(packer.count);
    titles.push(packable[0]?.terms ?? []);
    phrases.push(article.phrases.map(stemsOf).filter((phrase) => phrase.includes(' ')));
    yield;
  }
  const read = reader.finish();
  const idf = Float64Array.from(read.counts, (count) => inverseFrequency(count, articles.length));
  const unknownIdf = inverseFrequency(0, articles.length);
  // Only the terms stay; a function that named the lexicon would hold all of it.
  const { terms } = lexicon;
  const numberOf = (term: string) => terms.get(term);
  return {
    articles,
    termNumber: numberOf,
    terms: idf.length,
    postings: yield* buildPostings(read, lexicon.words),
    idf,
    idfOf: (term) => idf[numberOf(term) ?? -1] ?? unknownIdf,
    asks: yield* packer.finish(Float32Array.from(idf)),
    askStarts: askStarts.finish(),
    titleTerms: (article) => titles[article] ?? [],
    phrases: (article) => phrases[article] ?? [],
    asking: sameAsks.find,
    vocabulary: yield* trustedVocabulary(lexicon.words),
  };
}

function inverseFrequency(articles: number, of: number): number {
  return Math.log(1 + (of - articles + 0.5) / (articles + 0.5));
}

function toAsk(words: readonly LexiconWord[]): Ask {
  const content = words.filter((word) => word.content);
  const pairs = new Set<number>();
  const trigrams = new Set<number>();
  for (const [at, { hash, trigrams: own }] of content.entries()) {
    const before = content[at - 1]?.hash ?? hash;
    if (before !== hash) pairs.add(pairHash(before, hash));
    for (const trigram of own) trigrams.add(trigram);
  }
  return {
    terms: [...new Set(content.map((word) => word.term))],
    meanings: [...new Set(content.flatMap((word) => word.meanings))],
    pairs,
    trigrams,
  };
}

const stemsOf = (phrase: string): string =>
  wordsOf(phrase)
    .map((word) => word.stem)
    .join(' ');

/** Words of bodies only where three articles share them: one article's own typo must not become a known word. */
function* trustedVocabulary(words: readonly LexiconWord[]): Generator<void, Map<string, number>> {
  const vocabulary = new Map<string, number>();
  for (const { number, folded, content, articles, trusted } of words) {
    if (content && (trusted || articles >= 3)) vocabulary.set(folded, articles);
    if (number % wordsBetweenPauses === 0) yield;
  }
  return vocabulary;
}
