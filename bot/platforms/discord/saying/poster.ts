import type { Poster } from '../../../desk/poster.ts';
import type { Question } from '../../../desk/question.ts';
import type { Reply } from '../../../desk/reply.ts';
import { oneLine, shorten } from '../../../markdown/visible-text.ts';
import type { Kit } from '../discord-parts.ts';
import type { Spot } from '../hearing/spot.ts';
import { shortKey } from '../question-key.ts';
import { refusal, refusalOf } from './call-discord.ts';
import type { MessageBody } from './discord-calls.ts';
import { withHideButton } from './hide-button.ts';
import { plainMessage } from './plain-message.ts';
import { render } from './render.ts';

export interface PosterParts {
  readonly kit: Kit;
  readonly spot: Spot;
  /** The paste may be deleted by the bot, so the answer offers it where it is called for. */
  readonly hideable: boolean;
}

/** In place of a message's id: the question was deleted, or is where nobody can answer any more. */
const nowhere = '';

/** How the desk's replies to a message get below it. */
export function createPoster({ kit, spot, hideable }: PosterParts): Poster {
  const { calls } = kit;
  const places = spot.way === 'begin-thread' ? [spot.message, spot.channel] : [spot.channel];
  const bodyOf = (question: Question, reply: Reply): MessageBody => {
    const body = render(kit, reply, { asker: question.asker.id, key: question.id });
    return hideable ? withHideButton(body, question, spot) : body;
  };

  return {
    async post(question, reply, key, isOurs) {
      try {
        if (!(await isOurs())) return undefined;
        const channel = await placeToAnswer(kit, spot, reply.title);
        const replyTo = spot.way === 'reply' ? { replyTo: spot.message } : {};
        const nonce = shortKey(key);
        const posted = await calls.post(channel, bodyOf(question, reply), { nonce, ...replyTo, isOurs });
        return posted?.id;
      } catch (error) {
        if (!gone.has(refusalOf(error) ?? 0)) throw error;
        kit.log.info({ key, refusal: refusalOf(error) }, 'discord_question_gone');
        return nowhere;
      }
    },
    async find(_question, key) {
      const mark = `:${shortKey(key)}"`;
      for (const place of places) {
        const messages = await calls.latest(place, 100).catch((error: unknown) => {
          if (refusalOf(error) === undefined) throw error;
          return [];
        });
        const own = messages.filter(({ author }) => author.id === kit.client.user?.id);
        const found = own.find(({ components }) => JSON.stringify(components).includes(mark));
        if (found) return found.id;
      }
      return undefined;
    },
    async update(question, messageId, reply) {
      if (messageId === nowhere) return;
      for (const place of places) {
        try {
          await calls.change(place, messageId, bodyOf(question, reply));
          return;
        } catch (error) {
          // Not there, or somebody deleted the answer or closed the thread: it stays as it is.
          if (refusalOf(error) === undefined) throw error;
        }
      }
    },
    tell: (question, text) => tellAlone(kit, spot, question, text),
  };
}

const gone = new Set<number>([
  refusal.unknownChannel,
  refusal.unknownMessage,
  refusal.threadArchived,
  refusal.threadLocked,
]);

async function placeToAnswer({ calls }: Kit, spot: Spot, title: string): Promise<string> {
  if (spot.way !== 'begin-thread') return spot.channel;
  const name = shorten(oneLine(title), 90) || '…';
  await calls.startThread(spot.channel, spot.message, name).catch((error: unknown) => {
    if (refusalOf(error) !== refusal.threadExists) throw error;
  });
  return spot.message;
}

/** In a direct message, as nothing else in a channel is seen by one person alone; below their message where those are closed. */
export async function tellAlone(
  { calls }: Kit,
  spot: Spot,
  { asker, place }: Pick<Question, 'asker' | 'place'>,
  text: string,
): Promise<void> {
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
    await calls.post(spot.channel, plainMessage(text), { ...nonce, replyTo: spot.message });
  }
}
