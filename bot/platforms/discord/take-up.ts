import { SnowflakeUtil } from 'discord.js';
import type { Kit } from './discord-parts.ts';
import { hearMessage } from './listeners/messages.ts';
import { addressIn } from './question-key.ts';
import { callDiscord, refusalOf } from './saying/call-discord.ts';

const mostAtOnce = 50;
/** What is older has been asked again, or elsewhere. */
const oldestMs = 3_600_000;

/**
 * Takes up questions that a process took and never answered, because it died or Discord was away: Discord does not
 * tell of them again. Their words were never stored, so they are read from Discord.
 */
export async function takeUpAbandoned(kit: Kit): Promise<void> {
  for (const key of (await kit.memory.abandoned?.('discord', mostAtOnce)) ?? []) {
    const address = addressIn(key);
    if (!address || kit.now() - SnowflakeUtil.timestampFrom(address.message) > oldestMs) continue;
    const message = await messageAt(kit, address.channel, address.message);
    if (message) await hearMessage(kit, message);
  }
}

async function messageAt({ client }: Kit, channelId: string, message: string) {
  try {
    const channel = await callDiscord(() => client.channels.fetch(channelId));
    return channel?.isTextBased() ? await callDiscord(() => channel.messages.fetch(message)) : undefined;
  } catch (error) {
    // Deleted meanwhile, or the bot is no longer there.
    if (refusalOf(error) !== undefined) return undefined;
    throw error;
  }
}
