import { type Json, snapshot, withoutUndefined } from '../../slack/json.ts';
import { type Channel, channelType } from '../world/channel.ts';
import { channelJson } from '../world/channel-json.ts';
import { partialMemberJson, userJson } from '../world/guild-json.ts';
import type { World } from '../world/world.ts';
import type { Attachments } from './attachments.ts';
import type { Message, Messages, Reaction } from './message.ts';

export interface MessageStores {
  readonly world: World;
  readonly messages: Messages;
  readonly attachments: Attachments;
}

interface View {
  /** False: content is held back, but for the bot's own messages, direct ones and those that mention the bot. */
  readonly withContent: boolean;
  /** As the gateway sends it: with the server's id and members. */
  readonly fromGateway?: boolean;
  readonly nested?: boolean;
}

export function emojiJson(emoji: string): Json {
  const [name, id] = emoji.split(':');
  return { id: id ?? null, name: name ?? emoji };
}

const reactionJson = ({ emoji, users }: Reaction, botId: string): Json => ({
  emoji: emojiJson(emoji),
  count: users.length,
  count_details: { burst: 0, normal: users.length },
  burst_colors: [],
  me: users.includes(botId),
  me_burst: false,
  burst_me: false,
  burst_count: 0,
});

function referenceJson(stores: MessageStores, { reference }: Message, view: View): Json {
  if (!reference) return {};
  const { messageId, channelId } = reference;
  const guild_id = stores.world.channels.get(channelId)?.guildId;
  const ids = withoutUndefined({ message_id: messageId, channel_id: channelId, guild_id });
  const json = { message_reference: { type: 0, ...ids } };
  if (messageId === undefined || view.nested) return json;
  const referenced = stores.messages.find(channelId, messageId);
  const nested = { withContent: view.withContent, nested: true };
  return { ...json, referenced_message: referenced ? messageJson(stores, referenced, nested) : null };
}

function mayRead(
  world: World,
  message: Message,
  channel: Channel | undefined,
  { withContent }: View,
): boolean {
  const { bot } = world;
  return (
    withContent ||
    message.author.id === bot.id ||
    message.mentions.users.includes(bot.id) ||
    channel?.type === channelType.dm
  );
}

function placeJson(world: World, message: Message, channel: Channel | undefined): Json {
  if (!channel) return {};
  const member = world.memberOf(channel, message.author.id);
  return withoutUndefined({
    guild_id: channel.guildId,
    channel_type: channel.type,
    member: member ? partialMemberJson(member) : undefined,
  });
}

function mentionsJson(world: World, message: Message, channel: Channel | undefined, view: View): Json[] {
  return message.mentions.users.flatMap((id) => {
    const user = world.users.get(id);
    if (!user) return [];
    const member = channel && view.fromGateway ? world.memberOf(channel, id) : undefined;
    return [{ ...userJson(user), ...(member ? { member: partialMemberJson(member) } : {}) }];
  });
}

export function messageJson(stores: MessageStores, message: Message, view: View): Json {
  const { world, attachments } = stores;
  const channel = world.channels.get(message.channelId);
  const readable = mayRead(world, message, channel, view);
  const thread = message.threadId === undefined ? undefined : world.channels.get(message.threadId);
  return snapshot(
    withoutUndefined({
      id: message.id,
      type: message.type,
      channel_id: message.channelId,
      author: userJson(message.author),
      content: readable ? message.content : '',
      attachments: readable ? message.attachments.map(attachments.json) : [],
      embeds: readable ? message.embeds : [],
      components: readable ? message.components : [],
      mentions: mentionsJson(world, message, channel, view),
      mention_roles: [...message.mentions.roles],
      mention_everyone: message.mentions.everyone,
      pinned: false,
      tts: message.tts ?? false,
      timestamp: message.timestamp,
      edited_timestamp: message.editedAt,
      flags: message.flags,
      position: message.position,
      nonce: view.nested ? undefined : message.nonce,
      reactions:
        message.reactions.length === 0
          ? undefined
          : message.reactions.map((reaction) => reactionJson(reaction, world.bot.id)),
      thread: thread && !view.nested ? channelJson(world, thread) : undefined,
      webhook_id: message.webhookId,
      application_id: message.interaction ? message.webhookId : undefined,
      interaction_metadata: message.interaction,
      ...referenceJson(stores, message, view),
      ...(view.fromGateway ? placeJson(world, message, channel) : {}),
    }),
  );
}
