import type { Article } from '../knowledge/article.ts';
import { waysOfAsking } from '../knowledge/article-fields.ts';
import type { Library } from '../knowledge/library.ts';

const enough = new WeakMap<Library, number>();

/**
 * Whether so many ways of asking for an article are known, beside the library's other articles, that the bot may
 * speak of it where nobody has asked the bot: what is asked for in few known ways is told apart on thin evidence.
 */
export function isWellKnown(article: Article, library: Library): boolean {
  const least = enough.get(library) ?? thirdOfMedian(library);
  enough.set(library, least);
  return waysOfAsking(article).length >= least;
}

function thirdOfMedian({ articles }: Library): number {
  const counts = articles
    .filter((article) => article.kind === 'article')
    .map((article) => waysOfAsking(article).length)
    .sort((a, b) => a - b);
  return (counts[Math.floor(counts.length / 2)] ?? 0) / 3;
}
