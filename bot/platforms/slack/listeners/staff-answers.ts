import type { webApi } from '@slack/bolt';
import type { Question } from '../../../desk/question.ts';
import { isDirect, type SlackMessage, wordsOf } from '../hearing/slack-message.ts';
import { typedText } from '../hearing/slack-text.ts';
import { type Around, personOf } from '../hearing/to-question.ts';
import { toSlackMessage } from '../render/to-slack-message.ts';
import { callSlack } from '../saying/call-slack.ts';
import { postOnce } from '../saying/post-once.ts';
import { createPoster } from '../saying/poster.ts';
import { type PrivateSpot, sayPrivately } from '../saying/say-privately.ts';
import { sayReply } from '../saying/say-reply.ts';
import type { Kit } from '../slack-parts.ts';
import { slackWording } from '../slack-wording.ts';

/** A message that staff answer. */
export interface Customers {
  readonly channel: string;
  readonly thread: string;
  readonly user: string;
  readonly text: string;
}

/** Shows an article to staff alone, who have nothing to judge. */
export async function showArticle(kit: Kit, spot: PrivateSpot, reference: string): Promise<void> {
  const reply = kit.staffDesk.show(reference, 'asker');
  if (reply) await sayReply(kit, spot, { ...reply, actions: [] }, { staff: true });
  else await sayPrivately(spot, { text: slackWording.noArticle(reference) });
}

/** In the channel itself, for everybody there: it answers nobody's question, so nobody judges it. */
export async function postHere(kit: Kit, spot: PrivateSpot, key: string, reference: string): Promise<void> {
  const reply = kit.staffDesk.show(reference, 'public');
  if (!reply) return sayPrivately(spot, { text: slackWording.noArticle(reference) });
  const { client, channel } = spot;
  const message = toSlackMessage({ ...reply, actions: [] }, { linkOf: kit.linkOf });
  await postOnce(client, kit.pace, { channel, ...message, key });
}

/** Puts an article below a customer's message. `key` names the act, so that it is done once. */
export async function answerWith(
  kit: Kit,
  spot: PrivateSpot,
  around: Around,
  key: string,
  { channel, thread, user, text }: Customers,
  reference: string,
): Promise<void> {
  const reply = kit.staffDesk.show(reference, 'public');
  if (!reply) return sayPrivately(spot, { text: slackWording.noArticle(reference) });
  const question: Question = {
    id: key,
    text,
    attachments: [],
    asker: personOf(user, false, around),
    place: {
      platform: 'slack',
      workspace: around.team,
      channel,
      thread,
      private: isDirect({ channel }),
    },
    directed: true,
  };
  await kit.reception.deliver(question, reply, createPoster({ ...kit, client: spot.client }));
}

/** The message at `ts`; undefined where there is none or a bot wrote it. */
export async function customersAt(
  client: webApi.WebClient,
  { botUserId }: Around,
  { channel, ts, thread = ts }: { channel: string; ts: string; thread?: string },
): Promise<Customers | undefined> {
  const window = { channel, ts: thread, oldest: ts, latest: ts, inclusive: true, limit: 2 };
  const { messages = [] } = await callSlack(() => client.conversations.replies(window));
  const message = messages.find((one) => one.ts === ts) as SlackMessage | undefined;
  if (message?.user === undefined || message.bot_id !== undefined) return undefined;
  return { channel, thread, user: message.user, text: typedText(wordsOf(message), botUserId) };
}
