import type { BlockAction, types, webApi } from '@slack/bolt';
import type { Answered } from '../../../desk/desk-memory.ts';
import type { Person } from '../../../desk/question.ts';
import type { Action } from '../../../desk/reply.ts';
import { wording } from '../../../desk/wording.ts';
import { decodeAction, type Pressed } from '../../action-id.ts';
import { actorOf, aroundOf } from '../hearing/around.ts';
import type { Ear } from '../hearing/ear.ts';
import { type Stamp, stampIn } from '../question-key.ts';
import { settled } from '../render/settle.ts';
import { toSlackMessage } from '../render/to-slack-message.ts';
import { callSlack, refusalOf } from '../saying/call-slack.ts';
import { metadataOf } from '../saying/post-once.ts';
import { type Respond, respondTo } from '../saying/respond-to.ts';
import { type PrivateSpot, replacePrivately, sayPrivately } from '../saying/say-privately.ts';
import { sayReply } from '../saying/say-reply.ts';
import type { Kit } from '../slack-parts.ts';
import { isDirectChannel } from './spots.ts';

interface PressedMessage {
  readonly channel: string;
  readonly ts: string;
  readonly thread?: string;
  readonly ephemeral: boolean;
  /** Slack shows an ephemeral message to nobody again. */
  readonly text: string;
  readonly blocks?: types.KnownBlock[];
}

/** The buttons under replies. All they need stands in their ids, so those posted before a restart work. */
export function hearButtons(ear: Ear, kit: Kit): void {
  ear.press(/^hd1:/, async ({ body, action, client, context }) => {
    const message = pressedMessage(body);
    if (!message) return;
    const respond = respondTo(body.response_url);
    const around = aroundOf(context);
    const by = await actorOf(kit, client, around, body.user);
    const stamp = stampIn(action.block_id);
    const spot = spotFor(kit, client, message, by.id, respond);
    const pressed = decodeAction(action.action_id, kit.library());
    if (!pressed) return sayPrivately(spot, { text: wording.articleGone });
    if (!isEntitled(pressed, by)) return sayPrivately(spot, { text: wording.notYours });

    const answered = await answeredBy(kit, stamp, around.team, message);
    const outcome = await kit.press(pressed.action, by, answered);
    const own = answered && (by.staff || answered.asker.id === by.id) ? { key: answered.key } : {};
    if (outcome.kind === 'refused') return sayPrivately(spot, { text: outcome.text });
    if (outcome.kind === 'shown') return sayReply(kit, spot, outcome.reply, own);
    await settle(kit, client, respond, { message, stamp, action: pressed.action, line: outcome.line });
    if (outcome.next) await sayReply(kit, spot, outcome.next, own);
  });
}

/** The desk knows whose question it was; the button itself does too, should the desk have forgotten. */
function isEntitled({ action, asker }: Pressed, by: Person): boolean {
  return action.kind === 'show-article' || by.staff || asker === undefined || asker === by.id;
}

function pressedMessage({ container, channel, message }: BlockAction): PressedMessage | undefined {
  if (container.type !== 'message' || channel === undefined) return undefined;
  const { message_ts, thread_ts, is_ephemeral } = container as Record<string, unknown>;
  const { text = '', blocks } = (message ?? {}) as { text?: string; blocks?: types.KnownBlock[] };
  return {
    channel: channel.id,
    ts: String(message_ts),
    text,
    ephemeral: is_ephemeral === true,
    ...(typeof thread_ts === 'string' ? { thread: thread_ts } : {}),
    ...(blocks === undefined ? {} : { blocks }),
  };
}

function spotFor(
  { pace }: Kit,
  client: webApi.WebClient,
  { channel, ts, thread = ts, ephemeral }: PressedMessage,
  user: string,
  respond: Respond,
): PrivateSpot {
  const spot = { client, pace, channel, user, direct: isDirectChannel(channel) && !ephemeral };
  // An ephemeral message may be where the bot is no member, and its ts begins no thread.
  return ephemeral ? { ...spot, respond, ...(thread === ts ? {} : { thread }) } : { ...spot, thread };
}

async function answeredBy(
  { memory }: Kit,
  { key }: Stamp,
  team: string,
  { channel, ts, ephemeral }: PressedMessage,
): Promise<Answered | undefined> {
  if (key !== undefined) return memory.answerTo(key);
  if (ephemeral) return undefined;
  return memory.answerAt({ platform: 'slack', workspace: team, channel, private: false }, ts);
}

interface Settling {
  readonly message: PressedMessage;
  readonly stamp: Stamp;
  readonly action: Action;
  readonly line: string;
}

/** The buttons give way to the line. */
async function settle(
  kit: Kit,
  client: webApi.WebClient,
  respond: Respond,
  { message, stamp, action, line }: Settling,
): Promise<void> {
  const { channel, ts, text, ephemeral } = message;
  if (ephemeral) {
    const blocks = settled(privateBlocks(kit, stamp, action), line);
    if (stamp.copy !== undefined) kit.copies.set(stamp.copy, blocks);
    return replacePrivately(respond, { text: line, blocks });
  }
  const blocks = settled(message.blocks ?? [], line);
  const marked = stamp.key === undefined ? {} : { metadata: metadataOf(stamp.key) };
  await callSlack(() => client.chat.update({ channel, ts, text, blocks, ...marked })).catch(
    (error: unknown) => {
      if (refusalOf(error) !== 'message_not_found') throw error;
    },
  );
}

/** As it was sent; after a restart, the article that was judged. */
function privateBlocks(
  { copies, staffDesk, linkOf }: Kit,
  { copy }: Stamp,
  action: Action,
): types.KnownBlock[] {
  const sent = copy === undefined ? undefined : copies.get(copy);
  if (sent) return [...sent];
  const article = 'slug' in action ? staffDesk.show(action.slug, 'asker') : undefined;
  return article ? toSlackMessage({ ...article, actions: [] }, { linkOf }).blocks : [];
}
