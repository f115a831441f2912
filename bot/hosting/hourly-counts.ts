import type { Deliveries } from './delivery.ts';
import { hourMs, hourOf } from './hour.ts';

export interface HourlyCount {
  readonly start: Date;
  readonly deferred: number;
  readonly failed: number;
  readonly delivered: number;
}

export interface LastDay {
  /** 24 hours of the clock, the running one last. */
  readonly hours: readonly HourlyCount[];
  /** False: there were more records than the panel handed out, so early hours may show too little. */
  readonly complete: boolean;
}

/** Counts mail as the defers and failures limit does: to other servers, and whatever was put off or failed. */
export function lastDayOf({ records, cutOff }: Deliveries, now: Date, domain: string | undefined): LastDay {
  const first = hourOf(now).start.getTime() - 23 * hourMs;
  const own = records.filter(
    (record) => domain === undefined || record.domain === '' || record.domain === domain,
  );
  const byHour = Map.groupBy(own, ({ at }) => Math.floor((at.getTime() - first) / hourMs));
  const hours = Array.from({ length: 24 }, (_, index): HourlyCount => {
    const group = byHour.get(index) ?? [];
    const count = (wanted: string) => group.filter(({ outcome }) => outcome === wanted).length;
    const delivered = group.filter(({ outcome, remote }) => outcome === 'delivered' && remote).length;
    return {
      start: new Date(first + index * hourMs),
      deferred: count('deferred'),
      failed: count('failed'),
      delivered,
    };
  });
  return { hours, complete: cutOff.size === 0 };
}
