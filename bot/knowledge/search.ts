import type { Article } from './article.ts';
import { type ChooseSection, createSectionChooser } from './choose-section.ts';
import type { Classifier } from './classifier/classifier.ts';
import { learnClassifier } from './classifier/open-classifier.ts';
import { condense } from './condense.ts';
import { type Evidence, scoreOf, type WeightsBySize } from './evidence.ts';
import { atOnce } from './gently.ts';
import { boundedTerm, type Learned } from './learned.ts';
import type { Library } from './library.ts';
import { layOut } from './nearest-ask.ts';
import { ownWordsOf } from './own-words.ts';
import { type ArticleReader, createArticleReader, type ReadArticle } from './read-article.ts';
import { type Query, readQuery } from './read-query.ts';
import { sameText } from './same-asks.ts';
import { buildSearchIndex } from './search-index.ts';
import { buildSpeller } from './speller.ts';
import { best, bm25, coverage, idealScore, titleShare } from './word-scores.ts';

export interface Match {
  readonly article: Article;
  readonly score: number;
  readonly evidence: Evidence;
  /** What votes added to the score. */
  readonly learned: number;
  /** The question's words that stand in the article. */
  readonly shared: readonly string[];
}

export interface Ranking {
  readonly query: Query;
  /** Best first. */
  readonly matches: readonly Match[];
  /** Whether a classifier spoke for the articles. */
  readonly classified: boolean;
  /** How much the question sounds like what articles answer, and not what is handed off; 0 without a classifier. */
  readonly scope: number;
}

/** What others know about the text, by slugs of articles. */
export interface Hints {
  /** Articles that answer an error read from the text, and those of them whose error only a machine writes. */
  readonly answered?: ReadonlySet<string>;
  readonly exact?: ReadonlySet<string>;
  /** Articles that cannot be meant. */
  readonly ruledOut?: ReadonlySet<string>;
  /** Similarity by an embeddings endpoint. */
  readonly meaning?: ReadonlyMap<string, number>;
  readonly learned?: Learned;
}

export interface Search {
  rank(text: string, hints?: Hints): Ranking;
  /** The question as `rank` sees it: spelling corrected, in stems. */
  read(text: string): Query;
  idfOf(stem: string): number;
  readonly sectionFor: ChooseSection;
  /** Words of the library that begin so, the commonest first. */
  wordsFrom(beginning: string, most: number): string[];
}

/** How many articles are looked at closely: the best by words, and by the classifier. */
const candidates = 30;
const likeliest = 12;
const longestAsk = 1000;

/** Builds the index over a library; ranking is synchronous and costs no more for a paste than for a question. */
export function createSearch(library: Library, weights: WeightsBySize): Search {
  const classifier = atOnce(learnClassifier(library.articles));
  return atOnce(buildSearch(library, weights, classifier));
}

/**
 * The same with pauses, so that a large library need not hold everybody up. What `reader` has read before is not read
 * again.
 */
export function* buildSearch(
  library: Library,
  weights: WeightsBySize,
  classifier: Classifier | undefined,
  reader: ArticleReader = createArticleReader(),
): Generator<void, Search> {
  const rankWeights = classifier ? weights.classified : weights.plain;
  const index = yield* buildSearchIndex(library.articles, reader);
  const speller = yield* buildSpeller(index.vocabulary);
  const numberOf = new Map(library.articles.map((article, number) => [article.slug, number]));

  return {
    rank(text, hints = {}) {
      const query = readQuery(condense(text), index, speller);
      const { short, body, both } = bm25(query, index);
      const chosen = new Set(best(both, candidates));
      const heard = classifier?.(text, query.corrected);
      const likeness = heard?.articles;
      const own = classifier && ownWordsOf(text);
      const ownLikeness = own === undefined ? likeness : classifier?.(own, query.corrected).articles;
      for (const number of likeness ? best(likeness, likeliest, Number.NEGATIVE_INFINITY) : [])
        chosen.add(number);
      for (const slug of hints.ruledOut ?? []) chosen.delete(numberOf.get(slug) ?? -1);
      const same = new Set(text.length < longestAsk ? index.asking(sameText(text)) : []);
      for (const number of same) chosen.add(number);
      for (const slug of hints.answered ?? []) addKnown(chosen, numberOf.get(slug));
      for (const slug of hints.meaning?.keys() ?? []) addKnown(chosen, numberOf.get(slug));
      const votes = hints.learned?.termsFor(query);
      for (const slug of votes?.confirmed ?? []) addKnown(chosen, numberOf.get(slug));
      const laidOut = layOut(query, index);
      const terms = query.words.map((word) => index.termNumber(word.stem));
      const folded = ` ${query.words.map((word) => word.stem).join(' ')} `;
      const ideal = idealScore(query, index);
      const matches = [...chosen].map((number) => {
        const article = index.articles[number] as Article;
        const covered = coverage(query, terms, index, number);
        const { asks, titleTerms, phrases } = index.read[number] as ReadArticle;
        const near = laidOut.nearness(asks);
        const evidence: Evidence = {
          words: (short[number] ?? 0) / ideal,
          body: (body[number] ?? 0) / ideal,
          ask: near.best,
          asks: near.mean,
          pairs: near.pairs,
          spelling: near.spelling,
          covered: covered.all,
          trusted: covered.trusted,
          title: titleShare(terms, titleTerms),
          phrase: phrases.some((phrase) => folded.includes(` ${phrase} `)) ? 1 : 0,
          error: hints.answered?.has(article.slug) ? 1 : 0,
          exact: hints.exact?.has(article.slug) ? 1 : 0,
          likeness: likeness?.[number] ?? 0,
          ownLikeness: ownLikeness?.[number] ?? 0,
          same: same.has(number) ? 1 : 0,
          meaning: hints.meaning?.get(article.slug) ?? 0,
        };
        const learned = boundedTerm(votes?.termOf(article.slug) ?? 0);
        const score = scoreOf(evidence, rankWeights) + learned;
        return { article, evidence, learned, score, shared: covered.shared };
      });
      laidOut.clear();
      matches.sort((a, b) => b.score - a.score || (a.article.slug < b.article.slug ? -1 : 1));
      return { query, matches, classified: heard !== undefined, scope: heard?.scope ?? 0 };
    },
    read: (text) => readQuery(condense(text), index, speller),
    idfOf: (stem) => index.idfOf(stem),
    sectionFor: createSectionChooser(index),
    wordsFrom: (beginning, most) => commonestFrom(index.vocabulary, beginning, most),
  };
}

function commonestFrom(counts: ReadonlyMap<string, number>, beginning: string, most: number): string[] {
  const words: [string, number][] = [];
  for (const entry of counts) if (entry[0].startsWith(beginning)) words.push(entry);
  words.sort(([, a], [, b]) => b - a);
  return words.slice(0, most).map(([word]) => word);
}

function addKnown(chosen: Set<number>, number: number | undefined): void {
  if (number !== undefined) chosen.add(number);
}
