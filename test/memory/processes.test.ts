import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Memory } from '../../bot/memory/memory.ts';
import { personOf, placeOf } from './contract/set-up.ts';
import { type Store, type TestEngine, testEngines } from './engines/test-engines.ts';
import { runKills } from './kills/kill-run.ts';

const racer = fileURLToPath(new URL('engines/racer.ts', import.meta.url));
const events = 40;
const processes = 3;

for (const { name, start } of testEngines) {
  describe(`several processes on one ${name} database`, () => {
    let engine: TestEngine;
    before(async () => {
      engine = await start();
    });
    after(() => engine.remove());

    it('share events, watches, leases and alerts so that each is somebody’s and nobody’s twice', async () => {
      const store = await engine.createStore();
      const memory = await store.open();
      await addWatches(memory);
      const said = await race(store);
      await memory.close();
      const of = (kind: string) => said.filter((line) => line.startsWith(`${kind} `)).sort();
      const each = (kind: string) => Array.from({ length: events }, (_, n) => `${kind} ${n}`).sort();
      assert.deepEqual(of('once'), each('once'));
      assert.deepEqual(of('claim'), each('claim'));
      assert.deepEqual(of('outbox'), each('outbox'));
      assert.equal(of('watch').length, events);
      assert.equal(new Set(of('watch')).size, events);
      assert.deepEqual(of('lease'), ['lease digest']);
      assert.deepEqual(of('alert'), ['alert outlook']);
      assert.deepEqual(of('code'), ['code redeemed']);
      assert.equal(of('linked').length, 1);
      assert.equal(of('redelivered').length, 0);
    });

    it('answer every question once while one of three is killed', async (test) => {
      const counts = await runKills(await engine.createStore(), 1, { processes, restMs: 3000 });
      test.diagnostic(JSON.stringify({ engine: name, ...counts }));
      assert.deepEqual([counts.lost, counts.doubled], [[], []]);
      assert.ok(counts.questions > 10, 'the others went on');
    });
  });
}

async function addWatches(memory: Memory): Promise<void> {
  const now = Date.now();
  for (let n = 0; n < events; n++) {
    const account = { server: 's1', user: `user${n}` };
    await memory.watches.add({
      kind: 'k',
      person: personOf('U1'),
      place: placeOf('dm'),
      account,
      domain: 'd.example',
      dueAt: now,
      untilAt: now,
    });
  }
  await memory.codes.issue(personOf('U1'), { server: 's1', user: 'coded' }, 'AAAA2222');
}

/** Starts them all, lets them begin at the same moment, and gives everything they said. */
async function race(store: Store): Promise<string[]> {
  const said: string[] = [];
  const racers = Array.from({ length: processes }, (_, number) => {
    const env = { ...process.env, ...store.env, RACER: String(number), EVENTS: String(events) };
    const child = spawn(process.execPath, [racer], { env, stdio: ['pipe', 'pipe', 'inherit'] });
    let isReady = () => {};
    const ready = new Promise<void>((resolve) => {
      isReady = resolve;
    });
    createInterface({ input: child.stdout }).on('line', (line) =>
      line === 'ready' ? isReady() : said.push(line),
    );
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    return { child, ready, ended };
  });
  await Promise.all(racers.map(({ ready }) => ready));
  for (const { child } of racers) child.stdin.end('go\n');
  assert.deepEqual(
    await Promise.all(racers.map(({ ended }) => ended)),
    racers.map(() => 0),
  );
  return said;
}
