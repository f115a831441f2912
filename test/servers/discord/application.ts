import type { Json } from '../slack/json.ts';

/** Switches in the developer portal: without one, IDENTIFY with that intent is refused. */
export type PrivilegedIntent = 'MessageContent' | 'GuildMembers' | 'GuildPresences';

/** The app as its pages in the developer portal have it. */
export interface Application {
  readonly id: string;
  readonly name: string;
  readonly token: string;
  readonly publicKey: string;
  readonly privilegedIntents: ReadonlySet<PrivilegedIntent>;
  /** Users may install it for themselves, besides servers. */
  readonly userInstallable: boolean;
}

const limitedFlags: Record<PrivilegedIntent, number> = {
  GuildPresences: 1 << 13,
  GuildMembers: 1 << 15,
  MessageContent: 1 << 19,
};

export const applicationFlags = ({ privilegedIntents }: Application): number =>
  [...privilegedIntents].reduce((flags, intent) => flags | limitedFlags[intent], 0);

export function createApplication(id: string, options: Partial<Omit<Application, 'id'>> = {}): Application {
  const start = Buffer.from(id).toString('base64url');
  return {
    id,
    name: 'hostdesk',
    token: `${start}.GTestX.local-token-of-the-test-application-0001`,
    publicKey: 'ab'.repeat(32),
    privilegedIntents: new Set(['MessageContent']),
    userInstallable: true,
    ...options,
  };
}

export const applicationJson = (app: Application, owner: Json, bot: Json, guildCount: number): Json => ({
  id: app.id,
  name: app.name,
  icon: null,
  description: '',
  summary: '',
  bot_public: true,
  bot_require_code_grant: false,
  verify_key: app.publicKey,
  flags: applicationFlags(app),
  owner,
  bot,
  team: null,
  integration_types_config: app.userInstallable ? { '0': {}, '1': {} } : { '0': {} },
  approximate_guild_count: guildCount,
  approximate_user_install_count: 0,
  redirect_uris: [],
  interactions_endpoint_url: null,
  role_connections_verification_url: null,
});
