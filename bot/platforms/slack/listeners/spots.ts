import type { RespondFn, webApi } from '@slack/bolt';
import { isDirect } from '../hearing/slack-message.ts';
import { callSlack } from '../saying/call-slack.ts';
import type { PrivateSpot } from '../saying/say-privately.ts';
import type { Kit } from '../slack-parts.ts';

/** Back to whoever gave a command. The bot need not be a member there. */
export function spotOfCommand(
  { pace }: Kit,
  client: webApi.WebClient,
  { channel_id, user_id }: { channel_id: string; user_id: string },
  respond: RespondFn,
): PrivateSpot {
  return { client, pace, channel: channel_id, user: user_id, direct: false, respond };
}

/** Back to whoever chose something in the menu of a message, beside that message. */
export function spotOfMessage(
  { pace }: Kit,
  client: webApi.WebClient,
  act: { channel: { id: string }; user: { id: string }; message: Record<string, unknown> },
  respond: RespondFn,
): PrivateSpot {
  const { thread_ts } = act.message as { thread_ts?: string };
  const thread = thread_ts === undefined ? {} : { thread: thread_ts };
  return { client, pace, channel: act.channel.id, user: act.user.id, direct: false, respond, ...thread };
}

/** The conversation of the bot with one person. */
export async function spotOfPerson(
  { pace }: Kit,
  client: webApi.WebClient,
  user: string,
): Promise<PrivateSpot> {
  const { channel } = await callSlack(() => client.conversations.open({ users: user }));
  if (channel?.id === undefined) throw new Error('Slack opened no conversation');
  return { client, pace, channel: channel.id, user, direct: true };
}

export function isDirectChannel(channel: string): boolean {
  return isDirect({ channel });
}
