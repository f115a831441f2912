import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { createAccounts } from '../../bot/hosting/accounts.ts';
import { type House, hour, minute, openHouse, personOf, placeOf, stepsIn } from './house.ts';

describe('telling when the block clears', () => {
  let house: House;
  const anna = personOf('U1');
  before(async () => {
    house = await openHouse();
    await house.link(anna, 'gardens');
    await house.link(personOf('U2'), 'bakery');
  });
  after(() => house.close());
  beforeEach(() => {
    house.told.length = 0;
    house.whm.calls.clear();
  });
  /** Lets time pass as a process does that looks every half minute. */
  const pass = async (ms: number, desks = [house.desk]) => {
    for (const end = house.clock.now + ms; house.clock.now < end; house.clock.now += 30_000)
      await Promise.all(desks.map((desk) => desk.runWatches()));
  };
  const titles = () => house.told.map(({ answer }) => answer.title);

  it('tells once, in private, when the hour has turned and the server no longer reports it', async () => {
    const answer = await house.desk.watch(anna, undefined, placeOf('D1'));
    assert.equal(answer.title, 'I keep an eye on it');
    await pass(20 * minute);
    assert.deepEqual(titles(), []);
    const calls = house.whm.calls.of('emailtrack_user_stats').length;
    console.log(`  ${calls} looks at the counts in 20 minutes`);
    assert.ok(calls <= 3);
    // A sample account sends to its old list in every hour that is looked at as the running one; not in this.
    const story = house.account('gardens').story;
    house.change('gardens', { story: house.account('bakery').story });
    await pass(10 * minute);
    assert.deepEqual(titles(), ['gardens.example is no longer blocked']);
    assert.deepEqual([house.told[0]?.place.channel, house.told[0]?.answer.audience], ['D1', 'asker']);
    await pass(2 * hour);
    assert.equal(house.told.length, 1);
    house.change('gardens', { story });
  });

  it('counts the question before it as helped when the block clears and nothing is asked again', async () => {
    const asked = async (key: string) => {
      const { now } = house.clock;
      await house.memory.questions.note({
        ...{ key, place: placeOf('C1'), asker: anna, text: 'am I blocked?', decision: 'answer', slugs: [] },
        ...{ shown: undefined, confidence: 1, messageId: undefined, askedAt: now, answeredAt: now },
      });
    };
    const { story } = house.account('gardens');
    const helped = async () => (await house.memory.figures(0, house.clock.now + 1)).helped;
    for (const [again, expected] of [
      [false, 1],
      [true, 1],
    ] as const) {
      house.clock.now = Date.parse('2026-11-20T16:38:00Z') + (again ? 2 * hour : 0);
      await asked(`q-${again}`);
      await house.desk.watch(anna, undefined, placeOf('D1'), `q-${again}`);
      house.change('gardens', { story: house.account('bakery').story });
      await pass(10 * minute);
      if (again) await asked('q-further');
      await pass(25 * minute);
      assert.equal(await helped(), expected, again ? 'asked again' : 'not asked again');
      house.change('gardens', { story });
    }
  });

  it('says after the set time that it has not cleared', async () => {
    house.change('gardens', { story: house.account('gardens').story });
    house.clock.now = Date.parse('2026-11-20T20:05:00Z');
    assert.equal((await house.desk.watch(anna, undefined, placeOf('D1'))).title, 'I keep an eye on it');
    await pass(3 * hour + 2 * minute);
    assert.deepEqual(titles(), ['gardens.example is still blocked']);
    assert.deepEqual(
      stepsIn(house.told[0]?.answer ?? assert.fail()).map(({ order }) => order),
      ['watch', 'mail'],
    );
  });

  it('says that it does not know, where the server never answered', async () => {
    await house.desk.watch(anna, undefined, placeOf('D1'));
    house.whm.faults.add({ name: '*', kind: 'server-error', times: 10_000 });
    await pass(3 * hour + 2 * minute);
    house.whm.faults.clear();
    assert.deepEqual(titles(), ['I could not find out whether gardens.example is still blocked']);
  });

  it('tells once however many processes look, and goes on after a restart', async () => {
    await house.desk.watch(anna, undefined, placeOf('D1'));
    await house.desk.watch(anna, undefined, placeOf('D1'));
    const more = await Promise.all([house.openProcess(), house.openProcess(), house.openProcess()]);
    await pass(
      4 * hour,
      more.map(({ desk }) => desk),
    );
    assert.equal(house.told.length, 1);
  });

  it('tells once when a process comes back after another has taken its watch over', async () => {
    await house.desk.watch(anna, undefined, placeOf('D1'));
    const accounts = createAccounts({
      ...{ panels: [house.panel], links: house.memory.links, audit: async () => undefined },
    });
    const { promise: awake, resolve: wake } = Promise.withResolvers<void>();
    const asleep = await house.openProcess({
      accounts: { ...accounts, own: (...asked) => awake.then(() => accounts.own(...asked)) },
    });
    house.clock.now += 3 * hour + minute;
    const slept = asleep.desk.runWatches();
    await pause(50);
    house.clock.now += minute;
    await house.desk.runWatches();
    wake();
    await slept;
    assert.equal(house.told.length, 1);
  });

  it('tells again under the same key when the process died while telling', async () => {
    await house.desk.watch(anna, undefined, placeOf('D1'));
    const keys: string[] = [];
    const dying = await house.openProcess({
      tell: async (_person, _answer, { key }) => {
        keys.push(key);
        throw new Error('killed');
      },
    });
    await pass(3 * hour + 2 * minute, [dying.desk]);
    assert.ok(keys.length > 0);
    await pass(2 * minute);
    assert.equal(house.told.length, 1);
    assert.deepEqual([...new Set([...keys, ...house.told.map(({ key }) => key)])].length, 1);
  });

  it('is silent once the account is no longer linked, or was given to somebody else', async () => {
    await house.desk.watch(anna, undefined, placeOf('D1'));
    house.change('gardens', { uid: 4711 });
    await pass(4 * hour);
    house.change('gardens', { uid: 1002 });
    await house.desk.watch(anna, undefined, placeOf('D1'));
    const [link] = await house.memory.links.of(anna);
    await house.desk.unlink(anna, `web1/${link?.account.user}`);
    await pass(4 * hour);
    assert.deepEqual(titles(), []);
    assert.deepEqual(await house.memory.watches.of(anna), []);
  });

  it('does not wait for what is not there', async () => {
    const answer = await house.desk.watch(personOf('U2'), undefined, placeOf('D2'));
    assert.equal(answer.title, 'bakery.example is not blocked now');
    assert.equal(
      stepsIn(await house.desk.watch(personOf('U3'), 'web1/gardens', placeOf('D3')))[0]?.order,
      'link',
    );
    assert.deepEqual(await house.memory.watches.of(personOf('U3')), []);
  });
});
