import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type DoorName, doors } from './doors.ts';
import { runLoad } from './load-run.ts';

describe('a bot under load', () => {
  for (const door of Object.keys(doors) as DoorName[])
    it(`answers everybody once: ${door}`, async (test) => {
      const figures = await runLoad({ door, perSecond: 25, seconds: 2 });
      test.diagnostic(JSON.stringify(figures));
      const { asked, lost, doubled } = figures;
      assert.deepEqual({ asked, lost, doubled }, { asked: 50, lost: 0, doubled: 0 });
    });
});
