import type { Article } from './article.ts';
import { fields, isAsked, textsOf } from './article-fields.ts';
import { growing } from './growing.ts';
import type { Lexicon, LexiconWord } from './lexicon.ts';

/** The content words of all articles by number, field after field. */
export interface ArticleWords {
  readonly words: Uint32Array;
  /** Where each field of each article ends. */
  readonly ends: Uint32Array;
  /** In how many articles each term stands. */
  readonly counts: readonly number[];
}

/** Reads articles in the order of their numbers. */
export function createArticleReader(lexicon: Lexicon) {
  const words = growing.uint32();
  const ends = growing.uint32();
  const counts: number[] = [];
  const lastArticle: number[] = [];
  const count = (term: number, article: number): void => {
    if (lastArticle[term] === article) return;
    lastArticle[term] = article;
    counts[term] = (counts[term] ?? 0) + 1;
  };
  const note = (word: LexiconWord, article: number, trusted: boolean): void => {
    words.push(word.number);
    count(word.term, article);
    for (const meaning of word.meanings) count(meaning, article);
    if (word.lastArticle !== article) word.articles++;
    word.lastArticle = article;
    word.trusted ||= trusted;
  };
  return {
    /** The words of its ways of asking, the title first, stop words and all. */
    read(article: Article, number: number): LexiconWord[][] {
      const asks: LexiconWord[][] = [];
      for (const { name, trusted } of fields) {
        for (const text of textsOf(article, name)) {
          const all = lexicon.read(text);
          if (isAsked(name)) asks.push(all);
          for (const word of all) if (word.content) note(word, number, trusted);
        }
        ends.push(words.length);
      }
      return asks;
    },
    finish: (): ArticleWords => ({ words: words.finish(), ends: ends.finish(), counts }),
  };
}

const sampled = 300;

/** The mean length of each field, over the articles that have it: those without must not make the others look too long. */
export function averageLengths({ ends }: ArticleWords): number[] {
  const articles = ends.length / fields.length;
  // A sample is enough for an average.
  const step = Math.max(1, Math.floor(articles / sampled));
  return fields.map((_, field) => {
    let [total, having] = [0, 0];
    for (let article = 0; article < articles; article += step) {
      const at = article * fields.length + field;
      const length = (ends[at] as number) - (ends[at - 1] ?? 0);
      total += length;
      if (length > 0) having++;
    }
    return having === 0 ? 1 : total / having;
  });
}
