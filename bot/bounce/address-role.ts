import type { Reading } from './reading.ts';
import type { Word } from './words.ts';

/**
 * Whose address it is, as far as the words around it tell. `named`: it stands where servers put the address that
 * they speak of; `new`: where a mailbox moved to; `open`: nothing tells.
 */
export type AddressRole = 'recipient' | 'sender' | 'named' | 'contact' | 'new' | 'open';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const mailerDaemon = /^(?:mailer-daemon|mail-daemon)@/;
const serviceAddress =
  /^(?:postmaster|abuse|support|delist|help|helpdesk|noc|security|whitelist|unblock|removals?|info-abuse)(?:[-_.+][\w.+-]*)?@/;

const senderWords = words(
  'from sender absender von expediteur mittente remitente remetente nadawca afzender отправитель f reply_to return path ' +
    'by as behalf verifying verify domain sender',
);
const copyWords = words('cc bcc date subject');
const contactWords = words('contact visit postmaster write login report forward forwarded owner help');
const contactVerbs = words(
  'forward contact report complain assistance removal delist questions escalate answer respond kontaktieren wenden write schreiben escriba ' +
    'ecrivez scrivere',
);
const newWords = words(
  'try use new neue neu verwenden nutzen instead moved changed utilisez utiliser nueva nuova nova',
);
const recipientWords = words(
  "to for recipient rcpt recipients recipient's deliver delivered reach reached an empfanger empfangers destinataire " +
    'destinatario destinatari ontvanger odbiorca 收 件 人 收件人 a addressee receiver addresses mailboxes bei liste list group ' +
    'gruppe grupo groupe on',
);
const namedWords = words(
  'mailbox user account address users usuario buzon casella utente member inbox of emailaddress email person 址 地 name',
);
/** "That is what comes back from …", "zurückgewiesen von …": the recipient's server sent it. */
const answering = words(
  'back bounce bounced answer answered reply response got get came comes zuruckgewiesen abgelehnt abgewiesen zuruck',
);
const recipientCopulas = words('is does was has');
const owning = words('your votre ihr ihre ihrem ihren tu su sua seu vuestra authenticated own');
const accountWords = words('account user adresse address mailbox konto postfach compte cuenta login');
/** "ann@… wrote:" above a quotation. */
const writing = words('wrote schrieb escribio scrisse escreveu schreef napisal написал');
/** "I tried to write to …" is no advice. */
const trying = words('tried try trying want wanted attempt attempted');
const contactReach = 8;
const newReach = 3;

/** What stands behind the address: `<bob@…>: Sender address rejected`, `bob@… → amy@…`. */
function roleBehind({ words: all, clean }: Reading, at: number): AddressRole | undefined {
  const word = all[at];
  const [next, second] = [all[at + 1]?.text, all[at + 2]?.text];
  if (next === 'sender' && second !== 'host' && second !== 'verify') return 'sender';
  if (next === 'recipient' && second === 'address' && all[at + 3]?.text === 'rejected') return 'recipient';
  if (next === 'domain' && second === 'of' && all[at + 3]?.text === 'sender') return 'sender';
  if (next !== undefined && writing.has(next)) return 'sender';
  if (next === 'not' && (second === 'owned' || second === 'allowed')) return 'sender';
  if (next === 'is' && second === 'not' && all[at + 3]?.text === 'yet') return 'sender';
  const arrow = /^['">)\]]{0,2}\s{0,2}(?:→|->|=>)/.test(clean.text.slice(word?.end, (word?.end ?? 0) + 6));
  if (arrow && all[at + 1]?.kind === 'address') return 'sender';
  return undefined;
}

function isContact({ words: all }: Reading, at: number): boolean {
  const before = all[at - 1]?.text ?? '';
  if (contactWords.has(before)) return true;
  if (before !== 'to' && before !== 'at' && before !== 'an' && before !== 'with') return false;
  for (let back = at - 2; back >= Math.max(0, at - contactReach); back--) {
    if (all[back + 1]?.ends !== 'nothing') return false;
    if (contactVerbs.has(all[back]?.text ?? '')) return !trying.has(all[back - 2]?.text ?? '');
  }
  return false;
}

/** The word that leads to the address: on its own line, or on the line before where that was wrapped. */
function wordBefore({ words: all, clean }: Reading, at: number): string {
  const word = all[at];
  const before = all[at - 1];
  if (!word || !before) return '';
  const wrapped = before.line === word.line - 1 && clean.text[before.end] !== ':';
  return word.opensLine && !wrapped ? '' : before.text;
}

const headerReach = 40;

/** `To:` of a bounce's own headers, behind `From: Mail Delivery System`: it names who wrote. */
function isBounceHeader({ words: all, clean }: Reading, at: number): boolean {
  const to = all[at - 1];
  if (to?.text !== 'to' || !to.opensLine || clean.text[to.end] !== ':') return false;
  for (let back = at - 2; back >= Math.max(0, at - headerReach); back--) {
    const word = all[back] as Word;
    if ((all[back + 1]?.line ?? 0) - word.line > 1) return false;
    if (word.kind === 'address' && mailerDaemon.test(word.text)) return true;
    if (word.text === 'mail' && all[back + 1]?.text === 'delivery' && all[back - 1]?.text === 'from')
      return true;
  }
  return false;
}

function roleBefore(reading: Reading, at: number): AddressRole | undefined {
  if (isBounceHeader(reading, at)) return 'sender';
  const { words: all, clean } = reading;
  const before = wordBefore(reading, at);
  const twoBefore = all[at - 2]?.text ?? '';
  if (before === 'sender' && twoBefore === 'to') return undefined;
  if (before === 'for' && twoBefore === 'failed') return 'sender';
  if (before === 'address' && (twoBefore === 'sender' || twoBefore === 'from')) return 'sender';
  const start = all[at]?.start ?? 0;
  const joined = !/[:;]/.test(clean.text.slice(Math.max(all[at - 1]?.end ?? 0, start - 4), start));
  if (before === 'username' || (joined && owning.has(before))) return 'sender';
  if (joined && accountWords.has(before) && (owning.has(twoBefore) || twoBefore === 'by')) return 'sender';
  if (before === 'id' || (before === 'of' && twoBefore === 'id')) return 'contact';
  for (let back = at - 1; back >= Math.max(0, at - newReach) && all[back + 1]?.ends !== 'answer'; back--) {
    if (newWords.has(all[back]?.text ?? '')) return 'new';
  }
  if (isContact(reading, at)) return 'contact';
  if ((before === 'from' || before === 'von' || before === 'by') && answering.has(twoBefore))
    return 'recipient';
  if (senderWords.has(before)) return 'sender';
  if (copyWords.has(before)) return 'contact';
  if (recipientWords.has(before) && (joined || before.length > 1)) return 'recipient';
  if (namedWords.has(before)) return 'named';
  if (/(?:→|->|=>) ?<?$/.test(clean.text.slice(Math.max(0, start - 5), start))) return 'recipient';
  return undefined;
}

export function addressRole(reading: Reading, at: number): AddressRole {
  const { words: all, clean, codeAt } = reading;
  const word = all[at];
  if (!word) return 'open';
  if (mailerDaemon.test(word.text)) return 'contact';
  const role = roleBehind(reading, at) ?? roleBefore(reading, at);
  if (role !== undefined && role !== 'recipient' && role !== 'named') return role;
  if (serviceAddress.test(word.text) && !word.opensLine && clean.text[word.start - 1] !== '<')
    return 'contact';
  if (role) return role;
  const near = clean.text.slice(Math.max(0, word.start - 3), word.start);
  const named =
    at === 0 ||
    word.opensLine ||
    codeAt.has(at - 1) ||
    /[:：(<'"„“]\s?$/.test(near) ||
    recipientCopulas.has(all[at + 1]?.text ?? '');
  return named ? 'named' : 'open';
}
