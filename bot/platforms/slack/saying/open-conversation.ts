import type { webApi } from '@slack/bolt';
import { callSlack } from './call-slack.ts';

/** The channel of the bot's direct conversation with somebody. Rejects where Slack lets the two not talk. */
export async function openConversation(client: webApi.WebClient, user: string): Promise<string> {
  const { channel } = await callSlack(() => client.conversations.open({ users: user }));
  if (channel?.id === undefined) throw new Error('Slack opened no conversation');
  return channel.id;
}
