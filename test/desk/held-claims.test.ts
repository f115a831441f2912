import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createHeldClaims } from '../../bot/desk/held-claims.ts';
import type { Claims } from '../../bot/memory/claims.ts';

/** Claims of one process, on which another may lay its hand. */
function createClaims() {
  const held = new Set<string>();
  const renewals: (readonly string[])[] = [];
  const claims: Claims = {
    async claim(key) {
      if (held.has(key)) return 'taken';
      held.add(key);
      return 'new';
    },
    finish: async (key) => held.delete(key),
    release: async (key) => held.delete(key),
    async renew(keys) {
      renewals.push(keys);
      return keys.filter((key) => held.has(key));
    },
    once: async () => true,
    lapsed: async () => [],
  };
  return { claims, renewals, takenOver: (key: string) => held.delete(key) };
}

describe('claims that are being worked on', () => {
  it('are renewed until they are done with or let go', async ({ mock }) => {
    mock.timers.enable({ apis: ['setTimeout'] });
    const { claims, renewals } = createClaims();
    const held = createHeldClaims(claims, 30_000, () => 0);
    const pass = async (ms: number) => {
      mock.timers.tick(ms);
      await new Promise(setImmediate);
    };
    for (const key of ['a', 'b', 'c']) await held.claim(key);
    await pass(10_000);
    await held.finish('a');
    held.letGo('b');
    await pass(10_000);
    await held.finish('c');
    await pass(10_000);
    await pass(60_000);
    assert.deepEqual(renewals.slice(0, 2), [['a', 'b', 'c'], ['c']]);
    assert.deepEqual(renewals.slice(2).flat(), [], 'nothing is left to renew');
  });

  it('are no longer held by a process that slept too long and was taken over', async () => {
    const { claims, renewals, takenOver } = createClaims();
    let time = 0;
    const held = createHeldClaims(claims, 60_000, () => time);
    for (const key of ['a', 'b']) await held.claim(key);
    assert.equal(await held.holds('a'), true);
    assert.equal(renewals.length, 0, 'nobody has to be asked as long as the lease is fresh');
    time += 10 * 60_000;
    takenOver('a');
    assert.equal(await held.holds('a'), false);
    assert.equal(await held.holds('b'), true);
    assert.equal(await held.holds('never-claimed'), false);
  });
});
