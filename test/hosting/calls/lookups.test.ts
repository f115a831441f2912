import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { describe, it } from 'node:test';
import { createExpiring } from '../../../bot/hosting/calls/expiring.ts';
import { createLookups, type LookupParts } from '../../../bot/hosting/calls/lookups.ts';
import { createOneAtATime } from '../../../bot/hosting/calls/one-at-a-time.ts';
import { createReachability, type HostAnswer } from '../../../bot/hosting/host-answer.ts';

let time = 0;
const now = () => new Date(time);
const reachability = createReachability('s', now);
const ok = <Value>(value: Value): HostAnswer<Value> => ({ kind: 'ok', value, readAt: now() });
const never = new AbortController().signal;

function lookups(parts: Partial<LookupParts<string>> & Pick<LookupParts<string>, 'load'>) {
  const inTurn = createOneAtATime();
  return createLookups<string>({
    inTurn,
    reachability,
    now,
    keepMs: 1_000,
    keepFailureMs: 100,
    mostKept: 3,
    mostWaiting: 2,
    ...parts,
  });
}

describe('look-ups', () => {
  it('keep an answer for a time, a failure for a shorter one', async () => {
    const asked: string[] = [];
    const { get } = lookups({
      load: async (key) => {
        asked.push(key);
        return key === 'bad' ? reachability.failure('timeout', '') : ok(key);
      },
    });
    for (const wait of [0, 150, 1_000]) {
      time += wait;
      await get('good', never);
      await get('bad', never);
    }
    assert.deepEqual(asked, ['good', 'bad', 'bad', 'good', 'bad']);
  });

  it('keep no more than they may', async () => {
    const answers = lookups({ load: async (key) => ok(key) });
    for (let index = 0; index < 50; index += 1) await answers.get(String(index), never);
    assert.equal(answers.size, 3);
  });

  it('call once for everybody who waits, and fall back to single calls when that is refused', async () => {
    const asked: string[] = [];
    const { get } = lookups({
      load: async (key) => {
        asked.push(key);
        return ok(key);
      },
      loadAll: async () => {
        asked.push('*');
        return reachability.failure('access-denied', '');
      },
    });
    const answers = await Promise.all(['a', 'b'].map((key) => get(key, never)));
    assert.deepEqual(
      [asked, answers.map(({ kind }) => kind)],
      [
        ['*', 'a', 'b'],
        ['ok', 'ok'],
      ],
    );
    await Promise.all(['c', 'd'].map((key) => get(key, never)));
    assert.deepEqual(asked, ['*', 'a', 'b', 'c', 'd'], 'and do not try that again at once');
  });

  it('tell everybody at once that the server is down', async () => {
    let calls = 0;
    const { get } = lookups({
      mostWaiting: 10,
      load: async () => {
        calls += 1;
        return reachability.failure('timeout', '');
      },
    });
    const answers = await Promise.all(['a', 'b', 'c'].map((key) => get(key, never)));
    assert.deepEqual(
      [calls, answers.map(({ kind }) => kind)],
      [1, ['unreachable', 'unreachable', 'unreachable']],
    );
  });

  it('do not ask for who has given up', async () => {
    const asked: string[] = [];
    const { promise, resolve } = Promise.withResolvers<void>();
    const { get } = lookups({
      load: async (key) => {
        asked.push(key);
        await promise;
        return ok(key);
      },
    });
    const first = get('a', never);
    const given = new AbortController();
    const second = get('b', given.signal);
    given.abort();
    assert.equal((await second).kind, 'unreachable');
    resolve();
    await first;
    await get('a', never);
    assert.deepEqual(asked, ['a']);
  });

  it('pass a mistake in the loading on to its askers, and go on', async () => {
    let broken = true;
    const { get } = lookups({
      load: async (key) => {
        if (broken) throw new Error('a mistake of ours');
        return ok(key);
      },
    });
    await assert.rejects(get('a', never), /a mistake of ours/);
    broken = false;
    assert.equal((await get('a', never)).kind, 'ok');
  });

  it('leave no listener on a signal that lives for long', async () => {
    const answers = lookups({ load: async (key) => ok(key) });
    for (let index = 0; index < 20; index += 1) await answers.get(String(index), never);
    assert.equal(getEventListeners(never, 'abort').length, 0);
  });
});

describe('what expires', () => {
  it('goes by age, then by how long nobody wanted it', () => {
    const kept = createExpiring<number>(2, now);
    kept.set('a', 1, 1_000);
    kept.set('b', 2, 10);
    time += 20;
    kept.set('c', 3, 1_000);
    assert.deepEqual([kept.get('a'), kept.get('b'), kept.get('c')], [1, undefined, 3]);
    kept.get('a');
    kept.set('d', 4, 1_000);
    assert.deepEqual([kept.get('a'), kept.get('c'), kept.get('d')], [1, undefined, 4]);
  });
});
