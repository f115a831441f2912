import { applicationJson } from '../application.ts';
import { channelJson } from '../world/channel-json.ts';
import { guildJson, memberJson, roleJson, userJson } from '../world/guild-json.ts';
import { guildPermissions } from '../world/permissions.ts';
import { guildOf } from './access.ts';
import { type Call, ok, param, type Routes } from './call.ts';
import { refuse } from './refusal.ts';

const me = ({ backend }: Call) => {
  const { world, application } = backend;
  const owner = world.users.get(world.home.ownerId);
  const count = [...world.guilds.values()].filter(({ members }) => members.has(world.bot.id)).length;
  return ok(applicationJson(application, owner ? userJson(owner) : {}, userJson(world.bot), count));
};

/** A list of members is for apps with the members switch on. */
function listMembers(call: Call, matches: (name: string) => boolean) {
  const { application } = call.backend;
  const guild = guildOf(call);
  const limit = Number(call.query.get('limit') ?? 1);
  if (!application.privilegedIntents.has('GuildMembers')) refuse(50001);
  const found = [...guild.members.values()].filter(
    ({ user, nick }) => matches(user.name) || matches(nick ?? ''),
  );
  return ok(found.slice(0, limit).map(memberJson));
}

export const peopleRoutes: Routes = {
  'GET /users/@me': ({ backend }) =>
    ok({ ...userJson(backend.world.bot), verified: true, mfa_enabled: true }),
  'GET /users/@me/guilds': ({ backend }) => {
    const { guilds, bot } = backend.world;
    const mine = [...guilds.values()].filter(({ members }) => members.has(bot.id));
    return ok(
      mine.map((guild) => ({
        id: guild.id,
        name: guild.name,
        icon: null,
        banner: null,
        owner: false,
        permissions: String(guildPermissions(guild, bot.id)),
        features: [],
      })),
    );
  },
  'GET /users/:user': (call) =>
    ok(userJson(call.backend.world.users.get(param(call, 'user')) ?? refuse(10013))),
  'GET /applications/@me': me,
  'GET /oauth2/applications/@me': me,
  'GET /guilds/:guild': (call) => {
    const guild = guildOf(call);
    const counts = { approximate_member_count: guild.members.size, approximate_presence_count: 1 };
    return ok({ ...guildJson(guild), ...(call.query.get('with_counts') === 'true' ? counts : {}) });
  },
  'GET /guilds/:guild/channels': (call) => {
    const { world } = call.backend;
    const guild = guildOf(call);
    const channels = [...world.channels.values()].filter(
      ({ guildId, thread }) => guildId === guild.id && !thread,
    );
    return ok(channels.map((channel) => channelJson(world, channel)));
  },
  'GET /guilds/:guild/roles': (call) => ok([...guildOf(call).roles.values()].map(roleJson)),
  'GET /guilds/:guild/roles/:role': (call) =>
    ok(roleJson(guildOf(call).roles.get(param(call, 'role')) ?? refuse(10011))),
  'GET /guilds/:guild/members/:user': (call) => {
    const { world } = call.backend;
    const id = param(call, 'user') === '@me' ? world.bot.id : param(call, 'user');
    if (!world.users.has(id)) refuse(10013);
    return ok(memberJson(guildOf(call).members.get(id) ?? refuse(10007)));
  },
  'GET /guilds/:guild/members': (call) => listMembers(call, () => true),
  'GET /guilds/:guild/members/search': (call) => {
    const query = (call.query.get('query') ?? '').toLowerCase();
    return listMembers(call, (name) => name.toLowerCase().startsWith(query));
  },
};

export const gatewayRoutes = (url: () => string): Routes => ({
  'GET /gateway': () => ok({ url: url() }),
  'GET /gateway/bot': ({ backend }) => {
    const { world, timing } = backend;
    const guilds = [...world.guilds.values()].filter(({ members }) => members.has(world.bot.id)).length;
    return ok({
      url: url(),
      shards: Math.max(1, Math.ceil(guilds / timing.guildsPerShard)),
      session_start_limit: { total: 1000, remaining: 1000, reset_after: 14_400_000, max_concurrency: 1 },
    });
  },
});
