/** What stands in machines' lines and hardly ever in a person's: codes, addresses in brackets, headers, logs, options. */
const machineLine =
  /[<>{}=|]|\b[245]\d\d\b|\b[245]\.\d{1,3}\.\d{1,3}\b|0x[0-9a-f]{4,}|\b\d{1,3}(?:\.\d{1,3}){3}\b|^\s*[\w-]+:\s|\b\d\d:\d\d\b|https?:\/\/|^\s*[-*_=#]{3,}/i;
const fewestWords = 5;

/**
 * The lines of a text that a person wrote beside what was pasted; `undefined` when all of them, or next to none, are.
 */
export function ownWordsOf(text: string): string | undefined {
  if (!text.includes('\n')) return undefined;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const own = lines.filter((line) => !machineLine.test(line));
  if (own.length === lines.length) return undefined;
  const words = own.join('\n');
  return words.split(/\s+/).length < fewestWords ? undefined : words;
}
