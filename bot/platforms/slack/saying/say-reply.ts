import { randomBytes } from 'node:crypto';
import type { Reply } from '../../../desk/reply.ts';
import { stamped } from '../question-key.ts';
import { toSlackMessage } from '../render/to-slack-message.ts';
import type { Kit } from '../slack-parts.ts';
import { type PrivateSpot, sayPrivately } from './say-privately.ts';

/** Shows a reply to one person alone. `key`: the question it belongs to, for its buttons; absent where they have none. */
export function sayReply(
  { linkOf, copies }: Kit,
  spot: PrivateSpot,
  reply: Reply,
  { key, staff = false }: { key?: string; staff?: boolean } = {},
): Promise<void> {
  const { text, blocks } = toSlackMessage(reply, { linkOf, asker: spot.user, staff });
  const copy = randomBytes(6).toString('hex');
  const marked = stamped(blocks, { copy, ...(key === undefined ? {} : { key }) });
  if (!spot.direct) copies.set(copy, marked);
  return sayPrivately(spot, { text, blocks: marked });
}
