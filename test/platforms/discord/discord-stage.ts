import assert from 'node:assert/strict';
import type { DiscordParts } from '../../../bot/platforms/discord/discord-parts.ts';
import type { Message } from '../../servers/discord/messages/message.ts';
import {
  createDiscordServer,
  type DiscordServer,
  type DiscordServerOptions,
} from '../../servers/discord/server.ts';
import type { Channel } from '../../servers/discord/world/channel.ts';
import type { User } from '../../servers/discord/world/guild.ts';
import { recordOf } from '../../servers/slack/json.ts';
import type { Fault, Said, SayOptions, Shown, Stage, Where, Who } from '../contract/stage.ts';
import { createTestDesk } from '../contract/test-desk.ts';
import { acted } from './acted.ts';
import { createBots } from './discord-bots.ts';
import { formIn } from './open-form.ts';
import { shownMessage } from './shown-message.ts';
import { anybody, giveStaffOrder } from './staff-order.ts';

export interface DiscordStage extends Stage {
  readonly server: DiscordServer;
  readonly people: Readonly<Record<Who, User>>;
  readonly channels: Readonly<Record<'support' | 'watched' | 'staff' | 'forum', Channel>>;
  /** What the bot logged, by event. */
  readonly logged: readonly string[];
  /** What the next process of the bot is given beside the usual. */
  given(parts: Partial<DiscordParts>): void;
  messageOf(said: Said): Message;
  shown(message: Message): Shown;
}

export interface DiscordStageOptions {
  readonly parts?: Partial<DiscordParts>;
  readonly server?: DiscordServerOptions;
}

const faults: Record<Fault, 'rate-limited' | 'http-500' | 'reset-before' | 'reset-after'> = {
  'rate-limited': 'rate-limited',
  'server-error': 'http-500',
  'lost-request': 'reset-before',
  'lost-response': 'reset-after',
};

const retold = new Set(['MESSAGE_CREATE', 'MESSAGE_UPDATE', 'INTERACTION_CREATE']);

/** The bot, with the real discord.js, on a Discord of its own. */
export async function createDiscordStage(options: DiscordStageOptions = {}): Promise<DiscordStage> {
  const desk = await createTestDesk();
  // Many stages share a busy machine: how quick the bot is, is measured elsewhere.
  const server = await createDiscordServer({ ackTimeoutMs: 20_000, ...options.server });
  const staffRole = server.addRole('support', ['ManageMessages']);
  const people = {
    ann: server.addUser({ name: 'ann' }),
    bob: server.addUser({ name: 'bob' }),
    sam: server.addUser({ name: 'sam', roles: [staffRole] }),
    gus: server.addUser({ name: 'gus' }),
  };
  const channels = {
    support: server.addChannel({ name: 'support' }),
    watched: server.addChannel({ name: 'watched' }),
    staff: server.addChannel({ name: 'staff', visibleTo: [staffRole, server.bot] }),
    forum: server.addChannel({ name: 'help', kind: 'forum', tags: ['mail', 'solved'] }),
  };
  desk.callAnn(people.ann.id);
  for (const { id } of [channels.watched, channels.forum]) desk.watch(id);
  const robot = server.addUser({ name: 'robot', isBot: true });
  const logged: string[] = [];
  const said = new Map<string, Message>();
  const surfaces = new Map<string, Message>();
  const bots = createBots({
    ...{ desk, server, logged },
    parts: {
      staffRoles: [staffRole.id],
      channels: [channels.watched.id, channels.forum.id],
      ...options.parts,
    },
  });
  const close = async () => {
    await bots.stop().finally(() => server.stop());
  };
  // What stays open keeps the tests from ending.
  await bots.start().catch(async (error: unknown) => {
    await close();
    throw error;
  });

  /** People are entered as themselves. */
  const entryFor = (value: string) => (value in people ? people[value as Who] : value);
  const keep = (who: Who, where: Where, message: Message): Said => {
    said.set(message.id, message);
    return { who, where, id: message.id };
  };
  const messageOf = ({ id }: Said): Message => said.get(id) ?? assert.fail('nobody said that');
  const shown = (message: Message): Shown => {
    surfaces.set(message.id, message);
    return shownMessage(message);
  };
  const say = (who: Who, user: User, where: Where, text: string, options: SayOptions): Said => {
    const { mention = false, under, files } = options;
    const typed = mention ? `@hostdesk ${text}` : text;
    const more = files ? { files } : {};
    if (where === 'direct') return keep(who, where, server.dm(user, typed, more));
    const thread = under && threadFor(server, user, messageOf(under));
    return keep(
      who,
      where,
      server.say(user, channels[where], typed, { ...more, ...(thread ? { thread } : {}) }),
    );
  };
  /** Sentences of the product's own have no frame. */
  const isAnswer = ({ components }: Message) => recordOf(components[0]).type === 17;
  const directFrom = (user: User) =>
    server.directMessages(user).filter(({ author }) => author === server.bot);
  /** Says in a direct conversation what was not asked there. */
  const isTold = (user: User) => (message: Message) =>
    !isAnswer(message) ||
    !server.directMessages(user).some(({ author, id }) => author === user && BigInt(id) < BigInt(message.id));

  return {
    ...{ desk, server, people, channels, logged, messageOf, shown, given: bots.given },
    hasGuests: false,

    say: async (who, where, text, options = {}) => say(who, people[who], where, text, options),
    async edit(one, text, { mention } = {}) {
      const message = messageOf(one);
      const mentioned = mention ?? message.content.includes(`<@${server.bot.id}>`);
      server.edit(people[one.who], message, mentioned ? `@hostdesk ${text}` : text);
    },
    robotSays: async (where, text, options = {}) => say('ann', robot, where, text, options),
    async ask(who, text) {
      acted(await server.slash(people[who], channels.support, '/ask', { question: text }));
    },
    async explain(who, one) {
      acted(await server.contextMenu(people[who], 'Explain this bounce', messageOf(one)));
    },
    order: (who, order) => giveStaffOrder(server, people[who], channels.support, order),
    async command(who, name, values = {}) {
      const entered = Object.entries(values).map(([field, value]) => [field, entryFor(value)]);
      const typed = Object.fromEntries(entered);
      acted(await server.slash(people[who], channels.support, `/${name}`, typed, anybody));
    },
    async menu(who, entry, one) {
      acted(await server.contextMenu(people[who], entry, messageOf(one), anybody));
    },
    form: async (who) => formIn(server.modal(people[who])),
    async submit(who, values) {
      const entered = Object.entries(values).map(([label, value]) => [label, entryFor(value)]);
      acted(await server.submitModal(people[who], Object.fromEntries(entered)));
    },
    async press(who, { id }, label) {
      acted(await server.press(people[who], surfaces.get(id) ?? assert.fail('not shown'), label));
    },

    async answers(one) {
      const message = messageOf(one);
      const thread = server.threadOn(message);
      const here = server.botMessages(thread ?? message.channelId);
      const below =
        thread || one.where === 'direct' || server.channel(message.channelId)?.thread !== undefined;
      const own = below ? here : here.filter(({ reference }) => reference?.messageId === message.id);
      return own.filter((reply) => BigInt(reply.id) > BigInt(message.id) && isAnswer(reply)).map(shown);
    },
    privately: async (who) =>
      [...server.ephemerals(people[who]), ...directFrom(people[who]).filter(isTold(people[who]))]
        .sort((one, other) => (BigInt(one.id) < BigInt(other.id) ? -1 : 1))
        .map(shown),
    direct: async (who) => directFrom(people[who]).map(shown),
    async posted(where) {
      const here = server.botMessages(channels[where]);
      return here.flatMap((message) => [message, ...server.botMessages(message.threadId ?? '')]).map(shown);
    },
    async pings() {
      const everywhere = Object.values(channels).flatMap((channel) => [channel, ...server.threads(channel)]);
      const users = Object.values(people);
      const posted = everywhere.flatMap((channel) => server.botMessages(channel));
      const alone = users.flatMap((user) => [...server.ephemerals(user), ...directFrom(user)]);
      return [...posted, ...alone].flatMap(server.pings);
    },

    outreach: bots.outreach,
    identityOf: (who) => ({ platform: 'discord', workspace: '', id: people[who].id }),
    placeOf: (where) => ({
      ...{ platform: 'discord', workspace: server.guild.id, channel: channels[where].id, private: false },
    }),

    until: (condition, what) => server.until(condition, what, 60_000).then(() => {}),
    quiet: (forMs) => server.quiet(forMs),
    async redeliver() {
      for (const event of server.events().filter(({ name }) => retold.has(name))) server.redeliver(event);
    },
    fault: (kind, times = 1) =>
      server.fault({
        ...{ method: 'POST', path: '/channels/:channel/messages', kind: faults[kind], times },
        retryAfterSeconds: 1,
      }),
    async dropConnection() {
      server.dropSockets();
      await server.connected();
    },
    restart: (how) => bots.restart(how?.abruptly ?? false),
    stopBot: () => bots.stop(),
    close,
  };
}

/** Each fact has a stage of its own, on which nothing may be acknowledged too late. */
export function onDiscord(act: (stage: DiscordStage) => Promise<void>, options: DiscordStageOptions = {}) {
  return async () => {
    const stage = await createDiscordStage(options);
    try {
      await act(stage);
      assert.deepEqual(stage.server.lateAcks, []);
    } finally {
      await stage.close();
    }
  };
}

/** The thread a message is in, or the one on it. */
function threadFor(server: DiscordServer, user: User, message: Message): Channel {
  const here = server.channel(message.channelId);
  if (here?.thread) return here;
  return server.threadOn(message) ?? server.startThread(user, message, 'more');
}
