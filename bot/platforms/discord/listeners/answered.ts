import type { BaseInteraction, Message } from 'discord.js';
import type { Answered } from '../../../desk/desk-memory.ts';
import type { Person, Place } from '../../../desk/question.ts';
import type { Kit } from '../discord-parts.ts';
import { placedOf } from '../hearing/spot.ts';
import { keysFor, questionKey, shortKey } from '../question-key.ts';

const most = { messages: 50, lookedAt: 10, recent: 30 };

/** The answer whose question a button names. */
export async function answeredUnder(
  { memory }: Kit,
  short: string | undefined,
  { channel, channelId }: BaseInteraction,
  by: Person,
): Promise<Answered | undefined> {
  if (short === undefined) return undefined;
  const parent = channel?.isThread() ? (channel.parentId ?? undefined) : undefined;
  for (const key of keysFor(short, { channel: channelId ?? '', parent })) {
    const answered = await memory.answerTo(key);
    if (answered) return answered;
  }
  // What is for the asker alone stands in another conversation than the question.
  const own = await memory.recentAnswers(by, most.recent);
  return own.find(({ key }) => shortKey(key) === short);
}

/** The answer that a message is, or that it got. */
export async function answeredAt({ memory }: Kit, message: Message): Promise<Answered | undefined> {
  const key = questionKey({ channel: message.channelId, message: message.id });
  return (await memory.answerTo(key)) ?? memory.answerAt(placedOf(message).place, message.id);
}

/** The latest answer in a channel or thread. */
export async function latestAnswer(
  { calls, client, memory }: Kit,
  place: Place,
): Promise<Answered | undefined> {
  const messages = await calls.latest(place.thread ?? place.channel, most.messages);
  const own = messages.filter(({ author }) => author.id === client.user?.id).slice(0, most.lookedAt);
  for (const { id } of own) {
    const answered = await memory.answerAt(place, id);
    if (answered) return answered;
  }
  return undefined;
}
