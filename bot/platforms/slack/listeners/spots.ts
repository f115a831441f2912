import type { webApi } from '@slack/bolt';
import { isDirect } from '../hearing/slack-message.ts';
import { callSlack } from '../saying/call-slack.ts';
import { respondTo } from '../saying/respond-to.ts';
import type { PrivateSpot } from '../saying/say-privately.ts';
import type { Kit } from '../slack-parts.ts';

/** Back to whoever gave a command. The bot need not be a member there. */
export function spotOfCommand(
  { pace }: Kit,
  client: webApi.WebClient,
  given: { channel_id: string; user_id: string; response_url: string },
): PrivateSpot {
  const respond = respondTo(given.response_url);
  return { client, pace, channel: given.channel_id, user: given.user_id, direct: false, respond };
}

interface MenuAct {
  readonly channel: { readonly id: string };
  readonly user: { readonly id: string };
  readonly message: Record<string, unknown>;
  readonly response_url: string;
}

/** Back to whoever chose something in the menu of a message, beside that message. */
export function spotOfMessage({ pace }: Kit, client: webApi.WebClient, act: MenuAct): PrivateSpot {
  const respond = respondTo(act.response_url);
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
