import assert from 'node:assert/strict';
import { type Article, parseArticle } from '../../bot/knowledge/article.ts';

/** A small article of its own, for tests that need one to be there. */
export function articleOf(slug: string, more = ''): Article {
  const source = [
    '---',
    `title: About ${slug}`,
    `summary: All there is to say about ${slug}, in one sentence.`,
    `asks: ["what about ${slug}"]`,
    'reviewed: { date: 2026-11-20, by: Anna }',
    ...(more === '' ? [] : [more]),
    '---',
    'Do this.',
  ].join('\n');
  const { article, problems } = parseArticle(source, `email/${slug}.md`, {});
  return article ?? assert.fail(JSON.stringify(problems));
}
