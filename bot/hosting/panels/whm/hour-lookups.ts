import { createLookups, type Lookups } from '../../calls/lookups.ts';
import type { HostAnswer } from '../../host-answer.ts';
import { type ClockHour, hourOf } from '../../hour.ts';
import { type TokenParts, wrongShape } from './token-parts.ts';
import { countsByDomain, rowsOf, type UserRows, userOfRow } from './whm-health.ts';
import * as requests from './whm-requests.ts';
import { listIn } from './whm-shapes.ts';

export interface HourRows extends UserRows {
  readonly hour: ClockHour;
}

export interface HourLookups {
  /** The rows of this hour of the clock. */
  get(user: string, signal: AbortSignal): Promise<HostAnswer<HourRows>>;
  readonly size: number;
}

export function createHourLookups(parts: TokenParts): HourLookups {
  let current: { readonly hour: ClockHour; readonly rows: Lookups<HourRows> } | undefined;
  return {
    get: (user, signal) => {
      const hour = hourOf(parts.now());
      // A new hour begins with nothing known: the old one's counts must not be shown as this one's.
      if (current?.hour.start.getTime() !== hour.start.getTime())
        current = { hour, rows: lookupsOf(parts, hour) };
      return current.rows.get(user, signal);
    },
    get size() {
      return current?.rows.size ?? 0;
    },
  };
}

function lookupsOf(parts: TokenParts, hour: ClockHour): Lookups<HourRows> {
  const { limits, now, reachability, ask, inTurn, seen } = parts;
  const rawRows = async (user: string | undefined): Promise<HostAnswer<readonly unknown[]>> => {
    const answer = await ask(requests.userStats(hour, user));
    if (answer.kind !== 'ok') return answer;
    const rows = listIn(answer.value, 'records');
    if (!rows) return wrongShape(parts, 'emailtrack_user_stats: no list of records in the answer');
    seen.byDomain ||= countsByDomain(rows);
    return { ...answer, value: rows };
  };
  const read = (answer: HostAnswer<readonly unknown[]>, user: string): HostAnswer<HourRows> => {
    if (answer.kind !== 'ok') return answer;
    const rows = rowsOf(answer.value, user);
    if (!rows) return wrongShape(parts, 'emailtrack_user_stats: a row that cannot be read');
    return { ...answer, value: { rows, byDomain: seen.byDomain, hour } };
  };
  const load = async (user: string) => read(await rawRows(user), user);
  const loadAll = async (): Promise<HostAnswer<(user: string) => HostAnswer<HourRows>>> => {
    const answer = await rawRows(undefined);
    if (answer.kind !== 'ok') return answer;
    const byUser = Map.groupBy(answer.value, userOfRow);
    return { ...answer, value: (user: string) => read({ ...answer, value: byUser.get(user) ?? [] }, user) };
  };
  return createLookups({ ...limits, now, reachability, inTurn: inTurn.stats, load, loadAll });
}
