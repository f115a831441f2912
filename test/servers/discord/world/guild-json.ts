import type { Json } from '../../slack/json.ts';
import { channelJson } from './channel-json.ts';
import type { Guild, Member, Role, User } from './guild.ts';
import { may } from './permissions.ts';
import type { World } from './world.ts';

export const userJson = (user: User): Json => ({
  id: user.id,
  username: user.name,
  discriminator: user.isBot ? '6184' : '0',
  global_name: user.isBot ? null : user.globalName,
  avatar: null,
  avatar_decoration_data: null,
  clan: null,
  collectibles: null,
  display_name_styles: null,
  primary_guild: null,
  public_flags: user.isBot ? 524_288 : 0,
  ...(user.isBot ? { bot: true } : {}),
});

/** Without the user, as in messages. */
export const partialMemberJson = ({ nick, joinedAt, roles }: Member): Json => ({
  roles: [...roles],
  nick,
  joined_at: joinedAt,
  premium_since: null,
  communication_disabled_until: null,
  avatar: null,
  banner: null,
  pending: false,
  deaf: false,
  mute: false,
  flags: 0,
});

export const memberJson = (member: Member): Json => ({
  ...partialMemberJson(member),
  user: userJson(member.user),
});

export const roleJson = (role: Role): Json => ({
  id: role.id,
  name: role.name,
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  icon: null,
  unicode_emoji: null,
  position: role.position,
  permissions: String(role.permissions),
  managed: role.managed,
  mentionable: role.mentionable,
  flags: 0,
});

export const guildJson = (guild: Guild): Json => ({
  id: guild.id,
  name: guild.name,
  icon: null,
  splash: null,
  discovery_splash: null,
  owner_id: guild.ownerId,
  afk_channel_id: null,
  afk_timeout: 300,
  verification_level: 0,
  default_message_notifications: 0,
  explicit_content_filter: 0,
  roles: [...guild.roles.values()].map(roleJson),
  emojis: [],
  stickers: [],
  features: [],
  mfa_level: 0,
  application_id: null,
  system_channel_id: null,
  system_channel_flags: 0,
  rules_channel_id: null,
  vanity_url_code: null,
  description: null,
  banner: null,
  premium_tier: 0,
  preferred_locale: guild.locale,
  public_updates_channel_id: null,
  safety_alerts_channel_id: null,
  nsfw: false,
  nsfw_level: 0,
  premium_progress_bar_enabled: false,
});

/** A bot hears of every channel, seen or not, but of the active threads it sees only; of members, itself. */
export function guildCreateJson(world: World, guild: Guild): Json {
  const { bot } = world;
  const channels = [...world.channels.values()].filter(
    ({ guildId, thread }) => guildId === guild.id && !thread,
  );
  const threads = world
    .threadsOf(guild.id)
    .filter((thread) => !thread.thread?.archived && may(world, thread, bot.id, 'ViewChannel'));
  const me = guild.members.get(bot.id);
  return {
    ...guildJson(guild),
    joined_at: me?.joinedAt ?? world.now(),
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    members: me ? [memberJson(me)] : [],
    channels: channels.map((channel) => channelJson(world, channel)),
    threads: threads.map((thread) => channelJson(world, thread)),
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
