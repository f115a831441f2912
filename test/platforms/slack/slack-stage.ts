import assert from 'node:assert/strict';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { catalogue } from '../../../bot/desk/orders/catalogue.ts';
import type { OrderEntry } from '../../../bot/desk/orders/order.ts';
import type { Log } from '../../../bot/log.ts';
import type { Platform } from '../../../bot/platforms/platform.ts';
import { slackManifest, type Transport } from '../../../bot/platforms/slack/manifest.ts';
import { createSlack } from '../../../bot/platforms/slack/slack.ts';
import type { SlackParts } from '../../../bot/platforms/slack/slack-parts.ts';
import { recordOf, recordsOf, textOf } from '../../servers/slack/json.ts';
import type { Message } from '../../servers/slack/messages.ts';
import { controlsOf } from '../../servers/slack/person/controls.ts';
import { elementValue } from '../../servers/slack/person/form-values.ts';
import { createSlackServer, type SlackServer, type SlackServerOptions } from '../../servers/slack/server.ts';
import type { View } from '../../servers/slack/views.ts';
import type { Channel, User } from '../../servers/slack/workspace.ts';
import { type OpenPort, openPort } from '../../web/open-port.ts';
import type { Fault, Form, Said, Shown, StaffOrder, Stage, Where, Who } from '../contract/stage.ts';
import { createTestDesk, type TestDesk } from '../contract/test-desk.ts';

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
    const rows = (message.blocks ?? []).filter((block) => block.type === 'actions');
    const buttons = rows.flatMap((row) =>
      recordsOf(row.elements).map((one) => textOf(recordOf(one.text).text)),
    );
    return { id: message.ts, text: server.shown(message), buttons, ...enclosedIn(message) };
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
      const [word = name, ...rest] = name.split(' ');
      const order: OrderEntry | undefined = catalogue.find((one) => one.name === name);
      const written = (order?.fields ?? []).flatMap((field) => {
        const value = values[field.name];
        return value === undefined ? [] : [field.kind === 'person' ? `@${value}` : value];
      });
      acted(await server.slash(people[who], channels.support, `/${word}`, [...rest, ...written].join(' ')));
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

    until: (condition, what) => server.until(condition, what, 15_000).then(() => {}),
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

/** Pictures by the words that stand for them, files by their names. */
function enclosedIn({ files = [] }: Message): Pick<Shown, 'picture' | 'file'> {
  const [file] = files;
  if (!file) return {};
  return textOf(file.mimetype).startsWith('image/')
    ? { picture: textOf(file.alt_txt) }
    : { file: textOf(file.name) };
}

/** What its fields hold, chosen things by what a reader sees of them. */
function formIn(view: View): Form {
  const fields = controlsOf(view).map(({ block, element }) => {
    const held =
      view.values[textOf(block.block_id)]?.[textOf(element.action_id)] ?? elementValue(element, undefined);
    const { value, selected_user, selected_conversation, selected_option } = held;
    const chosen = textOf(recordOf(recordOf(selected_option).text).text);
    return [
      textOf(recordOf(block.label).text),
      [value, selected_user, selected_conversation].map(textOf).join('') || chosen,
    ];
  });
  return { title: textOf(recordOf(view.json.title).text), fields: Object.fromEntries(fields) };
}

function acted({ ok, error }: { ok: boolean; error?: string }): void {
  assert.ok(ok, `Slack showed the person: ${error}`);
}

async function give(
  server: SlackServer,
  user: User,
  channel: Channel,
  order: StaffOrder,
  messageOf: (said: Said) => Message,
): Promise<void> {
  const guest = user.teamId !== server.team.id;
  if (guest) {
    // Slack offers them none of the app's commands and menus, but they can write.
    server.say(user, channel, `<@${server.bot.id}> gaps`);
    return;
  }
  if ('search' in order) return acted(await server.slash(user, channel, '/kb', `search ${order.search}`));
  if ('show' in order) return acted(await server.slash(user, channel, '/kb', `show ${order.show}`));
  if ('gaps' in order) return acted(await server.slash(user, channel, '/kb', 'gaps'));
  if ('why' in order) return acted(await server.shortcut(user, messageOf(order.why), 'hd_why'));
  acted(await server.shortcut(user, messageOf(order.below), 'hd_answer'));
  const before = server.ephemerals(user).length;
  await server.until(
    () => server.view(user) ?? server.ephemerals(user).length > before,
    'a form or a refusal',
  );
  const form = server.view(user);
  if (form) acted(await server.submitView(user, form, { hd_article: order.post }));
}

interface BotsParts extends World {
  readonly desk: TestDesk;
  readonly transport: Transport;
  readonly logged: string[];
  readonly given: Partial<SlackParts>;
}

/** One process of the bot after another. */
function createBots({ desk, server, transport, logged, people, channels, given }: BotsParts) {
  let bot: Platform | undefined;
  let port: OpenPort | undefined;
  const start = async () => {
    port = transport === 'http' ? await openPort(logInto(logged)) : undefined;
    const way = port
      ? { signingSecret: server.app.signingSecret, mount: port.mount }
      : { appToken: server.appToken };
    bot = createSlack({
      ...desk.open(),
      ...way,
      ...{ token: server.botToken, apiUrl: server.apiUrl, now: desk.now },
      staff: [people.sam.id, people.gus.id],
      channels: [channels.watched.id],
      linkOf: ({ slug }) => `https://help.example.com/${slug}`,
      log: logInto(logged),
      pace: { intervalMs: 20 },
      ...given,
    });
    await bot.start();
    if (port) await server.deliverTo(`${port.url}/slack/events`);
    else await server.connected();
  };
  const stop = async () => {
    const [stopping, closing] = [bot, port];
    bot = undefined;
    port = undefined;
    await Promise.all([closing?.stop(), stopping?.stop()]);
  };
  return {
    start,
    stop,
    running: () => bot ?? assert.fail('no bot runs'),
    async restart(abruptly: boolean) {
      const ended = stop();
      // Killed, it finishes nothing: nobody waits for what it was in the middle of.
      await (abruptly ? Promise.race([ended, sleep(100)]) : ended);
      if (transport === 'socket') await server.until(() => server.sockets() === 0, 'the socket to close');
      await start();
    },
  };
}

/** A log that keeps the names of events, and shows what was not expected when DEBUG is set. */
export function logInto(events: string[]): Log {
  const level = (name: string) => (data: object, event: string) => {
    events.push(event);
    if (process.env.DEBUG) console.error(name, event, data);
  };
  return { info: level('info'), warn: level('warn'), error: level('error') } as unknown as Log;
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
