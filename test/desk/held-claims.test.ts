import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
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
  it('are renewed until they are done with or let go', async () => {
    const { claims, renewals } = createClaims();
    const held = createHeldClaims(claims, 30, Date.now);
    for (const key of ['a', 'b', 'c']) await held.claim(key);
    await held.finish('a');
    held.letGo('b');
    while (renewals.length < 2) await sleep(5);
    await held.finish('c');
    await sleep(30);
    const count = renewals.length;
    await sleep(30);
    assert.equal(renewals.length, count, 'nothing is left to renew');
    for (const keys of renewals) assert.deepEqual(keys, ['c']);
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
