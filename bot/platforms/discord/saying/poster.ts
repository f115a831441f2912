import type { Poster } from '../../../desk/poster.ts';
import type { Question } from '../../../desk/question.ts';
import type { Reply } from '../../../desk/reply.ts';
import { oneLine, shorten } from '../../../markdown/visible-text.ts';
import { maskPersonal } from '../../../privacy/mask.ts';
import type { Kit } from '../discord-parts.ts';
import { discordWording } from '../discord-wording.ts';
import type { Spot } from '../hearing/spot.ts';
import { shortKey } from '../question-key.ts';
import { refusal, refusalOf } from './call-discord.ts';
import { withHideButton } from './hide-button.ts';
import { marked } from './mark.ts';
import type { MessageBody } from './message-body.ts';
import { changeWhereItStands, findMarked, nowhere, postOnce } from './post-once.ts';
import { render, renderAlone } from './render.ts';
import { isClosed, sayBelow, tellAlone } from './tell-alone.ts';

export interface PosterParts {
  readonly kit: Kit;
  readonly spot: Spot;
  /** The paste may be deleted by the bot, so the answer offers it where it is called for. */
  readonly hideable: boolean;
}

/** How the desk's replies to a message get below it. */
export function createPoster({ kit, spot, hideable }: PosterParts): Poster {
  const { calls } = kit;
  const places = spot.way === 'begin-thread' ? [spot.message, spot.channel] : [spot.channel];
  const bodyOf = (question: Question, reply: Reply): MessageBody => {
    const body = render(kit, reply, { asker: question.asker.id, key: question.id });
    return marked(hideable ? withHideButton(body, question, spot) : body, question.id);
  };

  return {
    async post(question, reply, key, isOurs) {
      try {
        if (!(await isOurs())) return undefined;
        const place = await placeToAnswer(kit, spot, threadName(question, reply));
        const how = { nonce: shortKey(key), ...place.replyTo, isOurs };
        const posted = await calls.post(place.channel, bodyOf(question, reply), how);
        return posted?.id;
      } catch (error) {
        if (!gone.has(refusalOf(error) ?? 0)) throw error;
        kit.log.info({ key, refusal: refusalOf(error) }, 'discord_question_gone');
        return nowhere;
      }
    },
    async find(_question, key) {
      for (const place of places) {
        const found = await findMarked(kit, place, key);
        if (found !== undefined) return found;
      }
      return undefined;
    },
    async update(question, messageId, reply) {
      if (messageId !== nowhere) await changeWhereItStands(kit, places, messageId, bodyOf(question, reply));
    },
    tell: (question, text) => tellAlone(kit, spot, question, text),
    async show(question, reply, key) {
      const { id, staff } = question.asker;
      const body = renderAlone(kit, reply, { asker: id, key: question.id, staff });
      try {
        const channel = question.place.private ? spot.channel : (await calls.openDirect(id)).id;
        await postOnce(kit, channel, body, key);
      } catch (error) {
        if (question.place.private || !isClosed(error)) throw error;
        await sayBelow(kit, spot, discordWording.directClosed(commandFor(kit)));
      }
    },
  };
}

/** One that shows everybody their own. */
function commandFor({ orders }: Kit): string {
  return orders.all.find(({ staffOnly, buttonOnly }) => !staffOnly && !buttonOnly)?.name ?? 'ask';
}

const gone = new Set<number>([
  refusal.unknownChannel,
  refusal.unknownMessage,
  refusal.threadArchived,
  refusal.threadLocked,
]);

interface Place {
  readonly channel: string;
  readonly replyTo?: { readonly replyTo: string };
}

/** A thread below the question; where there can be none (a server has a most of them), a reply to it. */
/** What it is about: the article that answers, else what was asked. */
function threadName({ text }: Question, { kind, title }: Reply): string {
  return (kind === 'answer' ? '' : oneLine(maskPersonal(text))) || title;
}

async function placeToAnswer({ calls }: Kit, { way, channel, message }: Spot, title: string): Promise<Place> {
  const besideIt = { channel, replyTo: { replyTo: message } };
  if (way === 'reply') return besideIt;
  if (way !== 'begin-thread') return { channel };
  const name = shorten(oneLine(title), 90) || '…';
  try {
    await calls.startThread(channel, message, name);
  } catch (error) {
    const why = refusalOf(error);
    if (why === undefined || gone.has(why)) throw error;
    if (why !== refusal.threadExists) return besideIt;
  }
  return { channel: message };
}
