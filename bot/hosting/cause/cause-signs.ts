import type { MailStream, Origin } from './mail-stream.ts';

/** Articles declare the answer to one as `cause:NAME` in their front matter. */
export type Cause =
  | 'dead-addresses'
  | 'broken-in-script'
  | 'stolen-password'
  | 'auto-replies'
  | 'refused-forwarder'
  | 'provider-trouble';

/** Something that speaks for a cause (weight above 0) or against it. `value` runs from 0, not so, to 1, very much so. */
interface Sign {
  readonly weight: number;
  readonly value: (stream: MailStream) => number;
  /** How the sign is told to a person; only what is counted. */
  readonly says?: (stream: MailStream) => string;
}

/** `start`: log-odds of the cause before any sign. */
export interface CauseSigns {
  readonly cause: Cause;
  readonly origins: readonly Origin[];
  readonly start: number;
  readonly signs: readonly Sign[];
}

export const breakIns: ReadonlySet<Cause> = new Set(['broken-in-script', 'stolen-password']);

/** 0 up to `from`, 1 from `to` on. */
const ramp = (value: number, from: number, to: number): number =>
  Math.min(1, Math.max(0, (value - from) / (to - from)));
const partOf = (share: number, { failing }: MailStream): string =>
  `${Math.round(share * failing.length)} of ${failing.length} failures`;

const deadSays = (stream: MailStream) =>
  `${partOf(stream.dead, stream)} say that the address or its domain does not exist`;
const refusedSays = (stream: MailStream) =>
  `${partOf(stream.refused, stream)} were refused as spam or by a rule of the receiver`;
const spreadSays = ({ recipients }: MailStream) =>
  `the ${recipients} recipients are at almost as many different domains`;
const fewDelivered = (stream: MailStream) =>
  `only ${Math.round(stream.deliveredShare * 100)} % of this mail was delivered`;

/** Weights were chosen by hand on the made records of the tests, whose confusion table the tests print. */
export const causeSigns: readonly CauseSigns[] = [
  {
    cause: 'dead-addresses',
    origins: ['mailbox', 'program'],
    start: -3.2,
    signs: [
      { weight: 5, value: ({ dead }) => ramp(dead, 0.3, 0.8), says: deadSays },
      {
        weight: 1,
        value: ({ recipients }) => ramp(recipients, 2, 8),
        says: ({ recipients }) => `${recipients} different recipients are concerned`,
      },
      {
        weight: 1,
        value: ({ burstShare }) => ramp(burstShare, 0.4, 0.8),
        says: (stream) => `${partOf(stream.burstShare, stream)} fell into ten minutes, as with a mailing`,
      },
      {
        weight: 0.8,
        value: ({ recipientsPerMessage }) => ramp(recipientsPerMessage, 1, 4),
        says: () => 'one message went to many recipients',
      },
      { weight: 0.8, value: ({ deliveredShare }) => ramp(deliveredShare, 0.2, 0.6) },
      { weight: -3, value: ({ origin, networks }) => (origin === 'mailbox' ? ramp(networks, 3, 6) : 0) },
      { weight: -2.5, value: ({ origin, senders }) => (origin === 'program' ? ramp(senders, 2, 5) : 0) },
      { weight: -2.5, value: ({ systemSenderShare }) => ramp(systemSenderShare, 0.2, 0.6) },
      {
        weight: -2,
        value: ({ origin, burstShare, deliveredShare }) =>
          origin === 'program' ? (1 - ramp(burstShare, 0.35, 0.7)) * (1 - ramp(deliveredShare, 0.2, 0.5)) : 0,
      },
    ],
  },
  {
    cause: 'stolen-password',
    origins: ['mailbox'],
    start: -4.5,
    signs: [
      {
        weight: 6,
        value: ({ networks }) => ramp(networks, 2, 6),
        says: ({ networks }) => `the mailbox sent from ${networks} different networks`,
      },
      {
        weight: 1,
        value: ({ domainShare, recipients }) => ramp(domainShare, 0.5, 0.9) * ramp(recipients, 3, 6),
        says: spreadSays,
      },
      { weight: 1.2, value: ({ refused }) => ramp(refused, 0.1, 0.5), says: refusedSays },
      { weight: 0.8, value: ({ deliveredShare }) => 1 - ramp(deliveredShare, 0.4, 0.7), says: fewDelivered },
      { weight: -1.5, value: ({ deliveredShare }) => ramp(deliveredShare, 0.7, 0.95) },
    ],
  },
  {
    cause: 'broken-in-script',
    origins: ['program'],
    start: -4,
    signs: [
      {
        weight: 2.8,
        value: ({ systemSenderShare }) => ramp(systemSenderShare, 0.15, 0.5),
        says: (stream) =>
          `${partOf(stream.systemSenderShare, stream)} carry the account's own user name as sender`,
      },
      {
        weight: 3,
        value: ({ senders }) => ramp(senders, 2, 6),
        says: ({ senders }) => `a program on the website used ${senders} different senders`,
      },
      { weight: 2.2, value: ({ refused }) => ramp(refused, 0.15, 0.5), says: refusedSays },
      {
        weight: 1,
        value: ({ domainShare, recipients }) => ramp(domainShare, 0.5, 0.9) * ramp(recipients, 3, 6),
        says: spreadSays,
      },
      { weight: 1.2, value: ({ deliveredShare }) => 1 - ramp(deliveredShare, 0.3, 0.7), says: fewDelivered },
    ],
  },
  {
    cause: 'auto-replies',
    origins: ['automatic'],
    start: 1.2,
    signs: [
      {
        weight: 1.5,
        value: () => 1,
        says: ({ failing }) =>
          `${failing.length} failed messages are automatic replies, without a sender of their own`,
      },
      { weight: 1, value: ({ dead }) => ramp(dead, 0.2, 0.6), says: deadSays },
      { weight: 0.8, value: ({ recipients }) => ramp(recipients, 2, 5) },
      {
        weight: -2.5,
        value: ({ topRecipientShare, recipients }) =>
          ramp(topRecipientShare, 0.5, 0.9) * (1 - ramp(recipients, 2, 5)),
      },
    ],
  },
  {
    cause: 'auto-replies',
    origins: ['program'],
    start: -4.5,
    signs: [
      {
        weight: 2.2,
        value: ({ burstShare }) => 1 - ramp(burstShare, 0.35, 0.7),
        says: () => 'the failures trickle in one by one, as replies to incoming spam do',
      },
      { weight: 2, value: ({ dead }) => ramp(dead, 0.3, 0.7), says: deadSays },
      { weight: 1.5, value: ({ deliveredShare }) => 1 - ramp(deliveredShare, 0.2, 0.5), says: fewDelivered },
      {
        weight: 1,
        value: ({ domainShare, recipients }) => ramp(domainShare, 0.6, 0.95) * ramp(recipients, 3, 6),
        says: spreadSays,
      },
      { weight: -1.5, value: ({ recipientsPerMessage }) => ramp(recipientsPerMessage, 1, 2) },
      {
        weight: -3,
        value: ({ senders, systemSenderShare }) =>
          Math.max(ramp(senders, 2, 4), ramp(systemSenderShare, 0.2, 0.5)),
      },
    ],
  },
  {
    cause: 'refused-forwarder',
    origins: ['passed-on'],
    start: -1.8,
    signs: [
      {
        weight: 3,
        value: ({ topRecipientShare }) => ramp(topRecipientShare, 0.4, 0.8),
        says: (stream) =>
          `${partOf(stream.topRecipientShare, stream)} are for one address to which mail from outside is passed on`,
      },
      { weight: 1.5, value: ({ refused, busy }) => ramp(refused + busy, 0.2, 0.6), says: refusedSays },
      {
        weight: 1,
        value: ({ senders }) => ramp(senders, 1, 4),
        says: ({ senders }) => `they come from ${senders} different outside senders`,
      },
    ],
  },
  {
    cause: 'provider-trouble',
    origins: ['mailbox', 'program'],
    start: -4.5,
    signs: [
      {
        weight: 3.5,
        value: ({ topProviderShare }) => ramp(topProviderShare, 0.5, 0.85),
        says: (stream) =>
          `${partOf(stream.topProviderShare, stream)} concern one receiving provider, ${stream.topProvider}`,
      },
      {
        weight: 2.5,
        value: ({ busy }) => ramp(busy, 0.3, 0.8),
        says: (stream) => `${partOf(stream.busy, stream)} say "later" rather than "no"`,
      },
      {
        weight: 1.5,
        value: ({ providerRecipients }) => ramp(providerRecipients, 1, 4),
        says: ({ providerRecipients }) => `${providerRecipients} different mailboxes there are concerned`,
      },
      { weight: -3, value: ({ dead }) => ramp(dead, 0.2, 0.5) },
      { weight: -3, value: ({ origin, networks }) => (origin === 'mailbox' ? ramp(networks, 3, 6) : 0) },
      { weight: -2, value: ({ origin, senders }) => (origin === 'program' ? ramp(senders, 2, 5) : 0) },
    ],
  },
];
