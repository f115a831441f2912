import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Client, RESTJSONErrorCodes, type SendableChannels } from 'discord.js';
import { startClient } from '../discord-client.ts';
import { createDiscordServer, type DiscordServer } from '../server.ts';
import type { Channel } from '../world/channel.ts';
import type { User } from '../world/guild.ts';

describe('REST', () => {
  let server: DiscordServer;
  let client: Client<true>;
  let ann: User;

  before(async () => {
    server = await createDiscordServer();
    ann = server.addUser({ name: 'ann' });
    client = await startClient(server);
  });
  after(async () => {
    await client.destroy();
    await server.stop();
  });

  /** A channel of its own for each test, with a rate limit of its own. */
  async function open(name: string): Promise<{ channel: Channel; sendable: SendableChannels }> {
    const channel = server.addChannel({ name });
    const sendable = await client.channels.fetch(channel.id);
    assert.ok(sendable?.isSendable());
    return { channel, sendable };
  }

  async function request(method: string, path: string, body?: unknown, token = server.botToken) {
    const headers = { authorization: `Bot ${token}`, 'content-type': 'application/json' };
    const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
    const response = await fetch(`${server.apiUrl}/v10${path}`, init);
    const text = await response.text();
    return { response, body: (text ? JSON.parse(text) : {}) as { code?: number; retry_after?: number } };
  }

  it('sends once with a nonce, even when the answer to the first try was lost', async () => {
    const { channel, sendable } = await open('once');
    const message = { content: 'an answer', nonce: '1234', enforceNonce: true };
    server.fault({ method: 'POST', path: '/channels/:channel/messages', kind: 'reset-after' });
    await assert.rejects(sendable.send(message));
    const sent = await sendable.send(message);
    assert.equal(server.botMessages(channel).length, 1);
    assert.equal(server.botMessages(channel)[0]?.id, sent.id);
    await sendable.send({ content: 'an answer', nonce: '1234' });
    assert.equal(server.botMessages(channel).length, 2, 'not enforced');
  });

  it('does nothing when the connection breaks before, and everything when it is slow', async () => {
    const { channel, sendable } = await open('faults');
    const path = '/channels/:channel/messages';
    server.fault({ method: 'POST', path, kind: 'reset-before' });
    await assert.rejects(sendable.send('lost'));
    assert.equal(server.botMessages(channel).length, 0);
    server.fault({ method: 'POST', path, kind: 'slow', delayMs: 50 });
    await sendable.send('slow');
    server.fault({ method: 'POST', path, kind: 'http-500' });
    await assert.rejects(sendable.send('broken'), { status: 500 });
    server.fault({ method: 'POST', path, kind: 'platform-error', code: 30033 });
    await assert.rejects(sendable.send('refused'), { code: 30033 });
    server.fault({ method: 'POST', path, kind: 'platform-error', code: 20016, retryAfterSeconds: 0.05 });
    await sendable.send('after the slow mode');
    server.fault({ method: 'POST', path, kind: 'rate-limited', retryAfterSeconds: 0.05 });
    await sendable.send('after the limit');
    assert.deepEqual(
      server.botMessages(channel).map(({ content }) => content),
      ['slow', 'after the slow mode', 'after the limit'],
    );
    const outcomes = server
      .calls('POST /channels/:channel/messages')
      .slice(-8)
      .map(({ outcome }) => outcome);
    assert.deepEqual(outcomes, ['reset-before', 'ok', '500', '30033', '20016', 'ok', '429', 'ok']);
  });

  it('limits what is sent to a channel, and says so before it refuses', async () => {
    const { channel } = await open('busy');
    const path = `/channels/${channel.id}/messages`;
    for (let left = 4; left >= 0; left -= 1) {
      const { response } = await request('POST', path, { content: 'x' });
      assert.equal(response.headers.get('x-ratelimit-remaining'), String(left));
      assert.equal(response.headers.get('x-ratelimit-limit'), '5');
    }
    const { response, body } = await request('POST', path, { content: 'x' });
    assert.equal(response.status, 429);
    assert.ok(Number(response.headers.get('retry-after')) >= 1);
    assert.ok((body.retry_after ?? 0) > 0);
    assert.equal(server.botMessages(channel).length, 5);
  });

  it('limits everything together', async () => {
    const local = await createDiscordServer({ rateLimits: { global: { limit: 2, perMs: 1000 } } });
    const headers = { authorization: `Bot ${local.botToken}` };
    const statuses = [];
    for (let count = 0; count < 3; count += 1)
      statuses.push((await fetch(`${local.apiUrl}/v10/users/@me`, { headers })).status);
    await local.stop();
    assert.deepEqual(statuses, [200, 200, 429]);
  });

  const codes: [
    string,
    (channel: Channel) => [method: string, path: string, body?: unknown],
    number,
    number,
  ][] = [
    ['an unknown channel', () => ['GET', '/channels/123'], 404, RESTJSONErrorCodes.UnknownChannel],
    ['an unknown message', ({ id }) => ['GET', `/channels/${id}/messages/123`], 404, 10008],
    ['an unknown user', () => ['GET', '/users/123'], 404, 10013],
    ['an unknown member', () => ['GET', `/guilds/${server.guild.id}/members/${stranger()}`], 404, 10007],
    ['an unknown server', () => ['GET', '/guilds/123'], 404, 10004],
    [
      'an unknown webhook',
      () => ['POST', `/webhooks/${server.application.id}/none`, { content: 'x' }],
      404,
      10015,
    ],
    ['an empty message', ({ id }) => ['POST', `/channels/${id}/messages`, { content: ' ' }], 400, 50006],
    [
      'another one’s message',
      ({ id }) => ['PATCH', `/channels/${id}/messages/${said(id)}`, { content: 'x' }],
      403,
      50005,
    ],
    ['a message in a forum', () => ['POST', `/channels/${forum()}/messages`, { content: 'x' }], 400, 50008],
    [
      'an emoji that is none',
      ({ id }) => ['PUT', `/channels/${id}/messages/${said(id)}/reactions/no/@me`],
      400,
      10014,
    ],
    [
      'a post without the tag that is wanted',
      () => ['POST', `/channels/${forum()}/threads`, { name: 'x', message: { content: 'x' } }],
      400,
      40067,
    ],
    ['a direct message to nobody', () => ['POST', '/users/@me/channels', { recipient_id: '1' }], 400, 50033],
    ['another app’s commands', () => ['GET', '/applications/123/commands'], 403, 20012],
    ['a list of members without the switch', () => ['GET', `/guilds/${server.guild.id}/members`], 403, 50001],
    [
      'a reply to nothing',
      ({ id }) => [
        'POST',
        `/channels/${id}/messages`,
        { content: 'x', message_reference: { message_id: '1' } },
      ],
      400,
      50035,
    ],
    ['a wrong path', () => ['GET', '/nowhere'], 404, 0],
    ['a wrong method', () => ['DELETE', '/users/@me'], 405, 0],
  ];
  for (const [what, call, status, code] of codes)
    it(`refuses ${what} with ${code}`, async () => {
      const { channel } = await open('codes');
      const [method, path, body] = call(channel);
      const answer = await request(method, path, body);
      assert.deepEqual([answer.response.status, answer.body.code], [status, code]);
    });

  it('refuses a wrong token and a body that is no JSON', async () => {
    assert.equal((await request('GET', '/users/@me', undefined, 'wrong')).response.status, 401);
    const headers = { authorization: `Bot ${server.botToken}`, 'content-type': 'application/json' };
    const { channel } = await open('json');
    const url = `${server.apiUrl}/v10/channels/${channel.id}/messages`;
    const response = await fetch(url, { method: 'POST', headers, body: '{' });
    assert.equal(((await response.json()) as { code: number }).code, 50109);
  });

  it('lets the bot do what it is permitted to, and no more', async () => {
    const { channel, sendable } = await open('permissions');
    const everyone = server.guild.id;
    const question = server.say(ann, channel, 'a question');
    const heard = await sendable.messages.fetch(question.id);
    server.deny(channel, server.bot, ['SendMessages', 'AddReactions', 'CreatePublicThreads', 'AttachFiles']);
    await assert.rejects(heard.react('👍'), { code: 50013 });
    await assert.rejects(sendable.send('no'), { code: 50013 });
    await assert.rejects(heard.startThread({ name: 'no' }), { code: 50013 });
    server.allow(channel, server.bot, ['SendMessages']);
    await assert.rejects(sendable.send({ files: [Buffer.from('x')] }), { code: 50013 });
    server.deny(channel, server.bot, ['ReadMessageHistory']);
    await assert.rejects(heard.reply('no'), { code: 160002 });
    assert.equal((await sendable.messages.fetch({ limit: 5 })).size, 0);
    server.deny(channel, everyone, ['ViewChannel']);
    await assert.rejects(sendable.messages.fetch({ message: question.id, force: true }), { code: 50001 });
  });

  const stranger = () => server.addUser({ name: 'stranger', guild: null }).id;
  const forum = () => server.addChannel({ name: 'forum', kind: 'forum', tags: ['a'], requiresTag: true }).id;
  const said = (channelId: string) => {
    const message = server.messages(channelId)[0] ?? server.say(ann, channelById(channelId), 'hello');
    return message.id;
  };
  const channelById = (id: string) => server.channel(id) ?? assert.fail('no such channel');
});
