import type { Decision } from './decide.ts';
import { standsBesideCode } from './phrase-claims.ts';
import type { FoundMarker, Reading } from './reading.ts';
import type { SmtpCode } from './smtp-codes.ts';

const limits = new Set(['defer-fail-limit', 'sending-limit']);

/** A question counts against a phrase that follows it this closely: "how do I raise my mailbox quota". */
const questionReach = 12;
const longStory = 60;
const widestGap = 4;

function isAskedFor({ markers, words }: Reading, at: number): boolean {
  return markers.some(({ kind, first, last }) => {
    if (kind !== 'question' || first > at || at - last > questionReach) return false;
    for (let word = last + 1; word <= at; word++) if (words[word]?.ends !== 'nothing') return false;
    return true;
  });
}

const hasMarker = (markers: readonly FoundMarker[], kind: FoundMarker['kind']): boolean =>
  markers.some((marker) => marker.kind === kind);

/** Whether the words alone read like a server's or a program's message. */
function speaksForItself(reading: Reading, decision: Decision): boolean {
  const { phrase, rule } = decision;
  if (!phrase || phrase.strength === 'weak') return false;
  if (limits.has(rule.reason)) return !isAskedFor(reading, phrase.first) || phrase.weight > 4;
  const { markers, words } = reading;
  if (isAskedFor(reading, phrase.first)) return false;
  // What is strewn over a story is no message of a server.
  if (words.length > longStory && phrase.last - phrase.first + 1 - phrase.weight > widestGap) return false;
  if (words.some((word) => word.kind === 'address' && word.opensLine) || hasMarker(markers, 'log'))
    return true;
  if (rule.kind === 'mail-client' && phrase.weight > 3) return true;
  if (phrase.weight > 3 || (rule.kind === 'notice' && phrase.weight > 1)) return true;
  const aboutMail = hasMarker(markers, 'mail') || hasMarker(markers, 'mailish');
  if (!aboutMail && !words.some((word) => word.kind === 'address') && rule.kind === 'bounce') return false;
  return phrase.weight > 1 && (hasMarker(markers, 'hint') || !hasMarker(markers, 'self'));
}

/** Whether the text is a mail error at all, and no question or small talk that shares words with one. */
export function isMailError(reading: Reading, decisions: readonly (Decision | undefined)[]): boolean {
  if (reading.clientCodes.length > 0) return true;
  const { codes, markers } = reading;
  const isElse = hasMarker(markers, 'other') || (hasMarker(markers, 'aside') && !hasMarker(markers, 'mail'));
  if (isElse && !isServerTalk(reading)) return false;
  if (hasMarker(markers, 'bounce')) return true;
  const elsewhere = hasMarker(markers, 'elsewhere');
  if (codes.some((code) => code.trust === 'sure' && (code.kind === 'status' || !elsewhere))) return true;
  if (codes.some((code, at) => code.kind === 'reply' && isPair(code, codes[at + 1]))) return true;
  if (elsewhere && !hasMarker(markers, 'mail')) return false;
  if (
    !elsewhere &&
    codes.some(({ at, kind, text }) => kind === 'reply' && text[0] !== '2' && opensAnswer(reading, at))
  )
    return true;
  return decisions.some((decision) => {
    if (!decision) return false;
    const { phrase, code } = decision;
    if (phrase?.strength === 'sure') return true;
    if (code?.kind === 'status' && codes.some(({ kind }) => kind === 'reply')) return true;
    if (phrase && codes.length > 0) {
      if (phrase.strength !== 'weak' && standsBesideCode(reading, phrase)) return true;
      if (phrase.weight > 1 && !isAskedFor(reading, phrase.first)) return true;
    }
    return speaksForItself(reading, decision);
  });
}

/** Whether a mail server speaks in the text, so that mention of a website or a chat program beside it means nothing. */
function isServerTalk({ codes, markers }: Reading): boolean {
  if (codes.some((code, at) => code.kind === 'reply' && isPair(code, codes[at + 1]))) return true;
  if (
    codes.some(
      ({ kind, trust }, at) => kind === 'status' && trust === 'sure' && codes[at - 1]?.kind !== 'reply',
    )
  )
    return true;
  return markers.some(
    ({ kind }) =>
      kind === 'remote' || kind === 'ours' || kind === 'restart' || kind === 'original' || kind === 'log',
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
function isPair(reply: SmtpCode, next: SmtpCode | undefined): boolean {
  return (
    next?.kind === 'status' &&
    next.at - reply.at <= 2 &&
    next.text[0] === reply.text[0] &&
    reply.text[0] !== '2'
  );
}
