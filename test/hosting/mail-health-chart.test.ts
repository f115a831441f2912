import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Delivery } from '../../bot/hosting/delivery.ts';
import { lastDayOf } from '../../bot/hosting/hourly-counts.ts';
import { chartInWords, drawMailChart } from '../../bot/hosting/mail-health-chart.ts';
import { madeRecords } from './made-records.ts';

const now = new Date('2026-11-20T09:50:00Z');
const records: Delivery[] = madeRecords(['dead-addresses'], 'chart');
const deliveries = {
  records,
  covers: new Set(['delivered', 'deferred', 'failed'] as const),
  cutOff: new Set<never>(),
};

describe('the chart of a day', () => {
  const day = lastDayOf(deliveries, now, 'example.com');

  it('has 24 hours of the clock, the running one last', () => {
    assert.equal(day.hours.length, 24);
    assert.equal(day.hours.at(-1)?.start.toISOString(), '2026-11-20T09:00:00.000Z');
    assert.equal(day.hours[0]?.start.toISOString(), '2026-11-19T10:00:00.000Z');
  });

  it('counts every record of the day once', () => {
    const counted = day.hours.reduce(
      (sum, { deferred, failed, delivered }) => sum + deferred + failed + delivered,
      0,
    );
    assert.equal(counted, records.length);
    assert.ok(lastDayOf(deliveries, now, 'other.example').hours.every(({ failed }) => failed === 0));
  });

  it('is a PNG of a size that a chat program takes, quickly', async (test) => {
    await drawMailChart({ title: 'example.com', day, limit: 5 });
    const began = performance.now();
    const { png } = await drawMailChart({ title: 'example.com', day, limit: 5, timeZone: 'Europe/Berlin' });
    test.diagnostic(`${png.length} bytes in ${Math.round(performance.now() - began)} ms`);
    assert.deepEqual([...png.slice(0, 4)], [0x89, 0x50, 0x4e, 0x47]);
    assert.ok(png.length < 200_000);
  });

  it('is told in words to those who cannot see it', () => {
    const hours = day.hours.map((hour, index) => ({
      ...hour,
      deferred: 0,
      delivered: 1,
      failed: index === 23 ? 7 : 0,
    }));
    const words = chartInWords({
      title: 'example.com',
      day: { hours, complete: false },
      limit: 5,
      timeZone: 'UTC',
    });
    assert.equal(
      words,
      'Chart of example.com, last 24 hours, times in UTC. 24 delivered, 7 failed, 0 deferred. Most failed or were deferred between 09:00 and 10:00: 7. ' +
        'The line marks the limit of 5, which 1 hour reached. There was more mail than the server lists, so early hours may show too little.',
    );
    assert.doesNotMatch(chartInWords({ title: 'a', day, limit: 'unknown' }), /line marks/);
  });
});
