import type { Accounts } from '../hosting/account-access.ts';
import type { AccountLinks, Asker } from '../hosting/account-links.ts';
import type { Cause } from '../hosting/likely-cause.ts';
import type { AccountRef } from '../hosting/panel.ts';
import type { HouseFacts } from '../knowledge/house-facts.ts';
import type { Library } from '../knowledge/library.ts';
import type { Memory } from '../memory/memory.ts';
import type { Person } from '../memory/person.ts';
import type { Place } from '../memory/place.ts';
import type { AccountAnswer } from './account-answer.ts';
import type { LinkMethod } from './link-method.ts';
import type { Mailer } from './mailer.ts';
import type { AddressTaste } from './reasons-words.ts';

/** What the account desk remembers. Calls throw while the database is away. */
export type AccountMemory = Pick<
  Memory,
  'links' | 'codes' | 'tickets' | 'watches' | 'audit' | 'claims' | 'questions'
>;

/** Signs of a break-in, for staff at once. */
export interface BreakIn {
  readonly account: AccountRef;
  readonly domain: string;
  readonly causes: readonly Cause[];
  /** Counted sentences, without recipients or IP addresses. */
  readonly evidence: readonly string[];
  readonly seenBy: Asker;
}

export interface AccountParts {
  readonly accounts: Accounts;
  /** The same links that `accounts` reads. */
  readonly links: AccountLinks;
  /** `undefined` while the database is away. */
  readonly memory: () => AccountMemory | undefined;
  /** Without one there is no linking by emailed code. */
  readonly mailer: Mailer | undefined;
  readonly library: () => Library;
  readonly facts: HouseFacts;
  /** One private message. `key` names it for the outbox: told again after a crash, it must stand once. */
  readonly tell: (
    person: Person,
    answer: AccountAnswer,
    to: { place: Place; key: string },
  ) => Promise<unknown>;
  readonly tellStaff: (breakIn: BreakIn) => Promise<unknown>;
  readonly otherMethods?: readonly LinkMethod[];
  /** IANA name. */
  readonly timeZone?: string;
  readonly addresses?: AddressTaste;
  /** The accounts are pretended ones; every report says so. */
  readonly sample?: boolean;
  /** How many people of a platform may be linked with one account. */
  readonly mostPeople?: number;
  readonly limits?: Partial<AccountLimits>;
  readonly onError: (error: unknown, what: string) => void;
  readonly now?: () => Date;
}

export interface AccountLimits {
  /** How long a customer waits for the host. */
  readonly lookMs: number;
  /** How often a watched account is looked at. */
  readonly pollMs: number;
  /** After so long the watcher is told that it has not cleared. */
  readonly watchMs: number;
  /** Names that one person may ask a code for in an hour, before the host is even asked. */
  readonly namesAnHour: number;
  /** A code is answered after so long, right or wrong: work done in the database must not show in the time. */
  readonly codeFloorMs: number;
}

export const accountLimits: AccountLimits = {
  lookMs: 15_000,
  pollMs: 10 * 60_000,
  watchMs: 3 * 60 * 60_000,
  namesAnHour: 6,
  codeFloorMs: 400,
};

export function memoryOf({ memory }: Pick<AccountParts, 'memory'>): AccountMemory {
  const there = memory();
  if (!there) throw new Error('The memory is away');
  return there;
}

/** Without what the platform says besides, such as who is staff. */
export const personOf = ({ platform, workspace, id }: Person): Person => ({ platform, workspace, id });
