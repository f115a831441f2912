import type { Backend } from './backend.ts';
import { type Message, messageFlag, messageType } from './messages/message.ts';
import { type Channel, channelType, isThread, type Thread } from './world/channel.ts';
import type { User } from './world/guild.ts';

export interface NewThread {
  readonly parent: Channel;
  readonly owner: User;
  readonly name: string;
  readonly type: number;
  readonly autoArchiveMinutes?: number | undefined;
  readonly slowmodeSeconds?: number | undefined;
  readonly appliedTags?: readonly string[];
  /** The id of the message it starts from, which is then the thread's. */
  readonly id?: string;
}

const nowOf = ({ clock }: Backend) => new Date(clock.nowMs()).toISOString();

export function joinThread(backend: Backend, thread: Channel & { thread: Thread }, userId: string): void {
  const { members } = thread.thread;
  if (members.has(userId)) return;
  members.set(userId, nowOf(backend));
  backend.announce.threadMembers(thread, [userId], []);
}

export function leaveThread(backend: Backend, thread: Channel & { thread: Thread }, userId: string): void {
  if (thread.thread.members.delete(userId)) backend.announce.threadMembers(thread, [], [userId]);
}

/** A message in an archived thread wakes it up. */
export function unarchive(backend: Backend, channel: Channel & { thread: Thread }): void {
  if (!channel.thread.archived) return;
  channel.thread.archived = false;
  channel.thread.archivedAt = nowOf(backend);
  backend.announce.threadUpdated(channel);
}

export function createThread(backend: Backend, thread: NewThread): Channel {
  const { world, ids, announce } = backend;
  const at = nowOf(backend);
  const channel = world.put({
    id: thread.id ?? ids.next(),
    type: thread.type,
    name: thread.name,
    guildId: thread.parent.guildId,
    parentId: thread.parent.id,
    slowmodeSeconds: thread.slowmodeSeconds ?? 0,
    thread: {
      ownerId: thread.owner.id,
      createdAt: at,
      archivedAt: at,
      archived: false,
      locked: false,
      autoArchiveMinutes: thread.autoArchiveMinutes ?? 4320,
      members: new Map([[thread.owner.id, at]]),
      messageCount: 0,
      totalSent: 0,
      appliedTags: [...(thread.appliedTags ?? [])],
    },
  });
  announce.threadCreated(channel);
  announce.threadMembers(channel, [thread.owner.id], []);
  backend.changes.note();
  return channel;
}

/** The thread on a message. Its first message points back at the one it grew from. */
export function createThreadOn(
  backend: Backend,
  message: Message,
  thread: Omit<NewThread, 'type' | 'id'>,
): Channel {
  const { announce, messages } = backend;
  const isNews = thread.parent.type === channelType.announcement;
  const type = isNews ? channelType.announcementThread : channelType.publicThread;
  message.threadId = message.id;
  message.flags |= messageFlag.hasThread;
  const channel = createThread(backend, { ...thread, type, id: message.id });
  announce.edited(message);
  announce.posted(
    messages.add({
      channelId: channel.id,
      author: thread.owner,
      type: messageType.threadStarter,
      position: 0,
      reference: { messageId: message.id, channelId: message.channelId },
    }),
  );
  return channel;
}

/** A public thread without a message; the channel is told of it by a message of its own. */
export function createThreadIn(backend: Backend, thread: Omit<NewThread, 'id'>): Channel {
  const channel = createThread(backend, thread);
  if (thread.type === channelType.privateThread) return channel;
  const notice = backend.messages.add({
    channelId: thread.parent.id,
    author: thread.owner,
    type: messageType.threadCreated,
    content: thread.name,
    reference: { channelId: channel.id },
  });
  backend.announce.posted(notice);
  return channel;
}

export interface ThreadChange {
  readonly name?: string | undefined;
  readonly archived?: boolean | undefined;
  readonly locked?: boolean | undefined;
  readonly autoArchiveMinutes?: number | undefined;
  readonly slowmodeSeconds?: number | undefined;
  readonly appliedTags?: string[] | undefined;
}

export function changeThread(backend: Backend, channel: Channel, change: ThreadChange): void {
  if (!isThread(channel)) return;
  const { thread } = channel;
  if (change.archived !== undefined && change.archived !== thread.archived)
    thread.archivedAt = nowOf(backend);
  thread.archived = change.archived ?? thread.archived;
  thread.locked = change.locked ?? thread.locked;
  thread.autoArchiveMinutes = change.autoArchiveMinutes ?? thread.autoArchiveMinutes;
  thread.appliedTags = change.appliedTags ?? thread.appliedTags;
  channel.name = change.name ?? channel.name;
  channel.slowmodeSeconds = change.slowmodeSeconds ?? channel.slowmodeSeconds;
  backend.announce.threadUpdated(channel);
  backend.changes.note();
}
