import type { Delivery } from '../delivery.ts';
import { type Nature, natureOf } from './failure-nature.ts';

/** Where mail of an account comes from. */
export type Origin = 'mailbox' | 'program' | 'automatic' | 'passed-on';

/** Mail of one origin and what became of it, in numbers. Shares run from 0 to 1. */
export interface MailStream {
  readonly origin: Origin;
  /** The mailbox; '' for the other origins. */
  readonly mailbox: string;
  readonly failing: readonly Delivery[];
  readonly delivered: number;
  readonly dead: number;
  readonly refused: number;
  readonly busy: number;
  readonly deliveredShare: number;
  /** Different networks that the failing mail was sent from: an office and a telephone are two. */
  readonly networks: number;
  readonly recipients: number;
  /** Of the recipients' domains, how many are different. */
  readonly domainShare: number;
  /** Of the failures, how many are for the one most failing recipient, and for the one most failing provider. */
  readonly topRecipientShare: number;
  readonly topProviderShare: number;
  readonly topProvider: string;
  readonly providerRecipients: number;
  readonly senders: number;
  /** Of the failures, how many name the account itself at the server's own name as sender. */
  readonly systemSenderShare: number;
  /** Recipients a message. */
  readonly recipientsPerMessage: number;
  /** Of the failures, the largest part that fell into ten minutes. */
  readonly burstShare: number;
}

export interface StreamContext {
  readonly user: string;
  readonly domains: ReadonlySet<string>;
}

/** Sorts mail by where it comes from; leaves out what our own limits stopped and what stayed on the server. */
export function streamsOf(records: readonly Delivery[], context: StreamContext): MailStream[] {
  const telling = records.filter(
    ({ stoppedBy, outcome, remote }) => stoppedBy === undefined && (outcome !== 'delivered' || remote),
  );
  const groups = Map.groupBy(telling, (record) => {
    const origin = originOf(record, context);
    return `${origin} ${origin === 'mailbox' ? record.sender : ''}`;
  });
  return [...groups].flatMap(([key, group]) => {
    const [origin, mailbox = ''] = key.split(' ') as [Origin, string?];
    const failing = group.filter(({ outcome }) => outcome !== 'delivered');
    const delivered = group.length - failing.length;
    return failing.length > 0 ? [measure({ origin, mailbox, failing, delivered }, context)] : [];
  });
}

/** The same stream as if only some of its failures had happened. */
export function partOf(
  stream: MailStream,
  natures: readonly Nature[],
  context: StreamContext,
): MailStream | undefined {
  const failing = stream.failing.filter((record) => natures.includes(natureOf(record)));
  return failing.length > 0 ? measure({ ...stream, failing }, context) : undefined;
}

function originOf({ sender, via }: Delivery, { user, domains }: StreamContext): Origin {
  if (via === 'login') return 'mailbox';
  if (via === 'incoming') return 'passed-on';
  const [local = '', domain = ''] = sender.split('@');
  if (sender === '' || /^(?:mailer-daemon|autorespond\w*|boxtrapper)$/.test(local)) return 'automatic';
  if (/^srs[01][=+-]/.test(local)) return 'passed-on';
  if (via === 'local') return 'program';
  return domains.has(domain) || local === user ? 'mailbox' : 'passed-on';
}

type Sorted = Pick<MailStream, 'origin' | 'mailbox' | 'failing' | 'delivered'>;

function measure(
  { origin, mailbox, failing, delivered }: Sorted,
  { user, domains }: StreamContext,
): MailStream {
  const natures = Map.groupBy(failing, natureOf);
  const share = (nature: Nature) => (natures.get(nature)?.length ?? 0) / failing.length;
  const distinct = (of: (record: Delivery) => string) => new Set(failing.map(of)).size;
  const recipients = distinct(({ recipient }) => recipient);
  const provider = topOf(failing, providerOf);
  const isSystem = ({ sender }: Delivery) =>
    sender.startsWith(`${user}@`) && !domains.has(sender.slice(user.length + 1));
  return {
    ...{ origin, mailbox, failing, delivered, recipients },
    ...{ dead: share('dead'), refused: share('refused'), busy: share('busy') },
    deliveredShare: delivered / (delivered + failing.length),
    networks: distinct(({ senderIp }) => networkOf(senderIp)),
    domainShare: distinct(({ recipient }) => recipient.split('@')[1] ?? '') / recipients,
    topRecipientShare: topOf(failing, ({ recipient }) => recipient).share,
    topProviderShare: provider.share,
    topProvider: provider.name,
    providerRecipients: new Set(
      failing.filter((record) => providerOf(record) === provider.name).map(({ recipient }) => recipient),
    ).size,
    senders: distinct(({ sender }) => sender),
    systemSenderShare: failing.filter(isSystem).length / failing.length,
    recipientsPerMessage:
      recipients /
      Math.max(
        1,
        distinct(({ messageId }) => messageId),
      ),
    burstShare: burstOf(failing),
  };
}

/** /16 of IPv4, /32 of IPv6: a household's address changes, its provider's network hardly. */
function networkOf(ip: string): string {
  return ip.includes(':') ? ip.split(':').slice(0, 2).join(':') : ip.split('.').slice(0, 2).join('.');
}

/** The receiving server's last two names, because one provider receives for many domains. */
function providerOf({ remoteHost, recipient }: Delivery): string {
  const labels = (remoteHost || (recipient.split('@')[1] ?? '')).split('.');
  const isShortCountry = (labels.at(-1)?.length ?? 0) === 2 && (labels.at(-2)?.length ?? 0) <= 3;
  return labels.slice(isShortCountry ? -3 : -2).join('.');
}

function topOf(
  records: readonly Delivery[],
  of: (record: Delivery) => string,
): { readonly name: string; readonly share: number } {
  const groups = [...Map.groupBy(records, of)].toSorted(([, one], [, other]) => other.length - one.length);
  const [name, group] = groups[0] ?? ['', []];
  return { name, share: group.length / Math.max(1, records.length) };
}

function burstOf(records: readonly Delivery[]): number {
  const tenMinutes = 600_000;
  const times = records.map(({ at }) => at.getTime()).toSorted((one, other) => one - other);
  let from = 0;
  let most = 0;
  for (const [index, time] of times.entries()) {
    while (time - (times[from] ?? time) > tenMinutes) from += 1;
    most = Math.max(most, index - from + 1);
  }
  return most / Math.max(1, times.length);
}
