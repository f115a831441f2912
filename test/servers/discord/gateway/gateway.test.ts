import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { type Client, Events, type Message } from 'discord.js';
import { WebSocket } from 'ws';
import { allIntents, createClient, startClient, supportIntents } from '../discord-client.ts';
import { createDiscordServer, type DiscordServer, type DiscordServerOptions } from '../server.ts';

describe('the gateway', () => {
  let server: DiscordServer;
  let client: Client | undefined;
  afterEach(async () => {
    await client?.destroy();
    client = undefined;
    await server.stop();
  });

  async function start(options: DiscordServerOptions = {}, intents = allIntents) {
    server = await createDiscordServer(options);
    const ann = server.addUser({ name: 'ann' });
    const support = server.addChannel({ name: 'support' });
    const heard: Message[] = [];
    const started = await startClient(server, { intents });
    client = started;
    started.on(Events.MessageCreate, (message) => heard.push(message));
    return { ann, support, heard, client: started };
  }

  it('refuses intents that are switched off in the portal', async () => {
    server = await createDiscordServer({ privilegedIntents: [] });
    client = createClient(server);
    await assert.rejects(client.login(server.botToken), /disallowed intents/i);
  });

  it('refuses a wrong token, on REST and on the socket', async () => {
    server = await createDiscordServer();
    client = createClient(server);
    await assert.rejects(client.login('wrong.token.here'), /invalid token/i);
    assert.equal(await closeCode({ op: 2, d: { token: 'wrong', intents: 1 } }), 4004);
  });

  const closings: [string, unknown, number][] = [
    ['words that are no JSON', 'hello', 4002],
    ['an opcode before IDENTIFY', { op: 3, d: {} }, 4003],
    ['an intent that does not exist', { op: 2, d: { token: '$token', intents: 1 << 18 } }, 4013],
    ['a shard past the count', { op: 2, d: { token: '$token', intents: 1, shard: [2, 2] } }, 4010],
  ];
  for (const [what, frame, code] of closings)
    it(`closes with ${code} on ${what}`, async () => {
      server = await createDiscordServer();
      assert.equal(await closeCode(frame), code);
    });

  it('closes with 4011 when the bot is in too many servers for one shard', async () => {
    server = await createDiscordServer({ guildsPerShard: 1 });
    server.addGuild('Second');
    assert.equal(await closeCode({ op: 2, d: { token: '$token', intents: 1, shard: [0, 1] } }), 4011);
  });

  it('holds content back without the message content intent, with the known exceptions', async () => {
    const { ann, support, heard } = await start({}, supportIntents);
    const file = { name: 'a.txt', content: 'a' };
    const plain = server.say(ann, support, 'plain', { files: [file] });
    const mention = server.say(ann, support, '@hostdesk mention', { files: [file] });
    const direct = server.dm(ann, 'direct');
    await server.until(() => heard.length === 3, 'three messages');
    const contentOf = (id: string) => heard.find((message) => message.id === id);
    assert.equal(contentOf(plain.id)?.content, '');
    assert.equal(contentOf(plain.id)?.attachments.size, 0);
    assert.match(contentOf(mention.id)?.content ?? '', /mention$/);
    assert.equal(contentOf(mention.id)?.attachments.size, 1);
    assert.equal(contentOf(direct.id)?.content, 'direct');
    const channel = client?.channels.cache.get(support.id);
    assert.ok(channel?.isTextBased());
    const own = channel.isSendable() ? await channel.send('own') : undefined;
    await server.until(
      () => heard.some(({ id, content }) => id === own?.id && content === 'own'),
      'its own message',
    );
  });

  it('sends only what the intents ask for', async () => {
    const { ann, support, heard } = await start({}, [1]);
    server.say(ann, support, '@hostdesk hello');
    server.dm(ann, 'hello');
    await server.quiet();
    assert.equal(heard.length, 0);
  });

  it('replays what a client missed while its connection was broken', async () => {
    const { ann, support, heard } = await start();
    server.dropSockets();
    await server.until(() => server.sockets() === 0);
    const missed = ['one', 'two'].map((words) => server.say(ann, support, words).id);
    await server.until(() => heard.length === 2, 'the missed messages', 10_000);
    assert.deepEqual(
      heard.map(({ id }) => id),
      missed,
    );
    assert.equal(server.identifies(), 1, 'it resumed');
  });

  it('has a client resume when asked to reconnect', async () => {
    const { ann, support, heard } = await start();
    server.requestReconnect();
    await server.until(() => server.sockets() === 0);
    server.say(ann, support, 'meanwhile');
    await server.until(() => heard.length === 1, 'the message', 10_000);
    assert.equal(server.identifies(), 1);
  });

  it('has a client begin anew when its session is invalid', async () => {
    const { ann, support, heard } = await start();
    server.invalidateSession();
    await server.until(() => server.identifies() === 2, 'a second IDENTIFY', 15_000);
    await server.connected();
    server.say(ann, support, 'after');
    await server.until(() => heard.length === 1, 'the message');
  });

  it('is left by a client whose heartbeats it does not acknowledge', async () => {
    const { ann, support, heard } = await start({ heartbeatIntervalMs: 100 });
    server.acknowledgeHeartbeats(false);
    await server.until(() => server.sockets() === 0, 'the client to leave');
    server.acknowledgeHeartbeats(true);
    server.say(ann, support, 'meanwhile');
    await server.until(() => heard.length === 1, 'the message', 10_000);
    assert.equal(server.identifies(), 1);
  });

  it('ends a session the client closed, and keeps one it may resume', async () => {
    const { client: first } = await start();
    await first.destroy();
    await server.until(() => server.sockets() === 0);
    client = await startClient(server);
    assert.equal(server.identifies(), 2);
  });

  function closeCode(frame: unknown): Promise<number> {
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/gateway?v=10&encoding=json`);
    const text = typeof frame === 'string' ? frame : JSON.stringify(frame);
    socket.on('open', () => socket.send(text.replace('$token', server.botToken)));
    return new Promise((resolve) => socket.on('close', resolve));
  }
});
