import assert from 'node:assert/strict';
import type { Outcome } from '../../servers/discord/person/outcome.ts';

/** What somebody did was answered, and nothing goes on thinking. */
export function acted({ ok, error, thinking }: Outcome): void {
  assert.ok(ok, `Discord showed the person: ${error}`);
  assert.notEqual(thinking, true, 'the answer did not come');
}
