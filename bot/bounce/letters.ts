const folded = new Map<string, string>();

const special: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ı', 'i'],
  ['æ', 'ae'],
  ['œ', 'oe'],
]);

const mark = /\p{M}/gu;

/** One character in lower case and without accents, full-width forms as plain ones. */
function foldedCharacter(char: string): string {
  const known = folded.get(char);
  if (known !== undefined) return known;
  const lower = char.toLowerCase();
  const code = lower.charCodeAt(0);
  // Hangul and kana would fall apart under NFKD; only alphabets and full-width forms gain from it.
  const plain = code < 0x2000 || code >= 0xff00 ? lower.normalize('NFKD').replace(mark, '') : lower;
  const result = special.get(plain) ?? plain;
  folded.set(char, result);
  return result;
}

const plainAscii = /^[\0-\x7f]*$/;

export function foldLetters(word: string): string {
  if (plainAscii.test(word)) return word.toLowerCase();
  let result = '';
  for (const char of word) result += foldedCharacter(char);
  return result;
}

export const letter = 1;
export const digit = 2;
/** Chinese, Japanese and Korean characters: each is a word of its own, for these scripts set no spaces. */
export const ideograph = 3;

const otherLetter = /[\p{L}\p{M}\p{N}]/u;
const classes = new Map<number, number>();

/** `letter`, `digit`, `ideograph`, or 0 for anything between words. */
export function letterClass(code: number): number {
  if (code < 128) {
    if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) return letter;
    return code >= 48 && code <= 57 ? digit : 0;
  }
  if (code >= 0x3040 && code <= 0x9fff) return ideograph;
  if (code >= 0xac00 && code <= 0xd7af) return ideograph;
  if (code >= 0xff10 && code <= 0xff19) return digit;
  let known = classes.get(code);
  if (known === undefined) {
    known = otherLetter.test(String.fromCharCode(code)) ? letter : 0;
    classes.set(code, known);
  }
  return known;
}
