import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { App } from '@slack/bolt';
import { type BoltApp, startHttpApp, startSocketApp } from './bolt-app.ts';
import { createSlackServer, type SlackServer } from './server.ts';
import type { Channel, User } from './workspace.ts';

interface Heard {
  readonly app: number;
  readonly text: string;
  readonly retryNum: number;
  readonly retryReason: string;
}

let server: SlackServer;
let ann: User;
let support: Channel;
let heard: Heard[];
let running: BoltApp[];

const listen = (number: number) => (app: App) => {
  app.message(async ({ message, context }) => {
    const text = 'text' in message ? (message.text ?? '') : '';
    heard.push({
      app: number,
      text,
      retryNum: context.retryNum ?? 0,
      retryReason: context.retryReason ?? '',
    });
  });
  app.command('/slow', async ({ ack }) => {
    await new Promise((resolve) => setTimeout(resolve, 400));
    await ack('late');
  });
};

const overSockets = async (number = 1) => {
  running.push(await startSocketApp(server, listen(number)));
};
const overHttp = async () => {
  const bolt = await startHttpApp(server, listen(1));
  running.push(bolt);
  return server.deliverTo(bolt.eventsUrl);
};

beforeEach(async () => {
  server = await createSlackServer({ ackTimeoutMs: 200, retryDelaysMs: [0, 50] });
  ann = server.addUser({ name: 'ann' });
  support = server.addChannel({ name: 'support', members: [ann] });
  heard = [];
  running = [];
});
afterEach(async () => {
  for (const bolt of running) await bolt.stop();
  await server.stop();
});

describe('events that are not acknowledged', () => {
  for (const [name, start, reason] of [
    ['sockets', overSockets, 'timeout'],
    ['signed requests', overHttp, 'timeout'],
  ] as const)
    it(`come again over ${name}, counted, until they are`, async () => {
      await start();
      server.dropAcks(2);
      server.say(ann, support, 'hello');
      await server.until(() => heard.length === 3, 'three deliveries');
      await server.quiet();
      assert.deepEqual(
        heard.map(({ retryNum, retryReason }) => [retryNum, retryReason]),
        [
          [0, ''],
          [1, reason],
          [2, reason],
        ],
      );
      assert.equal(server.deliveries().at(-1)?.state, 'acked');
    });

  it('are given up after the last retry', async () => {
    await overSockets();
    server.dropAcks(9);
    server.say(ann, support, 'hello');
    await server.until(() => server.deliveries().at(-1)?.state === 'failed', 'the end of retries');
    assert.equal(heard.length, 3);
  });

  it('can be sent again by a test, with the same event_id', async () => {
    await overSockets();
    server.say(ann, support, 'hello');
    await server.until(() => heard.length === 1, 'the event');
    const eventId = server.deliveries()[0]?.eventId ?? '';
    await server.redeliver(eventId);
    await server.until(() => heard.length === 2, 'the event again');
  });

  it('can be held back and let go in another order', async () => {
    await overSockets();
    server.holdEvents();
    for (const text of ['one', 'two', 'three']) server.say(ann, support, text);
    server.releaseEvents((events) => events.toReversed());
    await server.until(() => heard.length === 3, 'all of them');
    assert.deepEqual(
      heard.map(({ text }) => text),
      ['three', 'two', 'one'],
    );
  });
});

describe('late acknowledgements', () => {
  it('are recorded, and the person sees that it took too long', async () => {
    await overSockets();
    const outcome = await server.slash(ann, support, '/slow');
    assert.deepEqual(outcome, { ok: false, error: 'operation_timeout' });
    const [late] = await server.until(() => server.lateAcks.length > 0 && server.lateAcks, 'the late ack');
    assert.equal(late?.name, '/slow');
    assert.ok((late?.tookMs ?? 0) >= 390);
    assert.equal(server.ephemerals(ann).length, 0);
  });

  it('are recorded over signed requests too', async () => {
    await overHttp();
    assert.equal((await server.slash(ann, support, '/slow')).error, 'operation_timeout');
    await server.until(() => server.lateAcks.length === 1, 'the late ack');
  });

  it('make an event come again when they are held up on the way', async () => {
    await overSockets();
    server.delayAcks(10_000);
    server.say(ann, support, 'hello');
    await server.until(() => heard.length === 2, 'the event again');
    assert.equal(server.lateAcks.length, 1);
  });
});

describe('connections', () => {
  it('take turns', async () => {
    await overSockets(1);
    await overSockets(2);
    await server.connected(2);
    for (const text of ['one', 'two', 'three', 'four']) server.say(ann, support, text);
    await server.until(() => heard.length === 4, 'all of them');
    assert.deepEqual(heard.map(({ app }) => app).sort(), [1, 1, 2, 2]);
  });

  it('come back after Slack asked them to refresh', async () => {
    await overSockets();
    server.refreshSockets('refresh_requested');
    assert.equal(server.sockets(), 0);
    server.say(ann, support, 'said in between');
    await server.until(() => heard.length === 1, 'the event', 60_000);
  });

  it('come back after they broke, and nothing said meanwhile is lost', async () => {
    await overSockets();
    server.dropSockets();
    server.say(ann, support, 'said in between');
    await server.until(() => heard.length === 1, 'the event', 60_000);
    assert.equal(server.sockets(), 1);
  });

  it('are needed for commands', async () => {
    assert.deepEqual(await server.slash(ann, support, '/slow'), { ok: false, error: 'dispatch_failed' });
  });
});

describe('signatures', () => {
  it('are refused by the app when forged or old', async () => {
    const http = await overHttp();
    const body = JSON.stringify({ type: 'event_callback', event: { type: 'message' } });
    const statuses = [
      await http.send(body, 'application/json', { secret: 'another' }),
      await http.send(body, 'application/json', { timestamp: Math.floor(Date.now() / 1000) - 600 }),
      await http.send(body, 'application/json', { signature: 'v0=00' }),
    ].map(({ status }) => status);
    assert.deepEqual(statuses, [401, 401, 401]);
    assert.equal(heard.length, 0);
  });

  it('are asked for before an address is used', async () => {
    const bolt = await startHttpApp(server, listen(1));
    running.push(bolt);
    await assert.rejects(server.deliverTo(bolt.eventsUrl.replace('/slack/events', '/elsewhere')));
  });
});
