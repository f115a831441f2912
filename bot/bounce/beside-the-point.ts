import type { Word } from './words.ts';

/** Header fields that tell how a message came or was judged on its way, also when it arrived well. */
const headerField =
  /^[>|\s]{0,20}(?:Received(?:-SPF)?|Return-Path|Delivered-To|X-Original-To|Authentication-Results|ARC-[\w-]{1,40}|DKIM-Signature|X-(?:Spam|Spamd|Rspamd|Forefront|MS|Microsoft|Google|Ham|Virus)-[\w-]{1,60}):/i;
const longestName = 90;
const continued = /^[ \t]+\S/;
const endOfMessage = /^\W{0,4}\.\s{0,4}$/;

/** `X=TLS1.3:…:256 CV=no`: how a connection was secured, as logs have it of every one. */
const connectionField =
  /\b(?:X=TLS|CV=|SNI=|A=[a-z]+_(?:login|plain)|version ?= ?"?TLS|cipher ?= ?|details ?= ?"TLS)[^\s,"]{0,80}/g;

const wentWell = new Set(['220', '221', '235', '250', '251', '252', '334', '354']);
/** A command to the end of its line, as clients send it (RFC 5321 section 4.1). */
const command =
  /^(?:(?:EHLO|HELO) \S{1,255}|AUTH (?:LOGIN|PLAIN|CRAM-MD5|XOAUTH2)(?: \S{1,500})?|(?:MAIL FROM|RCPT TO): ?<[^>]{0,400}>[^:]{0,200}|STARTTLS|DATA|QUIT|RSET|NOOP)\s{0,4}$/i;
const commandWords = new Set([
  'ehlo',
  'helo',
  'auth',
  'mail',
  'rcpt',
  'starttls',
  'data',
  'quit',
  'rset',
  'noop',
]);
/** A log puts time, host, program and arrows before what was said. */
const mostBefore = 14;
/** So many lines of the kind make a session; one alone may be the answer that somebody asks about. */
const fewestOfSession = 2;

/**
 * Marks the words that tell of what went well, or of nothing: headers of a message on its way, commands and offers of a
 * session, the message handed over in it, how a connection was secured. `undefined` when there are none.
 */
export function besideThePoint(words: readonly Word[], text: string): Uint8Array | undefined {
  const marks = new Uint8Array(words.length);
  let marked = markFields(words, text, marks);
  let session: [first: number, end: number][] = [];
  let message: [first: number, end: number] | undefined;
  let inHeader = false;
  for (let first = 0, end = 0; first < words.length; first = end) {
    const { line, start } = words[first] as Word;
    while (end < words.length && words[end]?.line === line) end++;
    const from = text.lastIndexOf('\n', start) + 1;
    const head = text.slice(from, from + longestName).split('\n', 1)[0] as string;
    inHeader = headerField.test(head) || (inHeader && continued.test(head));
    if (inHeader) marked = mark(marks, first, end);
    const kind = message ? undefined : kindOfLine(words, first, end, text);
    if (kind) session.push([first, end]);
    if (kind === '354') message = [end, end];
    // What was handed over ends with a line of one dot, which has no word: it stands before the next line.
    else if (message && endsBefore(text, from)) {
      marked = mark(marks, message[0], first);
      message = undefined;
    }
  }
  if (session.length < fewestOfSession) session = [];
  for (const [first, end] of session) marked = mark(marks, first, end);
  return marked ? marks : undefined;
}

function mark(marks: Uint8Array, first: number, end: number): true {
  marks.fill(1, first, end);
  return true;
}

const endsBefore = (text: string, from: number): boolean =>
  endOfMessage.test(text.slice(text.lastIndexOf('\n', from - 2) + 1, Math.max(0, from - 1)));

/** What a line of a session begins with, behind what a log puts before it; `undefined` for a refusal and all else. */
function kindOfLine(words: readonly Word[], first: number, end: number, text: string): string | undefined {
  for (let at = first; at < Math.min(end, first + mostBefore); at++) {
    const { kind, start, end: last, text: word } = words[at] as Word;
    const before = start === 0 ? '\n' : (text[start - 1] as string);
    if (!/[\s>:\]]/.test(before)) continue;
    const behind = text[last] ?? '\n';
    if (kind === 'number' && /^[2-5]\d\d$/.test(word) && /[\s-]/.test(behind))
      return wentWell.has(word) ? word : undefined;
    if (kind === 'word' && commandWords.has(word)) {
      const newLine = text.indexOf('\n', start);
      if (command.test(text.slice(start, Math.min(start + 600, newLine < 0 ? text.length : newLine))))
        return word;
    }
  }
  return undefined;
}

function markFields(words: readonly Word[], text: string, marks: Uint8Array): boolean {
  let marked = false;
  let at = 0;
  for (const { index, 0: field } of text.matchAll(connectionField)) {
    while (at < words.length && (words[at] as Word).start < index) at++;
    for (; at < words.length && (words[at] as Word).start < index + field.length; at++) {
      marks[at] = 1;
      marked = true;
    }
  }
  return marked;
}
