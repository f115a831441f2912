/** In which articles a term stands, and how much it weighs there. */
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

interface Growing {
  readonly number: number;
  readonly articles: number[];
  readonly weights: number[];
  readonly body: number[];
  readonly trusted: number[];
}

/** High: that several asks use a word says more than that one does. */
const k1 = 6;
const k1Body = 1.4;
const termsBetweenPauses = 2000;

/** Collects the terms of articles that come in the order of their numbers. */
export function createPostings(totalArticles: number) {
  const growing = new Map<string, Growing>();
  const grow = (term: string): Growing => {
    let list = growing.get(term);
    if (!list) {
      list = { number: growing.size, articles: [], weights: [], body: [], trusted: [] };
      growing.set(term, list);
    }
    return list;
  };
  return {
    add(term: string, article: number, weight: number, inBody: boolean, trusted: boolean): void {
      const list = grow(term);
      let at = list.articles.length - 1;
      if (list.articles[at] !== article) {
        at = list.articles.push(article) - 1;
        list.weights.push(0);
        list.body.push(0);
        list.trusted.push(0);
      }
      const weights = inBody ? list.body : list.weights;
      weights[at] = (weights[at] as number) + weight;
      if (trusted) list.trusted[at] = 1;
    },
    numberOf: (term: string): number => grow(term).number,
    *finish() {
      const finished = new Map<string, Postings>();
      const idfByNumber = new Float32Array(growing.size);
      let done = 0;
      for (const [term, list] of growing) {
        const idf = Math.log(1 + (totalArticles - list.articles.length + 0.5) / (list.articles.length + 0.5));
        idfByNumber[list.number] = idf;
        finished.set(term, {
          idf,
          articles: Uint32Array.from(list.articles),
          weights: Float32Array.from(list.weights, (weight) => weight / (k1 + weight)),
          body: Float32Array.from(list.body, (weight) => weight / (k1Body + weight)),
          trusted: Uint8Array.from(list.trusted),
        });
        if (++done % termsBetweenPauses === 0) yield;
      }
      const numbers = new Map([...growing].map(([term, { number }]) => [term, number]));
      const unknownIdf = Math.log(1 + (totalArticles + 0.5) / 0.5);
      growing.clear();
      return {
        terms: numbers.size,
        idfByNumber,
        postings: (term: string) => finished.get(term),
        idfOf: (term: string) => finished.get(term)?.idf ?? unknownIdf,
        numberOf: (term: string) => numbers.get(term),
      };
    },
  };
}
