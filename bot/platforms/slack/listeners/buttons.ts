import type { BlockAction, types, webApi } from '@slack/bolt';
import type { Answered } from '../../../desk/desk-memory.ts';
import { onceNoted } from '../../../desk/once-noted.ts';
import type { Person } from '../../../desk/question.ts';
import type { Action } from '../../../desk/reply.ts';
import { wording } from '../../../desk/wording.ts';
import { decodeAction, type Pressed } from '../../action-id.ts';
import { actorOf, aroundOf } from '../hearing/around.ts';
import type { Ear } from '../hearing/ear.ts';
import type { Around } from '../hearing/to-question.ts';
import { beginOrder } from '../orders/give-order.ts';
import { actKey, type Stamp, stampIn } from '../question-key.ts';
import { settled } from '../render/settle.ts';
import { toSlackMessage } from '../render/to-slack-message.ts';
import { callSlack, refusalOf } from '../saying/call-slack.ts';
import { metadataOf } from '../saying/post-once.ts';
import { type Respond, respondTo } from '../saying/respond-to.ts';
import { replacePrivately, sayPrivately } from '../saying/say-privately.ts';
import { sayReply } from '../saying/say-reply.ts';
import type { Kit } from '../slack-parts.ts';
import { publishHome } from './home.ts';
import { offeredOrder, placeAt } from './orders.ts';
import { type PressedMessage, pressedMessage, wherePressed } from './pressed-message.ts';
import { spotAt, spotOfPerson } from './spots.ts';

/** The buttons under replies. All they need stands in their ids, so those posted before a restart work. */
export function hearButtons(ear: Ear, kit: Kit): void {
  ear.press(/^hd1:/, async ({ body, action, client, context }) => {
    const around = aroundOf(context);
    const stamp = stampIn(action.block_id);
    const pressed = decodeAction(action.action_id, kit.library());
    const message = pressedMessage(body);
    if (pressed?.action.kind === 'order')
      return pressOrder(kit, client, around, { body, stamp, message, order: pressed.action });
    if (!message) return;
    const respond = respondTo(body.response_url);
    const by = await actorOf(kit, client, around, body.user);
    const spot = spotAt(kit, client, by.id, wherePressed(message, body.response_url));
    if (!pressed) return sayPrivately(spot, { text: wording.articleGone });
    if (!isEntitled(pressed, by)) return sayPrivately(spot, { text: wording.notYours });

    const look = () => answeredBy(kit, stamp, around.team, message);
    const reading = pressed.action.kind === 'show-article';
    const answered = await (reading || !mayBeNoted(stamp, message) ? look() : onceNoted(kit.memory, look));
    const outcome = await kit.press(pressed.action, by, answered);
    const own = answered && (by.staff || answered.asker.id === by.id) ? { key: answered.key } : {};
    if (outcome.kind === 'refused') return sayPrivately(spot, { text: outcome.text });
    if (outcome.kind === 'shown') return sayReply(kit, spot, outcome.reply, own);
    await settle(kit, client, respond, { message, stamp, action: pressed.action, line: outcome.line });
    if (outcome.next) await sayReply(kit, spot, outcome.next, own);
  });
}

interface PressedOrder {
  readonly body: BlockAction;
  readonly stamp: Stamp;
  /** Absent on the app's Home. */
  readonly message: PressedMessage | undefined;
  readonly order: Extract<Action, { kind: 'order' }>;
}

/** Anybody may press it: the order decides itself what they may see. */
async function pressOrder(
  kit: Kit,
  client: webApi.WebClient,
  around: Around,
  { body, stamp, message, order: action }: PressedOrder,
): Promise<void> {
  const act = actKey(around.team, body.trigger_id);
  const by = await actorOf(kit, client, around, body.user);
  const at = message && wherePressed(message, body.response_url);
  const spot = at ? spotAt(kit, client, by.id, at) : await spotOfPerson(kit, client, by.id);
  const order = await offeredOrder(kit, spot, by, action.order);
  if (!order) return;
  const place = placeAt(around, at ?? { channel: spot.channel, direct: true });
  const given = { by, name: body.user.name, place, about: action.about, question: stamp.key, values: {} };
  const settling = message && {
    settle: (line: string) =>
      settle(kit, client, respondTo(body.response_url), { message, stamp, action, line }),
  };
  await beginOrder(kit, { order, given, spot, act, ...settling }, { trigger: body.trigger_id, at });
  if (!message) await publishHome(kit, client, around, by.id);
}

/** The desk knows whose question it was; the button itself does too, should the desk have forgotten. */
function isEntitled({ action, asker }: Pressed, by: Person): boolean {
  return action.kind === 'show-article' || by.staff || asker === undefined || asker === by.id;
}

/** What stands under no question, such as an article that staff look at, is never noted. */
const mayBeNoted = ({ key }: Stamp, { ephemeral }: PressedMessage) => key !== undefined || !ephemeral;

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

/** The buttons give way to the line. False: what stood above them is not known any more, so they stay. */
async function settle(
  kit: Kit,
  client: webApi.WebClient,
  respond: Respond,
  { message, stamp, action, line }: Settling,
): Promise<boolean> {
  const { channel, ts, text, ephemeral } = message;
  if (ephemeral) {
    const sent = privateBlocks(kit, stamp, action);
    if (!sent) return false;
    const blocks = settled(sent, line);
    if (stamp.copy !== undefined) kit.copies.set(stamp.copy, blocks);
    await replacePrivately(respond, { text: line, blocks });
    return true;
  }
  const blocks = settled(message.blocks ?? [], line);
  const marked = stamp.key === undefined ? {} : { metadata: metadataOf(stamp.key) };
  await callSlack(() => client.chat.update({ channel, ts, text, blocks, ...marked })).catch(
    (error: unknown) => {
      if (refusalOf(error) !== 'message_not_found') throw error;
    },
  );
  return true;
}

/** As it was sent; after a restart, the article that was judged. Nobody knows then what an order stood under. */
function privateBlocks(
  { copies, staffDesk, linkOf }: Kit,
  { copy }: Stamp,
  action: Action,
): types.KnownBlock[] | undefined {
  const sent = copy === undefined ? undefined : copies.get(copy);
  if (sent) return [...sent];
  if (action.kind === 'order') return undefined;
  const article = 'slug' in action ? staffDesk.show(action.slug, 'asker') : undefined;
  return article ? toSlackMessage({ ...article, actions: [] }, { linkOf }).blocks : [];
}
