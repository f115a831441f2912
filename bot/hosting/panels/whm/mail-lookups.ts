import { createLookups } from '../../calls/lookups.ts';
import type { Deliveries, TimeRange } from '../../delivery.ts';
import type { HostAnswer } from '../../host-answer.ts';
import { type TokenParts, wrongShape } from './token-parts.ts';
import { deliveriesFrom } from './whm-deliveries.ts';
import * as requests from './whm-requests.ts';
import { listIn } from './whm-shapes.ts';

export interface MailLookups {
  get(user: string, range: TimeRange, signal: AbortSignal): Promise<HostAnswer<Deliveries>>;
  readonly size: number;
}

const minuteMs = 60_000;
/** Each may be a megabyte. */
const mostKept = 10;

export function createMailLookups(parts: TokenParts): MailLookups {
  const { limits, now, reachability, ask, inTurn } = parts;
  const load = async (key: string): Promise<HostAnswer<Deliveries>> => {
    const { user, range } = rangeFrom(key);
    const answer = await ask(requests.trackedMail(user, range, limits.mostRecords));
    if (answer.kind !== 'ok') return answer;
    const records = listIn(answer.value, 'records');
    if (!records) return wrongShape(parts, 'emailtrack_search: no list of records in the answer');
    const deliveries = deliveriesFrom(records, user, range, limits.mostRecords);
    return deliveries
      ? { ...answer, value: deliveries }
      : wrongShape(parts, 'emailtrack_search: no record can be read');
  };
  const lookups = createLookups({ ...limits, mostKept, now, reachability, inTurn: inTurn.mail, load });
  return {
    get: async (user, range, signal) => {
      const answer = await lookups.get(keyOf(user, range), signal);
      if (answer.kind !== 'ok') return answer;
      const records = answer.value.records.filter(({ at }) => at >= range.from && at <= range.to);
      return { ...answer, value: { ...answer.value, records } };
    },
    get size() {
      return lookups.size;
    },
  };
}

/** Askers within the same minute share an answer. */
function keyOf(user: string, { from, to }: TimeRange): string {
  return `${user} ${Math.floor(from.getTime() / minuteMs)} ${Math.ceil(to.getTime() / minuteMs)}`;
}

function rangeFrom(key: string): { readonly user: string; readonly range: TimeRange } {
  const [user = '', from, to] = key.split(' ');
  return { user, range: { from: new Date(Number(from) * minuteMs), to: new Date(Number(to) * minuteMs) } };
}
