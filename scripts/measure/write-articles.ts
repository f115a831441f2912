import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Article } from '../../bot/knowledge/article.ts';

/** Writes articles as an operator has them: a file each. */
export function writeArticles(articles: readonly Article[], folder: string): void {
  for (const article of articles) {
    const file = join(folder, article.path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, sourceOf(article));
  }
}

/** JSON is YAML too. */
function sourceOf({ slug, topic, path, body, sections, ...head }: Article): string {
  const declared = sections
    .filter((section) => section.answers.length + section.asks.length > 0)
    .map(({ heading, answers, asks }) => ({ heading, answers, asks }));
  const fields = Object.entries({ ...head, title: head.title.slice(0, 90), sections: declared });
  return `---\n${fields.map(([name, value]) => `${name}: ${JSON.stringify(value)}`).join('\n')}\n---\n${body}\n`;
}
