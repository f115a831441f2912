import type { Json } from '../../slack/json.ts';
import { type Issue, nestedErrors } from '../payload-rules/rule.ts';

/** Discord's numbers, each with the HTTP status and the words that come with it. */
const refusals = {
  10002: [404, 'Unknown Application'],
  10003: [404, 'Unknown Channel'],
  10004: [404, 'Unknown Guild'],
  10007: [404, 'Unknown Member'],
  10008: [404, 'Unknown Message'],
  10011: [404, 'Unknown Role'],
  10013: [404, 'Unknown User'],
  10014: [400, 'Unknown Emoji'],
  10015: [404, 'Unknown Webhook'],
  10062: [404, 'Unknown interaction'],
  10063: [404, 'Unknown application command'],
  10087: [404, 'Unknown Tag'],
  20012: [403, 'You are not authorized to perform this action on this application'],
  20016: [429, 'This action cannot be performed due to slowmode rate limit.'],
  20028: [429, 'The write action you are performing on the channel has hit the write rate limit.'],
  30010: [400, 'Maximum number of reactions reached (20)'],
  30032: [400, 'Maximum number of application commands reached (100).'],
  30033: [400, 'Maximum number of thread participants has been reached (1000).'],
  30034: [400, 'Max number of daily application command creates has been reached (200)'],
  30046: [429, 'Maximum number of edits to messages older than 1 hour reached. Try again later.'],
  40005: [413, 'Request entity too large'],
  40060: [400, 'Interaction has already been acknowledged.'],
  40067: [400, 'A tag is required to create a forum post in this channel'],
  40094: [400, 'This interaction has hit the maximum number of follow up messages.'],
  50001: [403, 'Missing Access'],
  50003: [400, 'Cannot execute action on a DM channel'],
  50005: [403, 'Cannot edit a message authored by another user'],
  50006: [400, 'Cannot send an empty message'],
  50007: [403, 'Cannot send messages to this user'],
  50008: [400, 'Cannot send messages in a non-text channel'],
  50013: [403, 'Missing Permissions'],
  50021: [403, 'Cannot execute action on a system message'],
  50024: [400, 'Cannot execute action on this channel type'],
  50027: [401, 'Invalid Webhook Token'],
  50033: [400, 'Invalid Recipient(s)'],
  50035: [400, 'Invalid Form Body'],
  50041: [400, 'Invalid API version'],
  50068: [400, 'Invalid message type'],
  50083: [400, 'Thread is archived'],
  50109: [400, 'The request body contains invalid JSON.'],
  50278: [403, 'Cannot send messages to this user due to having no mutual guilds'],
  160002: [400, 'Cannot reply without permission to read message history'],
  160004: [400, 'A thread has already been created for this message'],
  160005: [403, 'Thread is locked'],
  160006: [400, 'Maximum number of active threads reached'],
} as const satisfies Record<number, readonly [number, string]>;

export type RefusalCode = keyof typeof refusals;

/** Discord's answer instead of doing it. The door turns it into the response. */
export class Refusal extends Error {
  readonly status: number;
  readonly body: Json;

  constructor(status: number, body: Json) {
    super(String(body.message));
    this.status = status;
    this.body = body;
  }
}

export const isKnownCode = (code: number): code is RefusalCode => code in refusals;

export function refusalOf(code: RefusalCode, errors?: Json): Refusal {
  const [status, message] = refusals[code];
  return new Refusal(status, { message, code, ...(errors === undefined ? {} : { errors }) });
}

export function refuse(code: RefusalCode): never {
  throw refusalOf(code);
}

/** The bare refusals: 401, 404, 405, 500. */
export function refuseStatus(status: number, words: string): never {
  throw new Refusal(status, { message: `${status}: ${words}`, code: 0 });
}

export function refuseForm(issues: readonly Issue[]): void {
  if (issues.length > 0) throw refusalOf(50035, nestedErrors(issues));
}

export function refuseField(path: Issue['path'], code: string, message: string): never {
  throw refusalOf(50035, nestedErrors([{ path, code, message }]));
}
