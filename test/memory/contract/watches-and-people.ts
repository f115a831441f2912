import assert from 'node:assert/strict';
import { it } from 'node:test';
import { noticesRevision } from '../../../bot/memory/notices.ts';
import { hour, minute, personOf, placeOf, start, type Within } from './set-up.ts';

const account = { server: 'server12', user: 'kimshop' };
const watch = {
  kind: 'block-clears',
  person: personOf('U1'),
  place: { ...placeOf('', 'D1'), thread: 'dm', private: true },
  account,
  domain: 'kim.example',
  dueAt: start + minute,
  untilAt: start + 3 * hour,
};

export function watchesAndPeople(within: Within): void {
  it(
    'keeps one watch for what a person waits for',
    within(async ({ memory, open }) => {
      const other = await open();
      const ids = await Promise.all(
        Array.from({ length: 6 }, (_, at) => (at % 2 ? memory : other).watches.add(watch)),
      );
      assert.equal(new Set(ids).size, 1);
      assert.notEqual(await memory.watches.add({ ...watch, domain: 'second.example' }), ids[0]);
      assert.notEqual(await memory.watches.add({ ...watch, person: personOf('U2') }), ids[0]);
      const [kept] = await other.watches.of(personOf('U1'));
      assert.deepEqual(kept, {
        ...watch,
        id: ids[0],
        state: 'waiting',
        outcome: undefined,
        createdAt: start,
      });
    }),
  );

  it(
    'gives a watch to one process when it is due, and again when it is due again',
    within(async ({ memory, open, clock }) => {
      const other = await open();
      const id = await memory.watches.add(watch);
      assert.deepEqual(await memory.watches.due(10), []);
      clock.now += minute;
      const due = await Promise.all([memory, other, memory, other].map((one) => one.watches.due(10)));
      assert.deepEqual(
        due.flat().map((one) => one.id),
        [id],
      );
      const holder = due[0]?.length || due[2]?.length ? memory : other;
      assert.equal(await (holder === memory ? other : memory).watches.later(id, clock.now), false);
      assert.equal(await holder.watches.later(id, clock.now + minute), true);
      assert.deepEqual(await other.watches.due(10), []);
      clock.now += minute;
      assert.equal((await other.watches.due(10)).length, 1);
    }),
  );

  it(
    'fires once, and hands the telling over when the teller died',
    within(async ({ memory, open, clock }) => {
      const other = await open();
      const id = await memory.watches.add(watch);
      clock.now += minute;
      await memory.watches.due(10);
      assert.equal(await memory.watches.fire(id, 'cleared at 15:00'), true);
      assert.equal(await memory.watches.fire(id, 'again'), false);
      clock.now += minute;
      const [left] = await other.watches.due(10);
      assert.deepEqual([left?.state, left?.outcome], ['firing', 'cleared at 15:00']);
      assert.equal(await memory.watches.fired(id), false, 'too late');
      assert.equal(await other.watches.fired(id), true);
      clock.now += hour;
      assert.deepEqual(await other.watches.due(10), []);
      assert.notEqual(await memory.watches.add(watch), id, 'a new one may follow');
    }),
  );

  it(
    'lets only the one who waits call it off',
    within(async ({ memory, clock }) => {
      const id = await memory.watches.add(watch);
      assert.equal(await memory.watches.cancel(id, personOf('U2')), false);
      assert.equal(await memory.watches.cancel(id, personOf('U1')), true);
      clock.now += hour;
      assert.deepEqual(await memory.watches.due(10), []);
      assert.deepEqual(await memory.watches.of(personOf('U1')), []);
    }),
  );

  it(
    'opens one hand-off for a question, gives it to the first who claims it, and closes it',
    within(async ({ memory, open }) => {
      const other = await open();
      const asked = {
        questionKey: 'q1',
        customer: personOf('U1'),
        place: { ...placeOf('t1'), private: true },
        summary: 'kim@example.com bounces',
      };
      const opened = await Promise.all([memory, other, memory].map((one) => one.handOffs.open(asked)));
      assert.equal(opened.filter((one) => one.opened).length, 1);
      const id = opened[0]?.handOff.id ?? '';
      assert.equal(opened[2]?.handOff.id, id);
      const claims = await Promise.all([
        memory.handOffs.claim(id, personOf('S1')),
        other.handOffs.claim(id, personOf('S2')),
      ]);
      assert.deepEqual(claims[0]?.claimedBy, claims[1]?.claimedBy, 'both learn who has it');
      await memory.handOffs.shownAs(id, { workspace: 'T1', channel: 'C9', id: 'm9' });
      await memory.handOffs.noteTicket(id, '516757');
      assert.equal(await other.handOffs.inConversation(placeOf('t1', 'C8')), undefined);
      const known = await other.handOffs.inConversation(placeOf('t2'));
      assert.equal(known?.summary, 'k***@example.com bounces');
      assert.deepEqual(known?.staffMessage, { workspace: 'T1', channel: 'C9', id: 'm9' });
      assert.equal(known?.ticket, '516757');
      assert.equal((await memory.handOffs.waiting(5)).length, 1);
      assert.equal(await memory.handOffs.resolve(id, personOf('S1')), true);
      assert.equal(await other.handOffs.resolve(id, personOf('S2')), false);
      assert.equal(await memory.handOffs.inConversation(placeOf('t1')), undefined);
      assert.deepEqual((await memory.handOffs.get(id))?.resolvedBy, personOf('S1'));
      assert.equal((await memory.handOffs.open(asked)).opened, true, 'it may come up again');
    }),
  );

  it(
    'keeps a thread quiet for every process until its time or a mention',
    within(async ({ memory, open, clock }) => {
      const other = await open();
      await memory.quietThreads.hush(placeOf('t1'), clock.now + hour);
      assert.equal(await other.quietThreads.isQuiet(placeOf('t1')), true);
      assert.equal(await other.quietThreads.isQuiet(placeOf('t2')), false);
      await other.quietThreads.speak(placeOf('t1'));
      assert.equal(await memory.quietThreads.isQuiet(placeOf('t1')), false);
      await memory.quietThreads.hush(placeOf('t1'), clock.now + hour);
      clock.now += hour;
      assert.equal(await other.quietThreads.isQuiet(placeOf('t1')), false);
    }),
  );

  it(
    'alerts once when enough different people bring the same error',
    within(async ({ memory, open, clock }) => {
      const other = await open();
      const rule = { people: 4, withinMs: hour, quietMs: 6 * hour };
      const bring = (id: string, at: number) =>
        (at % 2 ? memory : other).incidents.note(
          'outlook.com 550 5.7.1 banned',
          { person: personOf(id), place: placeOf(id) },
          rule,
        );
      for (let at = 0; at < 9; at++)
        assert.equal((await bring('U1', at)).alert, false, 'one person many times');
      const alerts = await Promise.all(['U2', 'U3', 'U4', 'U5', 'U6', 'U7'].map(bring));
      assert.equal(alerts.filter(({ alert }) => alert).length, 1);
      assert.equal((await bring('U8', 0)).alert, false);
      assert.deepEqual(await memory.incidents.since(start, 5), [
        { fingerprint: 'outlook.com 550 5.7.1 banned', people: 8, firstAt: start, lastAt: start },
      ]);
      clock.now += 7 * hour;
      const later = await Promise.all(['U1', 'U2', 'U3', 'U4'].map(bring));
      assert.equal(later.filter(({ alert }) => alert).length, 1, 'a new outbreak');
    }),
  );

  it(
    'tells everyone who asked that a notice ended, each once',
    within(async ({ memory, open, clock }) => {
      const other = await open();
      const rule = { people: 99, withinMs: hour, quietMs: hour };
      await memory.incidents.note(
        'outlook.com 550',
        { person: personOf('early'), place: placeOf('t0') },
        rule,
      );
      const id = await memory.notices.pin(
        { text: 'Microsoft refuses us, ask ops@host.example', matches: ['outlook.com 550'] },
        personOf('S1'),
        { fingerprints: ['outlook.com 550', 'another'], since: start - hour },
      );
      assert.equal((await other.notices.live())[0]?.text, 'Microsoft refuses us, ask o***@host.example');
      for (const who of ['U1', 'U2', 'U1', 'early'])
        await other.notices.shown(id, { person: personOf(who), place: placeOf(who) });
      assert.deepEqual(await memory.notices.owed(10), [], 'not while it lasts');
      assert.equal((await other.revisions.read()).get(noticesRevision), 1);
      assert.equal(await memory.notices.end(id, personOf('S1')), true);
      assert.equal((await other.revisions.read()).get(noticesRevision), 2);
      assert.equal(await other.notices.end(id, personOf('S2')), false);
      assert.deepEqual(await other.notices.live(), []);
      const owed = await Promise.all([memory.notices.owed(10), other.notices.owed(10)]);
      assert.deepEqual(
        owed
          .flat()
          .map(({ person }) => person.id)
          .sort(),
        ['U1', 'U2', 'early'],
      );
      for (const { person, notice } of owed[0] ?? [])
        assert.equal(await memory.notices.told(notice.id, person), true);
      for (const { person, notice } of owed[1] ?? [])
        assert.equal(await memory.notices.told(notice.id, person), false, 'not its own');
      clock.now += minute;
      const left = await memory.notices.owed(10);
      assert.equal(left.length, owed[1]?.length, 'whom a dead process did not tell');
    }),
  );
}
