import { randomUUID } from 'node:crypto';
import type { types, webApi } from '@slack/bolt';
import { callSlack, refusalOf } from './call-slack.ts';
import type { ChannelPace } from './channel-pace.ts';
import { postOnce } from './post-once.ts';
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

/** An ephemeral message cannot be looked up, so one whose answer was lost is sent again. */
export async function sayPrivately(spot: PrivateSpot, words: Words): Promise<void> {
  const { client, pace, channel, user, thread, direct, respond } = spot;
  const inThread = thread === undefined ? {} : { thread_ts: thread };
  if (direct) {
    const place = { channel, ...(thread === undefined ? {} : { thread }) };
    await postOnce(client, pace, { ...place, blocks: [], ...words, key: `said:${randomUUID()}` });
    return;
  }
  if (respond) {
    const alone = { response_type: 'ephemeral', replace_original: false } as const;
    return callSlack(() => respond({ ...words, ...inThread, ...alone }), { tries: 3 });
  }
  await callSlack(() => client.chat.postEphemeral({ channel, user, ...words, ...inThread })).catch(
    (error: unknown) => {
      // Whoever left the channel meanwhile is not told.
      if (refusalOf(error) !== 'user_not_in_channel') throw error;
    },
  );
}

/** In place of the private message that was pressed. */
export function replacePrivately(respond: Respond, words: Words): Promise<void> {
  return callSlack(() => respond({ ...words, replace_original: true }), { tries: 3 });
}
