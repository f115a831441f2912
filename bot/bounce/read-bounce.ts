import { type Decision, decide, type Part } from './decide.ts';
import { codeNear, limitNumbersOf, remoteHostIn, senderDomainIn } from './facts.ts';
import { type Excerpt, excerptOf } from './excerpt.ts';
import { isMailError } from './gate.ts';
import type { MailError, Span } from './mail-error.ts';
import { readText, type Reading } from './reading.ts';
import { namedRecipients, recipientHeads } from './recipients.ts';
import { actorOf, speakerOf } from './speaker.ts';

interface Section {
  readonly recipients: string[];
  readonly part: { first: number; end: number }[];
}

/** Where the returned message begins, if it is quoted at the end: its words are the customer's, not a server's. */
function returnedFrom({ markers, words }: Reading): number {
  let from = words.length;
  for (const { kind, first } of markers) {
    if (kind === 'original') from = Math.min(from, first);
  }
  for (const { kind, first } of markers) if (kind === 'restart' && first > from) return words.length;
  return from;
}

/** One section a recipient; words before the first belong to all of them. */
function sectionsOf(reading: Reading, end: number): Section[] {
  const heads = recipientHeads(reading, end);
  const byAddress = new Map<string, Section>();
  for (const [number, head] of heads.entries()) {
    const next = heads.slice(number + 1).find((other) => other.address !== head.address);
    const piece = { first: head.from, end: next?.from ?? reading.words.length };
    const known = byAddress.get(head.address);
    if (known) known.part.push(piece);
    else byAddress.set(head.address, { recipients: [head.address], part: [piece] });
  }
  return [...byAddress.values()];
}

function spanOf(excerpt: Excerpt, { clean, words }: Reading, decision: Decision | undefined): Span | undefined {
  const phrase = decision?.phrase;
  const first = phrase && words[phrase.first];
  const last = phrase && words[phrase.last];
  if (!first || !last) return undefined;
  const start = clean.startOf(first.start);
  const end = clean.endOf(last.end);
  return { text: excerpt.text.slice(start, end), start: excerpt.origin(start), end: excerpt.origin(end) };
}

function errorOf(
  excerpt: Excerpt,
  reading: Reading,
  { part, recipients }: Section,
  decision: Decision | undefined,
  end: number,
): MailError {
  const speaker = speakerOf(reading, part, decision);
  const phrase = spanOf(excerpt, reading, decision);
  const replyCode = codeNear(reading, part, decision, 'reply', end);
  const statusCode = codeNear(reading, part, decision, 'status', end);
  const clientCode = decision?.clientCode?.code ?? reading.clientCodes[0]?.code;
  const domain = decision && senderDomainIn(reading, part, decision, end);
  const remoteHost = remoteHostIn(reading, part, end);
  return {
    reason: (decision?.rule.reason ?? 'unknown') as MailError['reason'],
    ...(phrase && { phrase }),
    ...(replyCode && { replyCode }),
    ...(statusCode && { statusCode }),
    ...(clientCode && { clientCode }),
    ...(domain && { domain }),
    ...(decision && limitNumbersOf(reading, decision)),
    recipients,
    ...(remoteHost && { remoteHost }),
    speaker,
    actor: actorOf(decision, speaker, reading.words),
    life: decision?.rule.life ?? 'unknown',
  };
}

/**
 * The mail errors of a pasted text, one a recipient in the order of the text. Empty for text that is no mail
 * error; reason `unknown` for a bounce in which nothing decides. Never throws.
 */
export function readBounce(text: string): MailError[] {
  const excerpt = excerptOf(text);
  const reading = readText(excerpt.text);
  const end = returnedFrom(reading);
  const whole: Part = [{ first: 0, end: reading.words.length }];
  const sections = sectionsOf(reading, end);
  if (sections.length < 2) {
    const decision = decide(reading, whole, end);
    if (!isMailError(reading, [decision])) return [];
    const recipients = sections[0]?.recipients ?? namedRecipients(reading, 0, end);
    return [errorOf(excerpt, reading, { recipients, part: [...whole] }, decision, end)];
  }
  const decisions = sections.map(({ part }) => decide(reading, part, end));
  if (!isMailError(reading, decisions)) return [];
  const errors: MailError[] = [];
  let waiting: string[] = [];
  for (const [number, section] of sections.entries()) {
    const decision = decisions[number];
    if (!decision) {
      waiting.push(...section.recipients);
      continue;
    }
    errors.push(errorOf(excerpt, reading, { ...section, recipients: [...waiting, ...section.recipients] }, decision, end));
    waiting = [];
  }
  if (errors.length > 0) return errors;
  const decision = decide(reading, whole, end);
  return [errorOf(excerpt, reading, { recipients: waiting, part: [...whole] }, decision, end)];
}
