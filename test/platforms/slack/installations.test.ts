import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { saying } from '../../../bot/desk/saying.ts';
import { openMemory } from '../../../bot/memory/open-memory.ts';
import { openResilientMemory, type ResilientMemory } from '../../../bot/memory/resilient/resilient.ts';
import type { Platform } from '../../../bot/platforms/platform.ts';
import type { InstallationStore } from '../../../bot/platforms/slack/installations/installation-store.ts';
import { createKeptInstallations } from '../../../bot/platforms/slack/installations/kept-installations.ts';
import { slackManifest } from '../../../bot/platforms/slack/manifest.ts';
import { createSlack } from '../../../bot/platforms/slack/slack.ts';
import { createSlackServer, type SlackServer } from '../../servers/slack/server.ts';
import type { Team } from '../../servers/slack/workspace.ts';
import { type OpenPort, openPort } from '../../web/open-port.ts';
import { createTestDesk } from '../contract/test-desk.ts';
import { texts } from '../contract/texts.ts';
import { logInto } from './slack-bots.ts';

let folder: string;
let memory: ResilientMemory;
const openKept = () => openResilientMemory({ open: () => openMemory({ folder, mask: (text) => text }) });
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'installations-'));
  memory = await openKept();
});
afterEach(async () => {
  await memory.close();
  await rm(folder, { recursive: true });
});

describe('installations of Slack', () => {
  const installation = { team: { id: 'T1' }, bot: { token: 'xoxb-very-secret' } };

  it('are what was stored last, in this process and in others', async () => {
    const other = await openKept();
    const [own, others] = [createKeptInstallations(memory), createKeptInstallations(other)];
    await own.store('T1', { team: 'older' });
    await own.store('T1', installation);
    assert.deepEqual(await own.fetch('T1'), installation);
    assert.deepEqual(await others.fetch('T1'), installation);
    await own.store('T1', { team: 'newer' });
    assert.deepEqual(await others.fetch('T1', { fresh: true }), { team: 'newer' });
    await others.remove('T1');
    assert.equal(await own.fetch('T1', { fresh: true }), undefined);
    await other.close();
  });

  it('let one process at a time refresh a token', async () => {
    const other = await openKept();
    assert.equal(await createKeptInstallations(memory).mayRefresh('T1'), true);
    assert.equal(await createKeptInstallations(other).mayRefresh('T1'), false);
    assert.equal(await createKeptInstallations(other).mayRefresh('T2'), true);
    await other.close();
  });

  it('are known while the memory is away, as far as they were asked for, and never taken for missing', async () => {
    let away = false;
    let time = 0;
    const flaky: Parameters<typeof createKeptInstallations>[0] = {
      ...memory,
      state: () => ({ ...memory.state(), reading: !away }),
      installations: {
        ...memory.installations,
        store: async (...given) => (away ? undefined : memory.installations.store(...given)),
        fetch: async (...given) => (away ? undefined : memory.installations.fetch(...given)),
      },
    };
    const store = createKeptInstallations(flaky, () => time);
    await store.store('T1', installation);
    away = true;
    time = 10 * 60_000;
    assert.deepEqual(await store.fetch('T1'), installation);
    await assert.rejects(store.fetch('T2'), /away/);
    await assert.rejects(store.store('T3', installation), /could not be kept/);
  });
});

describe('Slack in several workspaces', () => {
  let server: SlackServer;
  let bot: Platform;
  let store: InstallationStore;
  let url: string;
  let port: OpenPort;

  beforeEach(async () => {
    const manifest = slackManifest('http');
    const settings = { ...manifest.settings, token_rotation_enabled: true };
    server = await createSlackServer({ manifest: { ...manifest, settings }, installed: false });
    store = createKeptInstallations(memory);
    port = await openPort(logInto([]));
    url = port.url;
    const { clientId, clientSecret, signingSecret } = server.app;
    bot = createSlack({
      ...(await createTestDesk()).open(),
      ...{ apiUrl: server.apiUrl, signingSecret, mount: port.mount },
      oauth: { clientId, clientSecret, installations: store },
      ...{ staff: [], channels: [], linkOf: () => undefined, log: logInto([]) },
    });
    await bot.start();
    await server.deliverTo(`${url}/slack/events`);
  });
  afterEach(async () => {
    await Promise.all([port.stop(), bot.stop()]);
    await server.stop();
  });

  /** As a browser goes: to the bot's page, to Slack's, and back with the cookie. */
  const install = async (team: Team) => {
    const begin = await fetch(`${url}/slack/install`, { redirect: 'manual' });
    const toSlack = new URL(begin.headers.get('location') ?? '');
    assert.equal(`${toSlack.origin}${toSlack.pathname}`, server.authorizeUrl);
    toSlack.searchParams.set('team', team.id);
    toSlack.searchParams.set('redirect_uri', `${url}/slack/oauth_redirect`);
    const allowed = await fetch(toSlack, { redirect: 'manual' });
    const cookie = begin.headers.get('set-cookie')?.split(';')[0] ?? '';
    return fetch(allowed.headers.get('location') ?? '', { headers: { cookie }, redirect: 'manual' });
  };
  const askIn = (team: Team) => {
    const name = `u${Math.random().toString(36).slice(2, 8)}`;
    const person = server.addUser({ name, teamId: team.id });
    const channel = server.addChannel({ name: `c${name}`, members: [person], teamId: team.id });
    return server.say(person, channel, `<@${server.installationOf(team).bot.id}> ${texts.defers}`);
  };
  const expire = async (team: Team) => {
    const installation = (await store.fetch(team.id)) as { bot: { expiresAt: number } };
    installation.bot.expiresAt = Math.floor(Date.now() / 1000) + 60;
    await store.store(team.id, installation);
  };

  it('answers in each that installed it, each with its own token', async () => {
    const other = server.addTeam('Other Ltd');
    for (const team of [server.team, other]) {
      server.addUser({ name: `admin-${team.id}`, teamId: team.id });
      assert.ok((await install(team)).status < 400);
      assert.ok(await store.fetch(team.id));
    }
    const asked = [askIn(server.team), askIn(other)];
    for (const question of asked)
      await server.until(() => server.replies(question).length === 1, 'an answer');
    const tokens = new Set(server.calls('chat.postMessage').map(({ token }) => token));
    assert.equal(tokens.size, 2);
  });

  it('reaches out in the workspace that is named, with its own token, and in no other', async () => {
    const other = server.addTeam('Other Ltd');
    for (const team of [server.team, other]) {
      server.addUser({ name: `admin-${team.id}`, teamId: team.id });
      await install(team);
    }
    const kim = server.addUser({ name: 'kim', teamId: other.id });
    const team = server.addChannel({ name: 'team', teamId: other.id });
    const person = { platform: 'slack', workspace: other.id, id: kim.id };
    const place = { platform: 'slack', workspace: other.id, channel: team.id, private: false };
    await bot.outreach.post(place, { ...saying('A hand-off'), audience: 'public' }, 'hand-off 1');
    await bot.outreach.tell(person, saying('It is clear'), 'watch 1');
    assert.equal(await bot.outreach.nameOf(person), 'kim');
    assert.equal(await bot.outreach.linkTo(place), `https://other-ltd.slack.com/archives/${team.id}`);
    const tokens = new Set(server.calls('chat.postMessage').map(({ token }) => token));
    assert.deepEqual([...tokens], [server.installationOf(other).token]);
    await assert.rejects(
      bot.outreach.tell({ ...person, workspace: 'T0NOWHERE' }, saying('x'), 'x 1'),
      /not installed/,
    );
  });

  it('installs nothing for whoever did not begin there', async () => {
    server.addUser({ name: 'admin' });
    const begin = await fetch(`${url}/slack/install`, { redirect: 'manual' });
    const toSlack = new URL(begin.headers.get('location') ?? '');
    toSlack.searchParams.set('redirect_uri', `${url}/slack/oauth_redirect`);
    const allowed = await fetch(toSlack, { redirect: 'manual' });
    const back = await fetch(allowed.headers.get('location') ?? '', { redirect: 'manual' });
    assert.ok(back.status >= 400);
    assert.equal(await store.fetch(server.team.id), undefined);
  });

  it('refreshes a token once, however many questions come at the time', async () => {
    server.addUser({ name: 'admin' });
    await install(server.team);
    await expire(server.team);
    const asked = [1, 2, 3, 4, 5].map(() => askIn(server.team));
    for (const question of asked)
      await server.until(() => server.replies(question).length === 1, 'an answer');
    const refreshes = server
      .calls('oauth.v2.access')
      .filter(({ args }) => args.grant_type === 'refresh_token');
    assert.equal(refreshes.length, 1);
    assert.equal(refreshes[0]?.outcome, 'ok');
    const { bot } = (await store.fetch(server.team.id)) as { bot: { expiresAt: number } };
    assert.ok(bot.expiresAt > Date.now() / 1000 + 3600);
  });

  it('forgets a workspace that takes the app away', async () => {
    server.addUser({ name: 'admin' });
    await install(server.team);
    server.uninstall();
    await server.until(async () => (await store.fetch(server.team.id)) === undefined, 'to be forgotten');
  });
});
