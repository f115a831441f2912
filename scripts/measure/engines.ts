import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { Article } from '../../bot/knowledge/article.ts';
import { waysOfAsking } from '../../bot/knowledge/article-fields.ts';
import { stopWords } from '../../bot/knowledge/language/stop-words.ts';

/** Slugs, best first, at most three. */
export type Engine = (question: string) => string[];

const shortFields = (article: Article) => ({
  slug: article.slug,
  title: article.title,
  asks: waysOfAsking(article).join('\n'),
  keywords: [...article.keywords, ...article.phrases].join('\n'),
  summary: article.summary,
});

const withoutStopWords = (question: string) =>
  question
    .toLowerCase()
    .split(/[^\p{L}\p{N}.]+/u)
    .filter((word) => word !== '' && !stopWords.has(word))
    .join(' ');

/** Off-the-shelf engines over the same articles, as a reader of their documentation would set them up. */
export const engines: Record<string, (articles: readonly Article[]) => Engine> = {
  'fuse.js, defaults': (articles) => {
    const fuse = new Fuse(
      articles.map((article) => ({ ...shortFields(article), body: article.body })),
      {
        keys: ['title', 'asks', 'keywords', 'summary', 'body'],
      },
    );
    return (question) => fuse.search(question, { limit: 3 }).map((hit) => hit.item.slug);
  },
  'fuse.js, best setting': (articles) => {
    const fuse = new Fuse(articles.map(shortFields), {
      keys: [
        { name: 'title', weight: 2 },
        { name: 'asks', weight: 2 },
        { name: 'keywords', weight: 1.5 },
        'summary',
      ],
      useTokenSearch: true,
      threshold: 0.2,
      ignoreFieldNorm: true,
      ignoreLocation: true,
    });
    return (question) => fuse.search(withoutStopWords(question), { limit: 3 }).map((hit) => hit.item.slug);
  },
  'MiniSearch, fuzzy .2': (articles) => {
    const mini = new MiniSearch({
      idField: 'slug',
      fields: ['title', 'asks', 'keywords', 'summary', 'body'],
      processTerm: (term) => (stopWords.has(term.toLowerCase()) ? null : term.toLowerCase()),
      searchOptions: { fuzzy: 0.2, prefix: false, boost: { title: 2, asks: 2, keywords: 1.5 } },
    });
    mini.addAll(articles.map((article) => ({ ...shortFields(article), body: article.body })));
    return (question) =>
      mini
        .search(question)
        .slice(0, 3)
        .map((hit) => String(hit.id));
  },
};
