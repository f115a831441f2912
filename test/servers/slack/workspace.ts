import type { Ids } from './ids.ts';

export interface Team {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
}

export interface User {
  readonly id: string;
  readonly name: string;
  readonly realName: string;
  readonly email: string;
  readonly teamId: string;
  readonly isBot: boolean;
  readonly isAdmin: boolean;
  /** Set for bots: the B… id their messages carry. */
  readonly botId?: string;
}

export type ChannelKind = 'channel' | 'group' | 'im' | 'mpim';

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: ChannelKind;
  readonly teamId: string;
  /** Other teams that share the channel through Slack Connect. */
  readonly sharedWith: ReadonlySet<string>;
  readonly members: Set<string>;
  archived: boolean;
}

export interface UserGroup {
  readonly id: string;
  readonly handle: string;
  readonly teamId: string;
  readonly members: Set<string>;
}

type NewUser = Partial<Omit<User, 'id'>> & { name: string };
export type NewChannel = {
  name: string;
  kind?: ChannelKind;
  members?: readonly (string | { id: string })[];
  teamId?: string;
  sharedWith?: readonly string[];
};

export interface Workspace {
  readonly teams: Map<string, Team>;
  readonly users: Map<string, User>;
  readonly channels: Map<string, Channel>;
  readonly groups: Map<string, UserGroup>;
  readonly home: Team;
  addTeam(name: string): Team;
  addUser(user: NewUser): User;
  addChannel(channel: NewChannel): Channel;
  addGroup(handle: string, members: readonly { id: string }[], teamId?: string): UserGroup;
  /** The direct conversation of exactly these people, opened if need be. */
  conversationOf(userIds: readonly string[], teamId: string): { channel: Channel; isNew: boolean };
}

export const idOf = (thing: string | { id: string }): string =>
  typeof thing === 'string' ? thing : thing.id;

const channelPrefixes: Record<ChannelKind, string> = { channel: 'C', group: 'C', im: 'D', mpim: 'C' };

export function createWorkspace(ids: Ids): Workspace {
  const teams = new Map<string, Team>();
  const users = new Map<string, User>();
  const channels = new Map<string, Channel>();
  const groups = new Map<string, UserGroup>();

  const addTeam = (name: string): Team => {
    const team = { id: ids.next('T'), name, domain: name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-') };
    teams.set(team.id, team);
    return team;
  };
  const home = addTeam('Acme Hosting');

  const addChannel = ({
    name,
    kind = 'channel',
    members = [],
    teamId = home.id,
    sharedWith = [],
  }: NewChannel) => {
    const id = ids.next(channelPrefixes[kind]);
    const memberIds = new Set(members.map(idOf));
    const channel: Channel = {
      id,
      name,
      kind,
      teamId,
      sharedWith: new Set(sharedWith),
      members: memberIds,
      archived: false,
    };
    channels.set(id, channel);
    return channel;
  };

  return {
    teams,
    users,
    channels,
    groups,
    home,
    addTeam,
    addChannel,
    addUser: ({ name, ...rest }) => {
      const user: User = {
        id: ids.next('U'),
        name,
        realName: name,
        email: `${name}@example.com`,
        teamId: home.id,
        isBot: false,
        isAdmin: false,
        ...(rest.isBot ? { botId: ids.next('B') } : {}),
        ...rest,
      };
      users.set(user.id, user);
      return user;
    },
    addGroup: (handle, members, teamId = home.id) => {
      const group = { id: ids.next('S'), handle, teamId, members: new Set(members.map(idOf)) };
      groups.set(group.id, group);
      return group;
    },
    conversationOf: (userIds, teamId) => {
      const wanted = new Set(userIds);
      const kind = wanted.size > 2 ? 'mpim' : 'im';
      const known = [...channels.values()].find(
        ({ kind: of, members }) =>
          of === kind && members.size === wanted.size && [...wanted].every((id) => members.has(id)),
      );
      if (known) return { channel: known, isNew: false };
      const channel = addChannel({ name: kind === 'im' ? '' : 'mpdm', kind, members: [...wanted], teamId });
      return { channel, isNew: true };
    },
  };
}
