import type { BlockAction, types } from '@slack/bolt';
import { isDirectChannel, type Whereabouts } from './spots.ts';

export interface PressedMessage {
  readonly channel: string;
  readonly ts: string;
  readonly thread?: string;
  readonly ephemeral: boolean;
  /** Slack shows an ephemeral message to nobody again. */
  readonly text: string;
  readonly blocks?: types.KnownBlock[];
}

/** Undefined for what was pressed on a page of the app's own. */
export function pressedMessage({ container, channel, message }: BlockAction): PressedMessage | undefined {
  if (container.type !== 'message' || channel === undefined) return undefined;
  const { message_ts, thread_ts, is_ephemeral } = container as Record<string, unknown>;
  const { text = '', blocks } = (message ?? {}) as { text?: string; blocks?: types.KnownBlock[] };
  return {
    channel: channel.id,
    ts: String(message_ts),
    text,
    ephemeral: is_ephemeral === true,
    ...(typeof thread_ts === 'string' ? { thread: thread_ts } : {}),
    ...(blocks === undefined ? {} : { blocks }),
  };
}

/** Beside the message. What only one person sees can begin no thread: Slack would show it to nobody. */
export function wherePressed(
  { channel, ts, thread, ephemeral }: PressedMessage,
  responseUrl: string,
): Whereabouts {
  if (isDirectChannel(channel) && !ephemeral) return { channel, direct: true, thread: thread ?? ts };
  const stands = thread === undefined || (ephemeral && thread === ts) ? {} : { thread };
  // An ephemeral message may be where the bot is no member.
  return { channel, ...stands, ...(ephemeral ? { responseUrl } : {}) };
}
