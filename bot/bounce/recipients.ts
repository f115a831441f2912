import type { Reading } from './reading.ts';
import type { Word } from './words.ts';

/** Where the words about one recipient begin. */
export interface RecipientHead {
  /** First word of its part: the start of a log line, or the address itself. */
  readonly from: number;
  readonly address: string;
}

const senderWords = new Set(
  (
    'from sender by absender von expediteur mittente remitente remetente nadawca f reply_to return path cc bcc contact ' +
    'abuse visit postmaster write login as report forward domain of behalf'
  ).split(' '),
);

const notRecipients = /^(?:mailer-daemon|postmaster|abuse|support|delist|mail-daemon)@/;

const isAddress = (word: Word | undefined): word is Word => word?.kind === 'address';

function lineStart(words: readonly Word[], at: number): number {
  let first = at;
  while (first > 0 && !words[first]?.opensLine) first--;
  return first;
}

/** `to=<bob@…>` of a log, `** bob@… R=` of Exim's, `Final-Recipient: rfc822; bob@…`, an address that opens its line. */
function isHead({ words, clean }: Reading, at: number): boolean {
  const word = words[at] as Word;
  const before = words[at - 1];
  const twoBefore = words[at - 2];
  const near = clean.text.slice(Math.max(0, word.start - 4), word.start);
  if (/(?:\*\*|==|=>|->|>>) ?<?$/.test(near) && !near.includes('<=')) return true;
  if (before?.text === 'to' && /to=<?$/i.test(near))
    return twoBefore?.text !== 'orig' && twoBefore?.text !== 'reply';
  if (before?.text === 'rfc822' && words[at - 3]?.text === 'final') return true;
  if (before?.text === 'address' && twoBefore?.text === 'email' && /[":] *"?$/.test(near)) return true;
  if (before?.text === 'by' && twoBefore?.text === 'generated') return true;
  if (before?.text === 'to' && twoBefore?.text === 'message' && words[at - 3]?.text === 'following')
    return true;
  const behind = words[at + 1];
  if (behind?.text === 'host' && words[at + 2]?.kind === 'host' && before?.text !== 'to') return true;
  if (behind?.text === 'smtp' && words[at + 2]?.text === 'error' && before?.text !== 'to') return true;
  if (!word.opensLine) return false;
  return !(
    before &&
    senderWords.has(before.text) &&
    before.line === word.line - 1 &&
    clean.text[before.end] !== ':'
  );
}

/**
 * The recipients that the text speaks of one after the other; `end` is the first word of the returned message,
 * whose addresses do not count.
 */
export function recipientHeads(reading: Reading, end: number): RecipientHead[] {
  const heads: RecipientHead[] = [];
  for (let at = 0; at < end; at++) {
    const word = reading.words[at];
    if (!isAddress(word) || notRecipients.test(word.text) || !isHead(reading, at)) continue;
    const logged =
      reading.words[at - 1]?.text === 'to' ||
      /[*=>]{2} ?<?$/.test(reading.clean.text.slice(Math.max(0, word.start - 4), word.start));
    heads.push({ from: logged ? lineStart(reading.words, at) : at, address: word.text });
  }
  return heads;
}

const recipientWords = new Set(
  (
    "to for recipient rcpt mailbox user account address recipients users recipient's deliver delivered reach reached an " +
    'empfanger empfangers destinataire destinatario destinatari ontvanger odbiorca 收 件 人 收件人 a usuario buzon casella ' +
    'utente member inbox of von account user emailaddress email addressee person mailboxes addresses receiver 址 地 name'
  ).split(' '),
);

/** Addresses named within running text as those who did not get the message, in order. */
export function namedRecipients({ words, codes, clean }: Reading, first: number, end: number): string[] {
  const found: string[] = [];
  const codeAt = new Set(codes.map((code) => code.at));
  for (let at = first; at < end; at++) {
    const word = words[at];
    if (!isAddress(word) || notRecipients.test(word.text) || found.includes(word.text)) continue;
    const before = words[at - 1];
    const twoBefore = words[at - 2];
    if (before && (senderWords.has(before.text) || before.text === 'sender')) continue;
    if (before?.text === 'verifying' || (before?.text === 'for' && twoBefore?.text === 'failed')) continue;
    if (before?.text === 'address' && (twoBefore?.text === 'sender' || twoBefore?.text === 'from')) continue;
    const near = clean.text.slice(Math.max(0, word.start - 3), word.start);
    const named =
      !before ||
      word.opensLine ||
      recipientWords.has(before.text) ||
      codeAt.has(at - 1) ||
      /[:：(<'"„“]\s?$/.test(near) ||
      words[at + 1]?.text === 'is' ||
      words[at + 1]?.text === 'does';
    if (named) found.push(word.text);
  }
  return found;
}
