import type { webApi } from '@slack/bolt';
import { isDirect } from '../hearing/slack-message.ts';
import { openConversation } from '../saying/open-conversation.ts';
import { respondTo } from '../saying/respond-to.ts';
import type { PrivateSpot } from '../saying/say-privately.ts';
import type { Kit } from '../slack-parts.ts';

/** Where somebody acted, to tell them there what comes of it. A form keeps it while it is open. */
export interface Whereabouts {
  readonly channel: string;
  readonly thread?: string;
  /** The conversation of the bot with that person. */
  readonly direct?: boolean;
  readonly responseUrl?: string;
}

export function spotAt(
  { pace }: Pick<Kit, 'pace'>,
  client: webApi.WebClient,
  user: string,
  { channel, thread, direct = false, responseUrl }: Whereabouts,
): PrivateSpot {
  return {
    ...{ client, pace, channel, user, direct },
    ...(thread === undefined ? {} : { thread }),
    ...(responseUrl === undefined ? {} : { respond: respondTo(responseUrl) }),
  };
}

interface GivenCommand {
  readonly channel_id: string;
  readonly response_url: string;
}

/** Not direct even in a direct conversation: that may be one of two people, where the bot is none of them. */
export function whereCommanded({ channel_id, response_url }: GivenCommand): Whereabouts {
  return { channel: channel_id, responseUrl: response_url };
}

interface MenuAct {
  readonly channel: { readonly id: string };
  readonly message: Record<string, unknown>;
  readonly response_url: string;
}

/** Beside the message in whose menu something was chosen. */
export function whereChosen({ channel, message, response_url }: MenuAct): Whereabouts {
  const { thread_ts } = message as { thread_ts?: string };
  const thread = thread_ts === undefined ? {} : { thread: thread_ts };
  return { channel: channel.id, responseUrl: response_url, ...thread };
}

/** Back to whoever gave a command. The bot need not be a member there. */
export function spotOfCommand(
  kit: Kit,
  client: webApi.WebClient,
  given: GivenCommand & { readonly user_id: string },
): PrivateSpot {
  return spotAt(kit, client, given.user_id, whereCommanded(given));
}

/** Back to whoever chose something in the menu of a message. */
export function spotOfMessage(
  kit: Kit,
  client: webApi.WebClient,
  act: MenuAct & { readonly user: { readonly id: string } },
): PrivateSpot {
  return spotAt(kit, client, act.user.id, whereChosen(act));
}

/** The conversation of the bot with one person. */
export async function spotOfPerson(kit: Kit, client: webApi.WebClient, user: string): Promise<PrivateSpot> {
  return spotAt(kit, client, user, { channel: await openConversation(client, user), direct: true });
}

export function isDirectChannel(channel: string): boolean {
  return isDirect({ channel });
}
