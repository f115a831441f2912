import { digit, foldLetters, ideograph, letter, letterClass } from './letters.ts';

export type WordKind = 'word' | 'number' | 'status' | 'address' | 'host' | 'url' | 'ip';

/** One word of a text as phrases see it; offsets are those of the text given to `wordsOf`. */
export interface Word {
  readonly kind: WordKind;
  /** Lower case, accents and apostrophes left out; an address or host name whole. */
  readonly text: string;
  /** What a phrase may call it: itself, `#`, `@`, `host!`, `.label`. */
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

const statusCode = /^[245]\.\d{1,3}\.\d{1,3}$/;
const ipAddress = /^\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}$/;
const addressLabel = /^(?:to|from|orig_to|rcpt|mailto|f|p|r|s|rfc822|sender|user|recipient|smtp|nrcpt|id|for)=/i;
const addressMarks = new Set("._%+-=~&/'#!$*?^`{|}@");
const longestRun = 320;

/** Endings that make `a.b` a host name and not two sentences that lost their space. */
const endings = new Set(
  (
    'com net org edu gov mil int info biz name pro mobi asia coop aero jobs travel local lan internal arpa test example ' +
    'invalid localhost app dev io ai me tv cc ws cloud online site store shop tech xyz top club email host hosting web ' +
    'website space agency systems solutions services support network digital media group world life live today ' +
    'company center expert consulting design studio photography academy school university bank law legal ' +
    'eu uk us ca au nz ie za in pk bd lk np sg my id ph th vn hk tw cn jp kr de at ch li nl be lu fr es pt it gr cy mt ' +
    'pl cz sk hu ro bg si hr rs ba mk al me ru ua by kz su ee lv lt fi se no dk is tr il ae sa qa kw bh om jo lb eg ma ' +
    'tn dz ly ng ke gh tz ug zw zm mz ao br ar cl co pe ve uy py bo ec mx gt cr pa do cu pr ir iq af uz ge am az md mn ' +
    'рф'
  ).split(' '),
);

const contractions = new Set(['t', 's', 're', 'll', 've', 'd', 'm']);
const emailWords = new Set(['mail', 'mails', 'mailed', 'mailing']);
const apostrophes = new Set(["'", '\u2019', '\u2018', '`', '\u00b4']);

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isUpper = (code: number): boolean => code >= 65 && code <= 90;
const isLower = (code: number): boolean => code >= 97 && code <= 122;

function symbolsOf(kind: WordKind, text: string): readonly string[] {
  if (kind === 'word') return [text];
  if (kind === 'number' || kind === 'status') return [text, '#'];
  if (kind === 'address') return ['@'];
  if (kind === 'ip') return ['host!', '#'];
  const labels = text.split(/[./:?=&_\-#%]+/, 24);
  return ['host!', ...labels.filter((label) => label !== '').map((label) => `.${label}`)];
}

function lastDot(text: string, start: number, end: number): number {
  let dot = end - 1;
  while (dot > start && text[dot] !== '.') dot--;
  return dot;
}

/** `example.comHost` of a text that lost its line breaks ends at `example.com`. */
function hostEnd(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && (text[last - 1] === '.' || text[last - 1] === '-')) last--;
  const dot = lastDot(text, start, last);
  if (dot <= start) return last;
  for (let at = dot + 3; at < last; at++) {
    if (!isUpper(text.charCodeAt(at)) || !isLower(text.charCodeAt(at - 1))) continue;
    return endings.has(text.slice(dot + 1, at).toLowerCase()) ? at : last;
  }
  return last;
}

function isHostName(text: string, start: number, end: number): boolean {
  const dot = lastDot(text, start, end);
  if (dot <= start || !endings.has(foldLetters(text.slice(dot + 1, end)))) return false;
  // "does not exist.It …": a sentence that lost its space.
  return !(isUpper(text.charCodeAt(dot + 1)) && isLower(text.charCodeAt(dot - 1)));
}

interface Token {
  readonly kind: WordKind;
  readonly start: number;
  readonly end: number;
}

/** The mail address in the run of characters that begins here, if there is one. */
function addressIn(text: string, start: number, end: number): Token | undefined {
  const at = start + text.slice(start, end).indexOf('@');
  if (at <= start) return undefined;
  const label = addressLabel.exec(text.slice(start, Math.min(at, start + 12)));
  const from = start + (label?.[0].length ?? 0);
  let to = at + 1;
  while (to < end && (letterClass(text.charCodeAt(to)) || text[to] === '.' || text[to] === '-')) to++;
  to = hostEnd(text, at + 1, to);
  return at > from && at - from <= 160 && to > at + 1 ? { kind: 'address', start: from, end: to } : undefined;
}

function runEnd(text: string, start: number): number {
  let end = start;
  for (; end < text.length && end - start < longestRun; end++) {
    const kind = letterClass(text.charCodeAt(end));
    if (kind === ideograph) break;
    if (kind === 0 && !addressMarks.has(text[end] ?? '')) break;
  }
  return end;
}

function urlEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && end - start < longestRun && !/[\s<>"')\]|]/.test(text[end] ?? '')) end++;
  return end;
}

function numberAt(text: string, start: number, limit: number): Token {
  let end = start;
  while (end < limit && (isDigit(text.charCodeAt(end)) || text[end] === '.')) end++;
  while (text[end - 1] === '.') end--;
  const digits = text.slice(start, end);
  if (statusCode.test(digits)) return { kind: 'status', start, end };
  if (ipAddress.test(digits)) return { kind: 'ip', start, end };
  // "550User unknown" lost the space behind the code; "800CCC0E" and "5MB" are one word.
  const next = text.charCodeAt(end);
  const code = end - start === 3 && isUpper(next) && isLower(text.charCodeAt(end + 1));
  if (code || end >= limit || !letterClass(next) || letterClass(next) === ideograph) {
    return { kind: 'number', start, end };
  }
  while (end < limit && (letterClass(text.charCodeAt(end)) === letter || isDigit(text.charCodeAt(end)))) end++;
  return { kind: 'word', start, end };
}

function wordAt(text: string, start: number): Token {
  let end = start + 1;
  for (; end < text.length && end - start < longestRun; end++) {
    const code = text.charCodeAt(end);
    const kind = letterClass(code);
    if (kind === letter || kind === digit) {
      if (end - start > 1 && isUpper(code) && isLower(text.charCodeAt(end - 1))) break;
      continue;
    }
    if (!apostrophes.has(text[end] ?? '')) break;
    let tail = end + 1;
    while (tail - end < 4 && letterClass(text.charCodeAt(tail)) === letter) tail++;
    if (!contractions.has(text.slice(end + 1, tail).toLowerCase())) break;
    end = tail;
    break;
  }
  return { kind: 'word', start, end };
}

function tokenAt(text: string, start: number): Token {
  const code = text.charCodeAt(start);
  if (letterClass(code) === ideograph) return { kind: 'word', start, end: start + 1 };
  if ((code | 32) === 104 && /^https?:\/\//i.test(text.slice(start, start + 8))) {
    return { kind: 'url', start, end: urlEnd(text, start) };
  }
  const limit = runEnd(text, start);
  const address = addressIn(text, start, limit);
  if (address) return address.start === start ? address : wordAt(text, start);
  let hostLimit = start;
  while (hostLimit < limit && (letterClass(text.charCodeAt(hostLimit)) || /[.-]/.test(text[hostLimit] ?? ''))) {
    hostLimit++;
  }
  const repliesFirst = text[start + 3] === '-' && isDigit(code);
  const end = hostEnd(text, start, hostLimit);
  if (!repliesFirst && isHostName(text, start, end)) return { kind: 'host', start, end };
  return isDigit(code) ? numberAt(text, start, limit) : wordAt(text, start);
}

const withoutApostrophes = (word: string): string => word.replace(/['\u2019\u2018`\u00b4]/g, '');

/** The words of a text in order. Linear: no character is looked at more than a fixed number of times. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let line = 0;
  let opensLine = true;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) {
      line++;
      opensLine = true;
    }
    if (!letterClass(code)) {
      at++;
      continue;
    }
    const { kind, start, end } = tokenAt(text, at);
    at = end;
    let folded = foldLetters(text.slice(start, end));
    if (kind === 'word') folded = withoutApostrophes(folded);
    let from = start;
    let first = opensLine;
    const last = words.at(-1);
    // "e-mail" is the word "email".
    if (last?.text === 'e' && emailWords.has(folded) && start - last.end === 1 && text[last.end] !== ' ') {
      words.pop();
      folded = `e${folded}`;
      from = last.start;
      first = last.opensLine;
    }
    words.push({ kind, text: folded, symbols: symbolsOf(kind, folded), start: from, end, line, opensLine: first, skipped: false, ends: 'nothing' });
    opensLine = false;
  }
  return words;
}

export const foldedWords = (text: string): string[] => wordsOf(text).map((word) => word.text);
