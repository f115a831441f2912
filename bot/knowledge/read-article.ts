import type { Article } from './article.ts';
import { fields, isAsked, textsOf } from './article-fields.ts';
import { growing } from './growing.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { type AskPacker, createAskPacker, type PackedAsks } from './packed-asks.ts';
import { textHash } from './same-asks.ts';
import { wordsOf } from './words.ts';

/** What an article gives to the index, whatever the other articles are. */
export interface ReadArticle {
  /** Numbers of the content words, field after field, and where each field ends. */
  readonly words: Uint32Array;
  readonly ends: Uint32Array;
  /** Its ways of asking, in the order of `waysOfAsking`, and the `textHash` of each. */
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
  const packer = createAskPacker();
  const known = new WeakMap<Article, ReadArticle>();
  return {
    lexicon,
    read(article) {
      const read = known.get(article) ?? readArticle(article, lexicon, packer);
      known.set(article, read);
      return read;
    },
  };
}

function readArticle(article: Article, lexicon: Lexicon, packer: AskPacker): ReadArticle {
  const words = growing.uint32();
  const ends: number[] = [];
  const askHashes: number[] = [];
  let titleTerms: readonly number[] | undefined;
  for (const { name } of fields) {
    for (const text of textsOf(article, name)) {
      const all = lexicon.read(text);
      const content = all.filter((word) => word.content);
      for (const word of content) words.push(word.number);
      if (!isAsked(name)) continue;
      packer.add(content);
      askHashes.push(textHash(all.map((word) => word.folded).join(' ')));
      titleTerms ??= [...new Set(content.map((word) => word.term))];
    }
    ends.push(words.length);
  }
  return {
    words: words.finish(),
    ends: Uint32Array.from(ends),
    asks: packer.finish(),
    askHashes: Uint32Array.from(askHashes),
    titleTerms: titleTerms ?? [],
    phrases: article.phrases.map(stemsOf).filter((phrase) => phrase.includes(' ')),
  };
}

const stemsOf = (phrase: string): string =>
  wordsOf(phrase)
    .map((word) => word.stem)
    .join(' ');
