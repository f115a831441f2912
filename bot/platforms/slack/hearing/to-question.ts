import type { Person, Question } from '../../../desk/question.ts';
import { type MessageAddress, questionKey } from '../question-key.ts';
import type { ReadFiles } from './read-files.ts';
import { isDirect, type SlackMessage, wordsOf } from './slack-message.ts';
import { mentions, typedText } from './slack-text.ts';

export interface Around {
  /** The workspace whose bot heard it. */
  readonly team: string;
  readonly botUserId: string;
}

function addressOf({ channel, ts }: SlackMessage, { team }: Around): MessageAddress {
  return { team, channel, ts };
}

/** A mention, or a direct message: an answer is expected. */
export function isDirected(message: SlackMessage, { botUserId }: Around): boolean {
  return message.type === 'app_mention' || isDirect(message) || mentions(message.text ?? '', botUserId);
}

/** A message as the desk takes it, its files not yet read. */
export function toQuestion(message: SlackMessage, asker: Person, around: Around): Question {
  return {
    id: questionKey(addressOf(message, around)),
    text: typedText(wordsOf(message), around.botUserId),
    attachments: [],
    asker,
    place: {
      platform: 'slack',
      workspace: around.team,
      channel: message.channel,
      thread: message.thread_ts ?? message.ts,
      private: isDirect(message),
    },
    directed: isDirected(message, around),
  };
}

export function withFiles(question: Question, { attachments, unread }: ReadFiles): Question {
  return { ...question, attachments, ...(unread === undefined ? {} : { unread }) };
}

/** In Slack ids of people are unique among all workspaces; whose staff somebody is, is the bot's workspace's matter. */
export function personOf(user: string, staff: boolean, { team }: Pick<Around, 'team'>): Person {
  return { platform: 'slack', workspace: team, id: user, staff };
}
