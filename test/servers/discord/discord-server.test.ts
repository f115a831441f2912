import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Client, Events, type Message as HeardMessage, MessageType, Routes } from 'discord.js';
import { startClient } from './discord-client.ts';
import { createDiscordServer, type DiscordServer } from './server.ts';
import { pingsIn, shownText } from './shown-text.ts';
import type { Channel } from './world/channel.ts';
import type { User } from './world/guild.ts';

describe('a discord.js client on the local Discord server', () => {
  let server: DiscordServer;
  let client: Client<true>;
  let ann: User;
  let support: Channel;
  let forum: Channel;
  const heard: HeardMessage[] = [];

  const heardOf = (id: string) =>
    server.until(() => heard.find((message) => message.id === id), 'the client to hear of the message');

  before(async () => {
    server = await createDiscordServer();
    ann = server.addUser({ name: 'ann', globalName: 'Ann' });
    support = server.addChannel({ name: 'support' });
    forum = server.addChannel({ name: 'help', kind: 'forum', tags: ['mail', 'solved', '!staff'] });
    client = await startClient(server);
    client.on(Events.MessageCreate, (message) => {
      heard.push(message);
      if (message.author.bot || message.system || !message.mentions.has(client.user)) return;
      void message.reply(`you said ${message.cleanContent}`);
    });
  });
  after(async () => {
    await client.destroy();
    await server.stop();
  });

  it('logs in and finds its server, channels and itself', async () => {
    assert.equal(client.user.id, server.bot.id);
    const guild = client.guilds.cache.get(server.guild.id);
    assert.equal(guild?.channels.cache.get(support.id)?.name, 'support');
    assert.equal(guild?.members.me?.permissions.has('ManageThreads'), true);
    const application = await client.application.fetch();
    assert.equal(application.id, server.application.id);
    assert.equal((await guild?.members.fetch(ann.id))?.displayName, 'Ann');
  });

  it('answers a mention, as a reply that pings', async () => {
    const question = server.say(ann, support, '@hostdesk 550 5.7.1?');
    const [answer] = await server.until(
      () => server.botMessages(support).length > 0 && server.botMessages(support),
      'an answer',
    );
    assert.equal(answer?.reference?.messageId, question.id);
    assert.equal(answer?.type, MessageType.Reply);
    assert.equal(answer && shownText(answer), 'you said @hostdesk 550 5.7.1?');
    assert.deepEqual(answer && pingsIn(answer), [ann.id]);
  });

  it('hears edits, deletions and reactions', async () => {
    const seen: string[] = [];
    client.once(Events.MessageUpdate, (_, message) => seen.push(`edit ${message.content}`));
    client.once(Events.MessageReactionAdd, ({ emoji }) => seen.push(`react ${emoji.name}`));
    client.once(Events.MessageDelete, ({ id }) => seen.push(`delete ${id}`));
    const message = server.say(ann, support, 'first');
    server.edit(ann, message, 'second');
    server.react(ann, message, '👍');
    server.delete(ann, message);
    await server.until(() => seen.length === 3, 'all three');
    assert.deepEqual(seen, ['edit second', 'react 👍', `delete ${message.id}`]);
  });

  it('talks in direct messages, unless the user has closed them', async () => {
    const message = server.dm(ann, 'hello');
    const { channel } = await heardOf(message.id);
    assert.ok(channel.isDMBased() && channel.isSendable());
    await channel.send('hello yourself');
    assert.equal(server.directMessages(ann).at(-1)?.content, 'hello yourself');
    const bob = server.addUser({ name: 'bob', acceptsDms: false });
    const user = await client.users.fetch(bob.id);
    await assert.rejects(user.send('hello'), { code: 50007, status: 403 });
  });

  it('reads a file a person sent, by its signed link only', async () => {
    const file = { name: 'my bounce.eml', content: 'Subject: Undelivered' };
    const message = server.say(ann, support, 'see this', { files: [file] });
    const attachment = (await heardOf(message.id)).attachments.first();
    assert.equal(attachment?.name, 'my_bounce.eml');
    const response = await fetch(attachment?.url ?? '');
    assert.equal(await response.text(), 'Subject: Undelivered');
    const unsigned = await fetch((attachment?.url ?? '').replace(/\?.*/, ''));
    assert.equal(unsigned.status, 404);
    server.clock.advance(25 * 3600_000);
    assert.equal((await fetch(attachment?.url ?? '')).status, 404, 'links live for a day');
  });

  it('sends files and gets links back', async () => {
    const channel = await client.channels.fetch(support.id);
    assert.ok(channel?.isSendable());
    const sent = await channel.send({ files: [{ attachment: Buffer.from('abc'), name: 'a.txt' }] });
    assert.equal(await (await fetch(sent.attachments.first()?.url ?? '')).text(), 'abc');
    assert.equal(String(server.botMessages(support).at(-1)?.attachments[0]?.content), 'abc');
  });

  it('opens one thread per question and hears what is said in it', async () => {
    const question = server.say(ann, support, 'my mail bounces');
    const heardQuestion = await heardOf(question.id);
    const thread = await heardQuestion.startThread({ name: 'Bounce', autoArchiveDuration: 1440 });
    assert.equal(thread.id, question.id);
    const again = client.rest.post(Routes.threads(support.id, question.id), { body: { name: 'Again' } });
    await assert.rejects(again, { code: 160004 });
    const opened = server.threadOn(question);
    assert.ok(opened);
    const followUp = server.say(ann, opened, 'it is 550');
    assert.equal((await heardOf(followUp.id)).channelId, thread.id);
    assert.ok(heard.some((message) => message.type === MessageType.ThreadStarterMessage));
    assert.equal((await thread.fetchStarterMessage())?.content, 'my mail bounces');
  });

  it('wakes an archived thread by writing, and changes nothing in it before', async () => {
    const [opened] = server.threads(support);
    assert.ok(opened);
    const thread = await client.channels.fetch(opened.id);
    assert.ok(thread?.isThread());
    const sent = await thread.send('an answer');
    server.archive(opened);
    await server.until(() => thread.archived, 'the client to hear of it');
    await assert.rejects(sent.edit('another'), { code: 50083 });
    await assert.rejects(sent.react('👍'), { code: 50083 });
    await thread.send('still here');
    assert.equal(opened.thread?.archived, false);
  });

  it('answers a forum post, tags it as solved and archives it', async () => {
    const { thread, message } = await server.forumPost(ann, forum, 'No mail', 'nothing arrives', ['mail']);
    const post = await heardOf(message.id);
    assert.equal(post.id, post.channelId);
    assert.ok(post.channel.isThread());
    const solved = forum.tags.find(({ name }) => name === 'solved')?.id ?? '';
    await post.channel.send('look at the MX record');
    await post.channel.edit({ appliedTags: [...post.channel.appliedTags, solved], archived: true });
    assert.deepEqual(thread.thread?.appliedTags.length, 2);
    assert.equal(thread.thread?.archived, true);
    const staff = forum.tags.find(({ name }) => name === 'staff')?.id ?? '';
    const tooMany = [solved, staff, staff, staff, staff, staff];
    await assert.rejects(post.channel.edit({ appliedTags: tooMany, archived: false }), { code: 50035 });
  });

  it('hears of a forum post before its message is there', async () => {
    const early = new Promise<unknown>((resolve) => {
      client.once(Events.ThreadCreate, (thread) =>
        resolve(thread.fetchStarterMessage().catch((error: unknown) => error)),
      );
    });
    await server.forumPost(ann, forum, 'Too soon', 'the message');
    assert.equal((await early) === null || ((await early) as { code?: number }).code === 10008, true);
  });

  it('says nothing of channels the bot does not see', async () => {
    const secret = server.addChannel({ name: 'staff', visibleTo: [ann] });
    const message = server.say(ann, secret, '@hostdesk psst');
    await server.quiet();
    assert.equal(
      heard.some(({ id }) => id === message.id),
      false,
    );
    const channel = client.channels.cache.get(secret.id);
    assert.ok(channel?.isSendable());
    await assert.rejects(channel.send('hello'), { code: 50001 });
  });

  it('gives an event again, and gives events in another order', async () => {
    // The library itself drops a message it still has in its cache, so look before it does.
    const raw: string[] = [];
    client.on(Events.Raw, ({ t, d }: { t: string; d: { id: string } }) => {
      if (t === 'MESSAGE_CREATE') raw.push(d.id);
    });
    const message = server.say(ann, support, 'once');
    server.redeliver(message);
    await server.until(() => raw.filter((id) => id === message.id).length === 2, 'it twice');
    server.holdEvents();
    const [first, second] = [server.say(ann, support, 'one'), server.say(ann, support, 'two')];
    server.releaseEvents((events) => events.reverse());
    await heardOf(first.id);
    const order = heard.slice(-2).map(({ id }) => id);
    assert.deepEqual(order, [second.id, first.id]);
  });
});
