import { createHash } from 'node:crypto';
import type { APIMessage } from 'discord.js';
import type { MessageBody } from './message-body.ts';

const least = 0x10000;
/** Ids of components are 32-bit numbers; small ones are those that Discord gives itself. */
const span = 0x7fff0000;

/**
 * A message that carries `key` where nobody sees it: in the id of its first component, which an app may choose and
 * Discord hands back. It stays when the message is changed, and needs no buttons.
 */
export function marked({ components: [first, ...more], ...body }: MessageBody, key: string): MessageBody {
  return { ...body, components: first ? [{ ...first, id: markOf(key) }, ...more] : more };
}

export function isMarked({ components }: APIMessage, key: string): boolean {
  return components?.[0]?.id === markOf(key);
}

/** Discord keeps nonces apart by their author alone, so the channel is in it. At most 25 characters. */
export function nonceOf(channel: string, key: string): string {
  return createHash('sha256').update(`${channel}\n${key}`).digest('base64url').slice(0, 22);
}

function markOf(key: string): number {
  return least + (createHash('sha256').update(key).digest().readUInt32BE() % span);
}
