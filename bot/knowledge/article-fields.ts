import type { Article } from './article.ts';

/**
 * Where a word stands in an article, with its weight and length normalisation (BM25F). The body is scored on its
 * own: what an author put into the short fields is worth more than the field weights of one sum can say. A trusted
 * field's words are right as they are written.
 */
export const fields = [
  { name: 'title', weight: 3, b: 0.3, trusted: true },
  { name: 'asks', weight: 2, b: 0.3, trusted: true },
  { name: 'keywords', weight: 2.5, b: 0.3, trusted: true },
  { name: 'phrases', weight: 2, b: 0.3, trusted: true },
  { name: 'headings', weight: 1.5, b: 0.3, trusted: true },
  { name: 'summary', weight: 1.2, b: 0.5, trusted: false },
  { name: 'foreign', weight: 1.5, b: 0.3, trusted: true },
  { name: 'body', weight: 1, b: 0.75, trusted: false },
] as const;

export type FieldName = (typeof fields)[number]['name'];

export function textsOf(article: Article, field: FieldName): readonly string[] {
  switch (field) {
    case 'asks':
      return [...article.asks, ...article.sections.flatMap((section) => section.asks)];
    case 'foreign':
      return Object.values(article.foreign).flat();
    case 'keywords':
    case 'phrases':
      return article[field];
    case 'headings':
      return article.sections.map((section) => section.heading);
    default:
      return [article[field]];
  }
}

/** Title, asks, sections' asks and foreign asks: what a question is compared with. The title comes first. */
export function waysOfAsking(article: Article): string[] {
  return [article.title, ...textsOf(article, 'asks'), ...textsOf(article, 'foreign')];
}

/** Fields whose texts are ways of asking. */
export const isAsked = (field: FieldName): boolean =>
  field === 'title' || field === 'asks' || field === 'foreign';
