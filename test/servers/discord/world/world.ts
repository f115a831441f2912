import type { Clock } from '../../slack/clock.ts';
import { type Channel, channelType, type Overwrite } from './channel.ts';
import type { Guild, Member, Role, User } from './guild.ts';
import { bitsOf, ordinary, type Permission } from './permissions.ts';
import type { Snowflakes } from './snowflakes.ts';

export type Ref = string | { readonly id: string };
export const idOf = (thing: Ref): string => (typeof thing === 'string' ? thing : thing.id);

export interface NewUser {
  readonly name: string;
  readonly globalName?: string;
  readonly isBot?: boolean;
  readonly locale?: string;
  readonly acceptsDms?: boolean;
  readonly installedApp?: boolean;
  readonly roles?: readonly Ref[];
  /** The server they join: the home server unless said otherwise; `null` for none. */
  readonly guild?: Guild | null;
}

export interface NewChannel {
  readonly name: string;
  readonly kind?: 'text' | 'announcement' | 'forum';
  readonly guild?: Guild;
  readonly topic?: string;
  readonly slowmodeSeconds?: number;
  /** Forums: names of tags; a name that starts with `!` is for moderators only. */
  readonly tags?: readonly string[];
  readonly requiresTag?: boolean;
  /** Who sees it besides moderators; everyone unless said. The bot must be named too. */
  readonly visibleTo?: readonly Ref[];
}

export type World = ReturnType<typeof createWorld>;

export function createWorld(clock: Clock, ids: Snowflakes, bot: User) {
  const users = new Map<string, User>([[bot.id, bot]]);
  const guilds = new Map<string, Guild>();
  const channels = new Map<string, Channel>();
  const now = () => new Date(clock.nowMs()).toISOString();

  function join(guild: Guild, user: User, roles: readonly Ref[] = []): Member {
    const member: Member = { user, joinedAt: now(), nick: null, roles: new Set(roles.map(idOf)) };
    guild.members.set(user.id, member);
    return member;
  }

  function addRole(
    name: string,
    permissions: readonly Permission[] = [],
    { guild = home, managed = false, mentionable = false } = {},
  ): Role {
    const position = guild.roles.size;
    const role = { id: ids.next(), name, position, managed, mentionable, permissions: bitsOf(permissions) };
    guild.roles.set(role.id, role);
    return role;
  }

  function newUser({ name, globalName, ...rest }: NewUser): User {
    const user: User = {
      id: ids.next(),
      name,
      globalName: globalName ?? name,
      isBot: rest.isBot ?? false,
      locale: rest.locale ?? 'en-US',
      acceptsDms: rest.acceptsDms ?? true,
      installedApp: rest.installedApp ?? false,
    };
    users.set(user.id, user);
    return user;
  }

  function addGuild(name: string): Guild {
    const id = ids.next();
    const owner = newUser({ name: `owner-of-${name.toLowerCase().replaceAll(/\W+/g, '-')}` });
    const everyone = { name: '@everyone', position: 0, managed: false, mentionable: false };
    const roles = new Map([[id, { id, ...everyone, permissions: bitsOf(ordinary) }]]);
    const guild: Guild = { id, name, locale: 'en-US', ownerId: owner.id, roles, members: new Map() };
    guilds.set(id, guild);
    join(guild, owner);
    return guild;
  }

  const home = addGuild('Acme Hosting');

  function addUser(user: NewUser): User {
    const added = newUser(user);
    if (user.guild !== null) join(user.guild ?? home, added, user.roles);
    return added;
  }

  const seenOnlyBy = (guild: Guild, who: readonly Ref[]): Overwrite[] => {
    const allow = bitsOf(['ViewChannel']);
    const allowed = who
      .map(idOf)
      .map((id): Overwrite => ({ id, type: guild.roles.has(id) ? 0 : 1, allow, deny: 0n }));
    return [{ id: guild.id, type: 0, allow: 0n, deny: allow }, ...allowed];
  };

  function put(channel: Partial<Channel> & Pick<Channel, 'id' | 'type' | 'name'>): Channel {
    const whole: Channel = {
      guildId: undefined,
      parentId: undefined,
      recipients: [],
      tags: [],
      requiresTag: false,
      overwrites: [],
      topic: null,
      slowmodeSeconds: 0,
      lastMessageId: null,
      ...channel,
    };
    channels.set(whole.id, whole);
    return whole;
  }

  function addChannel({
    name,
    kind = 'text',
    guild = home,
    topic,
    slowmodeSeconds = 0,
    ...rest
  }: NewChannel): Channel {
    const tags = (rest.tags ?? []).map((tag) => {
      const moderated = tag.startsWith('!');
      return { id: ids.next(), name: moderated ? tag.slice(1) : tag, moderated };
    });
    return put({
      id: ids.next(),
      type: channelType[kind],
      name,
      guildId: guild.id,
      topic: topic ?? null,
      slowmodeSeconds,
      tags,
      requiresTag: rest.requiresTag ?? false,
      overwrites: rest.visibleTo ? seenOnlyBy(guild, rest.visibleTo) : [],
    });
  }

  return {
    bot,
    users,
    guilds,
    channels,
    home,
    now,
    join,
    addRole,
    addGuild,
    addUser,
    addChannel,
    put,
    memberOf: (channel: Channel, userId: string): Member | undefined =>
      guilds.get(channel.guildId ?? '')?.members.get(userId),
    guildOf: (channel: Channel): Guild | undefined => guilds.get(channel.guildId ?? ''),
    threadsOf: (guildId: string): Channel[] =>
      [...channels.values()].filter(({ guildId: of, thread }) => of === guildId && thread !== undefined),
    /** The conversation of the bot and this user, opened if need be. */
    directWith: (user: User): Channel => {
      const isIt = ({ type, recipients }: Channel) =>
        type === channelType.dm && recipients.some(({ id }) => id === user.id);
      const known = [...channels.values()].find(isIt);
      return known ?? put({ id: ids.next(), type: channelType.dm, name: '', recipients: [user, bot] });
    },
  };
}
