import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { ButtonStyle, type Client, ComponentType, MessageFlags, type SendableChannels } from 'discord.js';
import { startClient } from '../discord-client.ts';
import { createDiscordServer, type DiscordServer } from '../server.ts';
import { pingsIn } from '../shown-text.ts';
import type { Channel } from '../world/channel.ts';
import type { User } from '../world/guild.ts';

const text = (content: string) => ({ type: ComponentType.TextDisplay as const, content });

describe('messages of the app', () => {
  let server: DiscordServer;
  let client: Client<true>;
  let ann: User;
  let channel: Channel;
  let sendable: SendableChannels;

  before(async () => {
    server = await createDiscordServer({ privilegedIntents: [] });
    ann = server.addUser({ name: 'ann' });
    client = await startClient(server, { intents: [1, 512] });
  });
  after(async () => {
    await client.destroy();
    await server.stop();
  });
  beforeEach(async () => {
    channel = server.addChannel({ name: 'support' });
    const fetched = await client.channels.fetch(channel.id);
    assert.ok(fetched?.isSendable());
    sendable = fetched;
  });
  const last = () => server.botMessages(channel).at(-1) ?? assert.fail('the bot has said nothing');

  it('become Components V2 only once their content is gone, and stay so', async () => {
    const sent = await sendable.send('old');
    const flags = MessageFlags.IsComponentsV2;
    await assert.rejects(sent.edit({ flags, components: [text('new')] }), { code: 50035 });
    await client.rest.patch(`/channels/${channel.id}/messages/${sent.id}`, {
      body: { content: null, flags, components: [text('new')] },
    });
    const changed = await sendable.messages.fetch({ message: sent.id, force: true });
    await assert.rejects(changed.edit('old again'), { code: 50035 });
    const unset = { flags: 0, components: [text('newer')] };
    const path = `/channels/${channel.id}/messages/${sent.id}` as const;
    await assert.rejects(client.rest.patch(path, { body: unset }), { code: 50035 });
    await client.rest.patch(path, { body: { components: [text('newest')] } });
    assert.equal(last().components[0]?.content, 'newest');
  });

  it('come back with ids in their components', async () => {
    const style = ButtonStyle.Primary as const;
    const button = { type: ComponentType.Button as const, style, label: 'Go', custom_id: 'go' };
    const row = { type: ComponentType.ActionRow as const, components: [button] };
    await sendable.send({ content: 'x', components: [row] });
    assert.deepEqual(last().components, [{ ...row, id: 1, components: [{ ...button, id: 2 }] }]);
  });

  it('show a file that a component refers to', async () => {
    const file = { type: ComponentType.File as const, file: { url: 'attachment://a.txt' } };
    await sendable.send({
      flags: MessageFlags.IsComponentsV2,
      components: [file],
      files: [{ attachment: Buffer.from('a'), name: 'a.txt' }],
    });
    const shown = last().components[0]?.file as { url: string };
    assert.equal(await (await fetch(shown.url)).text(), 'a');
  });

  it('keep the files an edit names, and lose the others', async () => {
    const files = ['a.txt', 'b.txt'].map((name) => ({ attachment: Buffer.from(name), name }));
    const sent = await sendable.send({ files });
    const kept = [...sent.attachments.values()].slice(1);
    await sent.edit({ attachments: kept, files: [{ attachment: Buffer.from('c'), name: 'c.txt' }] });
    assert.deepEqual(
      last().attachments.map(({ name }) => name),
      ['b.txt', 'c.txt'],
    );
    const big = { attachment: Buffer.alloc(10 * 1024 * 1024 + 1), name: 'big.bin' };
    await assert.rejects(sendable.send({ files: [big] }), { code: 40005 });
  });

  it('ping whom they mention, unless they may not', async () => {
    const role = server.addRole('staff');
    const content = `@everyone <@&${role.id}> <@${ann.id}> \`<@${ann.id}>\``;
    server.allow(channel, server.bot, ['MentionEveryone']);
    await sendable.send(content);
    assert.deepEqual(pingsIn(last()), [ann.id, role.id, 'everyone']);
    await sendable.send({ content, allowedMentions: { parse: [] } });
    assert.deepEqual(pingsIn(last()), []);
    await sendable.send({
      flags: MessageFlags.IsComponentsV2,
      components: [text(content)],
      allowedMentions: { parse: [], users: [ann.id] },
    });
    assert.deepEqual(pingsIn(last()), [ann.id]);
  });

  it('of others are read without content, even over REST, when the switch is off', async () => {
    const plain = server.say(ann, channel, 'plain');
    const mention = server.say(ann, channel, '@hostdesk mention');
    const { components } = await sendable.messages.fetch({ message: plain.id, force: true });
    assert.deepEqual(components, []);
    const read = async (id: string) => (await sendable.messages.fetch({ message: id, force: true })).content;
    assert.equal(await read(plain.id), '');
    assert.match(await read(mention.id), /mention/);
  });

  it('are listed newest first, before and after others', async () => {
    const [one, two, three] = ['one', 'two', 'three'].map((words) => server.say(ann, channel, words));
    const ids = async (options: object) => [
      ...(await sendable.messages.fetch({ cache: false, ...options })).keys(),
    ];
    assert.deepEqual(await ids({ limit: 2 }), [three?.id, two?.id]);
    assert.deepEqual(await ids({ before: three?.id }), [two?.id, one?.id]);
    assert.deepEqual(await ids({ after: one?.id, limit: 1 }), [two?.id]);
    await assert.rejects(ids({ limit: 101 }), { code: 50035 });
  });
});
