import type { Question } from './question.ts';
import type { Reply } from './reply.ts';
import { wording } from './wording.ts';

/** Where an answer hangs on a file that was not read, says so in place of "I am not sure". */
export function unreadReply({ unread }: Question, reply: Reply | undefined): Reply | undefined {
  if (unread === undefined || reply?.kind !== 'unsure') return reply;
  return { ...reply, ...wording.unread[unread], facts: [], sources: [] };
}
