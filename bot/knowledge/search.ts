import type { Article } from './article.ts';
import { type ChooseSection, createSectionChooser } from './choose-section.ts';
import { condense } from './condense.ts';
import { type Evidence, type RankWeights, scoreOf } from './evidence.ts';
import { atOnce } from './gently.ts';
import { boundedTerm, type Learned } from './learned.ts';
import type { Library } from './library.ts';
import { layOut } from './nearest-ask.ts';
import type { Postings } from './postings.ts';
import { type ArticleReader, createArticleReader, type ReadArticle } from './read-article.ts';
import { type Query, readQuery } from './read-query.ts';
import { sameText } from './same-asks.ts';
import { buildSearchIndex, type SearchIndex } from './search-index.ts';
import { buildSpeller } from './speller.ts';

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
}

export interface Search {
  /** `answered`: slugs of the articles that answer an error read from the text; `meaning`: similarity by slug. */
  rank(
    text: string,
    hints?: { answered?: ReadonlySet<string>; meaning?: ReadonlyMap<string, number>; learned?: Learned },
  ): Ranking;
  /** The question as `rank` sees it: spelling corrected, in stems. */
  read(text: string): Query;
  idfOf(stem: string): number;
  readonly sectionFor: ChooseSection;
}

const candidates = 30;
const longestAsk = 1000;

/** Builds the index over a library; ranking is synchronous and costs no more for a paste than for a question. */
export const createSearch = (library: Library, weights: RankWeights): Search =>
  atOnce(buildSearch(library, weights));

/**
 * The same with pauses, so that a large library need not hold everybody up. What `reader` has read before is not read
 * again.
 */
export function* buildSearch(
  library: Library,
  weights: RankWeights,
  reader: ArticleReader = createArticleReader(),
): Generator<void, Search> {
  const index = yield* buildSearchIndex(library.articles, reader);
  const speller = yield* buildSpeller(index.vocabulary);
  const numberOf = new Map(library.articles.map((article, number) => [article.slug, number]));

  return {
    rank(text, hints = {}) {
      const query = readQuery(condense(text), index, speller);
      const { short, body, both } = bm25(query, index);
      const chosen = new Set(best(both, candidates));
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
          same: same.has(number) ? 1 : 0,
          meaning: hints.meaning?.get(article.slug) ?? 0,
        };
        const learned = boundedTerm(votes?.termOf(article.slug) ?? 0);
        const score = scoreOf(evidence, weights) + learned;
        return { article, evidence, learned, score, shared: covered.shared };
      });
      laidOut.clear();
      matches.sort((a, b) => b.score - a.score || (a.article.slug < b.article.slug ? -1 : 1));
      return { query, matches };
    },
    read: (text) => readQuery(condense(text), index, speller),
    idfOf: (stem) => index.idfOf(stem),
    sectionFor: createSectionChooser(index),
  };
}

function addKnown(chosen: Set<number>, number: number | undefined): void {
  if (number !== undefined) chosen.add(number);
}

interface Scores {
  readonly short: Float32Array;
  readonly body: Float32Array;
  readonly both: Float32Array;
}

/** How much the body counts when the candidates are chosen. */
const bodyShare = 0.3;

function bm25(query: Query, index: SearchIndex): Scores {
  const size = index.articles.length;
  const [short, body, both] = [new Float32Array(size), new Float32Array(size), new Float32Array(size)];
  const { postings } = index;
  for (const [stem, weight] of query.stems) {
    const term = index.termNumber(stem);
    if (term === undefined) continue;
    const share = weight * (index.idf[term] as number);
    const end = postings.starts[term + 1] as number;
    for (let at = postings.starts[term] as number; at < end; at++) {
      const number = postings.articles[at] as number;
      const inShort = share * (postings.weights[at] as number);
      const inBody = share * (postings.body[at] as number);
      short[number] = (short[number] as number) + inShort;
      body[number] = (body[number] as number) + inBody;
      both[number] = (both[number] as number) + inShort + bodyShare * inBody;
    }
  }
  return { short, body, both };
}

/** The score of an article that had every word as often as one can; never zero. */
function idealScore(query: Query, index: SearchIndex): number {
  let ideal = 0;
  for (const [stem, weight] of query.stems) ideal += weight * index.idfOf(stem);
  return ideal || 1;
}

/** Numbers of the highest scores above zero. */
function best(scores: Float32Array, most: number): number[] {
  const top: number[] = [];
  for (let number = 0; number < scores.length; number++) {
    const score = scores[number] ?? 0;
    if (score <= 0 || (top.length === most && score <= (scores[top[most - 1] ?? 0] ?? 0))) continue;
    let at = top.length;
    while (at > 0 && (scores[top[at - 1] ?? 0] ?? 0) < score) at--;
    top.splice(at, 0, number);
    if (top.length > most) top.pop();
  }
  return top;
}

interface Coverage {
  readonly all: number;
  readonly trusted: number;
  readonly shared: string[];
}

/** `terms`: the numbers of the question's words, in their order. */
function coverage(
  query: Query,
  terms: readonly (number | undefined)[],
  index: SearchIndex,
  number: number,
): Coverage {
  let total = 0;
  let all = 0;
  let trusted = 0;
  const shared: string[] = [];
  for (const [word, { folded, stem }] of query.words.entries()) {
    const term = terms[word];
    const idf = term === undefined ? index.idfOf(stem) : (index.idf[term] as number);
    total += idf;
    const at = term === undefined ? -1 : position(index.postings, term, number);
    if (at < 0) continue;
    all += idf;
    if (index.postings.trusted[at]) trusted += idf;
    shared.push(folded);
  }
  return total === 0
    ? { all: 0, trusted: 0, shared }
    : { all: all / total, trusted: trusted / total, shared };
}

/** Where a term's entry for an article stands; below zero when it has none. */
function position({ starts, articles }: Postings, term: number, article: number): number {
  let low = starts[term] as number;
  let high = (starts[term + 1] as number) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = articles[middle] as number;
    if (found === article) return middle;
    if (found < article) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function titleShare(terms: readonly (number | undefined)[], title: readonly number[]): number {
  if (title.length === 0) return 0;
  let shared = 0;
  for (const term of terms) if (term !== undefined && title.includes(term)) shared++;
  return Math.min(1, shared / title.length);
}
