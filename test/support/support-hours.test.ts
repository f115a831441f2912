import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseSupportHours } from '../../bot/support/support-hours.ts';

const hours = parseSupportHours('Mon-Fri 09:00-17:00, Sat 10:00-14:00', 'Europe/Berlin');
const at = (text: string) => new Date(text);

describe('support hours', () => {
  it('are open from the first minute to before the last, in their own time zone', () => {
    // Friday, 27 November 2026; Berlin is an hour ahead of UTC.
    assert.equal(hours.isOpen(at('2026-11-27T07:59:59Z')), false);
    assert.equal(hours.isOpen(at('2026-11-27T08:00:00Z')), true);
    assert.equal(hours.isOpen(at('2026-11-27T15:59:59Z')), true);
    assert.equal(hours.isOpen(at('2026-11-27T16:00:00Z')), false);
  });

  it('say when somebody is there next', () => {
    for (const [now, next] of [
      ['2026-11-27T10:00:00Z', '2026-11-27T10:00:00.000Z'],
      ['2026-11-27T16:00:30Z', '2026-11-28T09:00:00.000Z'],
      ['2026-11-28T13:00:00Z', '2026-11-30T08:00:00.000Z'],
      // Clocks are put back on 25 October: Monday begins an hour later in UTC.
      ['2026-10-24T13:00:00Z', '2026-10-26T08:00:00.000Z'],
      ['2026-03-28T14:00:00Z', '2026-03-30T07:00:00.000Z'],
    ] as const)
      assert.equal(hours.opens(at(now)).toISOString(), next, now);
  });

  it('run over the end of the week and to midnight', () => {
    const weekend = parseSupportHours('Sat-Mon 00:00-24:00', 'UTC');
    for (const day of ['28', '29', '30']) assert.equal(weekend.isOpen(at(`2026-11-${day}T23:59:00Z`)), true);
    assert.equal(weekend.isOpen(at('2026-11-27T12:00:00Z')), false);
  });

  it('that are written in another way are refused with a sentence', () => {
    for (const text of ['9 to 5', 'Mon-Fri 17:00-09:00', 'Mon 09:00-25:00', '', 'Mon-Fri 09:00-17:00;'])
      assert.throws(() => parseSupportHours(text, 'UTC'), /write them as Mon-Fri 09:00-17:00/, text);
  });
});
