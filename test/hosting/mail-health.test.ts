import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judgeBlock, type Limit, type MailLimits } from '../../bot/hosting/mail-health.ts';

const limits = (deferFailCount: Limit, deferFailPercent: Limit): MailLimits => ({
  deferFailCount,
  deferFailPercent,
  sendingPerHour: 'unlimited',
});

describe('the defers and failures limit', () => {
  /** The vendor's own table, at 55 % and 7. */
  for (const [deferFail, delivered, state] of [
    [6, 0, 'no'],
    [7, 7, 'no'],
    [8, 7, 'no'],
    [9, 7, 'yes'],
    [7, 0, 'yes'],
  ] as const) {
    it(`${deferFail} deferred and failed, ${delivered} delivered: ${state}`, () => {
      const block = judgeBlock({ deferFail, delivered, limits: limits(7, 55), flag: undefined });
      assert.deepEqual([block.state, block.certainty], [state, 'computed']);
    });
  }

  const flag = (reached: boolean) => ({ reached, tripped: undefined });
  for (const [what, input, state, certainty] of [
    [
      'the host says yes',
      { deferFail: 1, delivered: 9, limits: limits(5, 50), flag: flag(true) },
      'yes',
      'server',
    ],
    [
      'the host says no, and so do the counts',
      { deferFail: 1, delivered: 9, limits: limits(5, 50), flag: flag(false) },
      'no',
      'server',
    ],
    [
      'the host says no, the counts say yes',
      { deferFail: 9, delivered: 0, limits: limits(5, 50), flag: flag(false) },
      'unknown',
      'disputed',
    ],
    [
      'the host says no, the limits are unknown',
      { deferFail: 9, delivered: 0, limits: limits('unknown', 'unknown'), flag: flag(false) },
      'no',
      'server',
    ],
    [
      'nobody says anything',
      { deferFail: 9, delivered: 0, limits: limits('unknown', 50), flag: undefined },
      'unknown',
      'unknown',
    ],
    [
      'the counts are missing',
      { deferFail: undefined, delivered: 3, limits: limits(5, 50), flag: undefined },
      'unknown',
      'unknown',
    ],
    [
      'the limit is off',
      { deferFail: 99, delivered: 0, limits: limits(5, 'unlimited'), flag: undefined },
      'no',
      'computed',
    ],
    [
      'nothing failed',
      { deferFail: 0, delivered: 3, limits: limits('unknown', 'unknown'), flag: undefined },
      'no',
      'computed',
    ],
  ] as const) {
    it(`${what}: ${state}`, () => {
      const block = judgeBlock(input);
      assert.deepEqual([block.state, block.certainty], [state, certainty]);
    });
  }
});
