import type { Clock } from './clock.ts';
import { type Json, snapshot, withoutUndefined } from './json.ts';

export interface Reaction {
  readonly name: string;
  readonly users: string[];
}

/** A message as Slack keeps it; what an app gets to see of it is `messageJson`. */
export interface Message {
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  readonly team: string;
  text: string;
  blocks?: Json[];
  attachments?: Json[];
  files?: Json[];
  metadata?: Json;
  subtype?: string;
  readonly thread_ts?: string;
  readonly client_msg_id?: string;
  readonly bot_id?: string;
  readonly app_id?: string;
  edited?: { user: string; ts: string };
  reactions: Reaction[];
  deleted: boolean;
  /** The only person who sees it; ephemeral messages are in no history. */
  readonly ephemeralFor?: string;
  /** Who else the text told: arguments that matter to a test, not to Slack's answer. */
  readonly sentWith?: Json;
}

export type NewMessage = Omit<Message, 'ts' | 'reactions' | 'deleted'>;

export type Messages = ReturnType<typeof createMessages>;

export function createMessages(clock: Clock) {
  const byChannel = new Map<string, Message[]>();
  const ephemerals: Message[] = [];

  const all = (channel: string): Message[] => {
    const list = byChannel.get(channel) ?? [];
    byChannel.set(channel, list);
    return list;
  };
  const live = (channel: string): Message[] => all(channel).filter(({ deleted }) => !deleted);

  const repliesTo = (channel: string, ts: string): Message[] =>
    live(channel).filter((message) => message.thread_ts === ts && message.ts !== ts);

  return {
    all,
    live,
    repliesTo,
    ephemerals,
    add: (message: NewMessage): Message => {
      const stored: Message = { ...withoutUndefined(message), ts: clock.ts(), reactions: [], deleted: false };
      (stored.ephemeralFor === undefined ? all(stored.channel) : ephemerals).push(stored);
      return stored;
    },
    find: (channel: string, ts: string): Message | undefined =>
      live(channel).find((message) => message.ts === ts),
    findEphemeral: (ts: string): Message | undefined =>
      ephemerals.find((message) => message.ts === ts && !message.deleted),
    edit: (message: Message, change: Partial<Message>, by: string): Message => {
      const before = snapshot(message);
      Object.assign(message, change, { edited: { user: by, ts: clock.ts() } });
      return before;
    },
    /** A parent that has replies stays as a tombstone, so that its thread can still be read. */
    remove: (message: Message): Message => {
      const before = snapshot(message);
      if (repliesTo(message.channel, message.ts).length === 0) message.deleted = true;
      else {
        message.subtype = 'tombstone';
        message.text = 'This message was deleted.';
        for (const field of ['blocks', 'files', 'attachments', 'metadata'] as const) delete message[field];
      }
      return before;
    },
    json: (message: Message, { metadata = false } = {}): Json =>
      messageJson(message, all(message.channel), metadata),
  };
}

function messageJson(message: Message, channel: readonly Message[], withMetadata: boolean): Json {
  const replies = channel.filter(
    ({ thread_ts, ts, deleted }) => thread_ts === message.ts && ts !== message.ts && !deleted,
  );
  const parent = channel.find(({ ts }) => ts === message.thread_ts && ts !== message.ts);
  const { reactions } = message;
  return snapshot(
    withoutUndefined({
      user: message.user,
      type: 'message',
      subtype: message.subtype,
      ts: message.ts,
      client_msg_id: message.client_msg_id,
      bot_id: message.bot_id,
      app_id: message.app_id,
      text: message.text,
      team: message.team,
      thread_ts: replies.length > 0 ? message.ts : message.thread_ts,
      parent_user_id: parent?.user,
      blocks: message.blocks,
      attachments: message.attachments,
      files: message.files,
      upload: message.subtype === 'file_share' ? false : undefined,
      edited: message.edited,
      metadata: withMetadata ? message.metadata : undefined,
      is_ephemeral: message.ephemeralFor === undefined ? undefined : true,
      reactions: reactions.length === 0 ? undefined : reactions.map((r) => ({ ...r, count: r.users.length })),
      ...(replies.length === 0
        ? {}
        : {
            reply_count: replies.length,
            reply_users: [...new Set(replies.map(({ user }) => user))],
            reply_users_count: new Set(replies.map(({ user }) => user)).size,
            latest_reply: replies.at(-1)?.ts,
            is_locked: false,
            subscribed: true,
          }),
    }),
  );
}
