/** When people of the support are there: `Mon-Fri 09:00-17:00, Sat 10:00-14:00`, in a time zone. */
export interface SupportHours {
  isOpen(at: Date): boolean;
  /** When somebody is there next; the moment itself while it is open. */
  opens(at: Date): Date;
}

const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
const stretch =
  /^(sun|mon|tue|wed|thu|fri|sat)(?:-(sun|mon|tue|wed|thu|fri|sat))? ([0-2]?\d):([0-5]\d)-([0-2]?\d):([0-5]\d)$/;

interface Stretch {
  readonly day: number;
  /** Minutes of the day; the end itself is no longer open. */
  readonly from: number;
  readonly until: number;
}

const minuteMs = 60_000;
const weekMinutes = 7 * 24 * 60;

/** Throws with a sentence that says how hours are written. `timeZone`: IANA name. */
export function parseSupportHours(text: string, timeZone: string): SupportHours {
  const stretches = text
    .toLowerCase()
    .split(',')
    .flatMap((part) => stretchesIn(part.trim()));
  const openAt = (minuteOfWeek: number) => {
    const [day, minute] = [Math.floor(minuteOfWeek / 1440), minuteOfWeek % 1440];
    return stretches.some((one) => one.day === day && minute >= one.from && minute < one.until);
  };
  const isOpen = (at: Date) => openAt(minuteOfWeekIn(at, timeZone));
  return {
    isOpen,
    opens(at) {
      if (isOpen(at)) return at;
      const now = minuteOfWeekIn(at, timeZone);
      const waits = stretches
        .map(({ day, from }) => (day * 1440 + from - now + weekMinutes) % weekMinutes)
        .sort((one, other) => one - other);
      const start = Math.floor(at.getTime() / minuteMs);
      // Where clocks are put forward or back in between, the opening is an hour earlier or later.
      const shifts = [-60, 0, 60];
      const opening = waits.flatMap((wait) => shifts.map((shift) => start + wait + shift));
      const first = opening.find((minute) => isOpen(new Date(minute * minuteMs)));
      return new Date((first ?? start) * minuteMs);
    },
  };
}

function stretchesIn(part: string): Stretch[] {
  const [, first, last = first, fromHour, fromMinute, untilHour, untilMinute] = stretch.exec(part) ?? [];
  const from = Number(fromHour) * 60 + Number(fromMinute);
  const until = Number(untilHour) * 60 + Number(untilMinute);
  if (first === undefined || last === undefined || from >= until || until > 1440)
    throw new Error(`“${part}” are no hours: write them as Mon-Fri 09:00-17:00, Sat 10:00-14:00`);
  const [begin, end] = [days.indexOf(first as never), days.indexOf(last as never)];
  const count = ((end - begin + 7) % 7) + 1;
  return Array.from({ length: count }, (_, at) => ({ day: (begin + at) % 7, from, until }));
}

function minuteOfWeekIn(at: Date, timeZone: string): number {
  const parts = Object.fromEntries(
    formatFor(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const day = days.indexOf((parts.weekday ?? '').toLowerCase() as never);
  return day * 1440 + Number(parts.hour) * 60 + Number(parts.minute);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const options = { weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const format = new Intl.DateTimeFormat('en-GB', { ...options, timeZone });
  formats.set(timeZone, format);
  return format;
}
