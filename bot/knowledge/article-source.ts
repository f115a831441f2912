import matter from 'gray-matter';
import type { z } from 'zod';
import type { frontMatter } from './front-matter.ts';

/** The head as a writer gives it: what is left out takes its default. */
export type ArticleHead = Omit<z.input<typeof frontMatter>, 'reviewed'>;

/** The text of an article's file. `remark`: a line in the head for whoever opens it. */
export function articleSource(head: ArticleHead, body: string, remark: string): string {
  const source = matter.stringify(`${body.trim()}\n`, head, { language: 'yaml' });
  return source.replace(/^---\n/, `---\n# ${remark.replace(/\s+/g, ' ')}\n`);
}
