import { readBounce } from '../../bounce/read-bounce.ts';
import { condense } from '../../knowledge/condense.ts';
import type { Library } from '../../knowledge/library.ts';
import { sameText } from '../../knowledge/same-asks.ts';
import { tokensOf, wordsOf } from '../../knowledge/words.ts';
import { oneLine, shorten } from '../../markdown/visible-text.ts';
import { maskPersonal } from '../../privacy/mask.ts';

/** What the questions of a draft give to its head. */
export interface DraftAsks {
  /** Ways of asking: one line each, in small letters, spelling corrected, without names of anybody. */
  readonly asks: readonly string[];
  /** Error texts as machines wrote them. */
  readonly phrases: readonly string[];
  /** Reasons and codes that no article answers yet. */
  readonly answers: readonly string[];
}

const mostAsks = 30;
const longestAsk = 140;
const greeting =
  /^(?:(?:hi|hello|hey|good (?:morning|day|evening|afternoon)|dear \w+)(?: (?:there|all|team|everyone|support))?[\s,.!:-]+)+/i;
/** What the mask puts in place of somebody's own, and host names; an address is what a question may be about. */
const marks = /\[[\w -]{2,14}\]/g;
const address = /[\p{L}\p{N}.+_*%-]{1,64}@[\p{L}\p{N}.-]{1,253}/gu;
const ip = /\b\d{1,3}\.\d{1,3}\.(?:\d{1,3}|x)\.(?:\d{1,3}|x)\b/g;
const host = /\b(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}\b(?!\()/gu;
/** Names of files and programs look like hosts. */
const file =
  /\.(?:php|html?|js|css|txt|log|zip|gz|tar|sql|pdf|png|jpe?g|gif|webp|svg|docm?|docx?|xlsx?|eml|ini|conf|json|xml|py|sh|rar|exe|ost|pst|net)$/i;

/** `correct`: what was meant by misspelt words of a text. Asks that an article has already are left out. */
export function draftAsks(
  questions: readonly string[],
  library: Library,
  correct: (text: string) => ReadonlyMap<string, string>,
): DraftAsks {
  const known = new Set(library.articles.flatMap(({ title, asks }) => [title, ...asks]).map(sameText));
  const asks = new Map<string, string>();
  const phrases = new Set<string>();
  const answers = new Set<string>();
  for (const question of questions) {
    const [error] = readBounce(question);
    if (error?.phrase && error.reason !== 'unknown') {
      const phrase = shorten(withoutNames(error.phrase.text), longestAsk);
      // A word or two stand in many texts.
      if (tokensOf(phrase).length >= 3) phrases.add(phrase);
      const what = error.clientCode ?? error.reason;
      if (!library.answering(what)) answers.add(what);
    }
    const ask = askFrom(question, correct);
    if (ask !== undefined && !known.has(sameText(ask)) && !asks.has(sameText(ask)))
      asks.set(sameText(ask), ask);
  }
  return {
    asks: [...asks.values()].slice(0, mostAsks),
    phrases: [...phrases].slice(0, mostAsks),
    answers: [...answers],
  };
}

function askFrom(
  question: string,
  correct: (text: string) => ReadonlyMap<string, string>,
): string | undefined {
  const told = withoutNames(question.length > 2 * longestAsk ? condense(question) : question).replace(
    greeting,
    '',
  );
  const small = shorten(firstQuestion(told), longestAsk).toLowerCase();
  const meant = correct(small);
  const ask = small.replace(/[\p{L}\p{N}]+/gu, (word) => meant.get(word) ?? word);
  return says(ask) && tokensOf(ask).length >= 2 ? ask : undefined;
}

/** Of a long text the sentence that asks, else the first that says something. */
function firstQuestion(text: string): string {
  if (text.length <= longestAsk) return text;
  const sentences =
    text
      .match(/[^.!?]+[.!?]*/g)
      ?.map((sentence) => sentence.trim())
      .filter(says) ?? [];
  return sentences.find((one) => one.endsWith('?')) ?? sentences[0] ?? text;
}

/** Whether it has a word that could find an article. */
const says = (text: string): boolean => wordsOf(text).length > 0;

function withoutNames(text: string): string {
  const masked = oneLine(maskPersonal(text))
    .replace(marks, ' ')
    .replace(address, ' my address ')
    .replace(ip, ' ')
    .replace(host, (name) => (file.test(name) ? name : 'example.com'));
  return masked
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,!?:;])/g, '')
    .trim();
}
