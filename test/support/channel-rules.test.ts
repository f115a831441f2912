import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type House, openHouse, place } from './house.ts';

describe('what holds in a channel', () => {
  let house: House;
  afterEach(() => house.close());
  const set = (what: string, value?: string, at = place) =>
    house.give('dset', { place: at, values: { what, ...(value === undefined ? {} : { value }) } });
  const status = async (at = place) =>
    Object.fromEntries(
      (await house.give('dstat', { place: at })).replies[0]?.facts.map((f) => [f.label, f.value]) ?? [],
    );

  it('comes from the operator until staff set something, and again when they take it away', async () => {
    house = await openHouse();
    assert.equal(house.rules.of(place).listening, 'mentions');
    assert.equal(house.rules.of({ ...place, channel: 'C2' }).listening, 'listening');
    await set('listening', 'listening');
    assert.equal(house.rules.of(place).listening, 'listening');
    assert.equal(house.rules.of({ ...place, thread: 'another' }).listening, 'listening');
    await set('listening');
    assert.equal(house.rules.of(place).listening, 'mentions');
  });

  it('is told with where it comes from', async () => {
    house = await openHouse();
    await set('threshold', '0.97');
    const held = await status();
    assert.match(held.threshold ?? '', /^0\.97 \(set by name of U9 on \d{4}-\d\d-\d\d\)$/);
    assert.match(held.listening ?? '', /^mentions \(from the settings of the operator\)$/);
    assert.equal(held.Articles, '2');
    assert.deepEqual(Object.keys(await status({ ...place, channel: '' })), ['Articles']);
  });

  it('takes nothing that makes no sense, and says how it is written', async () => {
    house = await openHouse();
    for (const [what, value, words] of [
      ['threshold', '2', /0\.5 to 0\.999/],
      ['threshold', 'high', /0\.5 to 0\.999/],
      ['listening', 'yes', /off, mentions or listening/],
      ['language', 'german', /two letters/],
      ['hand-offs', 'somewhere else', /channel’s id/],
      ['colour', 'red', /listening, threshold, language, hand-offs/],
    ] as const)
      assert.match((await set(what, value)).replies[0]?.title ?? '', words, value);
    assert.deepEqual(house.rules.of(place), {
      ...{ listening: 'mentions', threshold: undefined, language: undefined, handOffs: undefined },
    });
  });

  it('sends hand-offs of a channel where its staff want them', async () => {
    house = await openHouse();
    await set('hand-offs', '<#C777777>');
    assert.match(house.messages[0]?.reply.title ?? '', /shown here from now on/);
    await house.support.handOver(await house.answered('q1'), questionAsker);
    assert.equal(house.messages[1]?.at.channel, 'C777777');
  });

  it('sends no hand-offs where the bot may not write', async () => {
    house = await openHouse({ outreachOn: () => undefined });
    assert.match((await set('hand-offs', 'C777777')).replies[0]?.title ?? '', /cannot write in that channel/);
    assert.equal(house.rules.of(place).handOffs, undefined);
  });

  it('reaches every process within moments', async () => {
    house = await openHouse();
    const other = await house.openProcess();
    await sleep(50);
    await set('listening', 'off');
    for (let waits = 0; other.rules.of(place).listening !== 'off'; waits++) {
      assert.ok(waits < 200, 'the other process hears of it');
      await sleep(50);
    }
  });
});

const questionAsker = { platform: 'slack', workspace: 'T1', id: 'U1', staff: false };
