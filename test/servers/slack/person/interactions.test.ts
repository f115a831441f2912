import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { type types, webApi } from '@slack/bolt';
import { type BoltApp, startSocketApp } from '../bolt-app.ts';
import { recordOf } from '../json.ts';
import type { Message } from '../messages.ts';
import { createSlackServer, type SlackServer } from '../server.ts';
import type { Channel, User } from '../workspace.ts';

let server: SlackServer;
let bolt: BoltApp;
let ann: User;
let support: Channel;
let triggers: string[];
let bodies: Record<string, unknown>[];
let responseUrls: string[];

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const view = (more: Partial<types.ModalView> = {}): types.ModalView => ({
  type: 'modal',
  callback_id: 'form',
  title: plain('Form'),
  blocks: [{ type: 'actions', elements: [{ type: 'button', action_id: 'more', text: plain('More') }] }],
  ...more,
});
const menu = {
  type: 'actions' as const,
  elements: [
    { type: 'button' as const, action_id: 'go', text: plain('Go'), value: 'v' },
    { type: 'static_select' as const, action_id: 'pick', options: [{ text: plain('A'), value: 'a' }] },
  ],
};
const errorOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'ok',
    (error: unknown) => (error instanceof webApi.WebAPIPlatformError ? error.data.error : String(error)),
  );
const open = (trigger_id = '') => errorOf(bolt.app.client.views.open({ trigger_id, view: view() }));
const push = (trigger_id = '') => errorOf(bolt.app.client.views.push({ trigger_id, view: view() }));
const respond = async (body: Record<string, unknown>, url = responseUrls.at(-1) ?? '') => {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  return [response.status, (await response.json()) as { ok: boolean; error?: string }] as const;
};

before(async () => {
  server = await createSlackServer();
  ann = server.addUser({ name: 'ann' });
  support = server.addChannel({ name: 'support', members: [ann] });
  bolt = await startSocketApp(server, (app) => {
    app.action(/.*/, async ({ ack, body }) => {
      await ack();
      const { trigger_id, response_url } = body as { trigger_id?: string; response_url?: string };
      triggers.push(trigger_id ?? '');
      responseUrls.push(response_url ?? '');
      bodies.push(body as unknown as Record<string, unknown>);
    });
    app.view('steps', async ({ ack }) => {
      await ack({ response_action: 'update', view: view({ callback_id: 'second' }) });
    });
    app.view('broken', async ({ ack }) => {
      await ack({ response_action: 'errors', errors: { nowhere: 'x' } });
    });
  });
});
after(async () => {
  await bolt.stop();
  await server.stop();
});

async function posted(more: { ephemeral?: boolean } = {}): Promise<Message> {
  const content = { channel: support.id, text: 'choose', blocks: [menu] };
  const { chat } = bolt.app.client;
  if (more.ephemeral) await chat.postEphemeral({ ...content, user: ann.id });
  else await chat.postMessage(content);
  const message = more.ephemeral ? server.ephemerals(ann).at(-1) : server.botMessages(support).at(-1);
  assert.ok(message);
  return message;
}

beforeEach(() => {
  triggers = [];
  bodies = [];
  responseUrls = [];
});

describe('trigger ids', () => {
  it('open one view, within three seconds', async () => {
    await server.pressButton(ann, await posted(), 'Go');
    assert.equal(await open(triggers[0]), 'ok');
    assert.equal(await open(triggers[0]), 'exchanged_trigger_id');
    assert.equal(await open('1.2.3'), 'invalid_trigger_id');
    await server.pressButton(ann, await posted(), 'go');
    server.clock.advance(3001);
    assert.equal(await open(triggers[1]), 'expired_trigger_id');
  });
});

describe('views', () => {
  it('stack three deep', async () => {
    await server.pressButton(ann, await posted(), 'Go');
    await open(triggers[0]);
    for (const expected of ['ok', 'ok', 'push_limit_reached']) {
      const top = server.view(ann);
      assert.ok(top);
      await server.pressButton(ann, top, 'More');
      assert.equal(await push(triggers.at(-1)), expected);
    }
    assert.equal(server.viewStack(ann).length, 3);
    await server.closeView(ann);
    assert.equal(server.viewStack(ann).length, 2);
  });

  it('are updated only by who knows the last hash', async () => {
    await server.pressButton(ann, await posted(), 'Go');
    await open(triggers[0]);
    const { id, json } = server.view(ann) ?? assert.fail();
    const update = (hash: string) =>
      errorOf(bolt.app.client.views.update({ view_id: id, hash, view: view() }));
    assert.equal(await update(String(json.hash)), 'ok');
    assert.equal(await update(String(json.hash)), 'hash_conflict');
    await server.closeView(ann);
    assert.equal(await update(String(json.hash)), 'not_found');
  });

  it('follow the answer to a submission, when it makes sense', async () => {
    const { client } = bolt.app;
    for (const [callback_id, expected] of [
      ['steps', { ok: true, responseAction: 'update' }],
      ['broken', { ok: false, error: 'invalid_errors' }],
    ] as const) {
      await server.pressButton(ann, await posted(), 'Go');
      const trigger_id = triggers.at(-1) ?? '';
      await client.views.open({ trigger_id, view: view({ callback_id, submit: plain('Next') }) });
      const { body: _, ...outcome } = await server.submitView(ann, server.view(ann) ?? assert.fail());
      assert.deepEqual(outcome, expected);
    }
    assert.equal(server.view(ann)?.json.callback_id, 'broken');
  });
});

describe('messages a person acts on', () => {
  it('remember what was chosen, and say so in the state', async () => {
    const message = await posted();
    await server.select(ann, message, 'pick', 'A');
    await server.pressButton(ann, message, 'Go');
    const blockId = String(message.blocks?.[0]?.block_id);
    const held = recordOf(recordOf(bodies.at(-1)?.state).values);
    assert.deepEqual(recordOf(held[blockId]).pick, {
      type: 'static_select',
      selected_option: { text: { type: 'plain_text', text: 'A', emoji: true }, value: 'a' },
    });
  });

  it('are shown to the app unless they are ephemeral', async () => {
    await server.pressButton(ann, await posted(), 'Go');
    await server.pressButton(ann, await posted({ ephemeral: true }), 'Go');
    assert.deepEqual(
      bodies.map((body) => 'message' in body),
      [true, false],
    );
  });

  it('can only be acted on by who sees them', async () => {
    const message = await posted({ ephemeral: true });
    await assert.rejects(server.pressButton(server.addUser({ name: 'bob' }), message, 'Go'));
    await assert.rejects(server.pressButton(ann, message, 'Nothing'), /there is: go/);
  });
});

describe('response URLs', () => {
  it('replace, delete, and add for one person or for all', async () => {
    const message = await posted({ ephemeral: true });
    await server.pressButton(ann, message, 'Go');
    await respond({ text: 'changed', replace_original: true });
    assert.equal(message.text, 'changed');
    await respond({ text: 'for all', response_type: 'in_channel' });
    assert.equal(server.botMessages(support).at(-1)?.text, 'for all');
    await respond({ delete_original: true });
    assert.ok(!server.ephemerals(ann).includes(message));
    assert.deepEqual(await respond({ markdown_text: 'x' }), [400, { ok: false, error: 'no_text' }]);
  });

  it('work five times, for half an hour', async () => {
    await server.pressButton(ann, await posted(), 'Go');
    for (let count = 0; count < 5; count += 1) assert.equal((await respond({ text: 'x' }))[0], 200);
    assert.deepEqual(await respond({ text: 'x' }), [404, { ok: false, error: 'used_url' }]);
    await server.pressButton(ann, await posted(), 'Go');
    server.clock.advance(30 * 60_000 + 1);
    assert.deepEqual(await respond({ text: 'x' }), [404, { ok: false, error: 'expired_url' }]);
  });
});
