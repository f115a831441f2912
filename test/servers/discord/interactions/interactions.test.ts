import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Client, Events } from 'discord.js';
import { startClient, supportIntents } from '../discord-client.ts';
import { createDiscordServer, type DiscordServer } from '../server.ts';
import { shownText } from '../shown-text.ts';
import type { Channel } from '../world/channel.ts';
import type { User } from '../world/guild.ts';
import { answerInteraction, commands } from './sample-app.ts';

describe('interactions of a discord.js client', () => {
  let server: DiscordServer;
  let client: Client<true>;
  let ann: User;
  let support: Channel;

  before(async () => {
    server = await createDiscordServer({ ackTimeoutMs: 300 });
    ann = server.addUser({ name: 'ann' });
    support = server.addChannel({ name: 'support' });
    // Without the message content intent: commands give their target all the same.
    client = await startClient(server, { intents: supportIntents });
    client.on(Events.InteractionCreate, answerInteraction);
    await client.application.commands.set(commands);
  });
  after(async () => {
    await client.destroy();
    await server.stop();
  });

  it('offers the commands it registered, each to those it is for', () => {
    const staff = server.addUser({ name: 'staff', roles: [server.addRole('staff', ['ManageMessages'])] });
    assert.deepEqual(server.offered(ann, support), ['/ask', '/kb', '/slow', '/form', 'Explain this bounce']);
    assert.ok(server.offered(staff, support).includes('/admin'));
  });

  it('answers a command only its user sees', async () => {
    const outcome = await server.slash(ann, support, '/ask', { question: 'why?', private: true });
    assert.equal(outcome.message && shownText(outcome.message), 'you asked why?');
    assert.deepEqual(server.ephemerals(ann).at(-1), outcome.message);
    assert.equal(server.botMessages(support).length, 0);
    await server.quiet();
    const told = server.events('MESSAGE_CREATE').some(({ data }) => data(-1).id === outcome.message?.id);
    assert.equal(told, false, 'no event tells of an ephemeral message');
  });

  it('answers in public, first thinking, then in Components V2', async () => {
    const outcome = await server.slash(ann, support, '/kb search', { query: 'mx' });
    assert.equal(outcome.ok, true);
    assert.equal(outcome.thinking, undefined);
    assert.match(shownText(outcome.message ?? assert.fail()), /found mx\nHelpful/);
    assert.equal(server.botMessages(support).at(-1), outcome.message);
  });

  it('suggests what to enter', async () => {
    const outcome = await server.autocomplete(ann, '/kb show', 'article', 'dma');
    assert.deepEqual(outcome.choices, [{ name: 'About dma', value: 'dma' }]);
    const broken = await server.autocomplete(ann, '/kb show', 'article', 'too many');
    assert.equal(broken.error, 'Loading options failed');
    assert.equal(server.calls().at(-1)?.outcome, '50035');
  });

  it('has a button change its message and a menu answer', async () => {
    const { message } = await server.slash(ann, support, '/kb search', { query: 'spf' });
    assert.ok(message);
    const pressed = await server.press(ann, message, 'Helpful');
    assert.equal(pressed.message, message);
    assert.equal(shownText(message), 'thank you');
    const other = await server.slash(ann, support, '/kb search', { query: 'spf' });
    const chosen = await server.choose(ann, other.message ?? message, 'More articles', 'DKIM');
    assert.equal(chosen.message && shownText(chosen.message), 'you chose dkim');
    assert.equal(chosen.message?.ephemeralFor, ann.id);
  });

  it('shows a modal, checks what is entered, and takes its submission with a file', async () => {
    const { modal } = await server.slash(ann, support, '/form');
    assert.equal(modal?.title, 'Add an article');
    const empty = await server.submitModal(ann, { Title: '' });
    assert.deepEqual(empty.errors, { title: 'This field is required' });
    const file = { name: 'article.md', content: '# Hello' };
    const outcome = await server.submitModal(ann, {
      Title: 'Mail',
      'The text': file,
      topic: 'DNS',
      urgent: true,
    });
    assert.equal(outcome.message && shownText(outcome.message), 'Mail, article.md, dns, true');
    assert.equal(server.modal(ann), undefined);
  });

  it('gives a message command its target with its content', async () => {
    const question = server.say(ann, support, '550 relaying denied');
    const outcome = await server.contextMenu(ann, 'Explain this bounce', question);
    assert.equal(outcome.message && shownText(outcome.message), 'about: 550 relaying denied');
  });

  it('takes follow-ups, and edits and deletions of the answer', async () => {
    const { message } = await server.slash(ann, support, '/ask', { question: 'more' });
    await server.until(() => message?.deleted, 'the answer to be gone');
    assert.equal(message?.content, 'edited');
    const followUp = server.botMessages(support).at(-1);
    assert.equal(followUp && shownText(followUp), 'edited, and more');
  });

  it('fails for the user when the app is late, and records how late it was', async () => {
    const outcome = await server.slash(ann, support, '/slow', { ms: 400 });
    assert.equal(outcome.error, 'The application did not respond');
    await server.until(() => server.lateAcks.length === 1, 'the late answer');
    assert.ok((server.lateAcks[0]?.tookMs ?? 0) >= 395);
    const answers = server.calls('POST /interactions/:interaction/:token/callback');
    await server.until(() => answers.at(-1)?.outcome === '10062', 'the refusal');
  });

  it('fails for the user when the answer is slow on its way', async () => {
    server.fault({ path: '/interactions/:interaction/:token/callback', kind: 'slow', delayMs: 400 });
    const outcome = await server.slash(ann, support, '/ask', { question: 'x' });
    assert.equal(outcome.ok, false);
    await server.quiet();
  });

  it('refuses a second answer, an answer that does not fit, and a token that is over', async () => {
    await server.slash(ann, support, '/ask', { question: 'x' });
    const [event] = server.events('INTERACTION_CREATE').slice(-1);
    const { id, token } = (event?.data(0) ?? {}) as { id: string; token: string };
    assert.equal((await callback(id, token, { type: 4, data: { content: 'again' } })).code, 40060);
    assert.equal((await callback(id, 'forged', { type: 4, data: { content: 'again' } })).code, 10062);
    server.clock.advance(16 * 60_000);
    const path = `/webhooks/${server.application.id}/${token}`;
    assert.equal((await send(path, { content: 'too late' })).code, 50027);
  });

  it('works in direct messages, with a user and no server', async () => {
    const { message } = await server.dmSlash(ann, '/ask', { question: 'in private' });
    assert.equal(message && shownText(message), 'you asked in private');
  });

  const callback = (id: string, token: string, body: unknown) =>
    send(`/interactions/${id}/${token}/callback`, body);
  async function send(path: string, body: unknown): Promise<{ code?: number }> {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${server.apiUrl}/v10${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    return (await response.json()) as { code?: number };
  }
});
