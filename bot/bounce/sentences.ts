import type { SmtpCode } from './smtp-codes.ts';
import type { Word } from './words.ts';

const isCapital = (char: string): boolean => char !== char.toLowerCase();

const blank = 32;

/** Whether a sentence, a line of its own or a `Field:` begins with this word. */
function opensSentence(text: string, before: Word, word: Word): boolean {
  if (word.start - before.end === 1 && text.charCodeAt(before.end) === blank) return false;
  const between = text.slice(before.end, Math.min(word.start, before.end + 12));
  const opens = word.kind === 'address' || isCapital(text[word.start] ?? '');
  if (opens && /[.!?]["')\]]?\s/.test(between)) return true;
  if (/[。！？]/.test(between)) return true;
  return word.opensLine && text[word.end] === ':' && isCapital(text[word.start] ?? '');
}

/** Marks the words before which something ends, so that no phrase is put together from two answers. */
export function markEnds(words: readonly Word[], codes: readonly SmtpCode[], text: string): void {
  let code = 0;
  for (let at = 1; at < words.length; at++) {
    const word = words[at] as Word;
    const before = words[at - 1] as Word;
    while (code < codes.length && (codes[code] as SmtpCode).at < at) code++;
    const isReply = codes[code]?.at === at && codes[code]?.kind === 'reply';
    const opensAnswer =
      (isReply && !word.skipped) ||
      (word.opensLine && word.kind === 'address') ||
      (word.line - before.line > 1 && text[before.end] !== ':');
    if (opensAnswer) word.ends = 'answer';
    else if (opensSentence(text, before, word)) word.ends = 'sentence';
  }
}
