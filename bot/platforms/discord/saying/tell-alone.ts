import type { Question } from '../../../desk/question.ts';
import type { Kit } from '../discord-parts.ts';
import type { Spot } from '../hearing/spot.ts';
import { refusal, refusalOf } from './call-discord.ts';
import { plainMessage } from './plain-message.ts';

/** Whether Discord lets the bot not write to somebody directly: they keep it out, or share no server with it. */
export function isClosed(error: unknown): boolean {
  const why = refusalOf(error);
  return why === refusal.dmsClosed || why === refusal.noSharedServer;
}

/** In a direct message, as nothing else in a channel is seen by one person alone; below their message where those are closed. */
export async function tellAlone(
  kit: Kit,
  spot: Spot,
  { asker, place }: Pick<Question, 'asker' | 'place'>,
  text: string,
): Promise<void> {
  const { calls } = kit;
  const nonce = { nonce: `t${spot.message}` };
  if (place.private) {
    await calls.post(spot.channel, plainMessage(text), nonce);
    return;
  }
  try {
    const { id } = await calls.openDirect(asker.id);
    await calls.post(id, plainMessage(text), nonce);
  } catch (error) {
    if (refusalOf(error) === undefined) throw error;
    await sayBelow(kit, spot, text);
  }
}

/** Where everybody reads it. However often it is said of a message, it stands once. */
export async function sayBelow({ calls }: Kit, spot: Spot, text: string): Promise<void> {
  await calls.post(spot.channel, plainMessage(text), { nonce: `t${spot.message}`, replyTo: spot.message });
}
