import type { Clock } from '../../slack/clock.ts';
import { type Json, withoutUndefined } from '../../slack/json.ts';
import type { User } from '../world/guild.ts';
import type { Snowflakes } from '../world/snowflakes.ts';
import type { Attachment } from './attachments.ts';
import type { Mentions } from './mentions.ts';

export const messageType = {
  ordinary: 0,
  threadCreated: 18,
  reply: 19,
  slashCommand: 20,
  threadStarter: 21,
  contextMenu: 23,
} as const;

export const messageFlag = {
  suppressEmbeds: 1 << 2,
  hasThread: 1 << 5,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  suppressNotifications: 1 << 12,
  componentsV2: 1 << 15,
} as const;

export interface Reaction {
  /** The character, or `name:id` of a server's own emoji. */
  readonly emoji: string;
  readonly users: string[];
}

/** A message as Discord keeps it; what an app gets to see of it is `messageJson`. */
export interface Message {
  readonly id: string;
  readonly channelId: string;
  readonly author: User;
  readonly type: number;
  readonly timestamp: string;
  content: string;
  embeds: Json[];
  components: Json[];
  attachments: Attachment[];
  flags: number;
  /** Whom it mentions so that they are notified. */
  mentions: Mentions;
  editedAt: string | null;
  reactions: Reaction[];
  deleted: boolean;
  /** The message has a thread; its id is the message's. */
  threadId?: string;
  readonly nonce?: string | number;
  readonly position?: number;
  readonly tts?: boolean;
  readonly reference?: { messageId?: string; channelId: string };
  /** The only person who sees it. */
  readonly ephemeralFor?: string;
  /** Set when it answers an interaction. */
  readonly interaction?: Json;
  readonly webhookId?: string;
  /** What else the app sent with it: matters to a test, not to Discord's answer. */
  readonly sentWith?: Json;
}

export type NewMessage = Partial<Message> & Pick<Message, 'channelId' | 'author'>;

export const hasFlag = (message: Pick<Message, 'flags'>, flag: keyof typeof messageFlag): boolean =>
  (message.flags & messageFlag[flag]) !== 0;

export type Messages = ReturnType<typeof createMessages>;

export function createMessages(clock: Clock, ids: Snowflakes) {
  const byId = new Map<string, Message>();
  const byChannel = new Map<string, Message[]>();

  const all = (channelId: string): Message[] => {
    const list = byChannel.get(channelId) ?? [];
    byChannel.set(channelId, list);
    return list;
  };
  const isIn =
    (channelId: string) =>
    (message: Message | undefined): Message | undefined =>
      message?.channelId === channelId && !message.deleted ? message : undefined;

  return {
    add: (message: NewMessage): Message => {
      const stored: Message = {
        id: ids.next(),
        type: messageType.ordinary,
        timestamp: new Date(clock.nowMs()).toISOString(),
        content: '',
        embeds: [],
        components: [],
        attachments: [],
        flags: 0,
        mentions: { users: [], roles: [], everyone: false },
        editedAt: null,
        reactions: [],
        deleted: false,
        ...withoutUndefined(message),
      };
      byId.set(`${stored.channelId} ${stored.id}`, stored);
      all(stored.channelId).push(stored);
      return stored;
    },
    /** Ephemeral ones too; those are in no history. */
    find: (channelId: string, id: string): Message | undefined =>
      isIn(channelId)(byId.get(`${channelId} ${id}`)),
    history: (channelId: string): Message[] =>
      all(channelId).filter(({ deleted, ephemeralFor }) => !deleted && ephemeralFor === undefined),
    all,
    ephemerals: (userId: string): Message[] =>
      [...byId.values()].filter(({ ephemeralFor, deleted }) => ephemeralFor === userId && !deleted),
    /** The message an app sent with this nonce of late, deleted or not. */
    sentWithNonce: (authorId: string, nonce: string | number, sinceMs: number): Message | undefined =>
      [...byId.values()].find(
        (message) =>
          message.author.id === authorId &&
          String(message.nonce) === String(nonce) &&
          Date.parse(message.timestamp) >= sinceMs,
      ),
  };
}
