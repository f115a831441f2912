import type { Json } from '../slack/json.ts';
import { intent } from './gateway/intents.ts';
import type { Sessions } from './gateway/sessions.ts';
import type { Message } from './messages/message.ts';
import { emojiJson, type MessageStores, messageJson } from './messages/message-json.ts';
import type { Channel } from './world/channel.ts';
import { channelJson, threadMemberJson } from './world/channel-json.ts';
import type { Guild, Member, Role } from './world/guild.ts';
import { guildCreateJson, guildJson, memberJson, roleJson, userJson } from './world/guild-json.ts';
import { may } from './world/permissions.ts';

export type Announcements = ReturnType<typeof createAnnouncements>;

/** Tells the app over the gateway what happened, as far as it may see it. */
export function createAnnouncements(stores: MessageStores, sessions: Sessions) {
  const { world } = stores;

  const send = (name: string, of: number, guildId: string | undefined, data: (intents: number) => Json) =>
    sessions.happened({ name, intent: of, guildId, data });

  const inGuild = (name: string, of: number, guildId: string | undefined, data: Json): void =>
    send(name, of, guildId, () => data);

  function inChannel(
    channel: Channel,
    name: string,
    [forGuilds, forDms]: readonly [number, number],
    data: (intents: number) => Json,
  ): void {
    if (!may(world, channel, world.bot.id, 'ViewChannel')) return;
    send(name, channel.guildId === undefined ? forDms : forGuilds, channel.guildId, data);
  }

  const forMessages = [intent.GuildMessages, intent.DirectMessages] as const;
  const forReactions = [intent.GuildMessageReactions, intent.DirectMessageReactions] as const;
  const forTyping = [intent.GuildMessageTyping, intent.DirectMessageTyping] as const;
  const forChannels = [intent.Guilds, intent.Guilds] as const;

  const channelOf = (message: Message): Channel | undefined => world.channels.get(message.channelId);
  const place = (channel: Channel): Json =>
    channel.guildId === undefined ? {} : { guild_id: channel.guildId };

  function aboutMessage(name: string, message: Message): void {
    const channel = channelOf(message);
    if (!channel || message.ephemeralFor !== undefined) return;
    // Each session may see more or less of it, and must see it as it is now, even when it hears of it later.
    const [full, withheld] = [true, false].map((withContent) =>
      messageJson(stores, message, { withContent, fromGateway: true }),
    );
    inChannel(
      channel,
      name,
      forMessages,
      (intents) => (intents & intent.MessageContent ? full : withheld) ?? {},
    );
  }

  const aboutThread = (name: string, thread: Channel, extra: Json = {}) => {
    const data = { ...channelJson(world, thread), ...extra };
    inChannel(thread, name, forChannels, () => data);
  };

  return {
    posted: (message: Message): void => aboutMessage('MESSAGE_CREATE', message),
    edited: (message: Message): void => aboutMessage('MESSAGE_UPDATE', message),
    removed: (message: Message): void => {
      const channel = channelOf(message);
      if (!channel || message.ephemeralFor !== undefined) return;
      const data = { id: message.id, channel_id: channel.id, ...place(channel) };
      inChannel(channel, 'MESSAGE_DELETE', forMessages, () => data);
    },
    reacted: (added: boolean, message: Message, userId: string, emoji: string): void => {
      const channel = channelOf(message);
      if (!channel) return;
      const member = world.memberOf(channel, userId);
      const data = {
        user_id: userId,
        channel_id: channel.id,
        message_id: message.id,
        ...place(channel),
        ...(added && member ? { member: memberJson(member) } : {}),
        ...(added ? { message_author_id: message.author.id } : {}),
        emoji: emojiJson(emoji),
        burst: false,
        type: 0,
      };
      inChannel(channel, `MESSAGE_REACTION_${added ? 'ADD' : 'REMOVE'}`, forReactions, () => data);
    },
    typing: (channel: Channel, userId: string): void => {
      const data = { channel_id: channel.id, user_id: userId, timestamp: Math.floor(Date.now() / 1000) };
      inChannel(channel, 'TYPING_START', forTyping, () => ({ ...data, ...place(channel) }));
    },
    threadCreated: (thread: Channel): void => aboutThread('THREAD_CREATE', thread, { newly_created: true }),
    threadUpdated: (thread: Channel): void => aboutThread('THREAD_UPDATE', thread),
    threadDeleted: ({ id, guildId, parentId, type }: Channel): void =>
      inGuild('THREAD_DELETE', intent.Guilds, guildId, { id, guild_id: guildId, parent_id: parentId, type }),
    /** Of others a bot hears with the members intent only; of itself always. */
    threadMembers: (thread: Channel, added: readonly string[], removed: readonly string[]): void => {
      const about = (userId: string) => {
        const member = world.memberOf(thread, userId);
        const joined = thread.thread?.members.get(userId) ?? world.now();
        return {
          ...threadMemberJson(thread, userId, joined),
          member: member && memberJson(member),
          presence: null,
        };
      };
      const data = {
        id: thread.id,
        guild_id: thread.guildId,
        member_count: thread.thread?.members.size ?? 0,
        ...(added.length > 0 ? { added_members: added.map(about) } : {}),
        ...(removed.length > 0 ? { removed_member_ids: [...removed] } : {}),
      };
      const concernsBot = [...added, ...removed].includes(world.bot.id);
      const needed = concernsBot ? intent.Guilds : intent.GuildMembers;
      inChannel(thread, 'THREAD_MEMBERS_UPDATE', [needed, needed], () => data);
    },
    channelCreated: (channel: Channel): void =>
      inGuild('CHANNEL_CREATE', intent.Guilds, channel.guildId, channelJson(world, channel)),
    channelUpdated: (channel: Channel): void =>
      inGuild('CHANNEL_UPDATE', intent.Guilds, channel.guildId, channelJson(world, channel)),
    channelDeleted: (channel: Channel): void =>
      inGuild('CHANNEL_DELETE', intent.Guilds, channel.guildId, channelJson(world, channel)),
    roleChanged: (name: 'CREATE' | 'UPDATE', guild: Guild, role: Role): void =>
      inGuild(`GUILD_ROLE_${name}`, intent.Guilds, guild.id, { guild_id: guild.id, role: roleJson(role) }),
    memberChanged: (name: 'ADD' | 'UPDATE', guild: Guild, member: Member): void => {
      // A bot always hears of changes to itself.
      const needed =
        name === 'UPDATE' && member.user.id === world.bot.id ? intent.Guilds : intent.GuildMembers;
      inGuild(`GUILD_MEMBER_${name}`, needed, guild.id, { guild_id: guild.id, ...memberJson(member) });
    },
    memberLeft: (guild: Guild, userId: string): void => {
      const user = world.users.get(userId);
      const data = { guild_id: guild.id, user: user && userJson(user) };
      inGuild('GUILD_MEMBER_REMOVE', intent.GuildMembers, guild.id, data);
    },
    guildJoined: (guild: Guild): void =>
      inGuild('GUILD_CREATE', intent.Guilds, guild.id, guildCreateJson(world, guild)),
    guildUpdated: (guild: Guild): void => inGuild('GUILD_UPDATE', intent.Guilds, guild.id, guildJson(guild)),
    guildLeft: (guild: Guild): void => inGuild('GUILD_DELETE', intent.Guilds, guild.id, { id: guild.id }),
    interaction: (guildId: string | undefined, data: Json): void =>
      inGuild('INTERACTION_CREATE', 0, guildId, data),
    other: (name: string, guildId: string | undefined, data: Json): void => inGuild(name, 0, guildId, data),
  };
}
