import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Log } from '../../../bot/log.ts';
import type { Platform } from '../../../bot/platforms/platform.ts';
import { slackManifest } from '../../../bot/platforms/slack/manifest.ts';
import { createSlack } from '../../../bot/platforms/slack/slack.ts';
import type { SlackParts } from '../../../bot/platforms/slack/slack-parts.ts';
import { createSlackServer, type SlackServer, type SlackServerOptions } from '../../servers/slack/server.ts';
import { type OpenPort, openPort } from '../../web/open-port.ts';
import { createTestDesk } from '../contract/test-desk.ts';
import { texts } from '../contract/texts.ts';
import { logInto } from './slack-bots.ts';

type Changes = (server: SlackServer) => Partial<SlackParts>;

const manifest = slackManifest('socket');
const withoutScopes = (...missing: string[]) => {
  const bot = manifest.oauth_config.scopes.bot.filter((scope) => !missing.includes(scope));
  return { ...manifest, oauth_config: { scopes: { bot } } };
};

const troubles: readonly [string, RegExp, Changes, SlackServerOptions?][] = [
  ['a token nobody knows', /does not know SLACK_BOT_TOKEN/, () => ({ token: 'xoxb-wrong' })],
  [
    'an app token in place of the bot token',
    /SLACK_BOT_TOKEN must be the Bot User OAuth Token/,
    (server) => ({ token: server.appToken }),
  ],
  [
    'a bot token in place of the app token',
    /SLACK_APP_TOKEN must be an App-Level Token.*connections:write/,
    (server) => ({ appToken: server.botToken }),
  ],
  ['an app token nobody knows', /does not know SLACK_APP_TOKEN/, () => ({ appToken: 'xapp-wrong' })],
  [
    'missing scopes',
    /lacks the scopes chat:write, files:read.*reinstall/,
    () => ({}),
    { manifest: withoutScopes('chat:write', 'files:read') },
  ],
  [
    'a missing scope that the settings need',
    /lacks the scopes channels:history:/,
    (server) => ({ channels: [server.addChannel({ name: 'help' }).id] }),
    { manifest: withoutScopes('channels:history', 'users:read') },
  ],
  [
    'a channel the bot is not in',
    /not in #secret \(C\w+\): invite it/,
    (server) => ({ channels: [server.addChannel({ name: 'secret', withBot: false }).id] }),
  ],
  ['a channel that is none', /not in CNOWHERE.*SLACK_CHANNELS/, () => ({ channels: ['CNOWHERE'] })],
  [
    "a staff's channel the bot is not in",
    /not in #team \(C\w+\): invite it.*SLACK_STAFF_CHANNEL/,
    (server) => ({ staffChannel: server.addChannel({ name: 'team', withBot: false }).id }),
  ],
  ['a user group that is none', /no user group SNOBODY.*SLACK_STAFF/, () => ({ staff: ['SNOBODY'] })],
  [
    'a Slack that is not there',
    /cannot be reached.*SLACK_API_URL/,
    () => ({ apiUrl: 'http://127.0.0.1:9/api/' }),
  ],
  [
    'no way in',
    /SLACK_APP_TOKEN \(Socket Mode\) or SLACK_SIGNING_SECRET/,
    () => ({ appToken: undefined }) as unknown as Partial<SlackParts>,
  ],
  [
    'neither a token nor OAuth',
    /SLACK_BOT_TOKEN for one workspace/,
    () => ({ token: undefined }) as unknown as Partial<SlackParts>,
  ],
];

/** The sentence alone: no stack of causes in it, no second line. */
async function failureOf(make: () => Platform): Promise<string> {
  try {
    await make().start();
  } catch (error) {
    return (error as Error).message;
  }
  return assert.fail('it started');
}

describe('Slack does not start', { concurrency: 6 }, () => {
  const partsOf = async (server: SlackServer): Promise<SlackParts> => ({
    ...(await createTestDesk()).open(),
    ...{ token: server.botToken, appToken: server.appToken, apiUrl: server.apiUrl },
    ...{ staff: [], channels: [], linkOf: () => undefined, log: logInto([]) },
  });

  for (const [what, sentence, changes, options] of troubles)
    it(`with ${what}, and says what to put right`, async () => {
      const server = await createSlackServer({ manifest, ...options });
      const parts = { ...(await partsOf(server)), ...changes(server) };
      const said = await failureOf(() => createSlack(parts));
      assert.match(said, sentence);
      assert.match(said, /^Slack: [^\n]+\.$/);
      await server.stop();
    });

  it('but does without lesser scopes, and says what does not work then', async () => {
    const server = await createSlackServer({ manifest: withoutScopes('files:write', 'users:read') });
    const said: string[] = [];
    const warn = ({ why }: { why: string }) => said.push(why);
    const bot = createSlack({ ...(await partsOf(server)), log: { ...logInto([]), warn } as unknown as Log });
    await bot.start();
    await bot.stop();
    await server.stop();
    assert.match(
      said.join('\n'),
      /lacks the scope files:write: the chart .*lacks the scope users:read: staff/s,
    );
  });

  it('with signed HTTP and no port', async () => {
    const server = await createSlackServer({ manifest: slackManifest('http') });
    const { appToken: _, ...parts } = await partsOf(server);
    const said = await failureOf(() => createSlack({ ...parts, signingSecret: 'secret' }));
    assert.match(said, /needs a port.*PORT=off/);
    await server.stop();
  });
});

describe('Slack over signed requests', () => {
  let server: SlackServer;
  let bot: Platform;
  let url: string;
  let port: OpenPort;
  before(async () => {
    server = await createSlackServer({ manifest: slackManifest('http') });
    port = await openPort(logInto([]));
    url = port.url;
    bot = createSlack({
      ...(await createTestDesk()).open(),
      ...{ token: server.botToken, apiUrl: server.apiUrl, signingSecret: server.app.signingSecret },
      ...{ mount: port.mount, staff: [], channels: [], linkOf: () => undefined, log: logInto([]) },
    });
    await bot.start();
  });
  after(async () => {
    await port.stop();
    await bot.stop();
    await server.stop();
  });

  it('takes its own path alone, and its own method', async () => {
    for (const path of ['/elsewhere', '/slack/events', '/slack/install'])
      assert.equal((await fetch(`${url}${path}`)).status, 404);
  });

  it('refuses what Slack did not sign, and what is old', async () => {
    const way = await server.deliverTo(`${url}/slack/events`);
    const body = JSON.stringify({ type: 'event_callback', event: { type: 'app_mention' } });
    assert.equal((await way.send(body, undefined, { secret: 'guessed' })).status, 401);
    const old = { timestamp: Math.floor(Date.now() / 1000) - 301 };
    assert.equal((await way.send(body, undefined, old)).status, 401);
  });

  it('hears nothing after its end, and can start again', async () => {
    const way = await server.deliverTo(`${url}/slack/events`);
    const status = async () => (await way.send('{}', undefined, { secret: 'guessed' })).status;
    await bot.stop();
    assert.deepEqual([await status(), bot.connected()], [404, false]);
    await bot.start();
    assert.deepEqual([await status(), bot.connected()], [401, true]);
  });
});

describe('Slack over sockets', () => {
  let server: SlackServer;
  let bot: Platform;
  const logged: string[] = [];
  beforeEach(async () => {
    logged.length = 0;
    server = await createSlackServer({ manifest, ackTimeoutMs: 1000, retryDelaysMs: [0, 0, 0] });
    bot = await openBot();
    await bot.start();
  });
  afterEach(async () => {
    await bot.stop();
    await server.stop();
  });

  const openBot = async (changes: Partial<SlackParts> = {}) =>
    createSlack({
      ...(await createTestDesk()).open(),
      ...{ token: server.botToken, appToken: server.appToken, apiUrl: server.apiUrl },
      ...{ staff: [], channels: [], linkOf: () => undefined, log: logInto(logged) },
      ...changes,
    });
  const answersAfter = async (withinMs?: number) => {
    const ann = server.addUser({ name: 'ann' });
    const support = server.addChannel({ name: 'support', members: [ann] });
    const asked = server.say(ann, support, `<@${server.bot.id}> ${texts.defers}`);
    await server.until(() => server.replies(asked).length === 1, 'an answer', withinMs);
  };

  it('is connected when it says that it has started', () =>
    assert.deepEqual([server.sockets(), bot.connected()], [1, true]));

  it('is back within two seconds when the socket breaks or Slack sends it away', async (test) => {
    const partings: Record<string, () => void> = {
      drop: server.dropSockets,
      refresh: () => server.refreshSockets(),
      warning: () => server.refreshSockets('warning'),
    };
    for (const [name, part] of Object.entries(partings)) {
      part();
      const begun = Date.now();
      await server.until(() => server.sockets() === 1, 'a new socket');
      test.diagnostic(`connected again ${Date.now() - begun} ms after a ${name}`);
      assert.ok(Date.now() - begun < 2000, `${Date.now() - begun} ms`);
    }
    await answersAfter();
  });

  it('counts each time that Slack makes it wait', async () => {
    await bot.stop();
    let limited = 0;
    bot = await openBot({ metrics: { rateLimited: () => limited++ } });
    await bot.start();
    server.fault({ method: 'chat.postMessage', kind: 'rate-limited' });
    await answersAfter();
    assert.equal(limited, 1);
  });

  it('notices a socket that fell silent, and what was sent into it is answered', async (test) => {
    const begun = Date.now();
    server.silenceSockets();
    const answered = answersAfter(60_000);
    await server.until(() => logged.includes('slack_reconnected'), 'a new socket', 60_000);
    test.diagnostic(`connected again ${Date.now() - begun} ms after the socket fell silent`);
    await answered;
  });

  it('comes back from whatever Slack answers meanwhile, and nothing escapes', async () => {
    const escaped: unknown[] = [];
    const note = (reason: unknown) => escaped.push(reason);
    process.on('unhandledRejection', note);
    const method = 'apps.connections.open';
    server.fault({ method, kind: 'http-500' });
    server.fault({ method, kind: 'reset-before' });
    server.fault({ method, kind: 'platform-error', error: 'internal_error' });
    server.fault({ method, kind: 'platform-error', error: 'invalid_auth' });
    server.dropSockets();
    await server.until(() => server.sockets() === 1, 'a new socket', 60_000);
    await answersAfter();
    process.off('unhandledRejection', note);
    assert.deepEqual(escaped, []);
    assert.ok(logged.includes('slack_connection_failed') && logged.includes('slack_reconnected'));
  });

  it('holds one socket, and none after its end', async () => {
    server.refreshSockets();
    await server.until(() => server.sockets() === 1, 'a new socket');
    await server.quiet(300);
    assert.equal(server.sockets(), 1);
    await bot.stop();
    assert.equal(bot.connected(), false);
    await server.until(() => server.sockets() === 0, 'the end');
    await server.quiet(300);
    assert.equal(server.sockets(), 0);
  });
});
