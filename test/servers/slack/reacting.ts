import type { Backend } from './backend.ts';
import type { Message } from './messages.ts';

/** False when that person's reaction is there already. */
export function addReaction(
  { announce, changes }: Backend,
  message: Message,
  user: string,
  name: string,
): boolean {
  const known = message.reactions.find((reaction) => reaction.name === name);
  if (known?.users.includes(user)) return false;
  if (known) known.users.push(user);
  else message.reactions.push({ name, users: [user] });
  announce.reacted('reaction_added', user, name, message);
  changes.note();
  return true;
}

export function removeReaction(
  { announce, changes }: Backend,
  message: Message,
  user: string,
  name: string,
): boolean {
  const known = message.reactions.find((reaction) => reaction.name === name);
  const index = known?.users.indexOf(user) ?? -1;
  if (!known || index < 0) return false;
  known.users.splice(index, 1);
  if (known.users.length === 0) message.reactions = message.reactions.filter((of) => of !== known);
  announce.reacted('reaction_removed', user, name, message);
  changes.note();
  return true;
}
