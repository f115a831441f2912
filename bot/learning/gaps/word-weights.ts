import { meaningsOf } from '../../knowledge/language/synonyms.ts';
import type { Library } from '../../knowledge/library.ts';
import { wordsOf } from '../../knowledge/words.ts';

/** In how many articles and questions words stand, so that a word in all of them says little. */
export interface WordWeights {
  /** Folded words of the library, with the number of articles that use each. */
  readonly vocabulary: ReadonlyMap<string, number>;
  /** Counts a question's stems. */
  count(stems: readonly string[]): void;
  /** Terms of a question, heaviest first, as a unit vector: stems, and what they may mean at a lower weight. */
  vectorOf(stems: readonly string[]): readonly Term[];
}

export interface Term {
  readonly term: string;
  readonly weight: number;
}

const meaningWeight = 0.4;
/** More articles than this say nothing new about how common a word is. */
const mostArticles = 300;

export function* readWordWeights({ articles }: Library): Generator<void, WordWeights> {
  const vocabulary = new Map<string, number>();
  const counts = new Map<string, number>();
  const raise = (map: Map<string, number>, word: string) => map.set(word, (map.get(word) ?? 0) + 1);
  const countTerms = (stems: readonly string[]) => {
    for (const term of new Set([...stems, ...stems.flatMap(meaningsOf)])) raise(counts, term);
  };
  const step = Math.max(1, Math.ceil(articles.length / mostArticles));
  let total = 0;
  for (const [at, { title, asks, keywords, summary, body }] of articles.entries()) {
    if (at % step !== 0) continue;
    const words = wordsOf([title, ...asks, ...keywords, summary, body].join('\n'));
    for (const folded of new Set(words.map((word) => word.folded))) raise(vocabulary, folded);
    countTerms([...new Set(words.map((word) => word.stem))]);
    total++;
    yield;
  }
  const weightOf = (term: string) => {
    const count = counts.get(term) ?? 0;
    return Math.log(1 + (total - count + 0.5) / (count + 0.5));
  };
  return {
    vocabulary,
    count(stems) {
      total++;
      countTerms(stems);
    },
    vectorOf(stems) {
      const meanings = [...new Set(stems.flatMap(meaningsOf))];
      const terms = [
        ...stems.map((term) => ({ term, weight: weightOf(term) })),
        ...meanings.map((term) => ({ term, weight: meaningWeight * weightOf(term) })),
      ];
      const norm = Math.sqrt(terms.reduce((sum, { weight }) => sum + weight * weight, 0)) || 1;
      return terms
        .map(({ term, weight }) => ({ term, weight: weight / norm }))
        .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1));
    },
  };
}
