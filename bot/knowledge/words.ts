import { stemmer } from 'stemmer';
import { isCompound, joinCompounds } from './language/compounds.ts';
import { stopWords } from './language/stop-words.ts';

/** One content word of a text: as it was written (folded) and its stem. */
export interface Word {
  readonly folded: string;
  readonly stem: string;
}

const maxWordLength = 40;
const wordPattern = /[\p{L}\p{N}]+/gu;
/** Codes whose digits must never be taken apart: 0x80042108, 5.7.26, 550-5.7.1. */
const codePattern = /0x[0-9a-f]{8}|\b[245]\.\d{1,3}\.\d{1,3}\b/g;
const ascii = /^[\0-\x7f]*$/;

const stems = new Map<string, string>();

/** Porter's stem; words with digits and short words stay as they are. */
export function stemOf(folded: string): string {
  if (folded.length < 4 || /\d/.test(folded)) return folded;
  const known = stems.get(folded);
  if (known !== undefined) return known;
  const stem = stemmer(folded);
  if (stems.size > 50_000) stems.clear();
  stems.set(folded, stem);
  return stem;
}

/** All words of a text in order, stop words and all; codes stand before them. */
export function tokensOf(text: string): string[] {
  const folded = foldLetters(text);
  const codes = folded.match(codePattern);
  // The mark keeps what stood around a code from growing together.
  const rest = codes ? folded.replace(codePattern, '_') : folded;
  const words = latinWords(rest) ?? lettersOfAnyScript(folded);
  if (codes) words.unshift(...codes);
  return words;
}

/** Whether a token says something by itself: no stop word, no single letter. */
export function isContent(folded: string): boolean {
  return !stopWords.has(folded) && (folded.length > 1 || /\d/.test(folded));
}

/** The content words of a text, in order, with repetitions. */
export function wordsOf(text: string): Word[] {
  return tokensOf(text)
    .filter(isContent)
    .map((folded) => ({ folded, stem: stemOf(folded) }));
}

/** Lower case, no accents and no apostrophes. */
function foldLetters(text: string): string {
  if (ascii.test(text)) return text.toLowerCase().replace(/[`']/g, '');
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/[’‘`´']/g, '');
}

function lettersOfAnyScript(folded: string): string[] {
  const text = joinCompounds(folded).replace(codePattern, ' ');
  return (text.match(wordPattern) ?? []).filter((word) => word.length <= maxWordLength);
}

const [underscore, space, hyphen] = [95, 32, 45];
const [separator, latin, otherLetter] = [1, 2, 3];
/** What a UTF-16 unit is to `latinWords`; 0 where nobody has asked yet. */
const kinds = new Uint8Array(0x1_0000);

function kindOf(unit: number): number {
  const letter = String.fromCharCode(unit);
  const half = unit >= 0xd800 && unit <= 0xdfff;
  const kind = /[a-z0-9]/.test(letter)
    ? latin
    : half || /[\p{L}\p{N}]/u.test(letter)
      ? otherLetter
      : separator;
  kinds[unit] = kind;
  return kind;
}

/**
 * Reads a folded text in one pass, several times as fast as regular expressions do; `undefined` when it has letters
 * of another script, whose borders `\b` in `joinCompounds` does not see.
 */
function latinWords(text: string): string[] | undefined {
  const words: string[] = [];
  let [from, lastFrom, lastEnd] = [-1, -1, -1];
  let last = '';
  for (let at = 0; at <= text.length; at++) {
    const unit = at < text.length ? text.charCodeAt(at) : space;
    const kind = kinds[unit] || kindOf(unit);
    if (kind === latin) {
      if (from < 0) from = at;
      continue;
    }
    if (kind === otherLetter) return undefined;
    if (from < 0) continue;
    const word = text.slice(from, at);
    if (last !== '' && from === lastEnd + 1 && growTogether(text, last, lastFrom, word, at)) {
      words[words.length - 1] = last + word;
      last = '';
    } else {
      words.push(word);
      [last, lastFrom] = [word, from];
    }
    lastEnd = at;
    from = -1;
  }
  return words.filter((word) => word.length <= maxWordLength);
}

/** What `joinCompounds` does, for two words with one character between them. */
function growTogether(text: string, first: string, firstFrom: number, second: string, end: number): boolean {
  const between = text.charCodeAt(firstFrom + first.length);
  if (between !== space && between !== hyphen) return false;
  if (text.charCodeAt(firstFrom - 1) === underscore) return false;
  if (first === 'e') return second.startsWith('mail');
  return isCompound(first, second) && text.charCodeAt(end) !== underscore;
}
