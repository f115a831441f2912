export interface User {
  readonly id: string;
  readonly name: string;
  readonly globalName: string | null;
  readonly isBot: boolean;
  readonly locale: string;
  /** False: the user takes no direct messages from members of a shared server. */
  acceptsDms: boolean;
  /** The user has the app installed for themselves, in every place. */
  installedApp: boolean;
}

export interface Role {
  readonly id: string;
  readonly name: string;
  readonly position: number;
  readonly managed: boolean;
  readonly mentionable: boolean;
  permissions: bigint;
}

export interface Member {
  readonly user: User;
  readonly joinedAt: string;
  nick: string | null;
  readonly roles: Set<string>;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  ownerId: string;
  readonly roles: Map<string, Role>;
  readonly members: Map<string, Member>;
}
