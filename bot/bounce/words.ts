import { foldLetters, letterClass } from './letters.ts';
import { newRun, tokenAt, type WordKind } from './tokens.ts';

/** How a word is read, the same wherever it stands; what is looked up of it is kept with it. */
export interface Form {
  /** Lower case, accents and apostrophes left out; an address or host name whole. */
  readonly text: string;
  /** What a phrase may call it: itself, `#`, `@`, `host!`, `ip!`, `.label`. */
  readonly symbols: readonly string[];
  /** Its numbers in the vocabulary that met it last. */
  known: { readonly by: object; readonly numbers: readonly number[] } | undefined;
  /** What it speaks of, as a place in the names of concepts, and its row among the learned votes; -1: none. */
  concept: number | undefined;
  vote: number | undefined;
}

/** One word of a text as phrases see it; offsets are those of the text given to `wordsOf`. */
export interface Word {
  readonly kind: WordKind;
  /** That of its form. */
  readonly text: string;
  readonly form: Form;
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
const labelEnds = /[./:?=&_\-#%]+/;
const marksWithin = /['\u2019\u2018`\u00b4]/g;

const addressSymbols = ['@'];
const ipSymbols = ['ip!', 'host!', '#'];

const newForm = (text: string, symbols: readonly string[]): Form => ({
  text,
  symbols,
  known: undefined,
  concept: undefined,
  vote: undefined,
});

function newFormOf(kind: WordKind, written: string): Form {
  if (kind === 'address') return newForm(written.toLowerCase(), addressSymbols);
  const text = foldLetters(written);
  if (kind === 'word') {
    const plain = text.replace(marksWithin, '');
    return newForm(plain, [plain]);
  }
  if (kind === 'ip') return newForm(text, ipSymbols);
  if (kind === 'number' || kind === 'status') return newForm(text, [text, '#']);
  const labels = text.split(labelEnds, mostLabels).filter((label) => label !== '');
  return newForm(text, ['host!', ...labels.map((label) => `.${label}`)]);
}

/** Words and numbers met already, by how they are written, up to a number of them: texts share most of theirs. */
const seen = new Map<string, Form>();
const mostSeen = 20_000;

function formOf(kind: WordKind, written: string): Form {
  if (kind !== 'word' && kind !== 'number' && kind !== 'status') return newFormOf(kind, written);
  let form = seen.get(written);
  if (form === undefined) {
    form = newFormOf(kind, written);
    if (seen.size >= mostSeen) seen.clear();
    seen.set(written, form);
  }
  return form;
}

/** "e-mail" is the word "email". */
function asEmail({ start, opensLine }: Word, mail: Word): Word {
  const form = formOf('word', `e${mail.text}`);
  return { ...mail, text: form.text, form, start, opensLine };
}

/** The words of a text in order. Linear: no character is looked at more than a fixed number of times. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  const run = newRun();
  let last: Word | undefined;
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
    const form = formOf(kind, text.slice(start, end));
    const word: Word = {
      kind,
      text: form.text,
      form,
      start,
      end,
      line,
      opensLine,
      skipped: false,
      ends: 'nothing',
    };
    if (last?.text === 'e' && start - last.end === 1 && text[last.end] !== ' ' && emailWords.has(word.text))
      words[words.length - 1] = asEmail(last, word);
    else words.push(word);
    last = words.at(-1);
    opensLine = false;
  }
  return words;
}

export const foldedWords = (text: string): string[] => wordsOf(text).map((word) => word.text);
