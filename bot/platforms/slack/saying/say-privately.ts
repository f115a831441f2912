import { randomUUID } from 'node:crypto';
import { type types, webApi } from '@slack/bolt';
import { callSlack, refusalOf } from './call-slack.ts';
import type { ChannelPace } from './channel-pace.ts';
import { openConversation } from './open-conversation.ts';
import { findPosted, postOnce } from './post-once.ts';
import type { Respond } from './respond-to.ts';

/** Where one person is told something that nobody else sees. */
export interface PrivateSpot {
  readonly client: webApi.WebClient;
  readonly pace: ChannelPace;
  readonly channel: string;
  readonly user: string;
  readonly thread?: string;
  /** A direct conversation: private anyhow, so the message may stay. */
  readonly direct: boolean;
  readonly respond?: Respond;
}

export interface Words {
  readonly text: string;
  readonly blocks?: types.KnownBlock[];
}

export async function sayPrivately(spot: PrivateSpot, words: Words): Promise<void> {
  await sayUnlessStanding(spot, words);
}

/**
 * An ephemeral message cannot be looked up, so one whose answer was lost is sent again. `key` marks a message in a
 * direct conversation. False: it stands there already, or the person is no longer where it was to be said.
 */
export async function sayUnlessStanding(spot: PrivateSpot, words: Words, key?: string): Promise<boolean> {
  const { direct, respond } = spot;
  if (direct) return sayDirectly(spot, words, key);
  if (!respond) return sayBeside(spot, words, { isFinal: true });
  const alone = { ...words, ...inThread(spot), response_type: 'ephemeral', replace_original: false } as const;
  const isSaid = await callSlack(() => respond(alone), { tries: 3 }).then(() => true, unlessSpent);
  if (isSaid || (await sayBeside(spot, words, { isFinal: false }))) return true;
  return sayDirectly({ ...spot, channel: await openConversation(spot.client, spot.user) }, words, key);
}

const inThread = ({ thread }: PrivateSpot) => (thread === undefined ? {} : { thread_ts: thread });

async function sayDirectly(
  { client, pace, channel, thread, direct }: PrivateSpot,
  words: Words,
  key: string | undefined,
): Promise<boolean> {
  const place = { channel, ...(direct && thread !== undefined ? { thread } : {}) };
  if (key !== undefined && (await findPosted(client, { ...place, key })) !== undefined) return false;
  await postOnce(client, pace, { ...place, blocks: [], ...words, key: key ?? `said:${randomUUID()}` });
  return true;
}

/** False: Slack shows this person nothing there. */
async function sayBeside(
  spot: PrivateSpot,
  words: Words,
  { isFinal }: { isFinal: boolean },
): Promise<boolean> {
  const { client, channel, user } = spot;
  const message = { channel, user, ...words, ...inThread(spot) };
  return callSlack(() => client.chat.postEphemeral(message)).then(
    () => true,
    (error: unknown) => {
      const refusal = refusalOf(error);
      // Whoever left the channel meanwhile is not told.
      if (refusal === 'user_not_in_channel' || (!isFinal && refusal !== undefined)) return false;
      throw error;
    },
  );
}

/** Slack takes five messages in half an hour that way, then no more. */
function unlessSpent(error: unknown): false {
  if (error instanceof webApi.WebAPIHTTPError && error.statusCode === 404) return false;
  throw error;
}

/** In place of the private message that was pressed. */
export function replacePrivately(respond: Respond, words: Words): Promise<void> {
  return callSlack(() => respond({ ...words, replace_original: true }), { tries: 3 });
}
