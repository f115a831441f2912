import type { Kit } from '../discord-parts.ts';
import { refusal, refusalOf } from './call-discord.ts';
import { isMarked, marked, nonceOf } from './mark.ts';
import type { MessageBody } from './message-body.ts';

/** In place of a message's id: it was deleted, or what it belongs to is gone or closed. */
export const nowhere = '';

/** As many as Discord gives at once. */
const mostLookedAt = 100;

/** The latest message of the bot's in that channel that carries `key`; `undefined` also where it may not look. */
export async function findMarked(
  { calls, client }: Kit,
  channel: string,
  key: string,
): Promise<string | undefined> {
  const messages = await calls.latest(channel, mostLookedAt).catch((error: unknown) => {
    if (refusalOf(error) === undefined) throw error;
    return [];
  });
  return messages.find((one) => one.author.id === client.user?.id && isMarked(one, key))?.id;
}

/**
 * Posts what stands once in that channel for each `key`, whatever is lost on the way and whichever process tries: one
 * that stands already is found by its mark, and of two at the same moment the nonce lets one through. Gives its id.
 */
export async function postOnce(
  kit: Kit,
  channel: string,
  body: MessageBody,
  key: string,
  { replyTo }: { readonly replyTo?: string } = {},
): Promise<string> {
  const standing = await findMarked(kit, channel, key);
  if (standing !== undefined) return standing;
  const how = { nonce: nonceOf(channel, key), ...(replyTo === undefined ? {} : { replyTo }) };
  try {
    return (await kit.calls.post(channel, marked(body, key), how))?.id ?? nowhere;
  } catch (error) {
    // The nonce leads to one that somebody has deleted meanwhile.
    if (refusalOf(error) !== refusal.unknownMessage) throw error;
    return nowhere;
  }
}

/** Changes a message that is in one of these; one that was deleted, or is closed off, stays as it is. */
export async function changeWhereItStands(
  { calls }: Kit,
  channels: readonly string[],
  message: string,
  body: MessageBody,
): Promise<void> {
  for (const channel of channels) {
    try {
      await calls.change(channel, message, body);
      return;
    } catch (error) {
      if (refusalOf(error) === undefined) throw error;
    }
  }
}
