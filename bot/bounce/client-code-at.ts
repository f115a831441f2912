import { clientCodes } from './client-codes.ts';
import type { Word } from './words.ts';

/** A mail program's code in the text: `0x` and eight lower-case hex digits, and the words it stands in. */
export interface FoundClientCode {
  readonly code: string;
  readonly first: number;
  readonly last: number;
}

const hexDigits = /^[0-9a-f]+$/;
const mostPieces = 4;

/** Customers type `0x80042108`, `0X 8004 2108`, `80042108`, `800ccc0e`: the pieces put together. */
function codeAt(words: readonly Word[], first: number): FoundClientCode | undefined {
  let digits = '';
  for (let at = first; at < Math.min(words.length, first + mostPieces); at++) {
    const word = words[at];
    if (!word || (word.kind !== 'word' && word.kind !== 'number')) return undefined;
    let piece = word.text;
    if (at === first && piece.startsWith('0x')) piece = piece.slice(2);
    if (piece !== '' && !hexDigits.test(piece)) return undefined;
    digits += piece;
    if (digits.length > 8) return undefined;
    if (digits.length === 8) {
      return digits.startsWith('8004') || digits.startsWith('800ccc')
        ? { code: digits, first, last: at }
        : undefined;
    }
    if (digits !== '' && !'8004'.startsWith(digits.slice(0, 4)) && !'800ccc'.startsWith(digits.slice(0, 6))) {
      return undefined;
    }
  }
  return undefined;
}

/** All client codes in order. Unlisted ones count only as `0x800ccc…`, which no other software uses. */
export function clientCodesIn(words: readonly Word[]): FoundClientCode[] {
  const found: FoundClientCode[] = [];
  for (let at = 0; at < words.length; at++) {
    const begins = words[at]?.text;
    if (!begins || (begins[0] !== '0' && begins[0] !== '8')) continue;
    const code = codeAt(words, at);
    if (!code) continue;
    if (clientCodes[code.code] || code.code.startsWith('800ccc'))
      found.push({ ...code, code: `0x${code.code}` });
    at = code.last;
  }
  return found;
}
