import type { Json } from '../slack/json.ts';
import type { Backend } from './backend.ts';
import type { Attachment } from './messages/attachments.ts';
import { type AllowedMentions, mentioningText, parseMentions } from './messages/mentions.ts';
import { type Message, messageType, type NewMessage } from './messages/message.ts';
import { joinThread, unarchive } from './threads.ts';
import { type Channel, isThread } from './world/channel.ts';
import type { User } from './world/guild.ts';

export interface Content {
  readonly content: string;
  readonly embeds: Json[];
  readonly components: Json[];
  readonly attachments: Attachment[];
  readonly flags: number;
}

export interface Post extends Partial<Content> {
  readonly channel: Channel;
  readonly author: User;
  readonly allowed: AllowedMentions;
  readonly replyTo?: Message | undefined;
  /** More of the message: its type, nonce, interaction, … */
  readonly more?: Partial<NewMessage>;
}

/** The first message of a forum post shares the thread's id and is not counted. */
function placeInThread(backend: Backend, { channel, author, more }: Post): number | undefined {
  if (!isThread(channel)) return undefined;
  unarchive(backend, channel);
  joinThread(backend, channel, author.id);
  if (more?.id === channel.id) return 0;
  const position = channel.thread.totalSent;
  channel.thread.messageCount += 1;
  channel.thread.totalSent += 1;
  return position;
}

function mentionsOf(backend: Backend, { channel, author, allowed, replyTo, ...post }: Post) {
  const text = mentioningText(post.content ?? '', post.components ?? []);
  const mentions = parseMentions(backend.world, channel, author.id, text, allowed);
  const replied = replyTo && allowed.repliedUser ? [replyTo.author.id] : [];
  return { ...mentions, users: [...new Set([...mentions.users, ...replied])] };
}

/** Puts a message into a channel: stored, whom it pings worked out, and told to the app like anyone's. */
export function post(backend: Backend, draft: Post): Message {
  const { channel, author, replyTo, more = {} } = draft;
  const { content = '', embeds = [], components = [], attachments = [], flags = 0 } = draft;
  const isEphemeral = more.ephemeralFor !== undefined;
  const position = isEphemeral ? undefined : placeInThread(backend, draft);
  const message = backend.messages.add({
    channelId: channel.id,
    author,
    content,
    embeds,
    components,
    attachments,
    flags,
    mentions: mentionsOf(backend, draft),
    type: replyTo ? messageType.reply : messageType.ordinary,
    ...(replyTo ? { reference: { messageId: replyTo.id, channelId: channel.id } } : {}),
    ...(position === undefined ? {} : { position }),
    ...more,
  });
  if (!isEphemeral) channel.lastMessageId = message.id;
  backend.announce.posted(message);
  backend.changes.note();
  return message;
}

export function edit(
  backend: Backend,
  message: Message,
  change: Partial<Content>,
  allowed: AllowedMentions,
): Message {
  const channel = backend.world.channels.get(message.channelId);
  Object.assign(message, change, { editedAt: new Date(backend.clock.nowMs()).toISOString() });
  if (channel) {
    const text = mentioningText(message.content, message.components);
    message.mentions = parseMentions(backend.world, channel, message.author.id, text, allowed);
  }
  backend.announce.edited(message);
  backend.changes.note();
  return message;
}

export function remove(backend: Backend, message: Message): void {
  const channel = backend.world.channels.get(message.channelId);
  if (channel?.thread && message.ephemeralFor === undefined) channel.thread.messageCount -= 1;
  message.deleted = true;
  backend.announce.removed(message);
  backend.changes.note();
}
