import { type ButtonInteraction, ChannelType, MessageFlags } from 'discord.js';
import type { Person } from '../../../desk/question.ts';
import type { Kit } from '../discord-parts.ts';
import { missingIn } from '../hearing/spot.ts';
import { refusalOf } from '../saying/call-discord.ts';

const solved = /^(?:solved|resolved|answered|done)\b/i;
const mostTags = 5;

/** Puts the forum's own tag on a post whose author, or staff, says that it helped. */
export async function markSolved(
  kit: Kit,
  by: Person,
  { channel, message }: ButtonInteraction,
): Promise<void> {
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
