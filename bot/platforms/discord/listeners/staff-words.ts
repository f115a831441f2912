import type { Message, PublicThreadChannel } from 'discord.js';
import type { Question } from '../../../desk/question.ts';
import type { Reply } from '../../../desk/reply.ts';
import type { Kit } from '../discord-parts.ts';
import { discordWording } from '../discord-wording.ts';
import { placeHere, type Spot } from '../hearing/spot.ts';
import { orderIn } from '../hearing/to-question.ts';
import { callDiscord } from '../saying/call-discord.ts';
import { createPoster } from '../saying/poster.ts';
import { answeredAt, latestAnswer } from './answered.ts';
import { lookedUp } from './kb.ts';
import { found, postForCustomer, postInPlace, starterOf } from './post-for-customer.ts';

const shape = /^(?:\/?kb\s+)?(?:(why)\??|(gaps)|(search)\s+(\S.*)|(show|post)\s+(\S+))$/is;

export function isForStaff(words: string): boolean {
  return shape.test(words);
}

/**
 * What staff do with commands they may also say to the bot: `why`, `search WORDS`, `show ARTICLE`, `post ARTICLE`,
 * `gaps`. False: it was none of these.
 */
export async function obeyStaff(kit: Kit, message: Message, said: Question, spot: Spot): Promise<boolean> {
  const [, why, gaps, search, words = '', reference, article = ''] = shape.exec(orderIn(message)) ?? [];
  const order = (why ?? gaps ?? search ?? reference)?.toLowerCase();
  if (order === undefined) return false;
  if ((await kit.memory.claim(said.id)) === 'taken') return true;
  try {
    await obey(kit, message, said, spot, order, words || article);
    await kit.memory.finish(said.id);
  } catch (error) {
    kit.memory.letGo(said.id);
    throw error;
  }
  return true;
}

async function obey(
  kit: Kit,
  message: Message,
  said: Question,
  spot: Spot,
  order: string,
  words: string,
): Promise<void> {
  const poster = createPoster({ kit, spot, hideable: false });
  if (order === 'post') {
    const reply = kit.staffDesk.show(words, 'public');
    if (!reply) return poster.tell(said, discordWording.noArticle(words));
    return post(kit, message, said, reply);
  }
  const reply = order === 'why' ? await whyOf(kit, message) : await lookedUp(kit, order, words);
  if (reply) return poster.show(said, reply, `${said.id}:${order}`);
  await poster.tell(
    said,
    order === 'why' ? discordWording.nothingToExplain : discordWording.noArticle(words),
  );
}

/** About the answer they reply to, or the latest one there. */
async function whyOf(kit: Kit, message: Message): Promise<Reply | undefined> {
  const told = await repliedTo(message);
  const answered = told ? await answeredAt(kit, told) : await latestAnswer(kit, placeHere(message));
  return answered && kit.staffDesk.why(answered);
}

/** Below the message they reply to or the one a thread began with; in the channel itself otherwise. */
async function post(kit: Kit, message: Message, { asker: by }: Question, reply: Reply): Promise<void> {
  const { channel, id } = message;
  const starter = channel.isThread() ? await starterOf(channel as PublicThreadChannel) : undefined;
  const target = (await repliedTo(message)) ?? starter;
  if (target) await postForCustomer(kit, target, reply, { id, by });
  else await postInPlace(kit, placeHere(message), reply, id);
}

async function repliedTo({ channel, reference }: Message): Promise<Message | undefined> {
  const id = reference?.messageId;
  return id === undefined ? undefined : found(callDiscord(() => channel.messages.fetch(id)));
}
