import { fields } from './article-fields.ts';
import type { LexiconWord } from './lexicon.ts';
import type { LibraryCounts } from './library-counts.ts';
import type { ReadArticle } from './read-article.ts';

/** In which articles each term stands, and how much it weighs there: the entries of all terms in a row. */
export interface Postings {
  /** The entries of a term lie from `starts[term]` to `starts[term + 1]`. */
  readonly starts: Uint32Array;
  /** Article numbers, ascending within a term. */
  readonly articles: Uint32Array;
  /** Saturated term weight in that article's short fields, 0 to 1. */
  readonly weights: Float32Array;
  /** The same for its body. */
  readonly body: Float32Array;
  /** 1 where the term stands in a title, ask, keyword, phrase or heading. */
  readonly trusted: Uint8Array;
}

/** High: that several asks use a word says more than that one does. */
const k1 = 6;
const k1Body = 1.4;

/** Weighs the words of each article (BM25F) and pauses after it. */
export function* buildPostings(
  articles: readonly ReadArticle[],
  words: readonly LexiconWord[],
  counts: LibraryCounts,
): Generator<void, Postings> {
  const postings = emptyPostings(counts.terms);
  const next = postings.starts.slice();
  const sums = createSums(counts.terms.length);
  for (const [number, article] of articles.entries()) {
    for (const [field, { name, weight, b, trusted }] of fields.entries()) {
      const from = article.ends[field - 1] ?? 0;
      const to = article.ends[field] as number;
      const scale = weight / (1 - b + (b * (to - from)) / (counts.lengths[field] ?? 1));
      const sum = name === 'body' ? sums.body : sums.short;
      for (let at = from; at < to; at++) {
        const { term, meanings } = words[article.words[at] as number] as LexiconWord;
        sums.add(sum, term, scale, trusted);
        for (const meaning of meanings) sums.add(sum, meaning, scale, trusted);
      }
    }
    sums.take((term, short, body, trusted) => {
      const entry = next[term] as number;
      next[term] = entry + 1;
      postings.articles[entry] = number;
      postings.weights[entry] = short / (k1 + short);
      postings.body[entry] = body / (k1Body + body);
      postings.trusted[entry] = trusted;
    });
    yield;
  }
  return postings;
}

function emptyPostings(counts: Uint32Array): Postings {
  const starts = new Uint32Array(counts.length + 1);
  for (let term = 0; term < counts.length; term++)
    starts[term + 1] = (starts[term] as number) + (counts[term] as number);
  const entries = starts[counts.length] as number;
  return {
    starts,
    articles: new Uint32Array(entries),
    weights: new Float32Array(entries),
    body: new Float32Array(entries),
    trusted: new Uint8Array(entries),
  };
}

/** Sums of one article's terms. */
function createSums(terms: number) {
  const short = new Float64Array(terms);
  const body = new Float64Array(terms);
  const trusted = new Uint8Array(terms);
  const isTouched = new Uint8Array(terms);
  let touched: number[] = [];
  return {
    short,
    body,
    add(sums: Float64Array, term: number, weight: number, isTrusted: boolean): void {
      if (isTouched[term] === 0) {
        isTouched[term] = 1;
        touched.push(term);
      }
      sums[term] = (sums[term] as number) + weight;
      if (isTrusted) trusted[term] = 1;
    },
    /** Gives every term's sums and begins anew. */
    take(each: (term: number, short: number, body: number, trusted: number) => void): void {
      for (const term of touched) {
        each(term, short[term] as number, body[term] as number, trusted[term] as number);
        short[term] = body[term] = trusted[term] = isTouched[term] = 0;
      }
      touched = [];
    },
  };
}
