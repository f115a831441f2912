import type { Json } from '../../slack/json.ts';
import { type Channel, channelType, isThread, type Overwrite, type Thread } from './channel.ts';
import { userJson } from './guild-json.ts';
import type { World } from './world.ts';

const overwriteJson = ({ id, type, allow, deny }: Overwrite): Json => ({
  id,
  type,
  allow: String(allow),
  deny: String(deny),
});

export function threadMemberJson(channel: Channel, userId: string, joinedAt: string): Json {
  return {
    id: channel.id,
    user_id: userId,
    join_timestamp: joinedAt,
    flags: 0,
    muted: false,
    mute_config: null,
  };
}

function threadJson(world: World, channel: Channel & { thread: Thread }): Json {
  const { thread } = channel;
  const joined = thread.members.get(world.bot.id);
  const inForum = world.channels.get(channel.parentId ?? '')?.type === channelType.forum;
  return {
    parent_id: channel.parentId,
    owner_id: thread.ownerId,
    rate_limit_per_user: channel.slowmodeSeconds,
    member_count: Math.min(thread.members.size, 50),
    member_ids_preview: [...thread.members.keys()].slice(0, 10),
    message_count: thread.messageCount,
    total_message_sent: thread.totalSent,
    thread_metadata: {
      archived: thread.archived,
      archive_timestamp: thread.archivedAt,
      auto_archive_duration: thread.autoArchiveMinutes,
      create_timestamp: thread.createdAt,
      locked: thread.locked,
      ...(channel.type === channelType.privateThread ? { invitable: true } : {}),
    },
    ...(inForum ? { applied_tags: thread.appliedTags } : {}),
    ...(joined === undefined ? {} : { member: threadMemberJson(channel, world.bot.id, joined) }),
  };
}

const forumJson = ({ tags, requiresTag }: Channel): Json => ({
  available_tags: tags.map((tag) => ({ ...tag, emoji_id: null, emoji_name: null })),
  flags: requiresTag ? 1 << 4 : 0,
  default_reaction_emoji: null,
  default_sort_order: null,
  default_forum_layout: 0,
  template: '',
});

export function channelJson(world: World, channel: Channel): Json {
  const base = { id: channel.id, type: channel.type, last_message_id: channel.lastMessageId, flags: 0 };
  if (channel.type === channelType.dm) {
    const others = channel.recipients.filter(({ id }) => id !== world.bot.id);
    return { ...base, recipients: others.map(userJson) };
  }
  const named = { ...base, guild_id: channel.guildId, name: channel.name };
  if (isThread(channel)) return { ...named, ...threadJson(world, channel) };
  return {
    ...named,
    topic: channel.topic,
    position: 0,
    parent_id: null,
    nsfw: false,
    rate_limit_per_user: channel.slowmodeSeconds,
    permission_overwrites: channel.overwrites.map(overwriteJson),
    ...(channel.type === channelType.forum ? forumJson(channel) : { last_pin_timestamp: null }),
  };
}
