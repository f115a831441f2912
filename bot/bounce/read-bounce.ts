import { type Decision, decide } from './decide.ts';
import { type Excerpt, excerptOf } from './excerpt.ts';
import { codesOf, limitNumbersOf } from './facts.ts';
import { isMailError } from './gate.ts';
import type { MailError, Span } from './mail-error.ts';
import { type Reading, readText } from './reading.ts';
import { namedRecipients } from './recipients.ts';
import { remoteHostIn } from './remote-host.ts';
import { returnedFrom, type Section, sectionsOf } from './sections.ts';
import { senderNamedIn } from './sender-domain.ts';
import { actorOf, speakerOf } from './speaker.ts';

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

/** A transcript behind all recipients names their server once: it is the one of the recipient's own domain. */
function isOfDomain(host: string, [recipient]: readonly string[]): boolean {
  const domain = recipient?.slice(recipient.lastIndexOf('@') + 1);
  return domain !== undefined && (host === domain || host.endsWith(`.${domain}`));
}

/** A mail program that cannot reach its server names the customer's own account, no recipient. */
const aboutRecipients = (decision: Decision | undefined): boolean =>
  decision?.rule.kind !== 'mail-client' || decision.rule.reason === 'client-send-rejected';

function errorOf(
  excerpt: Excerpt,
  reading: Reading,
  { part, recipients, sure }: Section,
  decision: Decision | undefined,
  { end, host }: { end: number; host: string | undefined },
): MailError {
  const speaker = speakerOf(reading, part, decision);
  const phrase = spanOf(excerpt, reading, decision);
  const clientCode = decision?.clientCode?.code ?? reading.clientCodes[0]?.code;
  const own = remoteHostIn(reading, part, end, decision);
  const remoteHost = own ?? (host && isOfDomain(host, recipients) ? host : undefined);
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
    actor: actorOf(decision, speaker, reading.words, part),
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
    const host = remoteHostIn(reading, [{ first: 0, end }], end, undefined);
    return reasoned.map(([section, decision]) => errorOf(excerpt, reading, section, decision, { end, host }));
  }
  const whole: Section = {
    recipients: sections.flatMap(({ recipients }) => recipients),
    sure: sections.length > 0,
    part: [{ first: 0, end: reading.words.length }],
  };
  // What a server says before it comes to its one recipient is the same whatever the reason.
  const decision = decide(reading, whole.part, end, sections[0]?.part);
  if (!isMailError(reading, [decision])) return [];
  const named = decision?.rule.reason === 'auto-reply' ? [] : namedRecipients(reading, end);
  const recipients = whole.sure ? whole.recipients : named;
  return [errorOf(excerpt, reading, { ...whole, recipients }, decision, { end, host: undefined })];
}
