import { fields } from './article-fields.ts';
import type { Lexicon, LexiconWord } from './lexicon.ts';
import type { ReadArticle } from './read-article.ts';

/** What only all articles together tell. */
export interface LibraryCounts {
  /** In how many articles each term stands, by its number. */
  readonly terms: Uint32Array;
  /** In how many articles each word stands, and whether in a field of one that can be trusted. */
  readonly words: Uint32Array;
  readonly trusted: Uint8Array;
  /** The mean length of each field, over the articles that have it: those without must not make the others look too long. */
  readonly lengths: readonly number[];
}

/** A sample is enough for an average. */
const sampled = 300;

/** Pauses after each article. */
export function* countLibrary(
  articles: readonly ReadArticle[],
  lexicon: Lexicon,
): Generator<void, LibraryCounts> {
  const terms = new Uint32Array(lexicon.terms.size);
  const words = new Uint32Array(lexicon.words.length);
  const trusted = new Uint8Array(words.length);
  const lastOfTerm = new Uint32Array(terms.length);
  const lastOfWord = new Uint32Array(words.length);
  for (const [before, article] of articles.entries()) {
    const number = before + 1;
    const count = (counts: Uint32Array, last: Uint32Array, at: number): void => {
      if (last[at] === number) return;
      last[at] = number;
      counts[at] = (counts[at] as number) + 1;
    };
    for (const [field, { trusted: isTrusted }] of fields.entries()) {
      const end = article.ends[field] as number;
      for (let at = article.ends[field - 1] ?? 0; at < end; at++) {
        const word = lexicon.words[article.words[at] as number] as LexiconWord;
        count(words, lastOfWord, word.number);
        if (isTrusted) trusted[word.number] = 1;
        count(terms, lastOfTerm, word.term);
        for (const meaning of word.meanings) count(terms, lastOfTerm, meaning);
      }
    }
    yield;
  }
  return { terms, words, trusted, lengths: averageLengths(articles) };
}

function averageLengths(articles: readonly ReadArticle[]): number[] {
  const step = Math.max(1, Math.floor(articles.length / sampled));
  const sample = articles.filter((_, at) => at % step === 0);
  return fields.map((_, field) => {
    const lengths = sample.map(({ ends }) => (ends[field] as number) - (ends[field - 1] ?? 0));
    const having = lengths.filter((length) => length > 0);
    return having.length === 0 ? 1 : having.reduce((sum, length) => sum + length, 0) / having.length;
  });
}
