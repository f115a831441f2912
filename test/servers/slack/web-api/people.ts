import { type Json, withoutUndefined } from '../json.ts';
import type { User } from '../workspace.ts';
import { type Call, type Methods, refuse } from './method.ts';
import { page } from './paging.ts';

function userJson({ installation }: Call, user: User): Json {
  const stranger = user.teamId !== installation.teamId;
  const mayEmail = installation.scopes.includes('users:read.email') && !user.isBot && !stranger;
  return withoutUndefined({
    id: user.id,
    team_id: user.teamId,
    name: user.name,
    deleted: false,
    real_name: user.realName,
    tz: 'Europe/London',
    profile: withoutUndefined({
      real_name: user.realName,
      display_name: user.name,
      email: mayEmail ? user.email : undefined,
      team: user.teamId,
      bot_id: user.botId,
    }),
    is_admin: user.isAdmin,
    is_owner: false,
    is_restricted: false,
    is_ultra_restricted: false,
    is_bot: user.isBot,
    is_app_user: false,
    is_stranger: stranger ? true : undefined,
    updated: 1_700_000_000,
  });
}

/** People of the team, and strangers the bot meets in a shared channel. */
function knownUser({ backend, installation }: Call, id: string): User {
  const user = backend.workspace.users.get(id);
  if (!user) return refuse('user_not_found');
  if (user.teamId === installation.teamId) return user;
  const meets = [...backend.workspace.channels.values()].some(
    ({ members }) => members.has(user.id) && members.has(installation.bot.id),
  );
  return meets ? user : refuse('user_not_visible');
}

export const peopleMethods: Methods = {
  'users.info': {
    scopes: ['users:read'],
    run: (call) => ({ user: userJson(call, knownUser(call, call.args.need('user'))) }),
  },
  'users.list': {
    scopes: ['users:read'],
    run: (call) => {
      const own = [...call.backend.workspace.users.values()].filter(
        ({ teamId }) => teamId === call.installation.teamId,
      );
      const { items, metadata } = page(own, call.args, 1000);
      return { members: items.map((user) => userJson(call, user)), ...metadata };
    },
  },
  'users.lookupByEmail': {
    scopes: ['users:read.email'],
    run: (call) => {
      const email = call.args.need('email');
      const user = [...call.backend.workspace.users.values()].find(
        (of) => of.email === email && of.teamId === call.installation.teamId && !of.isBot,
      );
      return user ? { user: userJson(call, user) } : refuse('users_not_found');
    },
  },
  'usergroups.list': {
    scopes: ['usergroups:read'],
    run: ({ backend, installation }) => ({
      usergroups: [...backend.workspace.groups.values()]
        .filter(({ teamId }) => teamId === installation.teamId)
        .map(({ id, handle, members }) => ({ id, handle, name: handle, user_count: members.size })),
    }),
  },
  'usergroups.users.list': {
    scopes: ['usergroups:read'],
    run: ({ backend, args, installation }) => {
      const group = backend.workspace.groups.get(args.need('usergroup'));
      if (!group || group.teamId !== installation.teamId) return refuse('no_such_subteam');
      return { users: [...group.members] };
    },
  },
  'bots.info': {
    scopes: ['users:read'],
    run: ({ backend, args, installation }) => {
      const id = args.text('bot') ?? installation.botId;
      const bot = [...backend.workspace.users.values()].find(({ botId }) => botId === id);
      if (!bot) return refuse('bot_not_found');
      const app_id = id === installation.botId ? backend.app.id : 'A0OTHERAPP';
      return { bot: { id, deleted: false, name: bot.realName, app_id, user_id: bot.id, icons: {} } };
    },
  },
  'team.info': {
    scopes: ['team:read'],
    run: ({ backend, installation }) => {
      const team = backend.workspace.teams.get(installation.teamId);
      return team ? { team: { ...team, email_domain: '', icon: {} } } : refuse('team_not_found');
    },
  },
  'auth.test': {
    scopes: [],
    run: ({ backend, installation }) => {
      const team = backend.workspace.teams.get(installation.teamId);
      return {
        url: `https://${team?.domain}.slack.com/`,
        team: team?.name,
        user: installation.bot.name,
        team_id: installation.teamId,
        user_id: installation.bot.id,
        bot_id: installation.botId,
        is_enterprise_install: false,
      };
    },
  },
};
