import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openMemory } from '../../bot/memory/open-memory.ts';
import { slackManifest } from '../../bot/platforms/slack/manifest.ts';
import { texts } from '../platforms/contract/texts.ts';
import { freePort } from '../platforms/slack/slack-bots.ts';
import { createSlackServer, type SlackServer } from '../servers/slack/server.ts';
import type { Team } from '../servers/slack/workspace.ts';
import { type BotProcess, startBot } from './bot-process.ts';

interface Installed {
  readonly bot: { readonly expiresAt: number };
}

describe('the bot for several workspaces of Slack', () => {
  let server: SlackServer;
  let bot: BotProcess | undefined;
  let env: Record<string, string>;
  let url: string;
  const folder = mkdtempSync(join(tmpdir(), 'hostdesk-workspaces-'));
  const start = async () => {
    bot = startBot(env);
    await bot.ready;
  };
  before(async () => {
    const manifest = slackManifest('http');
    const settings = { ...manifest.settings, token_rotation_enabled: true };
    server = await createSlackServer({ manifest: { ...manifest, settings }, installed: false });
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    env = {
      SLACK_CLIENT_ID: server.app.clientId,
      SLACK_CLIENT_SECRET: server.app.clientSecret,
      SLACK_SIGNING_SECRET: server.app.signingSecret,
      SLACK_API_URL: server.apiUrl,
      PORT: String(port),
      DATA_DIR: folder,
    };
    await start();
    await server.deliverTo(`${url}/slack/events`);
  });
  after(async () => {
    await bot?.stop();
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  /** As a browser goes: to the bot's page, to Slack's, and back with the cookie. */
  const install = async (team: Team) => {
    server.addUser({ name: `admin-${team.id}`, teamId: team.id });
    const begin = await fetch(`${url}/slack/install`, { redirect: 'manual' });
    const toSlack = new URL(begin.headers.get('location') ?? '');
    toSlack.searchParams.set('team', team.id);
    toSlack.searchParams.set('redirect_uri', `${url}/slack/oauth_redirect`);
    const allowed = await fetch(toSlack, { redirect: 'manual' });
    const cookie = begin.headers.get('set-cookie')?.split(';')[0] ?? '';
    const back = await fetch(allowed.headers.get('location') ?? '', {
      headers: { cookie },
      redirect: 'manual',
    });
    assert.ok(back.status < 400, await back.text());
  };
  const askIn = async (team: Team) => {
    const name = `u${Math.random().toString(36).slice(2, 8)}`;
    const person = server.addUser({ name, teamId: team.id });
    const channel = server.addChannel({ name: `c${name}`, members: [person], teamId: team.id });
    const question = server.say(person, channel, `<@${server.installationOf(team).bot.id}> ${texts.defers}`);
    await server.until(() => server.replies(question).length === 1, 'an answer', 60_000);
  };
  /** All that lies in the folder of the memory. */
  const kept = () =>
    readdirSync(folder)
      .map((file) => readFileSync(join(folder, file), 'latin1'))
      .join('\n');

  it('answers in each that installed it, keeps their tokens sealed, and knows them after a restart', async () => {
    const other = server.addTeam('Other Ltd');
    for (const team of [server.team, other]) {
      await install(team);
      await askIn(team);
    }
    assert.equal(new Set(server.calls('chat.postMessage').map(({ token }) => token)).size, 2);
    assert.equal(await bot?.stop(), 0);
    assert.match(kept(), new RegExp(`slack.{0,4}${other.id}`), 'the installation is there');
    assert.doesNotMatch(kept(), /xoxb|xoxe/);
    await start();
    for (const team of [server.team, other]) await askIn(team);
  });

  it('refreshes a token that runs out, once', async () => {
    await bot?.stop();
    const memory = await openMemory({ folder, mask: (text) => text });
    const installation = (await memory.installations.fetch('slack', server.team.id)) as Installed;
    const expiresAt = Math.floor(Date.now() / 1000) + 60;
    const soon = { ...installation, bot: { ...installation.bot, expiresAt } };
    await memory.installations.store('slack', server.team.id, soon);
    await memory.close();
    await start();
    await Promise.all([1, 2, 3].map(() => askIn(server.team)));
    const refreshes = server
      .calls('oauth.v2.access')
      .filter(({ args }) => args.grant_type === 'refresh_token');
    assert.deepEqual(
      refreshes.map(({ outcome }) => outcome),
      ['ok'],
    );
  });

  it('forgets a workspace that takes the app away', async () => {
    server.uninstall();
    const memory = await openMemory({ folder, mask: (text) => text });
    const isForgotten = async () => !(await memory.installations.keys('slack')).includes(server.team.id);
    await server.until(isForgotten, 'to be forgotten');
    await memory.close();
  });
});
