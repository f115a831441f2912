import type { User } from './guild.ts';

export const channelType = {
  text: 0,
  dm: 1,
  announcement: 5,
  announcementThread: 10,
  publicThread: 11,
  privateThread: 12,
  forum: 15,
} as const;

export interface Overwrite {
  readonly id: string;
  /** 0: a role; 1: a member. */
  readonly type: 0 | 1;
  allow: bigint;
  deny: bigint;
}

export interface ForumTag {
  readonly id: string;
  readonly name: string;
  /** Only moderators may apply it. */
  readonly moderated: boolean;
}

export interface Thread {
  readonly ownerId: string;
  readonly createdAt: string;
  archivedAt: string;
  archived: boolean;
  locked: boolean;
  autoArchiveMinutes: number;
  /** User id → when they joined. */
  readonly members: Map<string, string>;
  messageCount: number;
  totalSent: number;
  appliedTags: string[];
}

export interface Channel {
  readonly id: string;
  readonly type: number;
  /** `undefined` for direct messages. */
  readonly guildId: string | undefined;
  readonly parentId: string | undefined;
  readonly recipients: readonly User[];
  readonly tags: readonly ForumTag[];
  readonly requiresTag: boolean;
  readonly overwrites: Overwrite[];
  name: string;
  topic: string | null;
  slowmodeSeconds: number;
  lastMessageId: string | null;
  readonly thread?: Thread;
}

export const isThread = (channel: Channel): channel is Channel & { thread: Thread } =>
  channel.thread !== undefined;
