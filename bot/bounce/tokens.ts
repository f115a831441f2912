import { hostEndings } from './host-endings.ts';
import { digit, foldLetters, ideograph, letter, letterClass } from './letters.ts';

export type WordKind = 'word' | 'number' | 'status' | 'address' | 'host' | 'url' | 'ip';

/** Where a word stands and what it is, before folding. */
export interface Token {
  readonly kind: WordKind;
  readonly start: number;
  readonly end: number;
}

/** RFC 3463 knows the subjects 0 to 7; `5.8.1` is a version. */
const statusCode = /^[245]\.[0-7]\.\d{1,3}$/;
const ipAddress = /^\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}$/;
const addressLabel =
  /^(?:to|from|orig_to|rcpt|mailto|f|p|r|s|rfc822|sender|user|recipient|smtp|nrcpt|id|for)=/i;
/** Whether the ASCII character may stand in a mail address or host name beside letters and digits. */
const isAddressMark = new Uint8Array(128);
for (const mark of "._%+-=~&/'#!$*?^`{|}@") isAddressMark[mark.charCodeAt(0)] = 1;
const urlStops = new Set(' \t\r\n<>"\')]|');
const longestRun = 320;
const longestName = 160;

const contractions = new Set(['t', 's', 're', 'll', 've', 'd', 'm']);
const apostrophes = new Set(["'", '\u2019', '\u2018', '`', '\u00b4']);

const fullStop = 46;
const dash = 45;
const atSign = 64;

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isUpper = (code: number): boolean => code >= 65 && code <= 90;
const isLower = (code: number): boolean => code >= 97 && code <= 122;

/** Characters without a break that may form a mail address; and what is known of them, so that none is read twice. */
interface Run {
  end: number;
  at: number;
  /** The last dot; -1: none, so that no host name is looked for. */
  dot: number;
  hostEnd: number;
  hostStop: number;
  hostDot: number;
}

export const newRun = (): Run => ({ end: 0, at: -1, dot: -1, hostEnd: 0, hostStop: 0, hostDot: -1 });

/** Looks how far the run from here on reaches, and where it has dots and an `@`. */
function readRun(text: string, start: number, run: Run): void {
  run.at = -1;
  run.dot = -1;
  let end = start;
  for (const most = Math.min(text.length, start + longestRun); end < most; end++) {
    const code = text.charCodeAt(end);
    const kind = letterClass(code);
    if (kind === ideograph || (kind === 0 && !(code < 128 && isAddressMark[code]))) break;
    if (code === atSign && run.at < 0) run.at = end;
    else if (code === fullStop) run.dot = end;
  }
  run.end = end;
  run.hostStop = start;
  run.hostDot = -1;
}

/** Where letters, digits, dots and dashes from here on end. */
function hostLikeEnd(text: string, start: number, limit: number): number {
  let end = start;
  for (; end < limit; end++) {
    const code = text.charCodeAt(end);
    if (code !== fullStop && code !== dash && !letterClass(code)) break;
  }
  return end;
}

/** The last dot before `end`; -1 when there is none behind `start`. */
function lastDot(text: string, start: number, end: number): number {
  let at = end - 1;
  while (at > start && text.charCodeAt(at) !== fullStop) at--;
  return at > start ? at : -1;
}

function withoutMarks(text: string, start: number, stop: number): number {
  let end = stop;
  while (end > start) {
    const code = text.charCodeAt(end - 1);
    if (code !== fullStop && code !== dash) break;
    end--;
  }
  return end;
}

/** `example.comHost` of a text that lost its line breaks ends at `example.com`. */
function withoutNextLine(text: string, dot: number, end: number): number {
  for (let at = dot + 3; at < end; at++) {
    if (!isUpper(text.charCodeAt(at)) || !isLower(text.charCodeAt(at - 1))) continue;
    return hostEndings.has(text.slice(dot + 1, at).toLowerCase()) ? at : end;
  }
  return end;
}

/** Looks at the letters, digits, dots and dashes from here on: do they end like a host name? */
function readHost(text: string, start: number, run: Run): void {
  const stop = hostLikeEnd(text, start, run.end);
  let end = withoutMarks(text, start, stop);
  let dot = lastDot(text, start, end);
  if (dot > start) {
    end = withoutNextLine(text, dot, end);
    const known = hostEndings.has(foldLetters(text.slice(dot + 1, end)));
    // "does not exist.It …": a sentence that lost its space.
    const sentence = isUpper(text.charCodeAt(dot + 1)) && isLower(text.charCodeAt(dot - 1));
    if (!known || sentence) dot = -1;
  }
  run.hostStop = stop;
  run.hostEnd = end;
  run.hostDot = dot;
}

/** The mail address in the run that begins here, if there is one. */
function addressIn(text: string, start: number, run: Run): Token | undefined {
  if (run.at >= 0 && run.at < start) run.at = nextAtSign(text, start, run.end);
  const { at } = run;
  if (at <= start || at - start > longestName) return undefined;
  const label = addressLabel.exec(text.slice(start, Math.min(at, start + 12)));
  const from = start + (label?.[0].length ?? 0);
  let end = withoutMarks(text, at, hostLikeEnd(text, at + 1, run.end));
  const dot = lastDot(text, at, end);
  if (dot > at) end = withoutNextLine(text, dot, end);
  return at > from && end > at + 1 ? { kind: 'address', start: from, end } : undefined;
}

function nextAtSign(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) === atSign) return at;
  return -1;
}

function urlEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && end - start < longestRun && !urlStops.has(text[end] ?? '')) end++;
  return end;
}

function numberAt(text: string, start: number, limit: number): Token {
  let end = start;
  while (end < limit && end - start < 24 && (isDigit(text.charCodeAt(end)) || text[end] === '.')) end++;
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
  while (end < limit && (letterClass(text.charCodeAt(end)) === letter || isDigit(text.charCodeAt(end))))
    end++;
  return { kind: 'word', start, end };
}

/** A word ends at a capital within (`RecipNotFound`, "unknownRemote-MTA"), and takes "n't" and "'s" along. */
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
    if (contractions.has(text.slice(end + 1, tail).toLowerCase())) end = tail;
    break;
  }
  return { kind: 'word', start, end };
}

const isHttp = (text: string, start: number): boolean =>
  (text.charCodeAt(start) | 32) === 104 && /^https?:\/\//i.test(text.slice(start, start + 8));

/** The token that begins with the letter or digit at `start`, or a little behind it (`to=bob@…`). */
export function tokenAt(text: string, start: number, run: Run): Token {
  const code = text.charCodeAt(start);
  if (letterClass(code) === ideograph) return { kind: 'word', start, end: start + 1 };
  if (isHttp(text, start)) return { kind: 'url', start, end: urlEnd(text, start) };
  if (start >= run.end) readRun(text, start, run);
  const address = addressIn(text, start, run);
  if (address) return address.start === start ? address : wordAt(text, start);
  if (start >= run.hostStop && run.dot > start) readHost(text, start, run);
  const repliesFirst = text[start + 3] === '-' && isDigit(code);
  if (!repliesFirst && run.hostDot > start) return { kind: 'host', start, end: run.hostEnd };
  return isDigit(code) ? numberAt(text, start, run.end) : wordAt(text, start);
}
