import { setTimeout as sleep } from 'node:timers/promises';
import type { Json } from '../../slack/json.ts';
import type { Backend } from '../backend.ts';
import type { NewFile } from '../messages/attachments.ts';
import { allowedMentions } from '../messages/mentions.ts';
import type { Message } from '../messages/message.ts';
import { edit, post, remove } from '../posting.ts';
import { addReaction, removeReaction } from '../reacting.ts';
import { changeThread, createThread, createThreadIn, createThreadOn } from '../threads.ts';
import { type Channel, channelType, isThread } from '../world/channel.ts';
import type { User } from '../world/guild.ts';
import { may, type Permission } from '../world/permissions.ts';
import { typedText } from './typed-text.ts';

export interface SayOptions {
  /** Say it in this thread, or the thread on this message. */
  readonly thread?: Channel | Message;
  readonly replyTo?: Message;
  /** False: a reply that does not notify whom it answers. */
  readonly ping?: boolean;
  readonly files?: readonly NewFile[];
  /** The message's type, for system messages such as a member's arrival (7). */
  readonly type?: number;
  /** Said by a webhook under this user's name. */
  readonly webhook?: boolean;
}

export function createConversation(backend: Backend) {
  const { world, ids, announce, attachments, changes, timing } = backend;

  function mustBeAllowed(user: User, channel: Channel, ...permissions: readonly Permission[]): void {
    const missing = permissions.filter((permission) => !may(world, channel, user.id, permission));
    if (missing.length > 0)
      throw new Error(`${user.name} lacks ${missing.join(', ')} in ${channel.name || channel.id}`);
  }

  function placeOf(channel: Channel, thread: Channel | Message | undefined): Channel {
    if (thread === undefined) return channel;
    const id = 'channelId' in thread ? thread.threadId : thread.id;
    const found = world.channels.get(id ?? '');
    if (!found) throw new Error('that message has no thread');
    return found;
  }

  function say(user: User, to: Channel, typed: string, options: SayOptions = {}): Message {
    const channel = placeOf(to, options.thread);
    if (channel.type === channelType.forum)
      throw new Error('a forum takes posts, not messages: use forumPost');
    if (!options.webhook)
      mustBeAllowed(user, channel, isThread(channel) ? 'SendMessagesInThreads' : 'SendMessages');
    if (isThread(channel) && channel.thread.locked) mustBeAllowed(user, channel, 'ManageThreads');
    const content = typedText(world, channel, typed);
    if ([...content].length > 4000) throw new Error('nobody can write more than 4000 characters');
    return post(backend, {
      channel,
      author: user,
      content,
      attachments: (options.files ?? []).map((file) => attachments.add(file, channel.id)),
      allowed: { ...allowedMentions(undefined), repliedUser: options.ping ?? true },
      replyTo: options.replyTo,
      more: {
        ...(user.isBot ? {} : { nonce: ids.next() }),
        ...(options.type === undefined ? {} : { type: options.type }),
        ...(options.webhook ? { webhookId: ids.next() } : {}),
      },
    });
  }

  const channelOf = (message: Message): Channel => {
    const channel = world.channels.get(message.channelId);
    if (!channel) throw new Error('the channel of that message is gone');
    return channel;
  };

  return {
    /** Writes a message as a person does, and tells the app. */
    say,
    dm: (user: User, typed: string, options: SayOptions = {}): Message =>
      say(user, world.directWith(user), typed, options),
    edit: (user: User, message: Message, typed: string): void => {
      if (message.author !== user) throw new Error(`${user.name} did not write that message`);
      const content = typedText(world, channelOf(message), typed);
      edit(backend, message, { content }, allowedMentions(undefined));
    },
    /** Discord adds a link preview: the app hears of a change, though nobody wrote anything. */
    unfurl: (message: Message, embed: Json): void => {
      message.embeds = [...message.embeds, { type: 'link', ...embed }];
      announce.edited(message);
      changes.note();
    },
    delete: (user: User, message: Message): void => {
      if (message.author !== user) mustBeAllowed(user, channelOf(message), 'ManageMessages');
      remove(backend, message);
    },
    react: (user: User, message: Message, emoji: string): void => {
      mustBeAllowed(user, channelOf(message), 'ViewChannel', 'AddReactions');
      if (!addReaction(backend, message, user.id, emoji))
        throw new Error(`${user.name} has reacted with ${emoji}`);
    },
    unreact: (user: User, message: Message, emoji: string): void => {
      if (!removeReaction(backend, message, user.id, emoji))
        throw new Error(`${user.name} has not reacted with ${emoji}`);
    },
    typing: (user: User, channel: Channel): void => announce.typing(channel, user.id),
    startThread: (user: User, on: Message | Channel, name: string): Channel => {
      const parent = 'channelId' in on ? channelOf(on) : on;
      mustBeAllowed(user, parent, 'CreatePublicThreads');
      return 'channelId' in on
        ? createThreadOn(backend, on, { parent, owner: user, name })
        : createThreadIn(backend, { parent, owner: user, name, type: channelType.publicThread });
    },
    /** `tags`: names. The thread is announced before its message is there, as on Discord. */
    forumPost: async (
      user: User,
      forum: Channel,
      title: string,
      typed: string,
      tags: readonly string[] = [],
      { files = [] }: Pick<SayOptions, 'files'> = {},
    ): Promise<{ thread: Channel; message: Message }> => {
      mustBeAllowed(user, forum, 'SendMessages');
      if (forum.requiresTag && tags.length === 0) throw new Error(`${forum.name} wants a tag`);
      const appliedTags = tags.map((name) => {
        const tag = forum.tags.find((of) => of.name === name);
        if (!tag) throw new Error(`${forum.name} has no tag ${name}`);
        if (tag.moderated) mustBeAllowed(user, forum, 'ManageThreads');
        return tag.id;
      });
      const type = channelType.publicThread;
      const thread = createThread(backend, { parent: forum, owner: user, name: title, type, appliedTags });
      await sleep(timing.forumPostDelayMs);
      const message = post(backend, {
        channel: thread,
        author: user,
        content: typedText(world, thread, typed),
        attachments: files.map((file) => attachments.add(file, thread.id)),
        allowed: allowedMentions(undefined),
        more: { id: thread.id, nonce: ids.next() },
      });
      forum.lastMessageId = thread.id;
      return { thread, message };
    },
    archive: (thread: Channel, { locked = false } = {}): void =>
      changeThread(backend, thread, { archived: true, locked }),
    lock: (thread: Channel): void => changeThread(backend, thread, { locked: true }),
  };
}
