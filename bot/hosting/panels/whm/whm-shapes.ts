import { z } from 'zod';
import { hostName, hostText } from '../../host-text.ts';
import type { Limit, Tripped } from '../../mail-health.ts';

/** A field that may be missing, in any form, made sense of by `read`. */
const field = <Value>(read: (value: unknown) => Value) => z.unknown().optional().transform(read);

/** A count that may come as a number, as text, or not at all. */
const count = z.preprocess(
  (value) => (value === null || value === '' ? undefined : value),
  z
    .union([
      z.number(),
      z
        .string()
        .trim()
        .regex(/^\d{1,15}$/)
        .transform(Number),
    ])
    .pipe(z.number().int().min(0))
    .optional(),
);
const words = field((value) => hostText(typeof value === 'number' ? String(value) : value));
const domain = field((value) => hostName(value) ?? '');
const yes = field((value) => value === true || Number(value) === 1);

/** "unlimited", a number as text, "default" or "*unknown*". */
export function limitFrom(value: unknown): Limit {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  const text = typeof value === 'string' ? value.trim().toLowerCase() : '';
  if (text === 'unlimited') return 'unlimited';
  return /^\d{1,9}$/.test(text) ? Number(text) : 'unknown';
}
const limit = field(limitFrom);

export interface Flag {
  readonly reached: boolean;
  readonly tripped: Tripped | undefined;
}

/** Documented as 0 or 1; one that is reached comes as "5/5 (100%)". `undefined`: the host says nothing. */
export function flagFrom(value: unknown): Flag | undefined {
  if (value === undefined) return undefined;
  if (value === null || value === 0 || value === false) return { reached: false, tripped: undefined };
  const text = String(value).trim();
  if (text === '' || text === '0') return { reached: false, tripped: undefined };
  const numbers = /^(\d{1,9})\/(\d{1,9})(?: ?\((-?\d{1,9})%?\))?$/.exec(text);
  if (!numbers) return { reached: true, tripped: undefined };
  const percent = numbers[3] === undefined ? undefined : Number(numbers[3]);
  return { reached: true, tripped: { count: Number(numbers[1]), limit: Number(numbers[2]), percent } };
}
const flag = field(flagFrom);

export const accountShape = z.object({
  user: words,
  domain,
  owner: words,
  email: field((value) => (typeof value === 'string' ? value : '')),
  plan: words,
  suspended: yes,
  outgoing_mail_hold: z.unknown().optional(),
  outgoing_mail_suspended: z.unknown().optional(),
  max_defer_fail_percentage: limit,
  min_defer_fail_to_trigger_protection: limit,
  max_email_per_hour: limit,
  uid: words,
  unix_startdate: words,
});

export const statRowShape = z.object({
  USER: words,
  DOMAIN: domain,
  DEFERCOUNT: count,
  FAILCOUNT: count,
  DEFERFAILCOUNT: count,
  SENDCOUNT: count,
  SUCCESSCOUNT: count,
  REACHED_MAXDEFERFAIL: flag,
  REACHED_MAXEMAILS: flag,
});
export type StatRow = z.infer<typeof statRowShape>;

export const recordShape = z.object({
  type: z.unknown().optional(),
  actionunixtime: count,
  sendunixtime: count,
  msgid: words,
  sender: z.unknown().optional(),
  recipient: z.unknown().optional(),
  domain,
  senderauth: words,
  senderhost: words,
  senderip: words,
  host: domain,
  router: words,
  transport_is_remote: z.unknown().optional(),
  message: words,
  user: words,
});
export type TrackRecord = z.infer<typeof recordShape>;

/** The lists that an answer may hold, by their one key. */
export const listIn = (data: unknown, key: 'records' | 'acct' | 'privileges'): unknown[] | undefined => {
  const list = z.record(z.string(), z.unknown()).safeParse(data).data?.[key];
  return Array.isArray(list) ? list : undefined;
};
