import {
  type BaseInteraction,
  ChannelType,
  type GuildBasedChannel,
  InteractionContextType,
  type Message,
  type TextBasedChannel,
} from 'discord.js';
import type { Place } from '../../../desk/question.ts';

/** Where a message stands and where its answer goes. */
export interface Spot {
  readonly channel: string;
  readonly message: string;
  /** `begin-thread`: on the message. `reply`: in place, pointing at the message. `plain`: in place. */
  readonly way: 'begin-thread' | 'reply' | 'plain';
}

export interface Placed {
  readonly spot: Spot;
  readonly place: Place;
}

/** Channels in which a thread can hang from a message. */
const withThreads = new Set<ChannelType>([ChannelType.GuildText, ChannelType.GuildAnnouncement]);

export function placedOf({
  id,
  channelId,
  channel,
  guildId,
}: Pick<Message, 'id' | 'channelId' | 'channel' | 'guildId'>): Placed {
  const spot = { channel: channelId, message: id };
  const at = { platform: 'discord', workspace: guildId ?? '' };
  if (guildId === null)
    return { spot: { ...spot, way: 'plain' }, place: { ...at, channel: channelId, private: true } };
  if (channel.isThread()) {
    const place = { ...at, channel: channel.parentId ?? channelId, thread: channelId, private: false };
    return { spot: { ...spot, way: 'reply' }, place };
  }
  const way = withThreads.has(channel.type) && mayBeginThread(channel) ? 'begin-thread' : 'reply';
  // The thread that is begun on a message has the message's id.
  return { spot: { ...spot, way }, place: { ...at, channel: channelId, thread: id, private: false } };
}

interface Standing extends Pick<BaseInteraction, 'guildId' | 'channelId'> {
  readonly channel: BaseInteraction['channel'] | Message['channel'];
  readonly context?: BaseInteraction['context'];
}

/** The channel or thread itself where a message stands or somebody gave a command, not one that an answer would begin. */
export function placeHere({ guildId, channelId, channel, context }: Standing): Place {
  const here = channelId ?? '';
  const above = channel?.isThread() ? { channel: channel.parentId ?? here, thread: here } : { channel: here };
  // Several people read along in a conversation to which somebody brought the bot.
  const alone = guildId === null && context !== InteractionContextType.PrivateChannel;
  return { platform: 'discord', workspace: guildId ?? '', ...above, private: alone };
}

function mayBeginThread(channel: TextBasedChannel): boolean {
  return missingIn(channel, ['CreatePublicThreads', 'SendMessagesInThreads']).length === 0;
}

/** As the switches are called on the pages of a server. */
const switches = {
  ViewChannel: 'View Channel',
  SendMessages: 'Send Messages',
  SendMessagesInThreads: 'Send Messages in Threads',
  CreatePublicThreads: 'Create Public Threads',
  ReadMessageHistory: 'Read Message History',
  ManageMessages: 'Manage Messages',
  ManageThreads: 'Manage Threads',
} as const;

/** Which of these the bot lacks there, by the names of their switches. */
export function missingIn(
  channel: TextBasedChannel | GuildBasedChannel,
  wanted: readonly (keyof typeof switches)[],
): string[] {
  if (channel.isDMBased()) return [];
  const own = channel.permissionsFor(channel.client.user);
  // Unknown as long as the server is not loaded: then Discord itself will say.
  return own === null ? [] : wanted.filter((one) => !own.has(one)).map((one) => switches[one]);
}

/** What keeps the bot from answering there. */
export function missingToAnswer(channel: Message['channel']): string[] {
  const write = channel.isThread() ? 'SendMessagesInThreads' : 'SendMessages';
  return missingIn(channel, ['ViewChannel', write, 'ReadMessageHistory']);
}
