import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { accountFrom } from '../../../../bot/hosting/panels/whm/whm-account.ts';
import {
  flagFrom,
  limitFrom,
  recordShape,
  statRowShape,
} from '../../../../bot/hosting/panels/whm/whm-shapes.ts';

const tripped = (count: number, limit: number, percent?: number) => ({
  reached: true,
  tripped: { count, limit, percent },
});
const notReached = { reached: false, tripped: undefined };

describe('what WHM writes', () => {
  for (const [value, flag] of [
    [0, notReached],
    ['0', notReached],
    ['', notReached],
    [null, notReached],
    [undefined, undefined],
    ['5/5 (100%)', tripped(5, 5, 100)],
    ['5/5(100%)', tripped(5, 5, 100)],
    ['5/5 (100)', tripped(5, 5, 100)],
    ['150/150', tripped(150, 150)],
    ['7/5 (-1%)', tripped(7, 5, -1)],
    [1, { reached: true, tripped: undefined }],
    ['yes', { reached: true, tripped: undefined }],
  ] as const) {
    it(`REACHED_MAXDEFERFAIL ${JSON.stringify(value)}`, () => assert.deepEqual(flagFrom(value), flag));
  }

  for (const [value, limit] of [
    ['unlimited', 'unlimited'],
    ['Unlimited', 'unlimited'],
    ['25', 25],
    [25, 25],
    ['0', 0],
    ['default', 'unknown'],
    ['*unknown*', 'unknown'],
    [null, 'unknown'],
    [undefined, 'unknown'],
    ['-1', 'unknown'],
    [{}, 'unknown'],
  ] as const) {
    it(`a limit of ${JSON.stringify(value)}`, () => assert.equal(limitFrom(value), limit));
  }

  it('counts that are missing are unknown, counts that are nonsense are an error', () => {
    const row = { USER: 'a', DOMAIN: 'a.example' };
    assert.equal(statRowShape.parse({ ...row, SUCCESSCOUNT: '12' }).SUCCESSCOUNT, 12);
    assert.equal(statRowShape.parse({ ...row, SUCCESSCOUNT: null }).SUCCESSCOUNT, undefined);
    assert.equal(statRowShape.parse(row).FAILCOUNT, undefined);
    for (const wrong of ['many', -1, 1.5, [], {}])
      assert.ok(!statRowShape.safeParse({ ...row, FAILCOUNT: wrong }).success);
  });

  it('no field need be there', () => {
    assert.ok(statRowShape.safeParse({}).success);
    assert.ok(recordShape.safeParse({}).success);
    assert.ok(accountFrom({ user: 'a', domain: 'a.example' }, 's'));
  });

  it('an account without uid or start date has no identity', () => {
    const row = { user: 'a', domain: 'a.example', uid: '1001', unix_startdate: 1_700_000_000 };
    assert.equal(accountFrom(row, 's')?.identity, '1001:1700000000');
    assert.equal(accountFrom({ ...row, uid: undefined }, 's')?.identity, undefined);
    assert.equal(accountFrom({ ...row, unix_startdate: 'never' }, 's')?.identity, undefined);
    assert.equal(accountFrom({ ...row, user: '../root' }, 's'), undefined);
    assert.equal(accountFrom({ ...row, email: '*unknown*' }, 's')?.email, undefined);
    assert.equal(accountFrom({ ...row, email: 'A@b.example, c@d.example' }, 's')?.email, 'a@b.example');
  });
});
