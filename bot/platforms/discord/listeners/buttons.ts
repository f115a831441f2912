import type { ButtonInteraction } from 'discord.js';
import type { Answered } from '../../../desk/desk-memory.ts';
import { onceNoted } from '../../../desk/once-noted.ts';
import type { PressOutcome } from '../../../desk/press.ts';
import type { Person } from '../../../desk/question.ts';
import { wording } from '../../../desk/wording.ts';
import { decodeAction, type Pressed } from '../../action-id.ts';
import type { Kit } from '../discord-parts.ts';
import { discordWording } from '../discord-wording.ts';
import type { Act } from '../saying/act.ts';
import { plainMessage } from '../saying/plain-message.ts';
import { renderAlone } from '../saying/render.ts';
import { settleMessage } from '../saying/settle-message.ts';
import { isStaffSomewhere } from '../staff.ts';
import { answeredUnder } from './answered.ts';
import { giveOrder } from './give-order.ts';
import type { Button } from './listener.ts';
import { markSolved } from './mark-solved.ts';

/** The buttons under replies. All they need stands in their ids, so those posted before a restart work. */
export const replyButton: Button = {
  kind: 'button',
  prefix: 'hd1:',
  async run(kit, act, interaction) {
    const pressed = decodeAction(interaction.customId, kit.library());
    if (!pressed) return act.say(wording.articleGone);
    if (pressed.action.kind === 'order')
      return pressOrder(kit, act, interaction, pressed.action, pressed.question);
    await judge(kit, act, interaction, { ...pressed, action: pressed.action });
  },
};

type Order = Extract<Pressed['action'], { kind: 'order' }>;
type Judged = Pressed & { readonly action: Exclude<Pressed['action'], Order> };

/** Anybody may press it: what they may see is the order's to decide. */
async function pressOrder(
  kit: Kit,
  act: Act,
  interaction: ButtonInteraction,
  { order: code, about }: Order,
  question: string | undefined,
): Promise<void> {
  const order = kit.orders.coded(code);
  if (!order) return act.say(discordWording.notOffered);
  await giveOrder(kit, act, interaction, { order, values: {}, about, question });
}

async function judge(
  kit: Kit,
  act: Act,
  interaction: ButtonInteraction,
  { action, asker, question }: Judged,
): Promise<void> {
  const reading = action.kind === 'show-article';
  const isTheirs = act.by.staff || asker === undefined || asker === act.by.id;
  if (!reading && !isTheirs) return act.say(wording.notYours);
  await (reading ? act.think() : act.update());
  const once = `${interaction.message.id} ${action.kind}`;
  if (!reading && !kit.pressed.take(once)) return;
  try {
    const look = () => answeredUnder(kit, question, interaction, act.by);
    const answered = await (reading || question === undefined ? look() : onceNoted(kit.memory, look));
    const outcome = await kit.press(action, await presser(kit, act, interaction, action), answered);
    await show(kit, act, interaction, outcome, answered);
    if (action.kind === 'helped' && outcome.kind === 'settled') await markSolved(kit, act.by, interaction);
  } catch (error) {
    kit.pressed.forget(once);
    throw error;
  }
}

/** What staff wrote for themselves is shown to staff also below what the bot wrote to them directly. */
async function presser(
  kit: Kit,
  { by }: Act,
  interaction: ButtonInteraction,
  action: Judged['action'],
): Promise<Person> {
  const isStaffs = action.kind === 'show-article' && kit.library().get(action.slug)?.audience === 'staff';
  if (!isStaffs || interaction.inGuild()) return by;
  return { ...by, staff: await isStaffSomewhere(kit, by.id) };
}

async function show(
  kit: Kit,
  act: Act,
  { message }: ButtonInteraction,
  outcome: PressOutcome,
  answered: Answered | undefined,
): Promise<void> {
  const { by } = act;
  const own = answered !== undefined && (by.staff || answered.asker.id === by.id);
  const rendering = { asker: by.id, key: own ? answered.key : undefined };
  if (outcome.kind === 'shown') return act.edit(renderAlone(kit, outcome.reply, rendering));
  if (outcome.kind === 'refused') return act.add(plainMessage(outcome.text));
  await settleMessage(act, message, outcome.line);
  if (outcome.next) await act.add(renderAlone(kit, outcome.next, rendering));
}
