import { type ButtonInteraction, ChannelType, MessageFlags } from 'discord.js';
import type { Answered } from '../../../desk/desk-memory.ts';
import type { PressOutcome } from '../../../desk/press.ts';
import type { Person } from '../../../desk/question.ts';
import { wording } from '../../../desk/wording.ts';
import { decodeAction } from '../../action-id.ts';
import type { Kit } from '../discord-parts.ts';
import { missingIn } from '../hearing/spot.ts';
import { keysFor } from '../question-key.ts';
import { isComponentsV2 } from '../render/component.ts';
import { settled } from '../render/settle.ts';
import type { Act } from '../saying/act.ts';
import { refusalOf } from '../saying/call-discord.ts';
import { keepingHideButton } from '../saying/hide-button.ts';
import { plainMessage } from '../saying/plain-message.ts';
import { render } from '../saying/render.ts';
import type { Button } from './listener.ts';

/** The buttons under replies. All they need stands in their ids, so those posted before a restart work. */
export const replyButton: Button = {
  kind: 'button',
  prefix: 'hd1:',
  async run(kit, act, interaction) {
    const pressed = decodeAction(interaction.customId, kit.library());
    if (!pressed) return act.say(wording.articleGone);
    const { action, asker, question } = pressed;
    const reading = action.kind === 'show-article';
    if (!reading && !act.by.staff && asker !== act.by.id) return act.say(wording.notYours);
    await (reading ? act.think() : act.update());
    const once = `${interaction.message.id} ${action.kind}`;
    if (!reading && !kit.pressed.take(once)) return;
    try {
      const answered = await answeredBy(kit, question, interaction);
      const outcome = await kit.press(action, act.by, answered);
      await show(kit, act, interaction, outcome, answered);
      if (action.kind === 'helped' && outcome.kind === 'settled') await markSolved(kit, act.by, interaction);
    } catch (error) {
      kit.pressed.forget(once);
      throw error;
    }
  },
};

async function answeredBy(
  { memory }: Kit,
  question: string | undefined,
  { channel, channelId }: ButtonInteraction,
): Promise<Answered | undefined> {
  if (question === undefined) return undefined;
  const parent = channel?.isThread() ? (channel.parentId ?? undefined) : undefined;
  for (const key of keysFor(question, { channel: channelId, parent })) {
    const answered = await memory.answerTo(key);
    if (answered) return answered;
  }
  return undefined;
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
  if (outcome.kind === 'shown') return act.edit(render(kit, outcome.reply, rendering));
  if (outcome.kind === 'refused') return act.add(plainMessage(outcome.text));
  const before = message.components.map((one) => one.toJSON());
  const components = keepingHideButton(before, settled(before, outcome.line));
  await act.edit({ flags: isComponentsV2, components });
  if (outcome.next) await act.add(render(kit, outcome.next, rendering));
}

const solved = /^(?:solved|resolved|answered|done)\b/i;
const mostTags = 5;

/** Puts the forum's own tag on a post whose author, or staff, says that it helped. */
async function markSolved(kit: Kit, by: Person, { channel, message }: ButtonInteraction): Promise<void> {
  if (message.flags.has(MessageFlags.Ephemeral) || !channel?.isThread()) return;
  const { parent, appliedTags, ownerId, id } = channel;
  if (parent?.type !== ChannelType.GuildForum || !(by.staff || ownerId === by.id)) return;
  const tag = parent.availableTags.find(({ name }) => solved.test(name));
  if (!tag || appliedTags.includes(tag.id) || appliedTags.length >= mostTags) return;
  if (missingIn(channel, ['ManageThreads']).length > 0) return;
  await kit.calls.tagThread(id, [...appliedTags, tag.id]).catch((error: unknown) => {
    if (refusalOf(error) === undefined) throw error;
    kit.log.warn({ err: error }, 'discord_tag_refused');
  });
}
