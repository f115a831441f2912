import { type Decision, inPart, type Part } from './decide.ts';
import { hourlyLimitIn, type HourlyLimit } from './hourly-limit.ts';
import type { Reading } from './reading.ts';
import type { SmtpCode } from './smtp-codes.ts';
import type { Word } from './words.ts';

function decidingSpan({ phrase, code, clientCode }: Decision): { first: number; last: number } | undefined {
  if (phrase) return phrase;
  if (code) return { first: code.at, last: code.at };
  return clientCode;
}

/** The code that belongs to the deciding words: the last before them, else the first behind. */
export function codeNear(
  reading: Reading,
  part: Part,
  decision: Decision | undefined,
  kind: SmtpCode['kind'],
  returnedFrom: number,
): string | undefined {
  const codes = reading.codes.filter(
    (code) => code.kind === kind && inPart(part, code.at) && code.at < returnedFrom,
  );
  const span = decision && decidingSpan(decision);
  if (!span) return codes[0]?.text;
  const before = codes.filter((code) => code.at <= span.last).at(-1);
  return (before ?? codes[0])?.text;
}

const isHost = (word: Word | undefined): word is Word => word?.kind === 'host';
const saying = new Set('said replied responded answered returned says error refused rejected repondu antwortete respondio'.split(' '));

/** The host name of the server that spoke, as far as the part names one. */
export function remoteHostIn({ words, clean, codes }: Reading, part: Part, returnedFrom: number): string | undefined {
  const replies = new Set(codes.map((code) => code.at));
  let second: string | undefined;
  for (let at = 0; at < Math.min(words.length, returnedFrom); at++) {
    const word = words[at];
    if (!isHost(word) || !inPart(part, at)) continue;
    const before = words[at - 1];
    const twoBefore = words[at - 2];
    const after = words[at + 1];
    const near = clean.text.slice(Math.max(0, word.start - 2), word.start);
    if (before?.text === 'host' && twoBefore?.text !== 'client') return word.text;
    if (before?.text === 'dns' && twoBefore?.text === 'mta' && words[at - 3]?.text === 'remote') return word.text;
    if (before?.text === 'relay' || (before?.text === 'h' && near.endsWith('='))) return word.text;
    if (before?.text === 'to' && twoBefore?.text === 'talking') return word.text;
    if (before?.text === 'by' && isHost(twoBefore)) return word.text;
    if (before?.text === 'at' && twoBefore?.text === 'server') return word.text;
    if (before?.text === 'server' && /['":=] ?$/.test(near)) second ??= word.text;
    if (near.endsWith('<') && /^\s#\d/.test(clean.text.slice(word.end, word.end + 3))) return word.text;
    if (after && saying.has(after.text)) return word.text;
    if (after?.kind === 'ip' && words[at + 2] && saying.has(words[at + 2]?.text ?? '')) return word.text;
    if (after?.text === 'a' && words[at + 2] && saying.has(words[at + 2]?.text ?? '')) return word.text;
    if (replies.has(at - 1) && words[at - 1]?.line === word.line) second ??= word.text;
  }
  return second;
}

const limits = new Set(['defer-fail-limit', 'sending-limit']);
const aboutSender = new Set(['defer-fail-limit', 'sending-limit', 'outgoing-suspended', 'auth-failure', 'sender-rejected']);

const domainWords = new Set(['domain', 'dominio', 'domaine', 'domein', 'домен', 'domena', 'domeny']);
const senderWords = new Set('from sender for of verifying dominio domain behalf mail by'.split(' '));

/** The limited or refused sender domain named in the part. */
export function senderDomainIn(
  { words }: Reading,
  part: Part,
  decision: Decision,
  returnedFrom: number,
): string | undefined {
  if (!aboutSender.has(decision.rule.reason)) return undefined;
  const span = decidingSpan(decision);
  const middle = span ? (span.first + span.last) / 2 : 0;
  let best: { domain: string; score: number } | undefined;
  for (let at = 0; at < Math.min(words.length, returnedFrom); at++) {
    const word = words[at];
    if (!word || !inPart(part, at) || (word.kind !== 'host' && word.kind !== 'address')) continue;
    const before = words[at - 1]?.text ?? '';
    const labelled = domainWords.has(before) ? 60 : senderWords.has(before) ? 30 : -20;
    if (labelled < 0 && !limits.has(decision.rule.reason)) continue;
    const score = labelled - Math.abs(at - middle);
    if (!best || score > best.score) {
      best = { domain: word.kind === 'address' ? word.text.slice(word.text.lastIndexOf('@') + 1) : word.text, score };
    }
  }
  return best?.domain;
}

export function limitNumbersOf({ words, clean }: Reading, decision: Decision): HourlyLimit {
  const { phrase } = decision;
  if (!phrase || !limits.has(decision.rule.reason)) return {};
  return hourlyLimitIn(clean.text, words[phrase.first]?.start ?? 0, words[phrase.last]?.end ?? 0);
}
