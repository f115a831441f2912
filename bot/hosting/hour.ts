export const hourMs = 3_600_000;

/** An hour of the clock in UTC: what the host counts by. `turns` belongs to the next one. */
export interface ClockHour {
  readonly start: Date;
  readonly turns: Date;
}

export function hourOf(at: Date): ClockHour {
  const start = Math.floor(at.getTime() / hourMs) * hourMs;
  return { start: new Date(start), turns: new Date(start + hourMs) };
}
