import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { webApi } from '@slack/bolt';
import { callSlack } from '../../../bot/platforms/slack/saying/call-slack.ts';
import { createChannelPace } from '../../../bot/platforms/slack/saying/channel-pace.ts';

const refusal = (error: string) => new webApi.WebAPIPlatformError({ ok: false, error });
const lost = () => new webApi.WebAPIRequestError(new Error('other side closed'));
const limited = (seconds: number) => new webApi.WebAPIRateLimitedError(seconds);

function calls(...outcomes: (Error | string)[]) {
  const waits: number[] = [];
  const wait = async (ms: number) => waits.push(ms);
  const call = async () => {
    const next = outcomes.shift();
    if (next instanceof Error) throw next;
    return next ?? 'nothing';
  };
  return { call, wait, waits, left: outcomes };
}

describe('a call to Slack', () => {
  it('is made again when Slack was away, each time after a longer pause', async () => {
    const { call, wait, waits } = calls(lost(), new webApi.WebAPIHTTPError(503, 'x', {}), lost(), 'done');
    assert.equal(await callSlack(call, { wait }), 'done');
    assert.equal(waits.length, 3);
    assert.ok((waits[0] ?? 0) < (waits[2] ?? 0));
  });

  it('waits exactly as long as it is told to', async () => {
    const { call, wait, waits } = calls(limited(7), 'done');
    await callSlack(call, { wait });
    assert.deepEqual(waits, [7000]);
  });

  it('is not made again when it did happen, unheard', async () => {
    const { call, wait, left } = calls(lost(), 'twice');
    assert.equal(await callSlack(call, { wait, standing: async () => 'once' }), 'once');
    assert.deepEqual(left, ['twice']);
  });

  it('does not look for what a rate limit kept from happening', async () => {
    const { call, wait } = calls(limited(1), 'done');
    const standing = () => assert.fail('looked');
    assert.equal(await callSlack(call, { wait, standing }), 'done');
  });

  it('takes a refusal as final, and gives up in the end', async () => {
    const { call, wait } = calls(refusal('channel_not_found'), 'done');
    await assert.rejects(callSlack(call, { wait }), /channel_not_found/);
    const away = calls(lost(), lost(), lost());
    await assert.rejects(callSlack(away.call, { wait: away.wait, tries: 2 }), webApi.WebAPIRequestError);
  });
});

describe('the pace of a channel', () => {
  const at: number[] = [];
  const post = async () => {
    at.push(Date.now());
  };

  it('lets a few through at once and then one an interval, in order', async () => {
    const pace = createChannelPace({ intervalMs: 60, atOnce: 2 });
    const begun = Date.now();
    const order: number[] = [];
    await Promise.all([0, 1, 2, 3].map((one) => pace('C1', async () => order.push(one))));
    assert.deepEqual(order, [0, 1, 2, 3]);
    assert.ok(Date.now() - begun >= 110, 'two had to wait');
  });

  it('does not let one channel wait for another, nor for a post that fails', async () => {
    const pace = createChannelPace({ intervalMs: 60_000, atOnce: 2 });
    const stuck = pace('C1', () => new Promise(() => {}));
    await pace('C2', post);
    const failing = pace('C2', async () => {
      throw new Error('no');
    });
    await assert.rejects(failing);
    void stuck;
    assert.equal(at.length, 1);
  });
});
