import { type Message, SnowflakeUtil } from 'discord.js';
import type { Kit } from './discord-parts.ts';
import { hearMessage } from './listeners/messages.ts';
import { addressIn, type MessageAddress } from './question-key.ts';
import { callDiscord, refusalOf } from './saying/call-discord.ts';

const mostAtOnce = 200;
/** What is older has been asked again, or elsewhere. */
const oldestMs = 3_600_000;

/**
 * Takes up questions that a process took and never answered, because it died or Discord was away: Discord does not
 * tell of them again. Their words were never stored, so they are read from Discord.
 */
export async function takeUpAbandoned(kit: Kit): Promise<void> {
  for (const key of (await kit.memory.abandoned?.('discord', mostAtOnce)) ?? []) {
    const address = addressIn(key);
    // What stands nowhere can be asked again only by whoever asked it.
    if (!address || kit.now() - SnowflakeUtil.timestampFrom(address.message) > oldestMs) {
      await kit.memory.finish(key);
      continue;
    }
    await takeUp(kit, key, address).catch((error: unknown) =>
      // One that cannot be answered keeps none of the others waiting; its turn comes again.
      kit.log.warn({ err: error, key }, 'discord_take_up_failed'),
    );
  }
}

async function takeUp(kit: Kit, key: string, { channel, message }: MessageAddress): Promise<void> {
  const found = await messageAt(kit, channel, message);
  if (found === 'gone') return kit.memory.finish(key);
  if (found === 'elsewhere') return;
  kit.log.info({ key }, 'discord_question_taken_up');
  await hearMessage(kit, found);
}

/** `elsewhere`: in a server that another process has among its shards. */
async function messageAt(
  { client }: Kit,
  channelId: string,
  message: string,
): Promise<Message | 'gone' | 'elsewhere'> {
  try {
    const channel = await callDiscord(() => client.channels.fetch(channelId));
    if (!channel) return 'elsewhere';
    return channel.isTextBased() ? await callDiscord(() => channel.messages.fetch(message)) : 'gone';
  } catch (error) {
    // Deleted meanwhile, or the bot is no longer there.
    if (refusalOf(error) !== undefined) return 'gone';
    throw error;
  }
}
