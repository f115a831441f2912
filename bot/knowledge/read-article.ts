import type { Article } from './article.ts';
import { fields, isAsked, textsOf } from './article-fields.ts';
import { growing } from './growing.ts';
import { createLexicon, type Lexicon, type LexiconWord } from './lexicon.ts';
import { type Ask, type PackedAsks, packAsks } from './packed-asks.ts';
import { pairHash } from './pairs.ts';
import { textHash } from './same-asks.ts';
import { wordsOf } from './words.ts';

/** What an article gives to the index, whatever the other articles are. */
export interface ReadArticle {
  /** Numbers of the content words, field after field, and where each field ends. */
  readonly words: Uint32Array;
  readonly ends: Uint32Array;
  /** Its ways of asking, the title first, and the `textHash` of each, none twice. */
  readonly asks: PackedAsks;
  readonly askHashes: Uint32Array;
  /** The terms of the title, meanings apart. */
  readonly titleTerms: readonly number[];
  /** The stems of exact phrases of several words. */
  readonly phrases: readonly string[];
}

/** Reads articles, each once as long as it stays the same: a saved file must not cost the reading of ten thousand. */
export interface ArticleReader {
  readonly lexicon: Lexicon;
  read(article: Article): ReadArticle;
}

export function createArticleReader(): ArticleReader {
  const lexicon = createLexicon();
  const known = new WeakMap<Article, ReadArticle>();
  return {
    lexicon,
    read(article) {
      const read = known.get(article) ?? readArticle(article, lexicon);
      known.set(article, read);
      return read;
    },
  };
}

function readArticle(article: Article, lexicon: Lexicon): ReadArticle {
  const words = growing.uint32();
  const ends: number[] = [];
  const asked: LexiconWord[][] = [];
  for (const { name } of fields) {
    for (const text of textsOf(article, name)) {
      const all = lexicon.read(text);
      if (isAsked(name)) asked.push(all);
      for (const word of all) if (word.content) words.push(word.number);
    }
    ends.push(words.length);
  }
  const asks = asked.map(toAsk);
  return {
    words: words.finish(),
    ends: Uint32Array.from(ends),
    asks: packAsks(asks),
    askHashes: Uint32Array.from(new Set(asked.map(hashOf))),
    titleTerms: asks[0]?.terms ?? [],
    phrases: article.phrases.map(stemsOf).filter((phrase) => phrase.includes(' ')),
  };
}

function toAsk(words: readonly LexiconWord[]): Ask {
  const content = words.filter((word) => word.content);
  const pairs = new Set<number>();
  const trigrams = new Set<number>();
  let before: LexiconWord | undefined;
  for (const word of content) {
    if (before && before.hash !== word.hash) pairs.add(pairHash(before.hash, word.hash));
    for (const trigram of word.trigrams) trigrams.add(trigram);
    before = word;
  }
  return {
    terms: [...new Set(content.map((word) => word.term))],
    meanings: [...new Set(content.flatMap((word) => word.meanings))],
    pairs: [...pairs],
    trigrams: [...trigrams],
  };
}

const hashOf = (words: readonly LexiconWord[]) => textHash(words.map((word) => word.folded).join(' '));
const stemsOf = (phrase: string): string =>
  wordsOf(phrase)
    .map((word) => word.stem)
    .join(' ');
