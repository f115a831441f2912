/** The numbers of cPanel's two hourly limits, `(5/5 (100%))`, as far as they are given. */
export interface HourlyLimit {
  readonly count?: number;
  readonly limit?: number;
  readonly percent?: number;
}

const numbers =
  /(-?\d{1,7})\s{0,3}\/\s{0,3}(-?\d{1,7})(?:\s{0,3}\(\s{0,3}(-?\d{1,7})\s{0,3}%?\s{0,3}\)|\s{1,3}(\d{1,7})\s?%)?/;
const reach = 120;

/** Reads the numbers behind (or, in a customer's own words, before) the phrase that names the limit. */
export function hourlyLimitIn(text: string, start: number, end: number): HourlyLimit {
  const found =
    numbers.exec(text.slice(start, end + reach)) ??
    numbers.exec(text.slice(Math.max(0, start - reach), start));
  if (!found) return {};
  const [, count, limit, bracketed, bare] = found;
  const percent = bracketed ?? bare;
  return {
    count: Number(count),
    limit: Number(limit),
    ...(percent !== undefined && { percent: Number(percent) }),
  };
}
