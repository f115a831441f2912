import type { webApi } from '@slack/bolt';
import type { Question } from '../../../desk/question.ts';
import { isDirect, type SlackMessage, wordsOf } from '../hearing/slack-message.ts';
import { typedText } from '../hearing/slack-text.ts';
import { type Around, personOf } from '../hearing/to-question.ts';
import { callSlack } from '../saying/call-slack.ts';
import { createPoster } from '../saying/poster.ts';
import { type PrivateSpot, sayPrivately } from '../saying/say-privately.ts';
import { sayReply } from '../saying/say-reply.ts';
import type { Kit } from '../slack-parts.ts';
import { slackWording } from '../slack-wording.ts';
import { sayWhy } from './why.ts';

const orders = /^(?:(why)\??|(gaps)|(search)\s+(\S[^]*)|(show|post)\s+(\S+))$/i;

/** Slack takes no slash commands in threads, so staff say there what they want. False: it was no order but a question. */
export async function obeyStaff(
  kit: Kit,
  client: webApi.WebClient,
  around: Around,
  message: SlackMessage,
  question: Question,
  isEdit: boolean,
): Promise<boolean> {
  const [, why, gaps, search, words = '', reference, slug = ''] = orders.exec(question.text) ?? [];
  const order = (why ?? gaps ?? search ?? reference)?.toLowerCase();
  if (order === undefined) return false;
  if (isEdit || (await kit.memory.claim(question.id)) === 'taken') return true;
  const { channel, thread = message.ts } = question.place;
  const direct = isDirect(message);
  const spot: PrivateSpot = { client, pace: kit.pace, channel, user: question.asker.id, thread, direct };
  const own = { staff: true };

  if (order === 'why') await sayWhy(kit, spot, around, { channel, ts: thread, thread });
  else if (order === 'gaps') await sayReply(kit, spot, await kit.staffDesk.gaps(), own);
  else if (order === 'search') await sayReply(kit, spot, kit.staffDesk.search(words), own);
  else if (order === 'show') {
    const reply = kit.staffDesk.show(slug, 'asker');
    if (reply) await sayReply(kit, spot, reply, own);
    else await sayPrivately(spot, { text: slackWording.noArticle(slug) });
  } else await postInThread(kit, spot, around, question.id, thread, slug);
  return true;
}

/** Answers the thread's first message with an article. */
async function postInThread(
  kit: Kit,
  spot: PrivateSpot,
  around: Around,
  orderId: string,
  thread: string,
  reference: string,
): Promise<void> {
  const reply = kit.staffDesk.show(reference, 'public');
  if (!reply) return sayPrivately(spot, { text: slackWording.noArticle(reference) });
  const { client, channel } = spot;
  const root = await threadRoot(client, channel, thread);
  const question: Question = {
    id: `${orderId}:post`,
    text: root ? typedText(wordsOf(root), around.botUserId) : '',
    attachments: [],
    asker: personOf(root?.user ?? spot.user, false, around),
    place: { platform: 'slack', workspace: around.team, channel, thread, private: spot.direct },
    directed: true,
  };
  await kit.reception.deliver(question, reply, createPoster({ ...kit, client }));
}

/** The message a thread hangs from, if a person wrote it. */
async function threadRoot(
  client: webApi.WebClient,
  channel: string,
  ts: string,
): Promise<(SlackMessage & { user: string }) | undefined> {
  const { messages } = await callSlack(() => client.conversations.replies({ channel, ts, limit: 1 }));
  const root = messages?.[0] as SlackMessage | undefined;
  return root?.user !== undefined && root.bot_id === undefined ? { ...root, user: root.user } : undefined;
}
