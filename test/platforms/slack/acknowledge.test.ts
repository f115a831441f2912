import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import { acknowledgingWhenTaken, onTakenFrom } from '../../../bot/platforms/slack/connection/acknowledge.ts';
import { logInto } from './slack-bots.ts';

/** A receiver that gives its events to the bot by hand. */
function createReceiver(isRefused = false, hear: (event: ReceiverEvent) => Promise<void>) {
  let bot: App | undefined;
  const inner: Receiver = {
    init(app) {
      bot = app;
    },
    start: async () => {},
    stop: async () => {},
  };
  const receiver = acknowledgingWhenTaken(inner, logInto([]), () => isRefused);
  receiver.init({ processEvent: hear } as unknown as App);
  return async (type: string, onAck = () => {}) => {
    const acknowledged: number[] = [];
    const ack = async () => {
      acknowledged.push(Date.now());
      onAck();
    };
    await bot?.processEvent({ body: { event: { type } }, ack } as unknown as ReceiverEvent);
    return acknowledged;
  };
}

const turn = () => new Promise(setImmediate);

describe('an event of Slack', () => {
  it('with a message is acknowledged when it is written down who has it, not before', async () => {
    const order: string[] = [];
    const give = createReceiver(false, async ({ ack, customProperties = {} }) => {
      await ack();
      await turn();
      order.push('written down');
      onTakenFrom(customProperties)();
    });
    await give('app_mention', () => order.push('acknowledged'));
    await turn();
    assert.deepEqual(order, ['written down', 'acknowledged']);
  });

  it('that nobody hears is acknowledged all the same', async () => {
    const give = createReceiver(false, async ({ ack }) => ack());
    const acknowledged = await give('message');
    await turn();
    assert.equal(acknowledged.length, 1);
  });

  it('is acknowledged before Slack loses its patience, though the memory does not answer', async () => {
    let acknowledge = () => {};
    const acknowledged = new Promise<void>((resolve) => {
      acknowledge = resolve;
    });
    const inner: { bot?: App } & Receiver = {
      init(app) {
        inner.bot = app;
      },
      start: async () => {},
      stop: async () => {},
    };
    const forever = async ({ ack }: ReceiverEvent) => {
      await ack();
      await new Promise(() => {});
    };
    const receiver = acknowledgingWhenTaken(inner, logInto([]), () => false);
    receiver.init({ processEvent: forever } as unknown as App);
    const event = { body: { event: { type: 'message' } }, ack: async () => acknowledge() };
    void inner.bot?.processEvent(event as unknown as ReceiverEvent);
    await acknowledged;
  });

  it('of another kind is acknowledged at once', async () => {
    const order: string[] = [];
    const give = createReceiver(false, async ({ ack }) => {
      await ack();
      order.push('heard');
    });
    assert.equal((await give('app_home_opened')).length, 1);
    assert.deepEqual(order, ['heard']);
  });

  it('of a workspace whose token cannot be had right now is left to come again', async () => {
    const give = createReceiver(true, async ({ ack, customProperties = {} }) => {
      await ack();
      onTakenFrom(customProperties)();
    });
    const acknowledged = await give('message');
    await turn();
    assert.equal(acknowledged.length, 0);
  });
});
