import type { Reply } from '../desk/reply.ts';
import { saying } from '../desk/saying.ts';

/** What customers and staff are told around hand-offs and notices. */
export const supportWords = {
  told: 'Our people know about it, with all you wrote. Somebody answers you here.',
  toldClosed: (when: string) =>
    `Our people know about it, with all you wrote. Nobody is there right now; somebody answers you here from ${when}.`,
  again: 'Our people know about it already. Somebody answers you here.',
  ticket: (number: string) => `Your ticket is ${number}.`,
  takenUp: 'Somebody of our support has taken this up and answers you here.',
  replyTitle: 'From our support',
  closed: 'Our support has closed this. Ask me again whenever you like.',
  fromCustomer: 'The customer writes',
  unreadFile: 'A file came with it that I cannot read.',
  health: 'Mail health of the customer’s account, for staff only',
  gone: 'That hand-off is no longer known.',
  closedAlready: 'It is closed already.',
  takenAlready: (name: string) => `${name} has taken it up.`,
  sent: 'The customer has it.',
  notSent: 'I could not reach the customer there.',
  nobodyWaits: 'Nobody waits for a person.',
  waiting: 'Who waits for a person',
} as const;

export function publicLine(title: string): Reply {
  return { ...saying(title), audience: 'public' };
}
