import type { types, webApi } from '@slack/bolt';
import { addressIn } from '../question-key.ts';
import { callSlack } from './call-slack.ts';
import type { ChannelPace } from './channel-pace.ts';

/** A message that must stand once. */
export interface Post {
  readonly channel: string;
  /** Absent: in the channel itself. */
  readonly thread?: string;
  readonly text: string;
  readonly blocks: types.KnownBlock[];
  /** Marks it, so that it can be found. */
  readonly key: string;
}

const mostPages = 5;
/** A channel is looked through one page far, the longest that Slack gives; a thread through several. */
const pageOf = { thread: 200, channel: 999 };

type Send = () => Promise<webApi.ChatPostMessageResponse>;
/** Put around every try; gives `undefined` where it does not send. */
type Each = (send: Send) => Promise<webApi.ChatPostMessageResponse | undefined>;

/**
 * Posts and gives the message's ts, or `undefined` where `each` did not send. When Slack's answer is lost, looks
 * whether the message stands before sending it again.
 */
export function postOnce(
  client: webApi.WebClient,
  pace: ChannelPace,
  post: Post,
  each: Each = (send) => send(),
): Promise<string | undefined> {
  const { channel, thread, text, blocks, key } = post;
  const send: Send = () =>
    client.chat.postMessage({
      channel,
      text,
      blocks,
      ...(thread === undefined ? {} : { thread_ts: thread }),
      metadata: metadataOf(key),
      unfurl_links: false,
      unfurl_media: false,
    });
  return pace(channel, () =>
    callSlack(
      async () => {
        const sent = await each(send);
        if (sent && sent.ts === undefined) throw new Error('Slack posted a message without a ts');
        return sent?.ts;
      },
      { standing: () => findPosted(client, post) },
    ),
  );
}

export function metadataOf(key: string) {
  return { event_type: 'hostdesk_reply', event_payload: { key } };
}

/** The ts of the message with that key. */
export async function findPosted(
  client: webApi.WebClient,
  post: Pick<Post, 'channel' | 'thread' | 'key'>,
): Promise<string | undefined> {
  const oldest = addressIn(post.key)?.ts;
  const since = oldest === undefined ? {} : { oldest };
  for await (const { ts, key } of markedMessages(client, { ...post, ...since }))
    if (key === post.key) return ts;
  return undefined;
}

/** The bot's own messages in a thread (or, without one, the latest of the channel) with their keys. */
export async function* markedMessages(
  client: webApi.WebClient,
  { channel, thread, oldest }: Pick<Post, 'channel' | 'thread'> & { readonly oldest?: string },
): AsyncGenerator<{ ts: string; key: string }> {
  let cursor = '';
  for (let page = 0; page < mostPages; page++) {
    const part = { ...(oldest === undefined ? {} : { oldest }), ...(cursor ? { cursor } : {}) };
    const limit = pageOf[thread === undefined ? 'channel' : 'thread'];
    const read = { channel, limit, include_all_metadata: true, ...part };
    const { messages = [], response_metadata } = await callSlack(() =>
      thread === undefined
        ? client.conversations.history(read)
        : client.conversations.replies({ ...read, ts: thread }),
    );
    for (const { ts, bot_id, metadata } of messages) {
      const { key } = (metadata?.event_payload ?? {}) as { key?: unknown };
      if (ts !== undefined && bot_id !== undefined && typeof key === 'string') yield { ts, key };
    }
    cursor = response_metadata?.next_cursor ?? '';
    if (cursor === '' || thread === undefined) return;
  }
}
