import type { Decision } from './decide.ts';
import { standsBesideCode } from './phrase-claims.ts';
import type { Reading } from './reading.ts';
import type { SmtpCode } from './smtp-codes.ts';

const limits = new Set(['defer-fail-limit', 'sending-limit']);

/** A question counts against a phrase that follows it this closely: "how do I raise my mailbox quota". */
const questionReach = 12;
const longStory = 60;
/** As many words of cPanel's own sentence nobody uses by chance. */
const limitWords = 4;
const widestGap = 4;

const quotation = /["'«»“”„‘`:>]/;
const longestQuestion = 300;

/** Whether the word stands in a sentence that ends with a question mark and quotes nobody. */
function isInQuestion({ words, clean }: Reading, at: number): boolean {
  const text = clean.text;
  const from = words[at]?.start ?? 0;
  for (let end = from; end < Math.min(text.length, from + longestQuestion); end++) {
    const char = text[end];
    if (char === '\n' || ((char === '.' || char === '!') && /\s|^$/.test(text[end + 1] ?? ''))) return false;
    if (char !== '?' && char !== '？') continue;
    let start = from;
    while (start > 0 && from - start < longestQuestion && !/[.!?\n]/.test(text[start - 1] ?? '')) start--;
    return !quotation.test(text.slice(start, end));
  }
  return false;
}

function isAskedFor(reading: Reading, at: number): boolean {
  const { markers, words } = reading;
  if (isInQuestion(reading, at)) return true;
  return (markers.get('question') ?? []).some(({ first, last }) => {
    if (first > at || at - last > questionReach) return false;
    for (let word = last + 1; word <= at; word++) if (words[word]?.ends !== 'nothing') return false;
    return true;
  });
}

/** Whether the words alone read like a server's or a program's message. */
function speaksForItself(reading: Reading, decision: Decision): boolean {
  const { phrase, rule } = decision;
  if (!phrase || phrase.strength === 'weak') return false;
  if (limits.has(rule.reason)) return phrase.weight > 1 && !isAskedFor(reading, phrase.first);
  const { markers, words } = reading;
  if (isAskedFor(reading, phrase.first)) return false;
  // What is strewn over a story is no message of a server.
  if (words.length > longStory && phrase.last - phrase.first + 1 - phrase.weight > widestGap) return false;
  if (words.some((word) => word.kind === 'address' && word.opensLine) || markers.has('log')) return true;
  if (rule.kind === 'mail-client' && phrase.weight > 3) return true;
  if (phrase.weight > 3 || (rule.kind === 'notice' && phrase.weight > 1)) return true;
  const aboutMail = markers.has('mail') || markers.has('mailish');
  if (!aboutMail && !words.some((word) => word.kind === 'address') && rule.kind === 'bounce') return false;
  return phrase.weight > 1 && (markers.has('hint') || !markers.has('self'));
}

/** Comparisons, calls and queries of a program that speaks of codes. */
const sourceCode = /(?:={2,3}|!==?)\s?["'(\d]|\)\s?\{|\bSELECT\s|\b(?:grep|awk|sed) -|\)\.to[A-Z]/;

const isSourceCode = ({ clean }: Reading): boolean => sourceCode.test(clean.text.slice(0, longestQuestion));

const settingLine = /^[ \t>*|-]{0,8}["']?[A-Za-z][\w ()/.-]{1,40}["']?[ \t]{0,3}[:=|][ \t]{0,3}\S/;
const fewestSettings = 4;

const isBeyondSettings = (decision: Decision | undefined): boolean =>
  decision?.phrase?.strength === 'sure' || decision?.rule.kind === 'notice';

/** Mostly `name: value` or `name = value`, line for line: a form, a table or a file of settings, where no code stands. */
function isSettings({ clean, codes }: Reading): boolean {
  if (codes.length > 0) return false;
  const lines = clean.text
    .slice(0, 4000)
    .split('\n')
    .filter((line) => line.trim() !== '');
  const set = lines.filter((line) => settingLine.test(line)).length;
  return set >= fewestSettings && set * 2 > lines.length;
}

/** Whether the text is a mail error at all, and no question or small talk that shares words with one. */
export function isMailError(reading: Reading, decisions: readonly (Decision | undefined)[]): boolean {
  if (reading.clientCodes.length > 0) return true;
  const { codes, markers } = reading;
  const isElse =
    isSourceCode(reading) ||
    (isSettings(reading) && !decisions.some(isBeyondSettings)) ||
    markers.has('other') ||
    (markers.has('aside') && !markers.has('mail'));
  if (isElse && !isServerTalk(reading)) return false;
  if (markers.has('bounce') || codes.some((_, at) => isPair(codes, at))) return true;
  const elsewhere = markers.has('elsewhere');
  if (elsewhere && !markers.has('mail')) {
    return decisions.some(
      (decision) => decision && codes.length > 0 && (decision.nothing() ?? 0) < hardlyNothing,
    );
  }
  if (
    isAboutMail(reading) &&
    codes.some(({ kind, trust }) => trust === 'sure' && (kind === 'status' || !elsewhere))
  )
    return true;
  if (
    !elsewhere &&
    codes.some(({ at, kind, text }) => kind === 'reply' && text[0] !== '2' && opensAnswer(reading, at))
  )
    return true;
  return decisions.some((decision) => decision && speaksOfError(reading, decision));
}

/** A text of codes and little else needs no word about mail. */
const fewWords = 8;

const isAboutMail = ({ markers, words }: Reading): boolean =>
  words.length <= fewWords ||
  markers.has('mail') ||
  markers.has('mailish') ||
  words.some(({ kind }) => kind === 'address');

/** Customers' questions share words with errors: the words as a whole must rather be an error's. */
const mostlyNothing = Math.log(0.5);
const hardlyNothing = Math.log(0.1);
const surelyNothing = Math.log(0.8);

function speaksOfError(reading: Reading, decision: Decision): boolean {
  const { phrase, code, rule } = decision;
  if (phrase?.strength === 'sure') return true;
  if (phrase && limits.has(rule.reason) && phrase.weight > limitWords) return true;
  const { codes, markers, words } = reading;
  const address = phrase && words[phrase.first - 1];
  if (phrase?.strength === 'clear' && address?.kind === 'address' && address.opensLine) return true;
  const isFull = phrase?.strength === 'clear' && phrase.weight > 2 && !markers.has('elsewhere');
  if (isFull && isQuoted(reading, phrase) && isAboutMail(reading)) return true;
  const nothing = decision.nothing();
  if (nothing !== undefined) {
    const refused = codes.some(({ text }) => text[0] !== '2');
    if (nothing > (refused ? surelyNothing : mostlyNothing)) return false;
    const at = phrase?.first ?? code?.at;
    if (nothing < hardlyNothing && at !== undefined && !isAskedFor(reading, at)) return true;
  }
  if (code?.kind === 'status' && codes.some(({ kind }) => kind === 'reply')) return true;
  if (phrase && codes.length > 0) {
    if (phrase.strength !== 'weak' && standsBesideCode(reading, phrase)) return true;
    if (phrase.weight > 1 && !isAskedFor(reading, phrase.first)) return true;
  }
  if (phrase && phrase.strength !== 'weak' && markers.has('answer') && !markers.has('elsewhere')) return true;
  return speaksForItself(reading, decision);
}

const opening = /["'«“„‘`>([]\s?$/;
const announcing = /(?:error|errors|message|messages|says|said|fehler|meldung|erreur|errore)\s?[:=]?\s?$/i;
const longestOpening = 24;

/** Whether the phrase is what somebody copied: behind a quotation mark, or behind "error:" and the like. */
function isQuoted({ words, clean }: Reading, { first }: { first: number }): boolean {
  const start = words[first]?.start ?? 0;
  const before = clean.text.slice(Math.max(0, start - longestOpening), start);
  return opening.test(before) || announcing.test(before);
}

const serverTalk = ['remote', 'ours', 'restart', 'original', 'log'] as const;

/** Whether a mail server speaks in the text, so that mention of a website or a chat program beside it means nothing. */
function isServerTalk({ codes, markers, words, clean }: Reading): boolean {
  if (codes.some((_, at) => isPair(codes, at)) || serverTalk.some((kind) => markers.has(kind))) return true;
  // `<bob@…>: User unknown`, as reports list their recipients.
  return words.some(
    ({ kind, opensLine, end }) => opensLine && kind === 'address' && clean.text.startsWith('>:', end),
  );
}

/** A reply code that opens a line or a quotation, with at least two words behind it on the line. */
function opensAnswer({ words, clean }: Reading, at: number): boolean {
  const word = words[at];
  const second = words[at + 2];
  if (!word || second?.line !== word.line) return false;
  return word.opensLine || /["'«“„‘]\s?$/.test(clean.text.slice(Math.max(0, word.start - 2), word.start));
}

/** `(503, b'5.5.1 …`: a status code close behind a reply code of its class. */
function isPair(codes: readonly SmtpCode[], at: number): boolean {
  const reply = codes[at];
  const next = codes[at + 1];
  return (
    reply?.kind === 'reply' &&
    next?.kind === 'status' &&
    next.at - reply.at <= 2 &&
    next.text[0] === reply.text[0] &&
    reply.text[0] !== '2'
  );
}
