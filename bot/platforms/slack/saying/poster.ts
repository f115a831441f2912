import type { types, webApi } from '@slack/bolt';
import type { Poster } from '../../../desk/poster.ts';
import type { Question } from '../../../desk/question.ts';
import type { Reply } from '../../../desk/reply.ts';
import { stamped, standingThread } from '../question-key.ts';
import { toSlackMessage } from '../render/to-slack-message.ts';
import type { Kit } from '../slack-parts.ts';
import { callSlack, refusalOf } from './call-slack.ts';
import { findPosted, metadataOf, postOnce } from './post-once.ts';
import { type PrivateSpot, sayPrivately } from './say-privately.ts';
import { sayReply } from './say-reply.ts';
import type { Working } from './working.ts';

export interface PosterParts extends Pick<Kit, 'pace' | 'linkOf' | 'copies' | 'log'> {
  readonly client: webApi.WebClient;
  /** Where the thread says that the answer is being worked on. */
  readonly working?: Working;
}

/** How the desk's replies to a message get into its thread. */
export function createPoster(parts: PosterParts): Poster {
  const { client, pace, linkOf, working } = parts;
  const render = (
    { asker }: Question,
    reply: Reply,
    key: string,
  ): { text: string; blocks: types.KnownBlock[] } => {
    const { text, blocks } = toSlackMessage(reply, { linkOf, asker: asker.id });
    return { text, blocks: stamped(blocks, { key }) };
  };
  const threadOf = ({ place }: Question) => (place.thread === undefined ? {} : { thread: place.thread });
  /** Its answer was posted, so there is a thread. */
  let isAnswered = false;
  const spotOf = (question: Question): PrivateSpot => {
    const { id, place, asker } = question;
    const stands = place.private || isAnswered;
    const thread = stands ? threadOf(question) : standingThread(id, place.thread);
    return { client, pace, channel: place.channel, user: asker.id, direct: place.private, ...thread };
  };

  return {
    async post(question, reply, key, isOurs) {
      const { channel } = question.place;
      const message = { channel, ...threadOf(question), ...render(question, reply, key), key };
      const send = working?.post ?? ((once) => once());
      const ts = await postOnce(client, pace, message, async (once) =>
        (await isOurs()) ? send(once) : undefined,
      );
      isAnswered = ts !== undefined;
      return ts;
    },
    find: (question, key) =>
      findPosted(client, { channel: question.place.channel, ...threadOf(question), key }),
    async update(question, ts, reply) {
      const { channel } = question.place;
      const metadata = metadataOf(question.id);
      const content = { channel, ts, metadata, ...render(question, reply, question.id) };
      await callSlack(() => client.chat.update(content)).catch((error: unknown) => {
        // Somebody deleted the answer: it stays deleted.
        if (refusalOf(error) !== 'message_not_found') throw error;
      });
    },
    tell: (question, text) => sayPrivately(spotOf(question), { text }),
    show: (question, reply, mark) => sayReply(parts, spotOf(question), reply, { key: question.id, mark }),
  };
}
