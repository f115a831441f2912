import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Reply } from '../../bot/desk/reply.ts';

const replies = fileURLToPath(new URL('replies/', import.meta.url));

/** Real replies, as the desk made them from articles of the knowledge base. */
export const realReplies: readonly { readonly name: string; readonly reply: Reply }[] = readdirSync(
  replies,
).map((file) => ({
  name: file.replace('.json', ''),
  reply: JSON.parse(readFileSync(`${replies}${file}`, 'utf8')) as Reply,
}));

/** Compares with a file; `UPDATE=1 npm test` writes it instead, and git shows what changed. */
export function assertGolden(message: unknown, file: URL): void {
  const text = `${JSON.stringify(message, undefined, 2)}\n`;
  if (process.env.UPDATE) writeFileSync(file, text);
  assert.deepEqual(JSON.parse(text), JSON.parse(readFileSync(file, 'utf8')));
}
