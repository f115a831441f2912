import { z } from 'zod';
import { hostAddress, hostName, hostText } from '../../host-text.ts';
import type { Limit } from '../../mail-health.ts';

/** A field that may be missing, in any form, made sense of by `read`. */
const field = <Value>(read: (value: unknown) => Value) => z.unknown().optional().transform(read);
const number = z.union([
  z.number(),
  z
    .string()
    .trim()
    .regex(/^\d{1,12}$/)
    .transform(Number),
]);

/** Messages allowed in a time: `{value, frame: s|m|h|d}`, or `false` where there is no limit. */
const rateLimit = field((value): Limit => {
  if (value === false || value === null || value === undefined) return 'unlimited';
  const parsed = z.object({ value: number, frame: z.string() }).safeParse(value);
  // Only an hour's limit can be told as one; five in a second say nothing about an hour.
  return parsed.success && parsed.data.frame === 'h' ? parsed.data.value : 'unknown';
});

export const domainShape = z.object({
  domain_name: field((value) => hostName(value) ?? ''),
  active: field((value) => Number(value) === 1 || value === true),
  created: field((value) => hostText(value, 40)),
  rl: rateLimit,
});

export const queueItemShape = z.object({
  queue_name: z.string(),
  queue_id: field((value) => hostText(value, 40)),
  arrival_time: number,
  sender: field((value) => hostAddress(value) ?? ''),
  recipients: z.array(z.string()),
});
export type QueueItem = z.infer<typeof queueItemShape>;

export const rateHitShape = z.object({
  time: number,
  user: field((value) => hostAddress(value) ?? ''),
});
export type RateHit = z.infer<typeof rateHitShape>;

/** `ADDRESS (REASON)`, as the queue lists a recipient. */
export function recipientFrom(text: string): { readonly recipient: string; readonly reason: string } {
  const [, address, reason] = /^(\S+)(?:\s+\((.*)\))?$/s.exec(text.slice(0, 2_000)) ?? [];
  return { recipient: hostAddress(address) ?? '', reason: hostText(reason) };
}
