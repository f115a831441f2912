import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTurns } from '../../bot/desk/turns.ts';

describe('turns', () => {
  it('come one after another for one key, and beside each other for several', async () => {
    const inTurn = createTurns();
    const seen: string[] = [];
    const work = (name: string, ms: number) => async () => {
      await sleep(ms);
      seen.push(name);
    };
    await Promise.all([inTurn('a', work('a1', 20)), inTurn('a', work('a2', 0)), inTurn('b', work('b1', 5))]);
    assert.deepEqual(seen, ['b1', 'a1', 'a2']);
  });

  it('go on after one that failed, whose caller alone hears of it', async () => {
    const inTurn = createTurns();
    const failing = inTurn('a', () => Promise.reject(new Error('no')));
    const next = inTurn('a', async () => 'done');
    await assert.rejects(failing, /no/);
    assert.equal(await next, 'done');
  });
});
