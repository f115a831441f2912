import { foldLetters, letterClass } from './letters.ts';
import { newRun, tokenAt, type WordKind } from './tokens.ts';

/** One word of a text as phrases see it; offsets are those of the text given to `wordsOf`. */
export interface Word {
  readonly kind: WordKind;
  /** Lower case, accents and apostrophes left out; an address or host name whole. */
  readonly text: string;
  /** What a phrase may call it: itself, `#`, `@`, `host!`, `ip!`, `.label`. */
  readonly symbols: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly opensLine: boolean;
  /** Invisible to phrases: the code that a reply of several lines repeats. */
  skipped: boolean;
  /** What ends before this word: a `sentence` ends the gaps of phrases, an `answer` of a server ends phrases. */
  ends: 'nothing' | 'sentence' | 'answer';
}

const emailWords = new Set(['mail', 'mails', 'mailed', 'mailing']);
const mostLabels = 24;

function symbolsOf(kind: WordKind, text: string): readonly string[] {
  if (kind === 'word') return [text];
  if (kind === 'number' || kind === 'status') return [text, '#'];
  if (kind === 'address') return ['@'];
  if (kind === 'ip') return ['ip!', 'host!', '#'];
  const labels = text.split(/[./:?=&_\-#%]+/, mostLabels);
  return ['host!', ...labels.filter((label) => label !== '').map((label) => `.${label}`)];
}

const marksWithin = /['\u2019\u2018`\u00b4]/g;

function foldedText(text: string, kind: WordKind): string {
  if (kind === 'address') return text.toLowerCase();
  const folded = foldLetters(text);
  return kind === 'word' ? folded.replace(marksWithin, '') : folded;
}

/** The words of a text in order. Linear: no character is looked at more than a fixed number of times. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  const run = newRun();
  let line = 0;
  let opensLine = true;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (!letterClass(code)) {
      if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) {
        line++;
        opensLine = true;
      }
      at++;
      continue;
    }
    const { kind, start, end } = tokenAt(text, at, run);
    at = end;
    const folded = foldedText(text.slice(start, end), kind);
    const word = { kind, text: folded, symbols: symbolsOf(kind, folded), start, end, line, opensLine };
    const last = words.at(-1);
    if (last?.text === 'e' && emailWords.has(folded) && start - last.end === 1 && text[last.end] !== ' ') {
      // "e-mail" is the word "email".
      const joined = {
        text: `e${folded}`,
        symbols: [`e${folded}`],
        start: last.start,
        opensLine: last.opensLine,
      };
      words[words.length - 1] = { ...word, ...joined, skipped: false, ends: 'nothing' };
    } else words.push({ ...word, skipped: false, ends: 'nothing' });
    opensLine = false;
  }
  return words;
}

export const foldedWords = (text: string): string[] => wordsOf(text).map((word) => word.text);
