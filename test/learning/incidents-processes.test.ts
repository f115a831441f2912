import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createNoticeBoard } from '../../bot/learning/incidents/notice-board.ts';
import { personOf } from '../memory/contract/set-up.ts';
import { type Store, type TestEngine, testEngines } from '../memory/engines/test-engines.ts';

const racer = fileURLToPath(new URL('incident-racer.ts', import.meta.url));
const processes = 3;
const people = 12;
const fingerprint = 'microsoft | ip-blocked | 550 5.7.1 | s3150';

for (const { name, start } of testEngines) {
  describe(`the same error in several processes on one ${name} database`, () => {
    let engine: TestEngine;
    before(async () => {
      engine = await start();
    });
    let racers: ReturnType<typeof startRacers> | undefined;
    after(async () => {
      for (const child of racers?.children ?? []) child.kill();
      await engine.remove();
    });

    it('is one alert; a notice leads everywhere within moments; at its end each asker is told once', async () => {
      const store = await engine.createStore();
      const memory = await store.open();
      racers = startRacers(store);
      await racers.all('noted');
      assert.deepEqual(racers.said('alert'), [`alert ${fingerprint}`]);

      const board = createNoticeBoard(memory);
      const staff = personOf('S1');
      const id = await board.pin({ text: 'We are on it', matches: ['microsoft | ip-blocked'] }, staff);
      await racers.all('leads We are on it');
      assert.equal(await board.end(id ?? '', staff), true);
      assert.deepEqual(
        await racers.ended,
        racers.children.map(() => 0),
      );
      const everyone = Array.from(
        { length: processes * people },
        (_, at) => `told P${at % processes}-${Math.floor(at / processes)}`,
      );
      assert.deepEqual(racers.said('told').sort(), everyone.sort());
      assert.deepEqual(await memory.notices.owed(10), []);
      await memory.close();
    });
  });
}

function startRacers(store: Store) {
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const children = Array.from({ length: processes }, (_, number) => {
    const env = { ...process.env, ...store.env, RACER: String(number), PEOPLE: String(people) };
    const child = spawn(process.execPath, [racer], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line);
      for (const look of waiting) look();
    });
    return child;
  });
  return {
    children,
    said: (kind: string) => lines.filter((line) => line.startsWith(`${kind} `)),
    /** Resolves when every one has said the line. */
    all: (wanted: string) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (lines.filter((line) => line === wanted).length < processes) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    ended: Promise.all(children.map(async (child) => (await once(child, 'close'))[0] as number | null)),
  };
}
