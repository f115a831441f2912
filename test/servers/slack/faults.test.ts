import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { webApi } from '@slack/bolt';
import { silent } from './bolt-app.ts';
import { createSlackServer, type SlackServer } from './server.ts';
import type { Channel } from './workspace.ts';

let server: SlackServer;
let support: Channel;

const client = (options: webApi.WebClientOptions = {}) =>
  new webApi.WebClient(server.botToken, {
    slackApiUrl: server.apiUrl,
    logger: silent,
    retryConfig: { retries: 1, minTimeout: 5, maxTimeout: 10 },
    ...options,
  });
const post = (text: string, options: webApi.WebClientOptions = {}) =>
  client(options).chat.postMessage({ channel: support.id, text });
const texts = () => server.messages(support).map(({ text }) => text);
const outcomes = () => server.calls('chat.postMessage').map(({ outcome }) => outcome);

beforeEach(async () => {
  server = await createSlackServer();
  support = server.addChannel({ name: 'support' });
});
afterEach(() => server.stop());

describe('faults', () => {
  it('rate-limit a call, which the client makes again after Retry-After', async () => {
    server.fault({ method: 'chat.postMessage', kind: 'rate-limited', retryAfterSeconds: 0 });
    await post('once');
    assert.deepEqual(outcomes(), ['ratelimited', 'ok']);
    assert.deepEqual(texts(), ['once']);
  });

  for (const kind of ['http-500', 'reset-before'] as const)
    it(`${kind}: nothing happened, so the client's retry posts once`, async () => {
      server.fault({ method: 'chat.postMessage', kind });
      await post('once');
      assert.deepEqual(outcomes(), [kind, 'ok']);
      assert.deepEqual(texts(), ['once']);
    });

  it('reset-after: the post stays though its answer is lost, and a naive retry doubles it', async () => {
    server.fault({ method: 'chat.postMessage', kind: 'reset-after' });
    await post('twice');
    assert.deepEqual(outcomes(), ['reset-after', 'ok']);
    assert.deepEqual(texts(), ['twice', 'twice']);
    server.fault({ method: 'chat.postMessage', kind: 'reset-after' });
    await assert.rejects(post('there', { retryConfig: { retries: 0 } }));
    assert.equal(texts().at(-1), 'there');
  });

  it('slow-answer: the post is there before the client gives up', async () => {
    server.fault({ method: 'chat.postMessage', kind: 'slow-answer', delayMs: 5000 });
    await assert.rejects(post('there', { timeout: 100, retryConfig: { retries: 0 } }));
    assert.deepEqual(texts(), ['there']);
  });

  it('platform-error: as often as asked, and only for the calls meant', async () => {
    server.fault({
      method: 'chat.postMessage',
      kind: 'platform-error',
      error: 'fatal_error',
      times: 2,
      when: ({ text }) => text === 'bad',
    });
    await post('good');
    for (let count = 0; count < 2; count += 1) await assert.rejects(post('bad'), /fatal_error/);
    await post('bad');
    assert.deepEqual(texts(), ['good', 'bad']);
  });
});
