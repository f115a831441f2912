import type { Decision } from './decide.ts';
import { inPart, type Part } from './part.ts';
import type { Reading } from './reading.ts';

/** Reasons that are about the sender; only of these is the domain told. */
const aboutSender = new Set([
  'defer-fail-limit',
  'sending-limit',
  'outgoing-suspended',
  'auth-failure',
  'sender-rejected',
]);
const limits = new Set(['defer-fail-limit', 'sending-limit']);

const labels = new Set(
  'domain dominio domaine domein домен domena domeny domäne from for of verifying as to behalf spf dkim dmarc sender by mail address'.split(
    ' ',
  ),
);
const domainWords = new Set([
  'domain',
  'dominio',
  'domaine',
  'domein',
  'домен',
  'domena',
  'domeny',
  'spf',
  'verifying',
]);

const serviceAddress = /^(?:postmaster|abuse|support|delist|help|info-abuse)@/;
const nullMx = '5.7.27';
const far = 14;

export interface SenderNamed {
  readonly domain: string;
  /** The sender's address, where the text names one. */
  readonly address?: string;
}

/** The limited or refused sender domain named in the part. */
export function senderNamedIn(
  { words, codes, clean }: Reading,
  part: Part,
  decision: Decision,
  remoteHost: string | undefined,
  recipients: readonly string[],
  end: number,
): SenderNamed | undefined {
  const { reason } = decision.rule;
  const tellsSender =
    aboutSender.has(reason) ||
    (reason === 'not-accepting-mail' && codes.some((code) => code.text === nullMx));
  const span = decision.phrase ?? (decision.code && { first: decision.code.at, last: decision.code.at });
  if (!tellsSender || !span) return undefined;
  let best: (SenderNamed & { score: number }) | undefined;
  for (let at = 0; at < Math.min(words.length, end); at++) {
    const word = words[at];
    if (!word || !inPart(part, at) || (word.kind !== 'host' && word.kind !== 'address')) continue;
    if (word.text === remoteHost || (word.kind === 'address' && recipients.includes(word.text))) continue;
    const before = words[at - 1]?.text ?? '';
    if (before === 'host' || before === 'server' || before === 'h' || before === 'relay' || before === 'mta')
      continue;
    if (
      word.kind === 'address' &&
      (before === 'to' || before === 'contact' || serviceAddress.test(word.text))
    )
      continue;
    const justBefore = at < span.first && span.first - at <= 6;
    if (limits.has(reason) && (word.kind === 'address' || !(domainWords.has(before) || justBefore))) continue;
    const bonus = domainWords.has(before) ? 40 : labels.has(before) ? 15 : 0;
    const bracketed = word.kind === 'host' && clean.text[word.start - 1] === '[' && bonus === 0;
    const distance = at < span.first ? span.first - at : at > span.last ? at - span.last : 0;
    if (bracketed || (bonus === 0 && distance > far)) continue;
    const score = bonus - distance;
    if (!best || score > best.score) {
      best =
        word.kind === 'address'
          ? { domain: word.text.slice(word.text.lastIndexOf('@') + 1), address: word.text, score }
          : { domain: word.text, score };
    }
  }
  return best;
}
