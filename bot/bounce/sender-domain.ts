import { type AddressRole, addressRole } from './address-role.ts';
import type { Decision } from './decide.ts';
import { type Part, wordsIn } from './part.ts';
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
/** A mail program's: about the sender only where it says so. */
const onlySender = new Set(['client-send-rejected']);

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

/** Hosts behind these words are servers, not domains of senders. */
const mute = new Set('host server h relay mta connect using via'.split(' '));
/** "This is a delivery status notification from …": whoever reports is no sender. */
const reporting = new Set('notification report error answer response reply returned'.split(' '));
const unsure: ReadonlySet<AddressRole> = new Set<AddressRole>(['open', 'named']);
const muteBehind = new Set('requires'.split(' '));
const nullMx = '5.7.27';
const far = 14;
const senderBonus = 60;
const domainBonus = 40;
const labelBonus = 15;

export interface SenderNamed {
  readonly domain: string;
  /** The sender's address, where the text names one. */
  readonly address?: string;
}

/** "bob@…: 550 sender blocked": whoever stands just before the server's answer did not get the message. */
const isAnswered = ({ codeAt, words }: Reading, at: number): boolean =>
  codeAt.get(at + 1)?.kind === 'reply' && words[at + 1]?.skipped === false;

/** How much speaks for this word naming the sender; `undefined`: nothing. */
function weightOf(
  reading: Reading,
  at: number,
  role: AddressRole | undefined,
  { span, reason }: { span: { first: number; last: number }; reason: string },
): number | undefined {
  const { words, clean } = reading;
  const word = words[at] as Reading['words'][number];
  const before = words[at - 1]?.text ?? '';
  const distance = at < span.first ? span.first - at : at > span.last ? at - span.last : 0;
  if (role === 'sender') return senderBonus - distance;
  if (role && limits.has(reason)) {
    // "<ann@…> has been blocked: sending limit reached"; at the start of a line it is a recipient's.
    const isBlocked = unsure.has(role) && !word.opensLine && at < span.first && words[at + 1]?.text === 'has';
    return isBlocked && distance <= far ? labelBonus - distance : undefined;
  }
  if (role) return !unsure.has(role) || distance > far || isAnswered(reading, at) ? undefined : -distance;
  if (before === 'to' && mute.has(words[at - 2]?.text ?? '')) return undefined;
  if (before === 'from' && reporting.has(words[at - 2]?.text ?? '')) return undefined;
  if (mute.has(before) || muteBehind.has(words[at + 1]?.text ?? '')) return undefined;
  const justBefore = at < span.first && span.first - at <= 6;
  if (limits.has(reason) && !(domainWords.has(before) || justBefore)) return undefined;
  const bonus = domainWords.has(before) ? domainBonus : labels.has(before) ? labelBonus : 0;
  const bracketed = clean.text[word.start - 1] === '[' && bonus === 0;
  return bracketed || (bonus === 0 && distance > far) ? undefined : bonus - distance;
}

/** The limited or refused sender domain named in the part. */
export function senderNamedIn(
  reading: Reading,
  part: Part,
  decision: Decision,
  remoteHost: string | undefined,
  recipients: readonly string[],
  end: number,
): SenderNamed | undefined {
  const { words, codes } = reading;
  const { reason } = decision.rule;
  const tellsSender =
    aboutSender.has(reason) ||
    onlySender.has(reason) ||
    (reason === 'not-accepting-mail' && codes.some((code) => code.text === nullMx));
  const span = decision.phrase ?? (decision.code && { first: decision.code.at, last: decision.code.at });
  if (!tellsSender || !span) return undefined;
  let best: (SenderNamed & { weight: number }) | undefined;
  wordsIn(part, Math.min(words.length, end), (at) => {
    const word = words[at];
    if (!word || (word.kind !== 'host' && word.kind !== 'address')) return;
    if (word.text === remoteHost || (word.kind === 'address' && recipients.includes(word.text))) return;
    const role = word.kind === 'address' ? addressRole(reading, at) : undefined;
    if (onlySender.has(reason) && role !== 'sender') return;
    const weight = weightOf(reading, at, role, { span, reason });
    if (weight === undefined || (best && weight <= best.weight)) return;
    best = role
      ? { domain: word.text.slice(word.text.lastIndexOf('@') + 1), address: word.text, weight }
      : { domain: word.text, weight };
  });
  return best;
}
