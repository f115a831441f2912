import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, Events, REST, RESTEvents, Status } from 'discord.js';
import type { Platform } from '../platform.ts';
import { createSeen } from '../seen.ts';
import { connect } from './connection/connect.ts';
import { createClient, discordApi, restOptions } from './connection/create-client.ts';
import { lostForGood, startTrouble } from './connection/start-trouble.ts';
import type { DiscordParts, Kit } from './discord-parts.ts';
import { hearInteraction } from './listeners/interactions.ts';
import { listenersFor } from './listeners/listeners.ts';
import { hearMessage } from './listeners/messages.ts';
import { createDiscordCalls } from './saying/discord-calls.ts';
import { createOutreach } from './saying/outreach.ts';
import { takeUpAbandoned } from './take-up.ts';

const longestDrainMs = 20_000;

/** The desk on Discord, over the gateway. */
export function createDiscord(parts: DiscordParts): Platform {
  const { apiUrl = discordApi, log, token, takeUpEveryMs = 60_000 } = parts;
  const client = createClient({ apiUrl, shards: parts.shards });
  // Its own, because the client's ends with the connection, and what is in flight then still has to be said.
  const rest = new REST(restOptions(apiUrl, parts.requestsPerSecond)).setToken(token);
  const kit = createKit(parts, client, rest, apiUrl);
  const inFlight = new Set<Promise<unknown>>();
  let takingUp: NodeJS.Timeout | undefined;

  const track = (work: Promise<unknown>, event: string) => {
    const done = work
      .catch((error: unknown) => log.error({ err: error }, event))
      .finally(() => inFlight.delete(done));
    inFlight.add(done);
  };
  const takeUp = () => track(takeUpAbandoned(kit), 'discord_take_up_failed');

  client.on(Events.MessageCreate, (message) => track(hearMessage(kit, message), 'discord_message_failed'));
  client.on(Events.MessageUpdate, (_, message) => {
    // Link previews and threads change a message, too; only a person's edit has a time.
    if (message.editedTimestamp !== null && !message.partial)
      track(hearMessage(kit, message, { changed: true }), 'discord_message_failed');
  });
  client.on(Events.InteractionCreate, (interaction) =>
    track(hearInteraction(kit, rest, interaction), 'discord_interaction_failed'),
  );
  listenToTrouble(client, rest, parts);

  return {
    name: 'discord',
    outreach: createOutreach(kit),
    async start() {
      try {
        await connect(client, rest, parts);
      } catch (error) {
        await client.destroy();
        throw startTrouble(error, apiUrl);
      }
      if (!parts.memory.abandoned) return;
      takingUp = setInterval(takeUp, takeUpEveryMs).unref();
      takeUp();
    },
    connected: () => client.isReady() && client.ws.shards.every(({ status }) => status === Status.Ready),
    async stop() {
      clearInterval(takingUp);
      await client.destroy();
      const drained = async () => {
        while (inFlight.size > 0) await Promise.allSettled(inFlight);
      };
      await Promise.race([drained(), sleep(longestDrainMs, undefined, { ref: false })]);
      if (inFlight.size > 0) log.warn({ left: inFlight.size }, 'discord_stopped_in_the_middle');
    },
  };
}

function createKit(parts: DiscordParts, client: Client, rest: REST, apiUrl: string): Kit {
  return {
    ...parts,
    client,
    apiUrl,
    calls: createDiscordCalls(rest),
    listeners: listenersFor(parts.orders.all),
    staffRoles: new Set(parts.staffRoles),
    typingAfterMs: parts.typingAfterMs ?? 400,
    prefillMs: parts.prefillMs ?? 2000,
    now: parts.now ?? Date.now,
    seen: createSeen(),
    pressed: createSeen(),
  };
}

function listenToTrouble(client: Client, rest: REST, { log, metrics }: DiscordParts): void {
  rest.on(RESTEvents.RateLimited, ({ route, timeToReset, global }) => {
    metrics?.rateLimited('discord');
    log.warn({ route, waitMs: timeToReset, global }, 'discord_rate_limited');
  });
  client.on(Events.Error, (error) => log.error({ err: error }, 'discord_error'));
  client.on(Events.ShardError, (error, shard) =>
    log.warn({ err: error, shard }, 'discord_connection_failed'),
  );
  client.on(Events.ShardReconnecting, (shard) => log.info({ shard }, 'discord_reconnecting'));
  client.on(Events.ShardResume, (shard, missed) => log.info({ shard, missed }, 'discord_resumed'));
  // Only where Discord will not have the bot back: its token was reset, or an intent taken away.
  client.on(Events.ShardDisconnect, ({ code }, shard) =>
    log.error({ code, shard, sentence: lostForGood(code).message }, 'discord_disconnected_for_good'),
  );
}
