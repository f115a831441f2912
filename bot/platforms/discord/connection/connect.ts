import { type APIApplication, ApplicationFlags, type Client, Events, type REST, Routes } from 'discord.js';
import type { DiscordParts } from '../discord-parts.ts';
import { commandList } from '../listeners/listeners.ts';
import { callDiscord } from '../saying/call-discord.ts';
import { checkAccess } from './check-access.ts';
import { registerCommands } from './register-commands.ts';
import { messageContentNeeded, messageContentOff, otherApplication } from './start-trouble.ts';

/** Logs in, looks whether all is there that the settings ask for, and registers the commands. */
export async function connect(client: Client, rest: REST, parts: DiscordParts): Promise<void> {
  const { token, applicationId, guildId, channels, messageContent, log } = parts;
  if (channels.length > 0 && !messageContent) throw messageContentNeeded();
  await checkApplication(rest, applicationId, messageContent);
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(token);
  await ready;
  await checkAccess(client, parts);
  // Of several processes one registers them.
  if (typeof parts.shards === 'object' && !parts.shards.ids.includes(0)) return;
  if (await registerCommands({ rest, applicationId, guildId, commands: commandList(parts.orders.all) }))
    log.info({}, 'discord_commands_registered');
}

async function checkApplication(rest: REST, wanted: string, messageContent: boolean): Promise<void> {
  const asked = () => rest.get(Routes.currentApplication());
  const { id, flags = 0 } = (await callDiscord(asked, { tries: 4 })) as APIApplication;
  if (id !== wanted) throw otherApplication(wanted, id);
  const switchedOn = ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited;
  if (messageContent && (flags & switchedOn) === 0) throw messageContentOff();
}
