import type { Postings } from './postings.ts';
import type { Query } from './read-query.ts';
import type { SearchIndex } from './search-index.ts';

/** BM25F over the short fields, BM25 over the body, and what candidates are chosen by; for every article by number. */
interface Scores {
  readonly short: Float32Array;
  readonly body: Float32Array;
  readonly both: Float32Array;
}

/** How much the body counts when the candidates are chosen. */
const bodyShare = 0.3;

export function bm25(query: Query, index: SearchIndex): Scores {
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
export function idealScore(query: Query, index: SearchIndex): number {
  let ideal = 0;
  for (const [stem, weight] of query.stems) ideal += weight * index.idfOf(stem);
  return ideal || 1;
}

/** Numbers of the highest scores above `least`. */
export function best(scores: Float32Array, most: number, least = 0): number[] {
  const top: number[] = [];
  for (let number = 0; number < scores.length; number++) {
    const score = scores[number] ?? 0;
    if (score <= least || (top.length === most && score <= (scores[top[most - 1] ?? 0] ?? 0))) continue;
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
export function coverage(
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

export function titleShare(terms: readonly (number | undefined)[], title: readonly number[]): number {
  if (title.length === 0) return 0;
  let shared = 0;
  for (const term of terms) if (term !== undefined && title.includes(term)) shared++;
  return Math.min(1, shared / title.length);
}
