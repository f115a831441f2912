import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { App } from '@slack/bolt';
import { type BoltApp, startHttpApp, startSocketApp } from './bolt-app.ts';
import { createSlackServer, type SlackServer } from './server.ts';
import type { Channel, User } from './workspace.ts';

interface Heard {
  readonly type: string;
  readonly subtype: string | undefined;
  readonly eventId: string;
  readonly ts: string;
  readonly botId: string | undefined;
}

const heard: Heard[] = [];

/** A small app that uses each kind of entry there is. */
function register(app: App): void {
  app.use(async ({ body, next }) => {
    const { event, event_id } = body as unknown as { event?: Record<string, string>; event_id: string };
    if (event)
      heard.push({
        type: event.type ?? '',
        subtype: event.subtype,
        eventId: event_id,
        ts: event.ts ?? '',
        botId: event.bot_id,
      });
    await next();
  });
  app.event('app_mention', async ({ event, say }) => {
    await say({ text: `answer to ${event.text}`, thread_ts: event.ts });
  });
  app.command('/ask', async ({ command, ack, respond }) => {
    await ack();
    await respond(`you asked ${command.text}`);
  });
  app.command('/form', async ({ ack, client, body }) => {
    await ack({ text: 'opening', response_type: 'ephemeral' });
    const input = {
      type: 'input' as const,
      block_id: 'title',
      label: { type: 'plain_text' as const, text: 'Title' },
      element: { type: 'plain_text_input' as const, action_id: 'text' },
    };
    const title = { type: 'plain_text' as const, text: 'Form' };
    const view = { type: 'modal' as const, callback_id: 'form', title, submit: title, blocks: [input] };
    await client.views.open({ trigger_id: body.trigger_id, view });
  });
  app.view('form', async ({ ack, view }) => {
    const title = view.state.values.title?.text?.value ?? '';
    await ack(title === 'bad' ? { response_action: 'errors', errors: { title: 'Too bad' } } : undefined);
  });
  app.action('helpful', async ({ ack, respond }) => {
    await ack();
    await respond({ text: 'thank you', replace_original: false });
  });
  app.shortcut('save', async ({ ack, client, shortcut }) => {
    await ack();
    if (shortcut.type === 'message_action')
      await client.reactions.add({
        channel: shortcut.channel.id,
        timestamp: shortcut.message_ts,
        name: 'eyes',
      });
  });
  app.options('kb', async ({ ack, options }) => {
    await ack({ options: [{ text: { type: 'plain_text', text: `about ${options.value}` }, value: 'v' }] });
  });
  app.event('app_home_opened', async ({ event, client }) => {
    const text = { type: 'plain_text' as const, text: 'Welcome' };
    if (event.tab === 'home')
      await client.views.publish({
        user_id: event.user,
        view: { type: 'home', blocks: [{ type: 'header', text }] },
      });
    else
      await client.assistant.threads.setSuggestedPrompts({
        channel_id: event.channel,
        prompts: [{ title: 'A bounce', message: 'What does 550 mean?' }],
        thread_ts: undefined as unknown as string,
      });
  });
}

const transports = {
  sockets: async (server: SlackServer) => startSocketApp(server, register),
  'signed requests': async (server: SlackServer) => {
    const bolt = await startHttpApp(server, register);
    await server.deliverTo(bolt.eventsUrl);
    return bolt;
  },
};

for (const [name, start] of Object.entries(transports)) {
  describe(`a Bolt app over ${name}`, () => {
    let server: SlackServer;
    let bolt: BoltApp;
    let ann: User;
    let support: Channel;

    before(async () => {
      server = await createSlackServer({ ackTimeoutMs: 500, retryDelaysMs: [0, 20] });
      ann = server.addUser({ name: 'ann' });
      support = server.addChannel({ name: 'support', members: [ann] });
      bolt = await start(server);
    });
    after(async () => {
      await bolt.stop();
      await server.stop();
    });
    beforeEach(() => {
      heard.length = 0;
    });

    it('hears a mention as two events with one ts, and its own answer with a bot_id', async () => {
      const question = server.say(ann, support, `<@${server.bot.id}> hello`);
      await server.until(() => server.replies(question).length === 1, 'an answer');
      await server.quiet();
      const [mention, message] = ['app_mention', 'message'].map((type) =>
        heard.filter((event) => event.type === type && event.ts === question.ts),
      );
      assert.equal(mention?.length, 1);
      assert.equal(message?.length, 1);
      assert.notEqual(mention?.[0]?.eventId, message?.[0]?.eventId);
      assert.equal(heard.filter(({ botId }) => botId === server.bot.botId).length, 0, 'Bolt ignores itself');
      const answer = server.replies(question)[0];
      assert.equal(answer?.bot_id, server.bot.botId);
      assert.ok(
        server.deliveries().some(({ payload }) => JSON.stringify(payload).includes(answer?.ts ?? '-')),
      );
    });

    it('hears a mention again when the message is edited, and the edit as hidden', async () => {
      const question = server.say(ann, support, '@hostdesk first');
      server.edit(ann, question, '@hostdesk second');
      await server.until(() => server.replies(question).length === 2, 'both answers');
      assert.ok(heard.some(({ subtype }) => subtype === 'message_changed'));
    });

    it('answers a command, refused in threads', async () => {
      const question = server.say(ann, support, 'a thread');
      const thread = await server.slash(ann, support, '/ask', 'x', { thread: question });
      assert.equal(thread.error, 'not_supported_in_threads');
      assert.equal((await server.slash(ann, support, '/ask', 'why <b>')).ok, true);
      const [answer] = await server.until(
        () => server.ephemerals(ann).length > 0 && server.ephemerals(ann),
        'an answer',
      );
      assert.equal(answer?.text, 'you asked why &lt;b&gt;');
    });

    it('opens a form, is told of errors and closes it', async () => {
      const outcome = await server.slash(ann, support, '/form');
      assert.equal(outcome.message?.text, 'opening');
      const view = await server.until(() => server.view(ann), 'the form');
      const empty = await server.submitView(ann, view, {});
      assert.equal(empty.error, 'client_validation');
      const bad = await server.submitView(ann, view, { title: 'bad' });
      assert.deepEqual([bad.responseAction, bad.errors], ['errors', { title: 'Too bad' }]);
      assert.equal(server.view(ann), view);
      assert.equal((await server.submitView(ann, view, { Title: 'good' })).ok, true);
      assert.equal(server.view(ann), undefined);
    });

    it('hears buttons, menus that ask for options, message shortcuts and opened tabs', async () => {
      await bolt.app.client.chat.postMessage({
        channel: support.id,
        text: 'was it helpful?',
        blocks: [
          {
            type: 'actions',
            elements: [
              { type: 'button', action_id: 'helpful', text: { type: 'plain_text', text: 'Yes' } },
              { type: 'external_select', action_id: 'kb', min_query_length: 2 },
            ],
          },
        ],
      });
      const message = server.botMessages(support).at(-1);
      assert.ok(message);
      assert.equal((await server.pressButton(ann, message, 'Yes')).ok, true);
      await server.until(() => server.ephemerals(ann).some(({ text }) => text === 'thank you'), 'thanks');
      const { options } = await server.suggestOptions(ann, message, 'kb', 'dns');
      assert.deepEqual(options, ['about dns']);
      assert.equal((await server.shortcut(ann, message, 'save')).ok, true);
      await server.until(() => message.reactions.some(({ name: of }) => of === 'eyes'), 'a reaction');
      server.openHome(ann);
      await server.until(() => server.home(ann), 'the home');
      const dm = server.openMessagesTab(ann);
      const prompts = await server.until(() => server.prompts(dm), 'prompts');
      assert.equal(prompts.prompts[0]?.title, 'A bounce');
    });
  });
}
