import type { webApi } from '@slack/bolt';
import { catalogue } from '../../../desk/orders/catalogue.ts';
import type { Given, Order, OrderEntry } from '../../../desk/orders/order.ts';
import type { Person } from '../../../desk/question.ts';
import { saying } from '../../../desk/saying.ts';
import { wording } from '../../../desk/wording.ts';
import { actorOf, aroundOf } from '../hearing/around.ts';
import type { Ear } from '../hearing/ear.ts';
import { type SlackMessage, wordsOf } from '../hearing/slack-message.ts';
import { typedText } from '../hearing/slack-text.ts';
import type { Around } from '../hearing/to-question.ts';
import { type FormValues, valuesFrom } from '../orders/field-values.ts';
import { beginOrder, giveOrder } from '../orders/give-order.ts';
import { firstWord, orderCommands, orderIn, usageOf } from '../orders/order-commands.ts';
import { formPurposeIn, orderFormId } from '../orders/order-form.ts';
import { actKey, questionKey, stampIn } from '../question-key.ts';
import { type PrivateSpot, sayPrivately } from '../saying/say-privately.ts';
import { sayReply } from '../saying/say-reply.ts';
import type { Kit } from '../slack-parts.ts';
import { slackWording } from '../slack-wording.ts';
import {
  spotAt,
  spotOfCommand,
  spotOfMessage,
  spotOfPerson,
  type Whereabouts,
  whereChosen,
  whereCommanded,
} from './spots.ts';

const entries: readonly OrderEntry[] = catalogue;

/** The desk's orders: a command each, entries in the menu of a message, and the form that asks for what is missing. */
export function hearOrders(ear: Ear, kit: Kit): void {
  for (const entry of orderCommands(catalogue)) hearCommand(ear, kit, entry);
  for (const { code, menu, description } of entries)
    if (menu !== undefined) hearMenu(ear, kit, code, { id: `hd_${code}`, name: menu, description });
  hearForm(ear, kit);
  ear.uses('files:write', 'users:read');
}

function hearCommand(ear: Ear, kit: Kit, entry: ReturnType<typeof orderCommands>[number]): void {
  ear.command(entry, async ({ command: { text, trigger_id }, body, client, context }) => {
    const around = aroundOf(context);
    const act = actKey(around.team, trigger_id);
    const by = await actorOf(kit, client, around, { id: body.user_id, team_id: body.team_id });
    const spot = spotOfCommand(kit, client, body);
    const word = entry.command.slice(1);
    const offered = kit.orders.all.filter(({ staffOnly }) => by.staff || !staffOnly);
    const read = orderIn(word, text, offered);
    if (!read) return sayUsage(kit, spot, by, word, offered);
    const at = whereCommanded(body);
    const given = { by, name: body.user_name, place: placeAt(around, at), values: read.values };
    await beginOrder(kit, { order: read.order, given, spot, act }, { trigger: trigger_id, at });
  });
}

function hearMenu(ear: Ear, kit: Kit, code: string, entry: Parameters<Ear['messageMenu']>[0]): void {
  ear.messageMenu(entry, async ({ shortcut, client, context }) => {
    const around = aroundOf(context);
    const act = actKey(around.team, shortcut.trigger_id);
    const by = await actorOf(kit, client, around, shortcut.user);
    const spot = spotOfMessage(kit, client, shortcut);
    const order = await offeredOrder(kit, spot, by, code);
    if (!order) return;
    const message = { ...(shortcut.message as unknown as SlackMessage), channel: shortcut.channel.id };
    const at = whereChosen(shortcut);
    const given: Given = {
      ...{ by, name: shortcut.user.name, place: placeAt(around, at), values: {} },
      pointedAt: typedText(wordsOf(message), around.botUserId),
      question: await questionOf(kit, around, message),
    };
    await beginOrder(kit, { order, given, spot, act }, { trigger: shortcut.trigger_id, at });
  });
}

function hearForm(ear: Ear, kit: Kit): void {
  ear.form(orderFormId, async ({ ack, view, body, client, context }) => {
    const { order: code, about, question, at } = formPurposeIn(view.private_metadata);
    const order = kit.orders.coded(code);
    const values = order ? valuesFrom(view.state.values as FormValues, order) : {};
    const empty = (order?.fields ?? []).filter(
      ({ name, required }) => required && values[name] === undefined,
    );
    if (empty.length > 0) {
      const errors = Object.fromEntries(empty.map(({ name }) => [name, slackWording.orderForm.empty]));
      return ack({ response_action: 'errors', errors });
    }
    await ack();
    const around = aroundOf(context);
    const by = await actorOf(kit, client, around, body.user);
    const spot = await spotBack(kit, client, by, at);
    if (!order) return sayPrivately(spot, { text: slackWording.notOffered });
    const place = placeAt(around, at ?? { channel: spot.channel, direct: true });
    const given: Given = { by, name: body.user.name, place, about, question, values };
    await giveOrder(kit, { order, given, spot, act: actKey(around.team, view.id) });
  });
}

/** The order, if it can be given here by that person; if not they are told so. */
export async function offeredOrder(
  kit: Kit,
  spot: PrivateSpot,
  by: Person,
  code: string,
): Promise<Order | undefined> {
  const entry = entries.find((one) => one.code === code);
  const order = kit.orders.coded(code);
  if (order && !(order.staffOnly && !by.staff)) return order;
  const isStaffs = entry?.staffOnly === true && !by.staff;
  await sayPrivately(spot, { text: isStaffs ? wording.onlyStaff : slackWording.notOffered });
  return undefined;
}

export function placeAt({ team }: Around, { channel, thread, direct = false }: Whereabouts): Given['place'] {
  return {
    ...{ platform: 'slack', workspace: team, channel, private: direct },
    ...(thread === undefined ? {} : { thread }),
  };
}

const spotBack = async (kit: Kit, client: webApi.WebClient, { id }: Person, at: Whereabouts | undefined) =>
  at ? spotAt(kit, client, id, at) : spotOfPerson(kit, client, id);

/** The question that a message is or answers, if the desk knows it. */
async function questionOf(
  { memory }: Kit,
  { team }: Around,
  message: SlackMessage & { readonly blocks?: readonly { readonly block_id?: string }[] },
): Promise<string | undefined> {
  const stamped = (message.blocks ?? [])
    .map((block) => stampIn(block.block_id).key)
    .find((key) => key !== undefined);
  const { channel, ts } = message;
  return stamped ?? (await memory.answerTo(questionKey({ team, channel, ts })))?.key;
}

/** What can be written behind the command. */
async function sayUsage(
  kit: Kit,
  spot: PrivateSpot,
  by: Person,
  word: string,
  offered: readonly Order[],
): Promise<void> {
  const isStaffs = entries.filter((one) => firstWord(one) === word).every(({ staffOnly }) => staffOnly);
  if (isStaffs && !by.staff) return sayPrivately(spot, { text: wording.onlyStaff });
  const own = offered.filter((order) => !order.buttonOnly && firstWord(order) === word);
  if (own.length === 0) return sayPrivately(spot, { text: slackWording.notOffered });
  const lines = own.map((order) => `- \`${`/${word} ${usageOf(order)}`.trim()}\`: ${order.description}`);
  await sayReply(kit, spot, saying({ title: slackWording.usage, body: lines.join('\n') }));
}
