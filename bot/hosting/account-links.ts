/** Who asks, as the platform knows them. */
export interface Asker {
  readonly platform: string;
  readonly workspace: string;
  readonly id: string;
}

/** What ties an account to somebody, before it is stored. */
export interface AccountTie {
  readonly panel: string;
  readonly server: string;
  readonly user: string;
  readonly owner: string | undefined;
  /** The account's `identity` when the link was made. */
  readonly identity: string;
  /** What the link is called in a choice. */
  readonly domain: string;
}

export interface AccountLink extends AccountTie {
  /** Opaque; what a button carries. Worth nothing to anybody but its owner. */
  readonly id: string;
  readonly asker: Asker;
}

/** Kept in the memory; read anew at every use. */
export interface AccountLinks {
  of(asker: Asker): Promise<readonly AccountLink[]>;
}
