import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { choiceOf, createAccounts } from '../../bot/hosting/accounts.ts';
import { type Demo, openDemo } from '../../bot/hosting/demo/open-demo.ts';
import { createCapturedLog } from './captured-log.ts';

const visitor = { platform: 'terminal', workspace: '', id: 'you' };

/** At any minute of an hour the sample accounts show what they are there for. */
for (const time of ['2026-11-20T09:03:10Z', '2026-11-20T21:58:00Z']) {
  describe(`the demonstration at ${time}`, () => {
    let demo: Demo;
    before(async () => {
      demo = await openDemo(createCapturedLog().log, () => new Date(time));
    });
    after(() => demo.stop());

    const look = async (user: string) => {
      const accounts = createAccounts({
        panels: demo.panels,
        links: { of: async (person) => demo.ties.map((tie) => ({ ...tie, person })) },
        audit: async () => undefined,
      });
      const answer = await accounts.own(
        visitor,
        choiceOf({ server: 'sample data', user }),
        'reasons',
        AbortSignal.timeout(20_000),
      );
      assert.equal(answer.kind, 'report');
      const { health, reasons } = answer.report;
      assert.equal(reasons?.kind, 'ok');
      return {
        health,
        reasons: reasons.value,
        main: health.domains.find(({ domain }) => domain === `${user}.example`),
      };
    };

    for (const [user, cause, block] of [
      ['bakery', 'nothing-decisive', 'no'],
      ['gardens', 'dead-addresses', 'yes'],
      ['travel', 'broken-in-script', 'yes'],
      ['lawfirm', 'stolen-password', 'yes'],
      ['dentist', 'auto-replies', 'yes'],
      ['workshop', 'refused-forwarder', 'yes'],
      ['theatre', 'provider-trouble', 'yes'],
      ['club', 'nothing-decisive', 'no'],
    ] as const) {
      it(`${user}: ${cause}, blocked: ${block}`, async () => {
        const { reasons, main } = await look(user);
        assert.deepEqual([reasons.cause.cause, main?.block.state ?? 'no'], [cause, block]);
        assert.equal(reasons.cause.signsOfBreakIn, user === 'travel' || user === 'lawfirm');
        assert.equal(main?.block.since !== undefined, block === 'yes');
      });
    }

    it('gardens: good letters were discarded, and may be sent again', async () => {
      const { discarded } = (await look('gardens')).reasons;
      assert.ok(discarded.sendAgain.length >= 12);
      assert.ok(discarded.usedUp.length >= 5 && discarded.usedUp.length < 10);
    });

    it('club: the sending limit is reached', async () =>
      assert.equal((await look('club')).main?.sendingLimitReached, 'yes'));
    it('hotel: outgoing mail is suspended', async () =>
      assert.equal((await look('hotel')).health.outgoing, 'suspended'));
    it('school: outgoing mail is held', async () =>
      assert.equal((await look('school')).health.outgoing, 'held'));
    it('museum: the server reports no block, its counts and records do', async () => {
      const { main } = await look('museum');
      assert.deepEqual([main?.block.state, main?.block.certainty], ['unknown', 'disputed']);
    });
    it('lists its accounts with what there is to see', () => assert.equal(demo.accounts.length, 15));
  });
}
