import { inPart, type Part } from './part.ts';
import type { Reading } from './reading.ts';

const speaking = new Set(
  (
    'said replied responded answered returned says gave refused rejected repond repondu antwortete antwortet meldet ' +
    'respondio risponde respondeu odpowiedzial antwoordde'
  ).split(' '),
);

/** Words after which the host that spoke is named, and the word before that, where it matters. */
const naming: ReadonlyMap<string, readonly string[] | undefined> = new Map([
  ['host', undefined],
  ['relay', undefined],
  ['to', ['talking', 'connected', 'delivery']],
  ['at', ['server']],
  ['by', undefined],
  ['with', ['conversation', 'connection', 'lost']],
  ['from', ['error']],
  ['delivered', undefined],
  ['serveur', undefined],
  ['servidor', undefined],
]);

const notSpeaking = new Set(['client', 'at', 'name', 'my', 'your', 'any', 'this', 'sending']);

/** Host name of the server that spoke, as far as the part names one. Our own and blocked hosts are passed over. */
export function remoteHostIn(reading: Reading, part: Part, end: number): string | undefined {
  const { words, clean, codes } = reading;
  const replies = new Set(codes.map((code) => code.at));
  let second: string | undefined;
  for (let at = 0; at < Math.min(words.length, end); at++) {
    const word = words[at];
    if (word?.kind !== 'host' || !inPart(part, at)) continue;
    const before = words[at - 1];
    const twoBefore = words[at - 2]?.text ?? '';
    const after = words[at + 1];
    const near = clean.text.slice(Math.max(0, word.start - 2), word.start);
    const next = after?.kind === 'ip' ? words[at + 2] : after;
    if (near.endsWith('@') || (before?.text === 'dns' && words[at - 3]?.text === 'reporting')) continue;
    if (before?.text === 'dns' && words[at - 3]?.text === 'remote') return word.text;
    if (
      next &&
      speaking.has(next.text === 'a' ? (words[at + 3]?.text ?? words[at + 2]?.text ?? '') : next.text)
    ) {
      return word.text;
    }
    if (next?.text === 'a' && speaking.has(words[at + 2]?.text ?? '')) return word.text;
    if (before?.text === 'h' && near.endsWith('=')) return word.text;
    if (before?.text === 'server' && /['":=] ?$/.test(near) && twoBefore !== 'name') second ??= word.text;
    if (near.endsWith('<') && /^\s#\d/.test(clean.text.slice(word.end, word.end + 3))) return word.text;
    const needs = before && naming.get(before.text);
    if (
      before &&
      naming.has(before.text) &&
      !notSpeaking.has(twoBefore) &&
      (!needs || needs.includes(twoBefore))
    ) {
      if (before.text !== 'by' || words[at - 2]?.kind === 'host') return word.text;
    }
    if (
      word.opensLine &&
      (!after || after.line !== word.line || replies.has(at + 1) || clean.text[word.end] === ':')
    ) {
      second ??= word.text;
    }
    if (/- $/.test(near) && (!after || after.line !== word.line)) second ??= word.text;
    if (replies.has(at - 1) && before?.line === word.line) second ??= word.text;
  }
  return second;
}
