import { addressRole } from './address-role.ts';
import type { Reading } from './reading.ts';
import type { Word } from './words.ts';

/** Where the words about one recipient begin. */
export interface RecipientHead {
  /** First word of its part: the start of a log line, or the address itself. */
  readonly from: number;
  readonly address: string;
}

const isAddress = (word: Word | undefined): word is Word => word?.kind === 'address';

function lineStart(words: readonly Word[], at: number): number {
  let first = at;
  while (first > 0 && !words[first]?.opensLine) first--;
  return first;
}

/** `to=<bob@…>` of a log, `** bob@… R=` of Exim's, `Final-Recipient: rfc822; bob@…`, an address that opens its line. */
function isHead(reading: Reading, at: number): boolean {
  const { words, clean } = reading;
  const word = words[at] as Word;
  const before = words[at - 1];
  const twoBefore = words[at - 2];
  // Exim's and Postfix's alias that led to the recipient before it.
  if (before?.text === 'from' && (twoBefore?.text === 'generated' || twoBefore?.text === 'expanded'))
    return false;
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
  // `mailq` puts the reason in brackets behind the sender.
  const bracketed = behind && clean.text.slice(word.end, behind.start).includes('(');
  if (!bracketed && behind?.text === 'host' && words[at + 2]?.kind === 'host' && before?.text !== 'to')
    return true;
  if (behind?.text === 'smtp' && words[at + 2]?.text === 'error' && before?.text !== 'to') return true;
  if (!word.opensLine) return false;
  const role = addressRole(reading, at);
  return role === 'recipient' || role === 'named' || role === 'open';
}

/**
 * The recipients that the text speaks of one after the other; `end` is the first word of the returned message,
 * whose addresses do not count.
 */
export function recipientHeads(reading: Reading, end: number): RecipientHead[] {
  const heads: RecipientHead[] = [];
  for (let at = 0; at < end; at++) {
    const word = reading.words[at];
    if (!isAddress(word) || !isHead(reading, at)) continue;
    const logged =
      reading.words[at - 1]?.text === 'to' ||
      /[*=>]{2} ?<?$/.test(reading.clean.text.slice(Math.max(0, word.start - 4), word.start));
    heads.push({ from: logged ? lineStart(reading.words, at) : at, address: word.text });
  }
  return heads;
}

/** Addresses named within running text as those who did not get the message, in order; else the only one named. */
export function namedRecipients(reading: Reading, end: number): string[] {
  const found = new Set<string>();
  const sure = new Set<string>();
  const open = new Set<string>();
  const others = new Set<string>();
  for (let at = 0; at < end; at++) {
    const word = reading.words[at];
    if (!isAddress(word)) continue;
    const role = addressRole(reading, at);
    (role === 'recipient' ? sure : role === 'open' ? open : role === 'named' ? found : others).add(word.text);
    if (role === 'recipient' || role === 'named') found.add(word.text);
  }
  const told = [...found].filter((address) => sure.has(address) || !others.has(address));
  if (told.length > 0) return told;
  return open.size === 1 ? [...open] : [];
}
