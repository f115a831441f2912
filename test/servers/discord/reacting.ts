import type { Backend } from './backend.ts';
import type { Message } from './messages/message.ts';

/** False when that person's reaction is there already. */
export function addReaction(
  { announce, changes }: Backend,
  message: Message,
  userId: string,
  emoji: string,
): boolean {
  const known = message.reactions.find((reaction) => reaction.emoji === emoji);
  if (known?.users.includes(userId)) return false;
  if (known) known.users.push(userId);
  else message.reactions.push({ emoji, users: [userId] });
  announce.reacted(true, message, userId, emoji);
  changes.note();
  return true;
}

export function removeReaction(
  { announce, changes }: Backend,
  message: Message,
  userId: string,
  emoji: string,
): boolean {
  const known = message.reactions.find((reaction) => reaction.emoji === emoji);
  const index = known?.users.indexOf(userId) ?? -1;
  if (!known || index < 0) return false;
  known.users.splice(index, 1);
  if (known.users.length === 0) message.reactions = message.reactions.filter((of) => of !== known);
  announce.reacted(false, message, userId, emoji);
  changes.note();
  return true;
}
