import type { webApi } from '@slack/bolt';
import type { Poster } from '../../../desk/poster.ts';
import type { Question } from '../../../desk/question.ts';
import type { Reply } from '../../../desk/reply.ts';
import type { RenderOptions } from '../../reply-parts.ts';
import { stamped, standingThread } from '../question-key.ts';
import { toSlackMessage } from '../render/to-slack-message.ts';
import { callSlack, refusalOf } from './call-slack.ts';
import type { ChannelPace } from './channel-pace.ts';
import { findPosted, metadataOf, postOnce } from './post-once.ts';
import { sayPrivately } from './say-privately.ts';
import type { Working } from './working.ts';

export interface PosterParts {
  readonly client: webApi.WebClient;
  readonly pace: ChannelPace;
  readonly linkOf: RenderOptions['linkOf'];
  /** Where the thread says that the answer is being worked on. */
  readonly working?: Working;
}

/** How the desk's replies to a message get into its thread. */
export function createPoster({ client, pace, linkOf, working }: PosterParts): Poster {
  const render = ({ asker }: Question, reply: Reply, key: string) => {
    const { text, blocks } = toSlackMessage(reply, { linkOf, asker: asker.id });
    return { text, blocks: stamped(blocks, { key }) };
  };
  const threadOf = ({ place }: Question) => (place.thread === undefined ? {} : { thread: place.thread });

  return {
    async post(question, reply, key, isOurs) {
      const { channel } = question.place;
      const message = { channel, ...threadOf(question), ...render(question, reply, key), key };
      const send = working?.post ?? ((once) => once());
      return postOnce(client, pace, message, async (once) => ((await isOurs()) ? send(once) : undefined));
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
    tell(question, text) {
      const { place, asker } = question;
      const spot = { client, pace, channel: place.channel, user: asker.id, direct: place.private };
      const thread = place.private ? threadOf(question) : standingThread(question.id, place.thread);
      return sayPrivately({ ...spot, ...thread }, { text });
    },
  };
}
