import { Client, type ClientOptions, Events, GatewayIntentBits, Partials } from 'discord.js';
import type { DiscordServer } from './server.ts';

export const supportIntents = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.GuildMessageReactions,
  GatewayIntentBits.DirectMessages,
];
export const allIntents = [...supportIntents, GatewayIntentBits.MessageContent];

/** A real discord.js client for the local server, not logged in yet: for the server's own tests. */
export function createClient(server: DiscordServer, options: Partial<ClientOptions> = {}): Client {
  const client = new Client({
    intents: allIntents,
    partials: [Partials.Channel, Partials.Message, Partials.Reaction],
    ...options,
    rest: { api: server.apiUrl, retries: 0, ...options.rest },
  });
  client.on(Events.Error, () => {});
  return client;
}

export async function startClient(
  server: DiscordServer,
  options: Partial<ClientOptions> = {},
): Promise<Client<true>> {
  const client = createClient(server, options);
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(server.botToken);
  return ready;
}
