import { meaningsOf } from './language/synonyms.ts';
import { wordHash } from './pairs.ts';
import { trigramsOf } from './trigrams.ts';
import { isContent, stemOf, tokensOf } from './words.ts';

/** A word of the library, and what is computed from it once. */
export interface LexiconWord {
  readonly number: number;
  readonly folded: string;
  readonly content: boolean;
  /** Number of the stem's term, and of its meanings' terms. */
  readonly term: number;
  readonly meanings: readonly number[];
  /** The stem's `wordHash`. */
  readonly hash: number;
  readonly trigrams: readonly number[];
}

/** Every word that was ever read, and the numbers of their terms: stems, and marks of meanings. */
export interface Lexicon {
  /** The words of a text in order, stop words and all. */
  read(text: string): LexiconWord[];
  readonly words: readonly LexiconWord[];
  readonly terms: ReadonlyMap<string, number>;
}

export function createLexicon(): Lexicon {
  const known = new Map<string, LexiconWord>();
  const words: LexiconWord[] = [];
  const terms = new Map<string, number>();
  const numberOf = (term: string): number => {
    const number = terms.get(term) ?? terms.size;
    if (number === terms.size) terms.set(term, number);
    return number;
  };
  const learn = (folded: string): LexiconWord => {
    const content = isContent(folded);
    const stem = stemOf(folded);
    const word: LexiconWord = {
      number: words.length,
      folded,
      content,
      term: content ? numberOf(stem) : -1,
      meanings: content ? meaningsOf(stem).map(numberOf) : [],
      hash: wordHash(stem),
      trigrams: content ? [...trigramsOf([folded])] : [],
    };
    words.push(word);
    known.set(folded, word);
    return word;
  };
  return { read: (text) => tokensOf(text).map((folded) => known.get(folded) ?? learn(folded)), words, terms };
}
