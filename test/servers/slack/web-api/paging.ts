import type { Json } from '../json.ts';
import type { Arguments } from './arguments.ts';
import { refuse } from './method.ts';

/** One page of a list, by Slack's cursors. */
export function page<T>(
  items: readonly T[],
  args: Arguments,
  otherwise: number,
): { items: T[]; more: boolean; metadata: Json } {
  const limit = args.number('limit', otherwise);
  if (limit < 1 || limit > 1000) refuse('invalid_limit');
  const cursor = args.text('cursor');
  const start = cursor ? Number(Buffer.from(cursor, 'base64').toString().split(':')[1]) : 0;
  if (!Number.isInteger(start)) refuse('invalid_cursor');
  const end = start + limit;
  const more = end < items.length;
  const next_cursor = more ? Buffer.from(`next:${end}`).toString('base64') : '';
  return { items: items.slice(start, end), more, metadata: { response_metadata: { next_cursor } } };
}
