import type { Person, Place } from './question.ts';

/** What somebody is saying in several messages. Lost with the process, which does no harm. */
export interface Conversations {
  /**
   * The message's text with what the same person wrote just before, when that alone was no question
   * ("hello" … "my mail bounces").
   */
  read(message: Heard): string;
  /** A message that got no answer may be the beginning of a question. */
  noteUnanswered(message: Heard): void;
  noteAnswered(message: Heard): void;
}

export interface Heard {
  readonly text: string;
  readonly asker: Person;
  readonly place: Place;
}

const togetherMs = 2 * 60_000;
const mostKept = 5000;
const longestBeginning = 2000;

export function createConversations(now: () => number = Date.now): Conversations {
  const begun = new Map<string, { text: string; at: number }>();
  const keep = <Value>(map: Map<string, Value>, key: string, value: Value) => {
    map.delete(key);
    map.set(key, value);
    const oldest = map.size > mostKept ? map.keys().next().value : undefined;
    if (oldest !== undefined) map.delete(oldest);
  };
  return {
    read(message) {
      const beginning = begun.get(personKey(message));
      const together = beginning !== undefined && now() - beginning.at < togetherMs;
      return together ? `${beginning.text}\n${message.text}` : message.text;
    },
    noteUnanswered(message) {
      keep(begun, personKey(message), { text: message.text.slice(0, longestBeginning), at: now() });
    },
    noteAnswered(message) {
      begun.delete(personKey(message));
    },
  };
}

/** Without the thread: people greet in the channel and go on in the thread, or the other way round. */
function personKey({ place: { platform, workspace, channel }, asker }: Heard): string {
  return [platform, workspace, channel, asker.id].join('\n');
}
