import type { Word } from './words.ts';

/** A reply code or an enhanced status code that stands where a server's answer would have it. */
export interface SmtpCode {
  readonly at: number;
  readonly kind: 'reply' | 'status';
  readonly text: string;
  /** `sure`: only a mail server writes it so. `likely`: at the start of a line or behind a colon. */
  readonly trust: 'sure' | 'likely';
}

/** The codes that mail servers use; 403, 418 or 429 are other protocols'. */
const replyCode =
  /^(?:2[125]\d|4(?:00|2[0-8]|3[1-9]|4[0-9]|5[0-9]|7[0-9])|5(?:0[0-5]|1[0-9]|2[0-9]|3[0-9]|4[0-9]|5[0-9]|7[0-9]))$/;

/** Words behind which a server's code follows, in the languages of mail programs. */
const announcers = new Set(
  (
    'said error code smtp response reply replied replies returned returns responded answered answer server status reason ' +
    'diagnostic codes esmtp says saying message got gave fehler fehlercode fehlermeldung antwortete antwort meldung meldet ' +
    'lautet erreur codigo repondu reponse code d respondio devolvio respuesta error erro errore risposta risposto ' +
    'respondeu retornou resposta blad bledu kod odpowiedz foutcode fout foutmelding antwoordde gaf ошибка ответ код ' +
    'ответил сообщил 错误 返回 回复 応答 エラー hata with rejected bounced bounce failed dsn gets getting fault warning ' +
    'undeliverable because permanent temporary ndr result fail failure output hint exception'
  ).split(' '),
);

/** Words before a number that is no reply code: a room, a version, a price. */
const counters = new Set(
  (
    'room version v ver release build page line port apartment apt suite unit number no nr zimmer chambre habitacion php ' +
    'wordpress outlook office windows ios android exim postfix dovecot apache nginx mysql kernel chapter section article ' +
    'item ticket order invoice case id ref rfc about around approximately over under than only usd eur euro rs size limit ' +
    'max min at of for and or to in on by is bus flight gate model iphone galaxy last first next these those all'
  ).split(' '),
);

const units = new Set(
  (
    'people users mb gb kb px pixels euro euros dollars usd eur bytes kilobytes km kg m cm hours days weeks months years ' +
    'minutes seconds emails mails messages contacts subscribers customers members visitors pages items products percent ' +
    'recipients accounts mailboxes addresses domains sites files photos pictures times plugin plugins am pm st street ' +
    'personen leute euros cpu ram ml'
  ).split(' '),
);

const opensPunctuation = new Set([
  '"',
  "'",
  ':',
  ';',
  '(',
  '[',
  ']',
  '<',
  '=',
  '>',
  '{',
  ',',
  '«',
  '“',
  '‘',
  '：',
  '（',
  '|',
  '→',
  '*',
  '#',
  '„',
  '/',
  '`',
  '「',
]);

/** Nearest character before, blanks aside; '' at the start of the text. */
function charBefore(text: string, start: number): string {
  let at = start - 1;
  while (at >= 0 && (text[at] === ' ' || text[at] === '\t')) at--;
  return at < 0 ? '' : (text[at] ?? '');
}

function trustOf(words: readonly Word[], at: number, text: string): SmtpCode['trust'] | undefined {
  const word = words[at] as Word;
  const before = words[at - 1];
  const after = words[at + 1];
  if (word.kind === 'number') {
    // `(501/500 (100%))`: a share.
    if (text[word.end] === '/' || text[word.start - 1] === '/') return undefined;
    if (after?.kind === 'status' && after.start - word.end <= 3 && word.text[0] !== '2') return 'sure';
    if (after?.kind === 'status' && after.text[0] === '2') return 'sure';
    if (
      text[word.end] === '-' &&
      after &&
      after.start - word.end <= 3 &&
      (word.opensLine || !before || /^[245]/.test(word.text))
    ) {
      if (!/^\d/.test(after.text) || after.kind === 'ip' || after.kind === 'status' || after.kind === 'host')
        return 'sure';
    }
    if (after && units.has(after.text) && !word.opensLine) return undefined;
    if (after?.kind === 'address' && /[<\s]/.test(text[word.end] ?? '')) return 'sure';
  }
  const near = charBefore(text, word.start);
  // nginx numbers connections `*550`; customers number tickets `#554`.
  if (near === '*' && text[word.start - 2] !== '*' && !word.opensLine) return undefined;
  if (near === '#')
    return word.kind === 'status' ? 'sure' : before && counters.has(before.text) ? undefined : 'likely';
  if (!before || near === '') return 'likely';
  const close = word.start - before.end <= 4 && !/[<>]/.test(text.slice(before.end, word.start));
  if (close && word.kind === 'status' && /^[245]\d\d$/.test(before.text)) return 'sure';
  if (close && announcers.has(before.text)) return word.text[0] === '2' ? 'likely' : 'sure';
  if (close && counters.has(before.text) && !word.opensLine) return undefined;
  if (word.opensLine || opensPunctuation.has(near) || near === '\n' || near === '.' || near === '-')
    return 'likely';
  if (word.kind === 'status' && (!after || announcers.has(after.text))) return 'likely';
  if (word.kind === 'status')
    return before.kind === 'address' || before.kind === 'host' || before.kind === 'ip' ? 'likely' : undefined;
  // "… 550 User unknown": what a server says begins with a capital or an address.
  const next = text.slice(word.end, word.end + 3).trimStart()[0] ?? '';
  const last = !after || after.line !== word.line;
  return last || next === '<' || next === '"' || next === "'" || (next >= 'A' && next <= 'Z')
    ? 'likely'
    : undefined;
}

/** `400 4.4.7`: beside a status code of its class any number is a reply code. */
const isPaired = (word: Word, next: Word | undefined): boolean =>
  next?.kind === 'status' &&
  /^[45]\d\d$/.test(word.text) &&
  next.start - word.end <= 3 &&
  next.text[0] === word.text[0];

/**
 * The codes of the text in order. A code that a reply of several lines repeats ("550-5.1.1 … 550 5.1.1 …") is
 * marked as skipped, so that phrases run on across it.
 */
export function smtpCodesIn(words: readonly Word[], text: string): SmtpCode[] {
  const codes: SmtpCode[] = [];
  let reply = '';
  let status = '';
  let lastAt = -100;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as Word;
    const isReply = word.kind === 'number' && (replyCode.test(word.text) || isPaired(word, words[at + 1]));
    if (!isReply && word.kind !== 'status') continue;
    const trust = trustOf(words, at, text);
    if (!trust) continue;
    const repeated = at - lastAt < 60 && (isReply ? word.text === reply : word.text === status);
    if (
      repeated &&
      (isReply
        ? text[word.end] === '-' || word.opensLine || words[at + 1]?.text === status || reply !== ''
        : true)
    ) {
      word.skipped = true;
    }
    if (isReply) {
      if (word.text !== reply) status = '';
      reply = word.text;
    } else status = word.text;
    lastAt = at;
    codes.push({ at, kind: isReply ? 'reply' : 'status', text: word.text, trust });
  }
  return codes;
}
