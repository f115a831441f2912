import { Client, type ClientOptions, GatewayIntentBits, Options, Partials, SnowflakeUtil } from 'discord.js';
import type { Shards } from '../discord-parts.ts';

export const discordApi = 'https://discord.com/api';

/** Retries are our own; see callDiscord. */
export const restOptions = (apiUrl: string, requestsPerSecond = 50) => ({
  api: apiUrl,
  version: '10',
  retries: 0,
  timeout: 15_000,
  globalRequestsPerSecond: requestsPerSecond,
  // It keeps a queue for every thread it was asked to write in.
  handlerSweepInterval: 60_000,
});

export interface ClientParts {
  readonly apiUrl: string;
  readonly shards: Shards | undefined;
}

export function createClient({ apiUrl, shards }: ClientParts): Client {
  const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits;
  return new Client({
    // And MessageContent, where the application has it: see connect.
    intents: [Guilds, GuildMessages, DirectMessages],
    // Without them nothing is heard of direct messages, nor of changes to what was said before the start.
    partials: [Partials.Channel, Partials.Message],
    allowedMentions: { parse: [], repliedUser: false },
    failIfNotExists: false,
    rest: restOptions(apiUrl),
    ...cacheOptions(),
    ...shardOptions(shards),
  });
}

const threadIdleMs = 2 * 60_000;

/**
 * The library keeps every thread, author and message that it hears of. What has been quiet for a while is let go: an
 * event brings with it whom it is about, and a thread that is spoken in again is fetched.
 */
function cacheOptions(): Pick<ClientOptions, 'makeCache' | 'sweepers'> {
  const people = 500;
  return {
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 20,
      ThreadMemberManager: 0,
      UserManager: { maxSize: people, keepOverLimit: ({ id, client }) => id === client.user.id },
      GuildMemberManager: { maxSize: people, keepOverLimit: ({ id, client }) => id === client.user.id },
    }),
    sweepers: {
      ...Options.DefaultSweeperSettings,
      messages: { interval: 60, lifetime: 600 },
      threads: {
        interval: 60,
        filter:
          () =>
          ({ id, lastMessageId }) =>
            Date.now() - SnowflakeUtil.timestampFrom(lastMessageId ?? id) > threadIdleMs,
      },
    },
  };
}

function shardOptions(shards: Shards | undefined): Pick<ClientOptions, 'shards' | 'shardCount'> {
  if (shards === undefined || shards === 'auto') return { shards: 'auto' };
  if (typeof shards === 'number') return { shards: [...Array(shards).keys()], shardCount: shards };
  return { shards: [...shards.ids], shardCount: shards.count };
}
