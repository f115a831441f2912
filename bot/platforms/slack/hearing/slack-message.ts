import type { SlackFile } from './read-files.ts';

/** The parts of `message` and `app_mention` events that matter here. */
export interface SlackMessage {
  readonly type: string;
  readonly subtype?: string;
  readonly channel: string;
  readonly channel_type?: string;
  readonly user?: string;
  readonly bot_id?: string;
  readonly text?: string;
  readonly ts: string;
  readonly thread_ts?: string;
  readonly parent_user_id?: string;
  /** The author's workspace: in shared channels it may be another than the bot's. */
  readonly team?: string;
  readonly user_team?: string;
  readonly source_team?: string;
  readonly edited?: { readonly ts: string };
  readonly hidden?: boolean;
  readonly files?: readonly SlackFile[];
  readonly attachments?: readonly SharedMessage[];
  /** Of `message_changed`. */
  readonly message?: SlackMessage;
  readonly previous_message?: SlackMessage;
}

export interface SharedMessage {
  readonly is_share?: boolean;
  readonly is_msg_unfurl?: boolean;
  readonly text?: string;
}

export interface Spoken {
  readonly message: SlackMessage & { readonly user: string };
  /** The edit's own time, when an older message was changed. */
  readonly editedAt?: string;
}

const spokenSubtypes = new Set([undefined, 'file_share', 'thread_broadcast']);

/** What a person said or changed; undefined for bots (ours and others'), joins, previews and all the system says. */
export function spokenBy(event: SlackMessage, botUserId: string): Spoken | undefined {
  if (event.subtype === 'message_changed') return changedBy(event, botUserId);
  if (!isPerson(event, botUserId)) return undefined;
  return event.edited ? { message: event, editedAt: event.edited.ts } : { message: event };
}

function changedBy(
  { message, previous_message: before, channel, channel_type }: SlackMessage,
  botUserId: string,
): Spoken | undefined {
  if (!message?.edited || message.text === before?.text) return undefined;
  const whole = { ...message, channel, ...(channel_type === undefined ? {} : { channel_type }) };
  return isPerson(whole, botUserId) ? { message: whole, editedAt: message.edited.ts } : undefined;
}

function isPerson(event: SlackMessage, botUserId: string): event is SlackMessage & { readonly user: string } {
  if (event.bot_id !== undefined || event.hidden === true || !spokenSubtypes.has(event.subtype)) return false;
  return event.user !== undefined && event.user !== botUserId && event.user !== 'USLACKBOT';
}

export function isDirect({ channel, channel_type }: Pick<SlackMessage, 'channel' | 'channel_type'>): boolean {
  return channel_type === 'im' || (channel_type === undefined && channel.startsWith('D'));
}

export function teamOfAuthor({ user_team, source_team, team }: SlackMessage): string | undefined {
  return user_team ?? source_team ?? team;
}

/** The message's own words and those of messages that were shared in it. */
export function wordsOf({ text = '', attachments = [] }: SlackMessage): string {
  const shared = attachments.filter((one) => one.is_share || one.is_msg_unfurl).map((one) => one.text ?? '');
  return [text, ...shared].filter((part) => part !== '').join('\n\n');
}
