import type { TimeRange } from '../../delivery.ts';
import type { ClockHour } from '../../hour.ts';

/** A call of WHM API 1. */
export interface WhmCall {
  readonly name:
    | 'myprivs'
    | 'accountsummary'
    | 'listaccts'
    | 'getdomainowner'
    | 'emailtrack_user_stats'
    | 'emailtrack_search';
  readonly parameters: Readonly<Record<string, string>>;
}

const seconds = (at: Date): number => Math.floor(at.getTime() / 1000);

/** The host logs request lines with their queries, so everything goes into the body. */
export function formOf({ parameters }: WhmCall): URLSearchParams {
  return new URLSearchParams({ 'api.version': '1', ...parameters });
}

export const privileges: WhmCall = { name: 'myprivs', parameters: {} };

export const accountSummary = (user: string): WhmCall => ({ name: 'accountsummary', parameters: { user } });

export const allAccounts: WhmCall = { name: 'listaccts', parameters: {} };

export const domainOwner = (domain: string): WhmCall => ({ name: 'getdomainowner', parameters: { domain } });

/** `user` undefined: everybody's. A server may ignore `user`, so the filter says it too, and the reader checks each row. */
export function userStats({ start, turns }: ClockHour, user: string | undefined): WhmCall {
  const hour = { starttime: `${seconds(start)}`, endtime: `${seconds(turns) - 1}` };
  const wanted = { deliverytype: 'remote-or-faildefer', group: 'domain' };
  const one = user === undefined ? {} : { user, ...filters([['USER', 'eq', user]]) };
  return { name: 'emailtrack_user_stats', parameters: { ...hour, ...wanted, ...one } };
}

/** How long a message may wait in the queue, so that what is retried now was sent before. */
const queuedSeconds = 4 * 86_400;

/** Without `deliverytype`, which would hide failures. The latest records first, because only so many come. */
export function trackedMail(user: string, { from, to }: TimeRange, most: number): WhmCall {
  const outcomes = {
    success: '1',
    defer: '1',
    failure: '1',
    inprogress: '0',
    max_results_by_type: `${most}`,
  };
  const within = filters([
    ['user', 'eq', user],
    ['sendunixtime', 'gt', `${seconds(from) - queuedSeconds}`],
    ['sendunixtime', 'lt', `${seconds(to) + 1}`],
  ]);
  const latestFirst = {
    ...{ 'api.sort.enable': '1', 'api.sort.a.field': 'sendunixtime' },
    ...{ 'api.sort.a.method': 'numeric', 'api.sort.a.reverse': '1' },
  };
  return { name: 'emailtrack_search', parameters: { ...outcomes, ...within, ...latestFirst } };
}

function filters(
  rules: readonly (readonly [field: string, type: string, value: string])[],
): Record<string, string> {
  const form: Record<string, string> = { 'api.filter.enable': '1' };
  for (const [index, [field, type, value]] of rules.entries()) {
    const filter = `api.filter.${String.fromCharCode(97 + index)}`;
    Object.assign(form, { [`${filter}.field`]: field, [`${filter}.type`]: type, [`${filter}.arg0`]: value });
  }
  return form;
}
