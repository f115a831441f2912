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
import { wording } from '../../../desk/wording.ts';
import type { Kit } from '../discord-parts.ts';
import { placeHere } from '../hearing/spot.ts';
import type { Act } from '../saying/act.ts';
import { plainMessage } from '../saying/plain-message.ts';
import { renderAlone } from '../saying/render.ts';
import { settleMessage } from '../saying/settle-message.ts';
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

/** A form must be Discord's first answer, which has three seconds to get there. */
const prefillMs = 2000;

/** Carries the order out, or asks with a form for what it still needs. */
export async function giveOrder(kit: Kit, act: Act, interaction: Acted, giving: Giving): Promise<void> {
  const { order, values } = giving;
  if (order.staffOnly && !act.by.staff) return act.say(wording.onlyStaff);
  if (missingFields(order, values).length === 0) return carryOut(kit, act, interaction, giving);
  const filled = await Promise.race([
    prefilled(kit, act, interaction, giving),
    sleep(prefillMs, {}, { ref: false }),
  ]);
  await act.openForm(toOrderForm(order, giving, { ...filled, ...values }));
}

/** Shows what comes of it to whoever gave it. A delivery that comes again is refused by Discord before it runs. */
export async function carryOut(kit: Kit, act: Act, interaction: Acted, giving: Giving): Promise<void> {
  const on = messageUnder(interaction);
  await (on ? act.update() : act.think());
  const given = await givenIn(kit, act, interaction, giving);
  const outcome = await kit.orders.run(giving.order, given);
  const bodies = outcome.replies.map((reply) =>
    renderAlone(kit, reply, { asker: act.by.id, key: given.question }),
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

async function prefilled(kit: Kit, act: Act, interaction: Acted, giving: Giving): Promise<Given['values']> {
  try {
    const { prefill } = giving.order;
    return prefill ? await prefill(await givenIn(kit, act, interaction, giving)) : {};
  } catch (error) {
    kit.log.warn({ err: error, order: giving.order.name }, 'discord_form_not_prefilled');
    return {};
  }
}

async function givenIn(
  kit: Kit,
  act: Act,
  interaction: Acted,
  { values, about, question, pointedAt }: Giving,
): Promise<Given> {
  const given = {
    ...{ by: act.by, name: interaction.user.displayName, place: placeHere(interaction) },
    ...{ values, about },
  };
  if (pointedAt === undefined)
    return { ...given, question: (await answeredUnder(kit, question, interaction, act.by))?.key };
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
