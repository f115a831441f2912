import type { Channel, Message, PublicThreadChannel } from 'discord.js';
import type { Person, Place, Question } from '../../../desk/question.ts';
import type { Outcome } from '../../../desk/reception.ts';
import type { Reply } from '../../../desk/reply.ts';
import type { Kit } from '../discord-parts.ts';
import { placedOf } from '../hearing/spot.ts';
import { isPersons, wordsOf } from '../hearing/to-question.ts';
import { actKey, type MessageAddress } from '../question-key.ts';
import { callDiscord, refusalOf } from '../saying/call-discord.ts';
import { nowhere, postOnce } from '../saying/post-once.ts';
import { createPoster } from '../saying/poster.ts';
import { render } from '../saying/render.ts';

/** Answers a customer's message with a reply that staff chose. `id`: of the act. */
export async function postForCustomer(
  kit: Kit,
  target: Message,
  reply: Reply,
  { id, by }: { id: string; by: Person },
): Promise<Outcome> {
  const { spot, place } = placedOf(target);
  const customer = await customerOf(target);
  const question: Question = {
    id: actKey(id),
    text: wordsOf(target),
    attachments: [],
    asker: { ...by, id: customer ?? by.id, staff: customer === undefined },
    place,
    directed: true,
  };
  return kit.reception.deliver(question, reply, createPoster({ kit, spot, hideable: false }));
}

/** For everybody there: it answers nobody's question, so nobody judges it. `id`: of the act. False: it could not stand there. */
export async function postInPlace(kit: Kit, place: Place, reply: Reply, id: string): Promise<boolean> {
  const body = render(kit, { ...reply, actions: [] }, {});
  if (place.thread !== undefined) await kit.memory.hush(place);
  return (await postOnce(kit, place.thread ?? place.channel, body, actKey(id))) !== nowhere;
}

/** Who wrote it; of a bot's message, who began the thread. */
async function customerOf(target: Message): Promise<string | undefined> {
  if (isPersons(target)) return target.author.id;
  const starter = target.channel.isThread()
    ? await starterOf(target.channel as PublicThreadChannel)
    : undefined;
  return starter && isPersons(starter) ? starter.author.id : undefined;
}

export function starterOf(thread: PublicThreadChannel): Promise<Message | undefined> {
  return found(thread.fetchStarterMessage().then((message) => message ?? undefined));
}

/** The message, if it is in that server and the member may read it. */
export async function messageAt(
  { client }: Kit,
  { channel: channelId, message }: MessageAddress,
  { guild, member }: { guild: string | null; member: string },
): Promise<Message | undefined> {
  const channel: Channel | null | undefined = await found(client.channels.fetch(channelId));
  if (!channel?.isTextBased() || channel.isDMBased() || channel.guildId !== guild) return undefined;
  if (channel.permissionsFor(member)?.has('ViewChannel') !== true) return undefined;
  return found(callDiscord(() => channel.messages.fetch(message)));
}

/** Undefined where Discord refuses to give it. */
export async function found<Value>(asked: Promise<Value>): Promise<Value | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (refusalOf(error) !== undefined) return undefined;
    throw error;
  }
}

/** The message that a link of Discord's or an id points to. */
export function addressInLink(text: string, here: string): MessageAddress | undefined {
  const [, channel, linked] = /\/channels\/(?:\d+|@me)\/(\d{15,21})\/(\d{15,21})/.exec(text) ?? [];
  if (channel && linked) return { channel, message: linked };
  const [message] = /^\s*\d{15,21}\s*$/.exec(text) ?? [];
  return message === undefined ? undefined : { channel: here, message: message.trim() };
}
