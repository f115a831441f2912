import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { fit } from '../../bot/desk/confidence.ts';
import { houseFactsFrom } from '../../bot/knowledge/house-facts.ts';
import type { Library } from '../../bot/knowledge/library.ts';
import { loadLibrary } from '../../bot/knowledge/load-library.ts';
import { createSearch } from '../../bot/knowledge/search.ts';
import { createNoticeBoard } from '../../bot/learning/incidents/notice-board.ts';
import { createLearning } from '../../bot/learning/votes/learning.ts';
import { repository } from '../../scripts/open-desk.ts';
import { personOf, questionOf } from '../memory/contract/set-up.ts';
import { type Store, type TestEngine, testEngines } from '../memory/engines/test-engines.ts';

const racer = fileURLToPath(new URL('incident-racer.ts', import.meta.url));
const processes = 3;
const people = 12;
const fingerprint = 'microsoft | ip-blocked | 550 5.7.1 | s3150';

for (const { name, start } of testEngines) {
  describe(`several processes on one ${name} database`, () => {
    let engine: TestEngine;
    let library: Library;
    before(async () => {
      engine = await start();
      ({ library } = await loadLibrary(`${repository}/kb`, houseFactsFrom({})));
    });
    let racers: ReturnType<typeof startRacers> | undefined;
    after(async () => {
      for (const child of racers?.children ?? []) child.kill();
      await engine.remove();
    });

    it('raise one alert for the same error, lead with a notice within moments, and tell each asker of its end once', async () => {
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

    it('learn within moments from the votes that another one takes', async () => {
      const store = await engine.createStore();
      const [one, other] = [await store.open(), await store.open()];
      const text = 'where did the letters go that i wrote';
      const [article] = library.articles;
      const slug = article?.slug ?? '';
      const search = createSearch(library, fit.rank);
      const learning = createLearning({
        votes: other.votes,
        knowledge: { library, search },
        onError: assert.fail,
      });
      const stop = learning.follow(50);
      const term = () => learning.learned()?.termsFor(search.read(text)).termOf(slug);
      while (term() === undefined) await delay(10);
      assert.equal(term(), 0);
      for (const id of ['U1', 'U2']) {
        await one.questions.note(questionOf(id, { text, asker: personOf(id) }));
        await one.votes.cast({ key: id, slug, by: personOf(id), helped: true });
      }
      while ((term() ?? 0) < 0.2) await delay(10);
      stop();
      await one.close();
      await other.close();
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
