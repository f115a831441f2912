import { oneLine } from './visible-text.ts';

/** Somebody else's words inside Markdown: as inline code nothing in them formats or links. */
export function codeSpan(text: string): string {
  const words = oneLine(text);
  if (words === '') return '';
  const longest = Math.max(0, ...(words.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest > 0 ? `${fence} ${words} ${fence}` : `${fence}${words}${fence}`;
}
