import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testEngines } from './engines/test-engines.ts';
import { runKills } from './kills/kill-run.ts';

const kills = 15;

for (const { name, start } of testEngines) {
  describe(`a memory on ${name} whose processes are killed`, () => {
    it(`loses nothing that was acknowledged and doubles no answer, over ${kills} kills`, async (test) => {
      const engine = await start();
      try {
        const counts = await runKills(await engine.createStore(), kills);
        test.diagnostic(JSON.stringify({ engine: name, ...counts }));
        assert.deepEqual(counts.lost, []);
        assert.deepEqual(counts.doubled, []);
        assert.ok(
          counts.questions > kills && counts.acknowledged.fired !== 0,
          'work was done between the kills',
        );
      } finally {
        await engine.remove();
      }
    });
  });
}
