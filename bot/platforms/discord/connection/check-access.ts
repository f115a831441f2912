import { ChannelType, type Client } from 'discord.js';
import type { DiscordParts } from '../discord-parts.ts';
import { missingIn } from '../hearing/spot.ts';
import { callDiscord, refusalOf } from '../saying/call-discord.ts';
import { mayNot, noSuchChannel, noSuchRole, notInServer } from './start-trouble.ts';

type Wanted = Pick<DiscordParts, 'guildId' | 'channels' | 'staffChannel' | 'staffRoles' | 'shards'>;

/** Rejects with a sentence where the settings name what the bot cannot see or use. */
export async function checkAccess(
  client: Client,
  { guildId, channels, staffChannel, staffRoles, shards }: Wanted,
): Promise<void> {
  // Another process may run the server in question.
  if (typeof shards === 'object') return;
  if (guildId !== undefined && !client.guilds.cache.has(guildId)) throw notInServer(guildId);
  for (const channel of channels) await checkChannel(client, channel, 'DISCORD_CHANNELS');
  if (staffChannel !== undefined) await checkChannel(client, staffChannel, 'DISCORD_STAFF_CHANNEL');
  const unknown = staffRoles.find((role) => !client.guilds.cache.some(({ roles }) => roles.cache.has(role)));
  if (unknown !== undefined) throw noSuchRole(unknown);
}

async function checkChannel(client: Client, id: string, setting: string): Promise<void> {
  const channel = await callDiscord(() => client.channels.fetch(id)).catch((error: unknown) => {
    if (refusalOf(error) === undefined) throw error;
    return null;
  });
  if (!channel || channel.isDMBased()) throw noSuchChannel(id, setting);
  const forum = channel.type === ChannelType.GuildForum || channel.type === ChannelType.GuildMedia;
  if (!forum && !channel.isTextBased()) throw noSuchChannel(id, setting);
  const write = forum || channel.isThread() ? 'SendMessagesInThreads' : 'SendMessages';
  if (missingIn(channel, ['ViewChannel']).length > 0) throw noSuchChannel(id, setting);
  const missing = missingIn(channel, [write, 'ReadMessageHistory']);
  if (missing.length > 0) throw mayNot(`#${channel.name} (${id})`, missing, setting);
}
