import type { AccountRef } from './panel.ts';

/** Who asks, as the platform knows them. */
export interface Asker {
  readonly platform: string;
  readonly workspace: string;
  readonly id: string;
}

/** What a link must hold to be trusted later. */
export interface AccountTie {
  readonly account: AccountRef;
  /** The account's `identity` when the link was made. */
  readonly identity: string;
  /** What the account is called in a choice. */
  readonly domain: string;
}

export interface AccountLink extends AccountTie {
  readonly person: Asker;
}

/** Kept in the memory; read anew at every use. */
export interface AccountLinks {
  of(person: Asker): Promise<readonly AccountLink[]>;
}
