import assert from 'node:assert/strict';
import { slackManifest, type Transport } from '../../../bot/platforms/slack/manifest.ts';
import type { SlackParts } from '../../../bot/platforms/slack/slack-parts.ts';
import type { Message } from '../../servers/slack/messages.ts';
import { createSlackServer, type SlackServer, type SlackServerOptions } from '../../servers/slack/server.ts';
import type { Channel, User } from '../../servers/slack/workspace.ts';
import type { Fault, Said, Shown, Stage, Where, Who } from '../contract/stage.ts';
import { createTestDesk } from '../contract/test-desk.ts';
import { acted, commandText, formIn, give, shownOf } from './slack-acts.ts';
import { createBots } from './slack-bots.ts';

export interface SlackStage extends Stage, World {
  /** What the bot logged, by event. */
  readonly logged: readonly string[];
  messageOf(said: Said): Message;
  shown(message: Message): Shown;
}

export interface World {
  readonly server: SlackServer;
  readonly people: Readonly<Record<Who, User>>;
  readonly channels: Readonly<Record<'support' | 'watched' | 'staff', Channel>>;
}

export interface SlackStageOptions {
  readonly transport?: Transport;
  readonly parts?: Partial<SlackParts> | ((world: World) => Partial<SlackParts>);
  readonly server?: SlackServerOptions;
}

const faults: Record<Fault, 'rate-limited' | 'http-500' | 'reset-before' | 'reset-after'> = {
  'rate-limited': 'rate-limited',
  'server-error': 'http-500',
  'lost-request': 'reset-before',
  'lost-response': 'reset-after',
};

/** The bot, with the real Bolt, on a Slack of its own. */
export async function createSlackStage(options: SlackStageOptions = {}): Promise<SlackStage> {
  const { transport = 'socket' } = options;
  const desk = await createTestDesk();
  const server = await createSlackServer({
    manifest: slackManifest(transport),
    // Many stages share a busy machine: how quick the bot is, is measured elsewhere.
    ackTimeoutMs: 20_000,
    triggerLifeMs: 20_000,
    retryDelaysMs: [0, 50],
    ...options.server,
  });
  const elsewhere = server.addTeam('Guests Ltd');
  const people = {
    ann: server.addUser({ name: 'ann' }),
    bob: server.addUser({ name: 'bob' }),
    sam: server.addUser({ name: 'sam' }),
    gus: server.addUser({ name: 'gus', teamId: elsewhere.id }),
  };
  const members = Object.values(people);
  const shared = { members, sharedWith: [elsewhere.id] };
  const channels = {
    support: server.addChannel({ name: 'support', ...shared }),
    watched: server.addChannel({ name: 'watched', ...shared }),
    staff: server.addChannel({ name: 'staff', kind: 'group', members: [people.sam] }),
  };
  desk.watch(channels.watched.id);
  desk.callAnn(people.ann.id);
  const robot = server.addUser({ name: 'robot', isBot: true });
  for (const channel of Object.values(channels)) channel.members.add(robot.id);

  const logged: string[] = [];
  const said = new Map<string, Message>();
  const surfaces = new Map<string, Message>();
  const { parts = {} } = options;
  const given = typeof parts === 'function' ? parts({ server, people, channels }) : parts;
  const bots = createBots({ desk, server, transport, logged, people, channels, given });
  await bots.start();

  const keep = (who: Who, where: Where, message: Message): Said => {
    said.set(message.ts, message);
    return { who, where, id: message.ts };
  };
  const messageOf = ({ id }: Said): Message => said.get(id) ?? assert.fail('nobody said that');
  const shown = (message: Message): Shown => {
    surfaces.set(message.ts, message);
    return shownOf(message, server.shown(message));
  };
  const channelOf = (who: Who, where: Where) =>
    where === 'direct' ? server.openDm(people[who]) : channels[where];
  const mention = (text: string, wanted = false) => (wanted ? `<@${server.bot.id}> ${text}` : text);

  return {
    ...{ desk, server, people, channels, logged, messageOf, shown },
    hasGuests: true,

    async say(who, where, text, { mention: mentioned, under, files } = {}) {
      const root = under && messageOf(under);
      const more = { ...(root ? { thread: root.thread_ts ?? root.ts } : {}), ...(files ? { files } : {}) };
      return keep(who, where, server.say(people[who], channelOf(who, where), mention(text, mentioned), more));
    },
    async edit(one, text, { mention: mentioned } = {}) {
      const message = messageOf(one);
      const before = message.text.includes(`<@${server.bot.id}>`);
      server.edit(people[one.who], message, mention(text, mentioned ?? before));
    },
    async robotSays(where, text, { mention: mentioned, under } = {}) {
      const more = under ? { thread: messageOf(under).thread_ts ?? messageOf(under).ts } : {};
      return keep('ann', where, server.say(robot, channels[where], mention(text, mentioned), more));
    },
    async ask(who, text) {
      acted(await server.slash(people[who], channels.support, '/ask', text));
    },
    async explain(who, one) {
      acted(await server.shortcut(people[who], messageOf(one), 'hd_explain'));
    },
    order: (who, order) => give(server, people[who], channels.support, order, messageOf),
    async command(who, name, values = {}) {
      const [word = name] = name.split(' ');
      acted(await server.slash(people[who], channels.support, `/${word}`, commandText(name, values)));
    },
    async menu(who, entry, one) {
      const { shortcuts } = slackManifest(transport).features;
      const { callback_id } = shortcuts.find(({ name }) => name === entry) ?? assert.fail(entry);
      acted(await server.shortcut(people[who], messageOf(one), callback_id));
    },
    async form(who) {
      const view = server.view(people[who]);
      return view && formIn(view);
    },
    async submit(who, values) {
      const view = server.view(people[who]) ?? assert.fail('no form');
      const { ok, error, errors } = await server.submitView(people[who], view, values);
      assert.ok(ok, `${error} ${JSON.stringify(errors ?? {})}`);
    },
    async press(who, { id }, label) {
      acted(await server.pressButton(people[who], surfaces.get(id) ?? assert.fail('not shown'), label));
    },

    async answers(one) {
      const message = messageOf(one);
      const root = server
        .messages(message.channel)
        .find(({ ts }) => ts === (message.thread_ts ?? message.ts));
      return server
        .replies(root ?? message)
        .filter(({ app_id, ts }) => app_id === server.app.id && Number(ts) > Number(message.ts))
        .map(shown);
    },
    privately: async (who) => server.ephemerals(people[who]).map(shown),
    direct: async (who) => server.botMessages(server.openDm(people[who])).map(shown),
    async posted(where) {
      const own = server.botMessages(channels[where]);
      const roots = new Set(own.map(({ ts }) => ts));
      return own.filter(({ thread_ts = '' }) => thread_ts === '' || roots.has(thread_ts)).map(shown);
    },
    async pings() {
      const direct = (['ann', 'bob', 'sam'] as const).map((who) => server.openDm(people[who]));
      const posted = [...Object.values(channels), ...direct].flatMap((channel) =>
        server.botMessages(channel),
      );
      const alone = members.flatMap((user) => server.ephemerals(user));
      return [...posted, ...alone].flatMap(server.pings);
    },

    outreach: () => bots.running().outreach,
    identityOf: (who) => ({ platform: 'slack', workspace: server.team.id, id: people[who].id }),
    placeOf: (where) => ({
      ...{ platform: 'slack', workspace: server.team.id, channel: channels[where].id, private: false },
    }),

    until: (condition, what) => server.until(condition, what, 60_000).then(() => {}),
    quiet: (forMs) => server.quiet(forMs),
    async redeliver() {
      const all = [...server.deliveries()];
      await Promise.all(
        all.map((one) => (one.eventId === undefined ? server.repeat(one) : server.redeliver(one.eventId))),
      );
    },
    fault: (kind, times = 1) =>
      server.fault({ method: 'chat.postMessage', kind: faults[kind], times, retryAfterSeconds: 1 }),
    async dropConnection() {
      if (transport === 'http') return;
      server.dropSockets();
      await server.connected();
    },
    restart: (how) => bots.restart(how?.abruptly ?? false),
    stopBot: () => bots.stop(),
    async close() {
      await bots.stop();
      await server.stop();
    },
  };
}

/** A fact with a Slack of its own, so that several can be looked at side by side. */
export function onSlack(act: (stage: SlackStage) => Promise<void>, options?: SlackStageOptions) {
  return async () => {
    const stage = await createSlackStage(options);
    try {
      await act(stage);
    } finally {
      await stage.close();
    }
  };
}
