import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { slackManifest } from '../../bot/platforms/slack/manifest.ts';
import type { Health } from '../../bot/web/health.ts';
import { createDiscordServer, type DiscordServer } from '../servers/discord/server.ts';
import { createSlackServer, type SlackServer } from '../servers/slack/server.ts';
import { startBot } from './bot-process.ts';

describe('the port of the bot', () => {
  let slack: SlackServer;
  let discord: DiscordServer;
  before(async () => {
    slack = await createSlackServer({ manifest: slackManifest('socket') });
    discord = await createDiscordServer();
  });
  after(() => Promise.all([slack.stop(), discord.stop()]));

  const settings = () => ({
    ...{ SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken, SLACK_API_URL: slack.apiUrl },
    ...{ DISCORD_TOKEN: discord.botToken, DISCORD_APPLICATION_ID: discord.application.id },
    DISCORD_API_URL: discord.apiUrl,
  });

  it('tells how both chats are, counts what was answered, and is closed in order', async () => {
    const bot = startBot({ ...settings(), PORT: '0' });
    await bot.ready;
    const port = bot.log.find(({ msg }) => msg === 'ready')?.port;
    const url = `http://127.0.0.1:${port}`;
    const health = (await (await fetch(`${url}/healthz`)).json()) as Health;
    assert.equal(health.status, 'ok');
    assert.deepEqual(health.platforms, { slack: 'connected', discord: 'connected' });
    assert.deepEqual(health.memory, { reading: true, writing: true, notRemembered: {} });
    const ann = slack.addUser({ name: 'ann' });
    const support = slack.addChannel({ name: 'support', members: [ann] });
    const asked = slack.say(ann, support, `<@${slack.bot.id}> my mailbox is full`);
    await slack.until(() => slack.replies(asked).length === 1, 'an answer', 60_000);
    const metrics = async () => (await fetch(`${url}/metrics`)).text();
    await slack.until(async () => /questions_total\{platform="slack"/.test(await metrics()), 'the count');
    assert.equal(await bot.stop(), 0);
    await assert.rejects(fetch(`${url}/healthz`));
  });

  it('stops the start when it is taken, with the sentence that says what to set', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    const bot = startBot({ ...settings(), PORT: String(port) });
    assert.equal(await bot.ended, 1);
    assert.match(
      bot.said(),
      new RegExp(`^Port ${port} is taken by another program: set PORT.*PORT=off\\.$`, 'm'),
    );
    other.close();
  });
});
