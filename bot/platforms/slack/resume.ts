import type { webApi } from '@slack/bolt';
import type { OpenTeam } from './connection/open-team.ts';
import { type SlackMessage, spokenBy } from './hearing/slack-message.ts';
import { takeIn } from './listeners/messages.ts';
import { addressIn, type MessageAddress } from './question-key.ts';
import { callSlack, refusalOf } from './saying/call-slack.ts';
import type { Kit } from './slack-parts.ts';

const mostAtOnce = 200;
/** What is older has been asked again, or elsewhere. */
const oldestMs = 3_600_000;

/**
 * Takes up questions that a process took and never answered, because it died or Slack was away: Slack, which had
 * its acknowledgement, does not send them again. Their words were never stored, so they are read from Slack.
 */
export async function resumeAbandoned(kit: Kit, open: OpenTeam): Promise<void> {
  for (const key of (await kit.memory.abandoned?.('slack', mostAtOnce)) ?? []) {
    const address = addressIn(key);
    // What stands nowhere can be asked again only by whoever asked it.
    if (!address || kit.now() - Number(address.ts) * 1000 > oldestMs) {
      await kit.memory.finish(key);
      continue;
    }
    const bot = await open(address.team);
    if (bot) await takeUp(kit, key, address, bot);
  }
}

async function takeUp(
  kit: Kit,
  key: string,
  { channel, ts }: MessageAddress,
  { client, around }: NonNullable<Awaited<ReturnType<OpenTeam>>>,
): Promise<void> {
  try {
    const message = await messageAt(client, channel, ts);
    const spoken = message && spokenBy(message, around.botUserId);
    if (!spoken) return await kit.memory.finish(key);
    kit.log.info({ key }, 'slack_question_taken_up');
    await takeIn(kit, { message: spoken.message }, around, client, { again: true });
  } catch (error) {
    // One that cannot be answered keeps none of the others waiting; its turn comes again.
    kit.log.warn({ err: error, key }, 'slack_take_up_failed');
  }
}

async function messageAt(
  client: webApi.WebClient,
  channel: string,
  ts: string,
): Promise<SlackMessage | undefined> {
  const window = { channel, ts, oldest: ts, latest: ts, inclusive: true, limit: 2 };
  try {
    const { messages = [] } = await callSlack(() => client.conversations.replies(window));
    const found = messages.find((message) => message.ts === ts);
    return found && ({ ...found, channel } as SlackMessage);
  } catch (error) {
    // Deleted meanwhile, or the bot is no longer there.
    if (refusalOf(error) !== undefined) return undefined;
    throw error;
  }
}
