const minuteMs = 60_000;

/** Says times in the zone of the house. */
export interface ClockWords {
  /** `14:05 UTC`, with the day where it is not the day of `now`. */
  at(time: Date): string;
  /** `in 22 minutes`, `35 minutes ago`, `now`. */
  away(time: Date): string;
}

export function createClockWords(timeZone: string, now: () => Date): ClockWords {
  const format = (time: Date, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { ...options, timeZone }).format(time);
  const clock = (time: Date) => format(time, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const day = (time: Date) => format(time, { day: 'numeric', month: 'long' });
  const zone = (time: Date) =>
    new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'short' })
      .formatToParts(time)
      .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
  return {
    at: (time) => `${day(time) === day(now()) ? '' : `${day(time)}, `}${clock(time)} ${zone(time)}`,
    away: (time) => {
      const minutes = Math.round((time.getTime() - now().getTime()) / minuteMs);
      if (minutes === 0) return 'now';
      const span = spanWords(Math.abs(minutes));
      return minutes > 0 ? `in ${span}` : `${span} ago`;
    },
  };
}

function spanWords(minutes: number): string {
  if (minutes < 120) return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} hours` : `${Math.round(hours / 24)} days`;
}
