import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Work } from '../../../bot/memory/outbox.ts';
import { day, hour, minute, personOf, placeOf, type Within } from './set-up.ts';

const work: Work = {
  kind: 'answer',
  to: personOf('U1'),
  place: placeOf('t1'),
  text: 'mail to a@b.example bounces',
  directed: true,
};

export function claimsAndOutbox(within: Within): void {
  it(
    'gives an event to one process, and to nobody again for a day',
    within(async ({ memory, open, clock }) => {
      const other = await open();
      assert.equal(await memory.claims.once('event-1'), true);
      assert.equal(await memory.claims.once('event-1'), false);
      assert.equal(await other.claims.once('event-1'), false);
      clock.now += 24 * hour;
      assert.equal(await other.claims.once('event-1'), false);
      clock.now += day;
      assert.equal(await other.claims.once('event-1'), true);
    }),
  );

  it(
    'gives a message to one of many that ask at once',
    within(async ({ memory, open }) => {
      const other = await open();
      const claims = await Promise.all(
        Array.from({ length: 20 }, (_, at) => (at % 2 ? memory : other).claims.claim('message-1')),
      );
      assert.equal(claims.filter((claim) => claim === 'new').length, 1);
      assert.equal(claims.filter((claim) => claim === 'taken').length, 19);
    }),
  );

  it(
    'gives the work of a process that died to the next, as abandoned, once',
    within(async ({ memory, open, clock }) => {
      const other = await open();
      assert.equal(await memory.claims.claim('message-1'), 'new');
      clock.now += minute;
      assert.equal(await other.claims.claim('message-1'), 'abandoned');
      assert.equal(await memory.claims.claim('message-1'), 'taken');
      assert.equal(await memory.claims.finish('message-1'), false, 'the one that was too slow is told');
      assert.equal(await other.claims.finish('message-1'), true);
      clock.now += hour;
      assert.equal(await memory.claims.claim('message-1'), 'taken');
    }),
  );

  it(
    'leaves a process its work as long as it says that it lives',
    within(async ({ memory, open, clock }) => {
      const other = await open();
      await memory.claims.claim('message-1');
      clock.now += 10_000;
      assert.deepEqual(await memory.claims.renew(['message-1', 'message-2']), ['message-1']);
      clock.now += 10_000;
      assert.equal(await other.claims.claim('message-1'), 'taken');
      assert.equal(await memory.claims.release('message-1'), true);
      assert.equal(await other.claims.claim('message-1'), 'new');
      assert.deepEqual(await memory.claims.renew(['message-1']), []);
    }),
  );

  it(
    'names what dead processes left, the longest silent first, until it is finished or was tried often enough',
    within(async ({ memory, open, clock }) => {
      const other = await open();
      await memory.claims.claim('slack:T1:C1:1');
      clock.now += 1000;
      for (const key of ['slack:T1:C1:2', 'slack:T1:C1:3', 'discord:1:2']) await memory.claims.claim(key);
      await memory.claims.finish('slack:T1:C1:3');
      assert.deepEqual(await other.claims.lapsed('slack:', 10), [], 'they may still live');
      clock.now += minute;
      assert.deepEqual(await other.claims.lapsed('slack:', 10), ['slack:T1:C1:1', 'slack:T1:C1:2']);
      assert.deepEqual(await other.claims.lapsed('slack:', 1), ['slack:T1:C1:1']);
      assert.equal(await other.claims.claim('slack:T1:C1:1'), 'abandoned');
      assert.deepEqual(await memory.claims.lapsed('slack:', 10), ['slack:T1:C1:2']);
      assert.equal(await memory.claims.finish('slack:T1:C1:2'), true);
      let tries = 0;
      for (clock.now += minute; (await memory.claims.lapsed('slack:', 10)).length > 0; clock.now += minute) {
        tries++;
        assert.ok(tries < 50, 'it is given up');
        assert.equal(await memory.claims.claim('slack:T1:C1:1'), 'abandoned');
      }
      assert.ok(tries > 5, 'not too soon');
      assert.deepEqual(await memory.claims.lapsed('discord:', 10), ['discord:1:2']);
    }),
  );

  it(
    'notes as done what was claimed while the database was away',
    within(async ({ memory, open }) => {
      assert.equal(await memory.claims.finish('message-1'), true);
      assert.equal(await (await open()).claims.claim('message-1'), 'taken');
    }),
  );

  it(
    'walks an outgoing message from claimed over posting to posted',
    within(async ({ memory, open }) => {
      const other = await open();
      assert.deepEqual(await memory.outbox.claim('q1', work), { as: 'new' });
      assert.equal((await memory.outbox.get('q1'))?.state, 'claimed');
      assert.equal(await other.outbox.posting('q1'), false, 'not its own');
      assert.equal(await memory.outbox.posting('q1'), true);
      assert.deepEqual(await other.outbox.claim('q1', work), { as: 'taken', messageId: undefined });
      assert.equal(await memory.outbox.posted('q1', 'm1'), true);
      assert.deepEqual(await other.outbox.claim('q1', work), { as: 'taken', messageId: 'm1' });
      const entry = await other.outbox.get('q1');
      assert.equal(entry?.messageId, 'm1');
      assert.deepEqual(entry?.work, { ...work, text: 'mail to a***@b.example bounces' });
      assert.equal(await memory.outbox.posting('q1'), false, 'what stands is not posted again');
    }),
  );

  it(
    'hands what a dead process left to one other, and keeps the dead one from posting late',
    within(async ({ memory, open, clock }) => {
      const [second, third] = [await open(), await open()];
      await memory.outbox.claim('q1', work);
      await memory.outbox.posting('q1');
      await memory.outbox.claim('q2', work);
      assert.deepEqual(await second.outbox.stranded(10), [], 'it may still live');
      clock.now += minute;
      const taken = await Promise.all([second.outbox.stranded(10), third.outbox.stranded(10)]);
      assert.deepEqual(
        taken
          .flat()
          .map(({ key }) => key)
          .sort(),
        ['q1', 'q2'],
      );
      assert.equal(await memory.outbox.posting('q1'), false);
      assert.equal(await memory.outbox.posted('q1', 'late'), false);
      const owner = taken[0]?.some(({ key }) => key === 'q1') ? second : third;
      assert.equal(await owner.outbox.posted('q1', 'm1'), true);
    }),
  );

  it(
    'tries again what failed when it is time, and never what was given up',
    within(async ({ memory, clock }) => {
      await memory.outbox.claim('later', work);
      await memory.outbox.posting('later');
      await memory.outbox.failed('later', 'rate limited', clock.now + hour);
      await memory.outbox.claim('never', work);
      await memory.outbox.failed('never', 'no permission in the channel of kim@example.com');
      assert.deepEqual(await memory.outbox.stranded(10), []);
      clock.now += hour + 1;
      assert.deepEqual(
        (await memory.outbox.stranded(10)).map(({ key }) => key),
        ['later'],
      );
      assert.deepEqual(await memory.outbox.claim('never', work), { as: 'taken', messageId: undefined });
      assert.equal(
        (await memory.outbox.get('never'))?.why,
        'no permission in the channel of k***@example.com',
      );
    }),
  );
}
