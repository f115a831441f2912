import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readBounce } from '../../bot/bounce/read-bounce.ts';
import type { ReasonRule } from '../../bot/bounce/reason.ts';
import { reasonRules } from '../../bot/bounce/reasons/index.ts';

const rules: readonly ReasonRule[] = reasonRules;

describe('every phrase is proved by its sample', () => {
  for (const { reason, phrases } of rules) {
    test(`${reason}: ${phrases.length} phrases`, () => {
      for (const { says, sample } of phrases) {
        const read = readBounce(sample).map((error) => error.reason);
        assert.deepEqual([...new Set(read)], [reason], `${says} | ${sample}`);
      }
    });
  }
});

test('no phrase stands twice under one reason', () => {
  for (const { reason, phrases } of rules) {
    const all = phrases.map(({ says }) => says);
    assert.deepEqual(
      all.filter((says, at) => all.indexOf(says) !== at),
      [],
      reason,
    );
  }
});

test('no status or reply code decides for two reasons', () => {
  const codes = rules.flatMap(({ decidingCodes, statusCodes, hintCodes, replyCodes }) => [
    ...(decidingCodes ?? []),
    ...(statusCodes ?? []),
    ...(hintCodes ?? []),
    ...(replyCodes ?? []),
  ]);
  assert.deepEqual(
    codes.filter((code, at) => codes.indexOf(code) !== at),
    [],
  );
});
