import { randomUUID } from 'node:crypto';
import { type RespondFn, type types, webApi } from '@slack/bolt';
import { callSlack, refusalOf } from './call-slack.ts';
import type { ChannelPace } from './channel-pace.ts';
import { postOnce } from './post-once.ts';

/** Where one person is told something that nobody else sees. */
export interface PrivateSpot {
  readonly client: webApi.WebClient;
  readonly pace: ChannelPace;
  readonly channel: string;
  readonly user: string;
  readonly thread?: string;
  /** A direct conversation: private anyhow, so the message may stay. */
  readonly direct: boolean;
  /** The way back from a command or a press; it works where the bot is no member. */
  readonly respond?: RespondFn;
}

export interface Words {
  readonly text: string;
  readonly blocks?: types.KnownBlock[];
}

/** An ephemeral message cannot be looked up, so one whose answer was lost is sent again. */
export async function sayPrivately(spot: PrivateSpot, words: Words): Promise<void> {
  const { client, pace, channel, user, thread, direct, respond } = spot;
  const inThread = thread === undefined ? {} : { thread_ts: thread };
  if (direct) {
    const place = { channel, ...(thread === undefined ? {} : { thread }) };
    await postOnce(client, pace, { ...place, blocks: [], ...words, key: `said:${randomUUID()}` });
    return;
  }
  if (respond) return respondWith(respond, { ...words, ...inThread, response_type: 'ephemeral' });
  await callSlack(() => client.chat.postEphemeral({ channel, user, ...words, ...inThread })).catch(
    (error: unknown) => {
      // Whoever left the channel meanwhile is not told.
      if (refusalOf(error) !== 'user_not_in_channel') throw error;
    },
  );
}

/** In place of the private message that was pressed. */
export function replacePrivately(respond: RespondFn, words: Words): Promise<void> {
  return respondWith(respond, { ...words, replace_original: true });
}

async function respondWith(respond: RespondFn, message: Parameters<RespondFn>[0]): Promise<void> {
  const options = typeof message === 'string' ? message : { replace_original: false, ...message };
  await callSlack(
    () =>
      respond(options).catch((error: Error & { statusCode?: number }) => {
        const { statusCode } = error;
        if (statusCode === undefined) throw new webApi.WebAPIRequestError(error);
        throw statusCode >= 500 ? new webApi.WebAPIHTTPError(statusCode, error.message, {}) : error;
      }),
    { tries: 3 },
  );
}
