import type { Decision } from './decide.ts';
import { type Part, wordsIn } from './part.ts';
import type { Reading } from './reading.ts';
import type { SmtpCode } from './smtp-codes.ts';
import type { Word } from './words.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const speaking = words(
  'said replied responded answered returned says gave refused rejected repond repondu antwortete antwortet meldet ' +
    'respondio risponde risposto respondeu odpowiedzial antwoordde ответил refuse failed reports reported meldete ' +
    'abgelehnt abgewiesen zuruckgewiesen verweigert gemeldet geantwortet geweigerd odrzucil',
);

/** Words that name the host behind them as the one that spoke; `undefined`: whatever stands before, else one of these. */
const naming: ReadonlyMap<string, ReadonlySet<string> | undefined> = new Map([
  ['host', undefined],
  ['relay', undefined],
  ['h', undefined],
  ['mta', undefined],
  ['serveur', undefined],
  ['servidor', undefined],
  ['via', undefined],
  ['delivered', undefined],
  [
    'server',
    words(
      'of the mail remote destination recipient recipients smtp outgoing postausgangs at by der vom dem il',
    ),
  ],
  ['mailserver', words('of the remote destination recipient recipients at by der vom dem den de il el le')],
  ['to', words('talking connected delivery connection transmission transferring')],
  ['at', words('server mta')],
  ['with', words('conversation connection lost out session dialogue')],
  ['from', words('error answer response reply returned greeting')],
  ['by', words('reset closed server')],
  ['through', words('sending relaying sent')],
  ['von', words('unrouteable antwort meldung fehlermeldung')],
]);
/** Hosts behind these words did not speak: they wrote the report, were the client, or are looked for in vain. */
const mute = words(
  'reporting generating generierender generacion generation helo ehlo name client domain hostname my your any this ' +
    'sending generated lastattemptedservername reverse originating for',
);
const muteHosts = words('at local sending client up find named resolve');
/** "DNS lookup of …", "DMARC policy of …". */
const spokenOf = words('lookup policy');
const muteBehind = words('does is requires has doesnt isnt was client helo not');

const tellingOf = words('von de da bei by');
const mailHost = /^(?:mx|mail|smtp|mta|in|relay)[-\w]{0,8}\./;

const hostLabels = 3;
const strong = 3;
const fair = 2;
const faint = 1;

const labelCount = ({ text }: Word): number => text.split('.', hostLabels + 1).length;

/** `host mx.example.com [192.0.2.1] said`: what stands behind the host and its address. */
function behind({ words: all }: Reading, at: number): Word | undefined {
  const next = all[at + 1];
  return next?.kind === 'ip' ? all[at + 2] : next;
}

/** French "a répondu", Italian "ha risposto", German "hat die Nachricht abgelehnt": words up to the verb. */
const auxiliaries: ReadonlyMap<string, number> = new Map([
  ['a', 1],
  ['ha', 1],
  ['hat', 5],
  ['heeft', 5],
]);

function speaks({ words: all }: Reading, at: number, next: Word | undefined): boolean {
  if (!next) return false;
  if (speaking.has(next.text)) return true;
  const reach = auxiliaries.get(next.text);
  if (reach === undefined || (reach > 1 && labelCount(all[at] as Word) < hostLabels)) return false;
  const from = all.indexOf(next, at) + 1;
  for (let behind = from; behind < from + reach; behind++) {
    const word = all[behind];
    if (word?.ends !== 'nothing') return false;
    if (speaking.has(word.text)) return true;
  }
  return false;
}

/** What stands between these and `Reporting` or `Generating` in a report. */
const linking = words('mta server dns de system ip host');

function isMute({ words: all, clean }: Reading, at: number): boolean {
  const word = all[at] as Word;
  const before = all[at - 1];
  const between = clean.text.slice(Math.max(before?.end ?? 0, word.start - 3), word.start);
  if (/[@/\\]$/.test(between)) return true;
  if (before && !between.includes(',')) {
    if (mute.has(before.text)) return true;
    if (before.text === 'sender' && between === ' ') return true;
    if (before.text === 'of' && spokenOf.has(all[at - 2]?.text ?? '')) return true;
    if (before.text === 'host' && muteHosts.has(all[at - 2]?.text ?? '')) return true;
    if (linking.has(before.text) && (mute.has(all[at - 2]?.text ?? '') || mute.has(all[at - 3]?.text ?? '')))
      return true;
  }
  // `host-1.example [192.0.2.1]:50222 is not permitted`: our server names the client by its port.
  const address = all[at + 1]?.skipped ? all[at + 2] : all[at + 1];
  return address?.kind === 'ip' && /^\]?:\d{4,5}/.test(clean.text.slice(address.end, address.end + 6));
}

/** A code behind which, or before which, a server names itself; `250-` of a transcript only greets. */
const isRefusal = (code: SmtpCode | undefined): boolean => code !== undefined && code.text[0] !== '2';

function weightOf(reading: Reading, at: number): number {
  const { words: all, clean, codeAt } = reading;
  const word = all[at] as Word;
  const before = all[at - 1];
  const twoBefore = all[at - 2]?.text ?? '';
  const near = clean.text.slice(Math.max(0, word.start - 2), word.start);
  const next = behind(reading, at);
  if (before?.text === 'dns') return all[at - 3]?.text === 'remote' ? strong : 0;
  if (speaks(reading, at, next)) return strong;
  const needs = before && naming.get(before.text);
  if (
    before &&
    word.ends === 'nothing' &&
    naming.has(before.text) &&
    (needs === undefined || needs.has(twoBefore))
  )
    return strong;
  if (near.endsWith('<') && /^\s#\d/.test(clean.text.slice(word.end, word.end + 3))) return strong;
  if (before?.text === 'server' && /[:=] ?['"]?$/.test(clean.text.slice(before.end, word.start))) return fair;
  if (before?.text === 'server' && /['"]$/.test(near)) return faint;
  if (next && muteBehind.has(next.text)) return 0;
  // "deferred: mx.example.com: 451 …"
  if (isRefusal(codeAt.get(at + 1)) && clean.text[word.end] === ':' && labelCount(word) >= hostLabels)
    return fair;
  const alone = !next || next.line !== word.line;
  if (word.opensLine && (alone || isRefusal(codeAt.get(at + 1)) || clean.text[word.end] === ':')) return fair;
  if (isRefusal(codeAt.get(at - 1)) && before?.line === word.line && labelCount(word) >= hostLabels)
    return fair;
  // "… - mta1.example.com", "… [DB8.prod.example.com]" at the end of what a server says.
  if (near.endsWith('[') && (all[at + 1]?.kind === 'ip' || labelCount(word) > hostLabels)) return faint;
  if (before && tellingOf.has(before.text) && mailHost.test(word.text) && labelCount(word) >= hostLabels)
    return faint;
  const closes = alone || /^[\])]/.test(clean.text.slice(word.end, word.end + 1));
  return closes && labelCount(word) >= hostLabels && /(?:- |[[(]|, )$/.test(near) ? faint : 0;
}

/** Host name of the server that spoke, as far as the part names one. Our own and blocked hosts are passed over. */
export function remoteHostIn(
  reading: Reading,
  part: Part,
  end: number,
  decision: Decision | undefined,
): string | undefined {
  const incoming = reading.markers.has('incoming');
  // A host that cannot be found did not speak, unless another's words say so.
  const least = decision?.rule.reason === 'host-unknown' ? strong : faint;
  const silent = decision?.rule.kind === 'mail-client' && decision.rule.reason !== 'client-send-rejected';
  let best: string | undefined;
  let most = 0;
  wordsIn(part, Math.min(reading.words.length, end), (at) => {
    const word = reading.words[at] as Word;
    if (word.kind !== 'host' || isMute(reading, at)) return;
    // In the log of a server that refused, `H=` is the sender's.
    if (incoming && reading.words[at - 1]?.text === 'h') return;
    const weight = weightOf(reading, at);
    if (weight >= least && weight > most && !(silent && weight !== fair)) {
      most = weight;
      best = word.text;
    }
  });
  return best;
}
