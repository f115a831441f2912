import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readBounce } from '../../bot/bounce/read-bounce.ts';

interface Labelled {
  readonly id: string;
  readonly text: string;
  readonly errors: readonly { readonly reason: string; readonly recipients: readonly string[] }[];
}

const file = new URL('../sets/bounces.tune.jsonl', import.meta.url);
const pastes = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Labelled);

test('reads the reasons of 97 in 100 labelled pastes', () => {
  const wrong = pastes.filter(({ text, errors }) => {
    const read = readBounce(text).map((error) => error.reason);
    return read.join(' ') !== errors.map((error) => error.reason).join(' ');
  });
  assert.ok(wrong.length <= pastes.length * 0.03, wrong.map(({ id }) => id).join(' '));
});

test('names no reason for the labelled pastes that are no error', () => {
  const named = pastes.filter(({ text, errors }) => errors.length === 0 && readBounce(text).length > 0);
  assert.deepEqual(
    named.map(({ id }) => id),
    [],
  );
});
