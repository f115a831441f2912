import { randomBytes } from 'node:crypto';
import type { types } from '@slack/bolt';
import type { Reply } from '../../../desk/reply.ts';
import { stamped } from '../question-key.ts';
import { mrkdwn } from '../render/literal.ts';
import { context, toSlackMessage } from '../render/to-slack-message.ts';
import type { Kit } from '../slack-parts.ts';
import { slackWording } from '../slack-wording.ts';
import { enclosedIn } from './enclosed.ts';
import { openConversation } from './open-conversation.ts';
import { type PrivateSpot, sayPrivately, sayUnlessStanding } from './say-privately.ts';
import { type Upload, uploadTo } from './upload.ts';

export interface SayReplyOptions {
  /** The question it belongs to, for its buttons; absent where they have none. */
  readonly key?: string | undefined;
  readonly staff?: boolean;
  /** Marks a message in a direct conversation, so that it stands there once. */
  readonly mark?: string;
}

/**
 * Shows a reply to one person alone. What Slack cannot put into a message that only they see, pictures and files,
 * goes to their conversation with the bot, and nowhere else.
 */
export async function sayReply(
  kit: Pick<Kit, 'linkOf' | 'copies' | 'log'>,
  spot: PrivateSpot,
  reply: Reply,
  { key, staff = false, mark }: SayReplyOptions = {},
): Promise<void> {
  const { text, blocks } = toSlackMessage(reply, { linkOf: kit.linkOf, asker: spot.user, staff });
  const enclosed = enclosedIn(reply);
  const whole = enclosed.length > 0 && !spot.direct ? withLine(blocks, slackWording.enclosed) : blocks;
  const copy = randomBytes(6).toString('hex');
  const marked = stamped(whole, { copy, ...(key === undefined ? {} : { key }) });
  if (!spot.direct) kit.copies.set(copy, marked);
  const isSaid = await sayUnlessStanding(spot, { text, blocks: marked }, mark);
  if (enclosed.length === 0 || !isSaid) return;
  await sendEnclosed(spot, reply.title, enclosed).catch(async (error: unknown) => {
    kit.log.warn({ err: error }, 'slack_upload_failed');
    await sayPrivately(spot, { text: slackWording.notEnclosed });
  });
}

async function sendEnclosed(
  { client, pace, user, channel, thread, direct }: PrivateSpot,
  title: string,
  enclosed: readonly Upload[],
): Promise<void> {
  const place = direct
    ? { channel, ...(thread === undefined ? {} : { thread }) }
    : { channel: await openConversation(client, user), comment: mrkdwn(title) };
  for (const one of enclosed) await uploadTo(client, pace, place, one);
}

/** Above the buttons. */
function withLine(blocks: readonly types.KnownBlock[], line: string): types.KnownBlock[] {
  const buttons = blocks.findIndex(({ type }) => type === 'actions');
  const at = buttons < 0 ? blocks.length : buttons;
  return [...blocks.slice(0, at), context(mrkdwn(line)), ...blocks.slice(at)];
}
