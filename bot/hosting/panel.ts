import type { Deliveries, TimeRange } from './delivery.ts';
import type { HostAnswer, HostFailure } from './host-answer.ts';
import type { MailHealth, MailLimits, OutgoingState } from './mail-health.ts';

/** What a panel may be able to tell, in words that fit behind "This server tells" and "This server cannot tell". */
export const mailFacts = {
  deferred: 'how many messages were put off this hour',
  failed: 'how many messages failed this hour',
  delivered: 'how many messages were delivered this hour',
  block: 'whether too many defers and failures block the domain',
  'sending-limit': 'how many messages may be sent in an hour',
  'sending-limit-reached': 'whether the sending limit is reached',
  'outgoing-state': 'whether outgoing mail is held or suspended',
  waiting: 'how many messages wait in the queue',
  deliveries: 'what became of single messages',
} as const;

export type MailFact = keyof typeof mailFacts;

/** Where an account lives. Comes from a stored link or a staff look-up, never from a customer. */
export interface AccountRef {
  readonly server: string;
  readonly user: string;
  /** Whose account it is on the host (a reseller), so that the right token asks first. */
  readonly owner?: string;
}

export interface Account {
  readonly ref: AccountRef;
  /** The main domain. */
  readonly domain: string;
  /** Differs when a deleted account's name was given to somebody else. `undefined`: the host does not say, so no link may be trusted. */
  readonly identity: string | undefined;
  /** The owner's address at the host. */
  readonly email: string | undefined;
  readonly plan: string;
  readonly suspended: boolean;
  readonly outgoing: OutgoingState;
  readonly limits: MailLimits;
}

/** Accounts that a name stands for, and the servers that could not be asked. */
export interface Found {
  readonly accounts: readonly Account[];
  readonly failures: readonly HostFailure[];
}

/** A hosting panel. Nothing here rejects: whatever a host does wrong is an answer. */
export interface Panel {
  readonly name: string;
  /** The operator's names of its servers. No two panels have one in common. */
  readonly servers: readonly string[];
  readonly gives: ReadonlySet<MailFact>;
  /** By user name or by any domain of the account, on every server. */
  find(name: string, signal: AbortSignal): Promise<Found>;
  account(ref: AccountRef, signal: AbortSignal): Promise<HostAnswer<Account>>;
  mailHealth(account: Account, signal: AbortSignal): Promise<HostAnswer<MailHealth>>;
  deliveries?(account: Account, range: TimeRange, signal: AbortSignal): Promise<HostAnswer<Deliveries>>;
  /** What the set-up check found, for staff. */
  check(signal: AbortSignal): Promise<readonly CheckLine[]>;
  close(): Promise<void>;
}

export interface CheckLine {
  readonly server: string;
  readonly level: 'good' | 'doubtful' | 'broken';
  readonly text: string;
}

/** What this panel cannot tell, in words; a reply says so rather than showing zeros. */
export function untold({ gives }: Pick<Panel, 'gives'>): string[] {
  return (Object.keys(mailFacts) as MailFact[])
    .filter((fact) => !gives.has(fact))
    .map((fact) => mailFacts[fact]);
}
