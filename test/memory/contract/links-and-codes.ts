import assert from 'node:assert/strict';
import { it } from 'node:test';
import { day, hour, minute, personOf, type Within } from './set-up.ts';

const account = { server: 'server12', user: 'kimshop' };
const link = {
  person: personOf('U1'),
  account,
  identity: 'uid 1001 since 1700000000',
  domain: 'kim.example',
  proof: 'code',
} as const;

export function linksAndCodes(within: Within): void {
  it(
    'links a person to their accounts, each once',
    within(async ({ memory, clock }) => {
      assert.equal(await memory.links.add(link), 'linked');
      assert.equal(await memory.links.add({ ...link, proof: 'staff' }), 'linked');
      const [kept, ...more] = await memory.links.of(personOf('U1'));
      assert.deepEqual(more, []);
      assert.deepEqual(kept, { ...link, proof: 'staff', at: clock.now });
      const owned = { ...account, user: 'second', owner: 'reseller1' };
      await memory.links.add({ ...link, account: owned });
      assert.deepEqual((await memory.links.get(personOf('U1'), owned))?.account, owned);
      assert.equal((await memory.links.of(personOf('U1'))).length, 2);
    }),
  );

  it(
    'lets nobody link themselves beside the owner of an account on the same platform',
    within(async ({ memory, open }) => {
      const other = await open();
      const race = await Promise.all(
        ['U1', 'U2', 'U3'].map((id, at) =>
          (at % 2 ? other : memory).links.add({ ...link, person: personOf(id) }),
        ),
      );
      assert.deepEqual(race.toSorted(), ['full', 'full', 'linked']);
      assert.equal(
        await memory.links.add({ ...link, person: personOf('U1', 'discord') }),
        'linked',
        'the same human elsewhere',
      );
      assert.equal(
        await memory.links.add({ ...link, person: personOf('U9') }, 2),
        'linked',
        'staff may allow it',
      );
      assert.equal((await memory.links.peopleOf(account)).length, 3);
    }),
  );

  it(
    'makes way when the user name was given to another customer',
    within(async ({ memory }) => {
      await memory.links.add(link);
      const next = { ...link, person: personOf('U2'), identity: 'uid 1077 since 1790000000' };
      assert.equal(await memory.links.add(next), 'linked');
      assert.equal(await memory.links.get(personOf('U1'), account), undefined);
    }),
  );

  it(
    'forgets a link when asked, and says whether there was one',
    within(async ({ memory }) => {
      await memory.links.add(link);
      assert.equal(await memory.links.remove(personOf('U2'), account), false);
      assert.equal(await memory.links.remove(personOf('U1'), account), true);
      assert.equal(await memory.links.remove(personOf('U1'), account), false);
      assert.deepEqual(await memory.links.of(personOf('U1')), []);
    }),
  );

  it(
    'redeems a code once, for whom it was made',
    within(async ({ memory, open, content }) => {
      const other = await open();
      assert.equal(await memory.codes.issue(personOf('U1'), account, 'K7QWXR2P'), 'send');
      assert.equal(await memory.codes.redeem(personOf('U2'), 'K7QWXR2P'), undefined);
      assert.equal(await memory.codes.redeem(personOf('U1', 'discord'), 'K7QWXR2P'), undefined);
      assert.ok(!(await content()).includes('K7QWXR2P'), 'the code itself is not stored');
      const both = await Promise.all([
        memory.codes.redeem(personOf('U1'), 'K7QWXR2P'),
        other.codes.redeem(personOf('U1'), 'K7QWXR2P'),
      ]);
      assert.deepEqual(
        both.filter((one) => one !== undefined),
        [account],
      );
    }),
  );

  it(
    'gives a code ten minutes and five tries, however many try at once',
    within(async ({ memory, open, clock }) => {
      const other = await open();
      await memory.codes.issue(personOf('U1'), account, 'AAAA2222');
      await Promise.all(
        Array.from({ length: 5 }, (_, at) =>
          (at % 2 ? memory : other).codes.redeem(personOf('U1'), `guess${at}`),
        ),
      );
      assert.equal(await memory.codes.redeem(personOf('U1'), 'AAAA2222'), undefined);
      await memory.codes.issue(personOf('U1'), account, 'BBBB2222');
      clock.now += 10 * minute + 1;
      assert.equal(await memory.codes.redeem(personOf('U1'), 'BBBB2222'), undefined);
      await memory.codes.issue(personOf('U1'), account, 'CCCC2222');
      for (let at = 0; at < 4; at++) await memory.codes.redeem(personOf('U1'), 'wrong');
      assert.deepEqual(await memory.codes.redeem(personOf('U1'), 'CCCC2222'), account);
    }),
  );

  it(
    'voids a code when a newer one is sent for the same account',
    within(async ({ memory }) => {
      await memory.codes.issue(personOf('U1'), account, 'AAAA2222');
      await memory.codes.issue(personOf('U1'), account, 'BBBB2222');
      assert.equal(await memory.codes.redeem(personOf('U1'), 'AAAA2222'), undefined);
      assert.deepEqual(await memory.codes.redeem(personOf('U1'), 'BBBB2222'), account);
    }),
  );

  it(
    'sends three codes an hour to a person, whether or not there is an account',
    within(async ({ memory, open, clock }) => {
      const other = await open();
      const accounts = [
        account,
        undefined,
        { server: 'server12', user: 'b' },
        { server: 'server12', user: 'c' },
        undefined,
      ];
      const issued = await Promise.all(
        accounts.map((one, at) => (at % 2 ? memory : other).codes.issue(personOf('U1'), one, 'AAAA2222')),
      );
      assert.equal(issued.filter((one) => one === 'too-many-for-person').length, 2);
      clock.now += hour + 1;
      assert.equal(await memory.codes.issue(personOf('U1'), account, 'AAAA2222'), 'send');
    }),
  );

  it(
    'sends three codes a day for an account, whoever asks',
    within(async ({ memory, open, clock }) => {
      const other = await open();
      const people = ['U1', 'U2', 'U3', 'U4', 'U5', 'U6'];
      const issued = await Promise.all(
        people.map((id, at) => (at % 2 ? memory : other).codes.issue(personOf(id), account, 'AAAA2222')),
      );
      assert.deepEqual(issued.toSorted(), [
        ...Array(3).fill('send'),
        ...Array(3).fill('too-many-for-account'),
      ]);
      clock.now += day + 1;
      assert.equal(await memory.codes.issue(personOf('U4'), account, 'AAAA2222'), 'send');
    }),
  );

  it(
    'keeps a ticket for one visit, within its time, unreadable in the database',
    within(async ({ memory, open, clock, content }) => {
      const other = await open();
      const token = 'one-time-token-of-256-bits';
      await memory.tickets.put('sign-in', token, { nonce: 'n0nce', person: personOf('U1') }, minute);
      const stored = await content();
      for (const secret of [token, 'n0nce']) assert.ok(!stored.includes(secret));
      assert.deepEqual(await other.tickets.peek('sign-in', token), {
        nonce: 'n0nce',
        person: personOf('U1'),
      });
      assert.equal(await memory.tickets.take('another purpose', token), undefined);
      const both = await Promise.all([
        memory.tickets.take('sign-in', token),
        other.tickets.take('sign-in', token),
      ]);
      assert.equal(both.filter((one) => one !== undefined).length, 1);
      await memory.tickets.put('sign-in', 'late', {}, minute);
      clock.now += minute;
      assert.equal(await memory.tickets.take('sign-in', 'late'), undefined);
    }),
  );
}
