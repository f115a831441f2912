import { setTimeout as sleep } from 'node:timers/promises';
import type {
  ButtonInteraction,
  ChatInputCommandInteraction,
  Message,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
} from 'discord.js';
import type { Given, Order, OrderOutcome } from '../../../desk/orders/order.ts';
import { missingFields } from '../../../desk/orders/orders.ts';
import type { Person } from '../../../desk/question.ts';
import { wording } from '../../../desk/wording.ts';
import type { Kit } from '../discord-parts.ts';
import { placeHere } from '../hearing/spot.ts';
import type { Act } from '../saying/act.ts';
import { plainMessage } from '../saying/plain-message.ts';
import { renderAlone } from '../saying/render.ts';
import { settleMessage } from '../saying/settle-message.ts';
import { isStaffSomewhere } from '../staff.ts';
import { answeredAt, answeredUnder } from './answered.ts';
import { allWordsOf } from './explain.ts';
import { type FormOrigin, toOrderForm } from './order-fields.ts';
import { messageAt } from './post-for-customer.ts';

/** An order as somebody gives it on Discord. */
export interface Giving extends FormOrigin {
  readonly order: Order;
  readonly values: Given['values'];
}

type Acted =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ButtonInteraction
  | ModalSubmitInteraction;

/** Carries the order out, or asks with a form for what it still needs. */
export async function giveOrder(kit: Kit, act: Act, interaction: Acted, giving: Giving): Promise<void> {
  const { order, values } = giving;
  if (order.staffOnly && !act.by.staff && interaction.inGuild()) return act.say(wording.onlyStaff);
  if (missingFields(order, values).length === 0) return carryOut(kit, act, interaction, giving);
  // A form must be the first answer, so what goes into it cannot be waited for any longer.
  const late = sleep(
    kit.prefillMs,
    { filled: {}, allowed: act.by.staff || !order.staffOnly },
    { ref: false },
  );
  const { filled, allowed } = await Promise.race([prepared(kit, act, interaction, giving), late]);
  if (!allowed) return act.say(wording.onlyStaff);
  await act.openForm(toOrderForm(order, giving, { ...filled, ...values }));
}

/** Shows what comes of it to whoever gave it. A delivery that comes again is refused by Discord before it runs. */
export async function carryOut(kit: Kit, act: Act, interaction: Acted, giving: Giving): Promise<void> {
  const on = messageUnder(interaction);
  await (on ? act.update() : act.think());
  const by = await givenBy(kit, act, interaction, giving.order);
  const given = await givenIn(kit, by, interaction, giving);
  const outcome = await kit.orders.run(giving.order, given);
  const bodies = outcome.replies.map((reply) =>
    renderAlone(kit, reply, { asker: by.id, key: given.question }),
  );
  if (on && outcome.settled !== undefined) await settleMessage(act, on, outcome.settled);
  if (on) for (const body of bodies) await act.add(body);
  else await answer(act, outcome, bodies);
}

/** In place of what thinks. */
async function answer(
  act: Act,
  { settled }: OrderOutcome,
  bodies: readonly ReturnType<typeof renderAlone>[],
): Promise<void> {
  const [first, ...more] = bodies.length === 0 && settled !== undefined ? [plainMessage(settled)] : bodies;
  if (!first) return act.takeBack();
  await act.edit(first);
  for (const body of more) await act.add(body);
}

/** Whether a form may open, and what it then holds. */
async function prepared(
  kit: Kit,
  act: Act,
  interaction: Acted,
  giving: Giving,
): Promise<{ filled: Given['values']; allowed: boolean }> {
  const { order } = giving;
  const by = await givenBy(kit, act, interaction, order);
  const allowed = by.staff || !order.staffOnly;
  if (!allowed || !order.prefill) return { filled: {}, allowed };
  try {
    return { filled: await order.prefill(await givenIn(kit, by, interaction, giving)), allowed };
  } catch (error) {
    kit.log.warn({ err: error, order: order.name }, 'discord_form_not_prefilled');
    return { filled: {}, allowed };
  }
}

/** Staff reach their orders also below what the bot wrote to them directly, where Discord does not say who they are. */
async function givenBy(kit: Kit, { by }: Act, interaction: Acted, { staffOnly }: Order): Promise<Person> {
  if (!staffOnly || by.staff || interaction.inGuild()) return by;
  return { ...by, staff: await isStaffSomewhere(kit, by.id) };
}

async function givenIn(
  kit: Kit,
  by: Person,
  interaction: Acted,
  { values, about, question, pointedAt }: Giving,
): Promise<Given> {
  const given = {
    ...{ by, name: interaction.user.displayName, place: placeHere(interaction) },
    ...{ values, about },
  };
  if (pointedAt === undefined)
    return { ...given, question: (await answeredUnder(kit, question, interaction, by))?.key };
  const message = await pointedMessage(kit, interaction, pointedAt);
  if (!message) return given;
  return { ...given, pointedAt: allWordsOf(message), question: (await answeredAt(kit, message))?.key };
}

async function pointedMessage(kit: Kit, interaction: Acted, id: string): Promise<Message | undefined> {
  if (interaction.isMessageContextMenuCommand()) return interaction.targetMessage;
  const { channelId, guildId: guild, user } = interaction;
  return messageAt(kit, { channel: channelId ?? '', message: id }, { guild, member: user.id });
}

/** The message whose button was pressed, also for the form that it opened. */
function messageUnder(interaction: Acted): Message | undefined {
  if (interaction.isButton()) return interaction.message;
  return interaction.isModalSubmit() && interaction.isFromMessage() ? interaction.message : undefined;
}
