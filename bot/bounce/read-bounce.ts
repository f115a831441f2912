import { type Decision, decide } from './decide.ts';
import { type Excerpt, excerptOf } from './excerpt.ts';
import { codesOf, limitNumbersOf } from './facts.ts';
import { isMailError } from './gate.ts';
import type { MailError, Span } from './mail-error.ts';
import { type Reading, readText } from './reading.ts';
import { namedRecipients, recipientHeads } from './recipients.ts';
import { remoteHostIn } from './remote-host.ts';
import { senderNamedIn } from './sender-domain.ts';
import { actorOf, speakerOf } from './speaker.ts';

interface Section {
  readonly recipients: string[];
  /** The recipients head their part: none of them can be the sender. */
  readonly sure: boolean;
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
  const byAddress = new Map<string, Section>();
  const heads = recipientHeads(reading, end);
  for (const [number, { address, from }] of heads.entries()) {
    const piece = { first: from, end: heads[number + 1]?.from ?? reading.words.length };
    const known = byAddress.get(address);
    const last = known?.part.at(-1);
    if (last?.end === from) last.end = piece.end;
    else if (known) known.part.push(piece);
    else byAddress.set(address, { recipients: [address], sure: true, part: [piece] });
  }
  return [...byAddress.values()];
}

function spanOf(
  excerpt: Excerpt,
  { clean, words }: Reading,
  decision: Decision | undefined,
): Span | undefined {
  const phrase = decision?.phrase;
  const first = phrase && words[phrase.first];
  const last = phrase && words[phrase.last];
  if (!first || !last) return undefined;
  const start = clean.startOf(first.start);
  const end = clean.endOf(last.end);
  return { text: excerpt.text.slice(start, end), start: excerpt.origin(start), end: excerpt.origin(end) };
}

/** A mail program that cannot reach its server names the customer's own account, no recipient. */
const aboutRecipients = (decision: Decision | undefined): boolean =>
  decision?.rule.kind !== 'mail-client' || decision.rule.reason === 'client-send-rejected';

function errorOf(
  excerpt: Excerpt,
  reading: Reading,
  { part, recipients, sure }: Section,
  decision: Decision | undefined,
  end: number,
): MailError {
  const speaker = speakerOf(reading, part, decision);
  const phrase = spanOf(excerpt, reading, decision);
  const clientCode = decision?.clientCode?.code ?? reading.clientCodes[0]?.code;
  const remoteHost = remoteHostIn(reading, part, end);
  const heads = sure ? recipients : [];
  const sender = decision && senderNamedIn(reading, part, decision, remoteHost, heads, end);
  return {
    reason: (decision?.rule.reason ?? 'unknown') as MailError['reason'],
    ...(phrase && { phrase }),
    ...codesOf(reading, part, decision, end),
    ...(clientCode && { clientCode }),
    ...(sender && { domain: sender.domain }),
    ...(decision && limitNumbersOf(reading, decision)),
    recipients: aboutRecipients(decision) ? recipients.filter((one) => sure || one !== sender?.address) : [],
    ...(remoteHost && { remoteHost }),
    speaker,
    actor: actorOf(decision, speaker, reading.words),
    life: decision?.rule.life ?? 'unknown',
  };
}

/** Sections without a reason of their own are lists: they share that of the next one that has a reason. */
function joined(
  sections: readonly Section[],
  decisions: readonly (Decision | undefined)[],
): [Section, Decision][] {
  const reasoned: [Section, Decision][] = [];
  let waiting: string[] = [];
  for (const [number, section] of sections.entries()) {
    const decision = decisions[number];
    waiting.push(...section.recipients);
    if (!decision) continue;
    reasoned.push([{ ...section, recipients: waiting }, decision]);
    waiting = [];
  }
  return reasoned;
}

/**
 * The mail errors of a pasted text, one a recipient in the order of the text. Empty for text that is no mail
 * error; reason `unknown` for a bounce in which nothing decides. Never throws.
 */
export function readBounce(text: string): MailError[] {
  const excerpt = excerptOf(text);
  const reading = readText(excerpt.text);
  const end = returnedFrom(reading);
  const sections = sectionsOf(reading, end);
  const decisions = sections.length > 1 ? sections.map(({ part }) => decide(reading, part, end)) : [];
  const reasoned = joined(sections, decisions);
  if (reasoned.length > 0) {
    if (!isMailError(reading, decisions)) return [];
    return reasoned.map(([section, decision]) => errorOf(excerpt, reading, section, decision, end));
  }
  const whole: Section = {
    recipients: sections.flatMap(({ recipients }) => recipients),
    sure: sections.length > 0,
    part: [{ first: 0, end: reading.words.length }],
  };
  const decision = decide(reading, whole.part, end);
  if (!isMailError(reading, [decision])) return [];
  const recipients = whole.sure ? whole.recipients : namedRecipients(reading, 0, end);
  return [errorOf(excerpt, reading, { ...whole, recipients }, decision, end)];
}
