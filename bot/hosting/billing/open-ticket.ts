import { z } from 'zod';
import type { HostAnswer } from '../host-answer.ts';
import type { WhmcsApi } from './whmcs-api.ts';

export interface Ticket {
  /** Whose it is: a client of WHMCS, or somebody with a name and an address. */
  readonly from: { readonly clientId: string } | { readonly name: string; readonly email: string };
  /** The department's number in WHMCS. */
  readonly department: number;
  readonly subject: string;
  /** Markdown. */
  readonly message: string;
  readonly priority?: 'Low' | 'Medium' | 'High';
}

export interface OpenedTicket {
  /** What the customer quotes, such as `516757`. */
  readonly number: string;
}

const longestSubject = 200;
const longestMessage = 60_000;

/** WHMCS also answers with `c`, which opens the ticket to whoever has it: it is not taken over. */
const opened = z.object({ tid: z.coerce.string().regex(/^[\w-]{1,40}$/) });

/**
 * Opens a ticket. Sent once: when the answer is lost (`unreachable`) the ticket may be there all the same, so whoever
 * calls must not simply call again.
 */
export async function openTicket(
  api: Pick<WhmcsApi, 'act'>,
  { from, department, subject, message, priority = 'Medium' }: Ticket,
): Promise<HostAnswer<OpenedTicket>> {
  const answer = await api.act('OpenTicket', {
    ...('clientId' in from ? { clientid: from.clientId } : { name: from.name, email: from.email }),
    ...{ deptid: String(department), priority, markdown: 'true' },
    subject: subject.replace(/\s+/g, ' ').trim().slice(0, longestSubject),
    message: message.slice(0, longestMessage),
  });
  if (answer.kind !== 'ok') return answer;
  const { data } = opened.safeParse(answer.value);
  if (data) return { ...answer, value: { number: data.tid } };
  return {
    ...{ kind: 'malformed', fault: 'wrong-shape', server: 'whmcs', error: 'OpenTicket: no number' },
    ...{ since: answer.readAt, lastAnswered: answer.readAt },
  };
}
