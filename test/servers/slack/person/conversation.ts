import type { Backend } from '../backend.ts';
import type { NewFile, SlackFile } from '../files.ts';
import { uuid } from '../ids.ts';
import { type Json, withoutUndefined } from '../json.ts';
import type { Message } from '../messages.ts';
import { removeMessage } from '../posting.ts';
import { addReaction, removeReaction } from '../reacting.ts';
import type { Channel, User } from '../workspace.ts';
import { typedText } from './typed-text.ts';

export interface SayOptions {
  /** The parent message, or its ts: say it in the thread. */
  readonly thread?: Message | string;
  readonly files?: readonly NewFile[];
  /** The text is Slack's escaped text already, not what a person typed. */
  readonly raw?: boolean;
  /** Also send to the channel. */
  readonly broadcast?: boolean;
  readonly subtype?: string;
  /** Fields to add, such as a shared message's `attachments`. */
  readonly extra?: Partial<Pick<Message, 'attachments' | 'blocks'>>;
}

const mustBeIn = (channel: Channel, user: User): void => {
  if (!channel.members.has(user.id)) throw new Error(`${user.name} is not in ${channel.name || channel.id}`);
};

export function createConversation(backend: Backend) {
  const { workspace, messages, files, announce, changes } = backend;

  const fileJson =
    (channel: Channel, user: User) =>
    (file: SlackFile): Json => {
      file.channels.add(channel.id);
      const foreign = channel.sharedWith.size > 0 && user.teamId !== channel.teamId;
      return foreign ? files.stub(file) : files.json(file);
    };

  return {
    /** Writes a message as a person does, and tells the app. A bot that is not the app's carries its bot_id. */
    say: (user: User, channel: Channel, typed: string, options: SayOptions = {}): Message => {
      mustBeIn(channel, user);
      const { text, blocks } = options.raw ? { text: typed, blocks: [] } : typedText(workspace, typed);
      const shared = (options.files ?? []).map((file) => files.add(file, user)).map(fileJson(channel, user));
      const thread = typeof options.thread === 'string' ? options.thread : options.thread?.ts;
      const own = shared.length > 0 ? 'file_share' : options.broadcast ? 'thread_broadcast' : undefined;
      const message = messages.add(
        withoutUndefined({
          channel: channel.id,
          user: user.id,
          team: user.teamId,
          text,
          blocks: blocks.length > 0 ? blocks : undefined,
          files: shared.length > 0 ? shared : undefined,
          subtype: options.subtype ?? own,
          thread_ts: thread,
          client_msg_id: user.isBot ? undefined : uuid(),
          bot_id: user.botId,
          app_id: user.isBot ? 'A0OTHERAPP' : undefined,
          ...options.extra,
        }),
      );
      announce.posted(message);
      changes.note();
      return message;
    },
    edit: (user: User, message: Message, typed: string): void => {
      if (message.user !== user.id) throw new Error(`${user.name} did not write that message`);
      const { text, blocks } = typedText(workspace, typed);
      const before = messages.edit(message, { text, blocks }, user.id);
      announce.edited(message, before, true);
      changes.note();
    },
    /** Slack adds a link preview: the app hears of a change, though nobody wrote anything. */
    unfurl: (message: Message, attachment: Json): void => {
      const before = { ...message };
      message.attachments = [attachment];
      announce.edited(message, before, false);
      changes.note();
    },
    delete: (user: User, message: Message): void => {
      if (message.user !== user.id && !user.isAdmin)
        throw new Error(`${user.name} may not delete that message`);
      removeMessage(backend, message);
    },
    react: (user: User, message: Message, name: string): void => {
      if (!addReaction(backend, message, user.id, name))
        throw new Error(`${user.name} has reacted with ${name}`);
    },
    unreact: (user: User, message: Message, name: string): void => {
      if (!removeReaction(backend, message, user.id, name))
        throw new Error(`${user.name} has not reacted with ${name}`);
    },
    join: (user: User, channel: Channel, inviter?: User): void => {
      channel.members.add(user.id);
      announce.membership('member_joined_channel', user, channel, inviter?.id);
      const text = `<@${user.id}> has joined the channel`;
      const note = { channel: channel.id, user: user.id, team: user.teamId, subtype: 'channel_join', text };
      announce.posted(messages.add(note));
      changes.note();
    },
    leave: (user: User, channel: Channel): void => {
      announce.membership('member_left_channel', user, channel);
      channel.members.delete(user.id);
      changes.note();
    },
    archive: (user: User, channel: Channel): void => {
      channel.archived = true;
      announce.other(channel.teamId, { type: 'channel_archive', channel: channel.id, user: user.id });
      changes.note();
    },
  };
}
