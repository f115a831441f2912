import {
  type APIApplication,
  ApplicationFlags,
  type Client,
  DiscordAPIError,
  Events,
  GatewayIntentBits,
  IntentsBitField,
  type REST,
  Routes,
} from 'discord.js';
import type { DiscordParts } from '../discord-parts.ts';
import { commandList } from '../listeners/listeners.ts';
import { callDiscord } from '../saying/call-discord.ts';
import { checkAccess } from './check-access.ts';
import { registerCommands } from './register-commands.ts';
import { otherApplication } from './start-trouble.ts';

/** Logs in, looks whether all is there that the settings ask for, and registers the commands. */
export async function connect(client: Client, rest: REST, parts: DiscordParts): Promise<void> {
  const { token, applicationId, guildId, channels, log } = parts;
  const isContentOn = await askApplication(rest, applicationId);
  // Where it shall listen the gateway is asked in any case: its refusal names the switch.
  if (isContentOn || channels.length > 0)
    client.options.intents = new IntentsBitField(client.options.intents)
      .add(GatewayIntentBits.MessageContent)
      .freeze();
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(token);
  await ready;
  await checkAccess(client, parts);
  // Of several processes one registers them.
  if (typeof parts.shards === 'object' && !parts.shards.ids.includes(0)) return;
  if (await registerCommands({ rest, applicationId, guildId, commands: commandList(parts.orders.all) }))
    log.info({}, 'discord_commands_registered');
}

/** Whether the application may read messages that do not mention it. */
async function askApplication(rest: REST, wanted: string): Promise<boolean> {
  const asked = () => rest.get(Routes.currentApplication());
  const application = await callDiscord(asked, { tries: 4 }).catch((error: unknown) => {
    // A proxy for Discord's API may not hand this page on; what it says only spares the gateway a refusal.
    if (error instanceof DiscordAPIError && error.status === 404) return { id: wanted };
    throw error;
  });
  const { id, flags = 0 } = application as Pick<APIApplication, 'id' | 'flags'>;
  if (id !== wanted) throw otherApplication(wanted, id);
  const switchedOn = ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited;
  return (flags & switchedOn) !== 0;
}
