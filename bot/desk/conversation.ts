import type { Person, Place } from './question.ts';

/** What is going on in a thread, a direct message or a channel right now. Lost with the process, which does no harm. */
export interface Conversations {
  /**
   * Reads a message in its surroundings. `text`: with what the same person wrote just before, when that alone
   * was no question ("hello" … "my mail bounces"). `quiet`: staff are talking here.
   */
  read(message: Heard): { text: string; quiet: boolean };
  /** A message that got no answer may be the beginning of a question. */
  noteUnanswered(message: Heard): void;
  noteAnswered(message: Heard): void;
  noteStaff(place: Place): void;
}

export interface Heard {
  readonly text: string;
  readonly asker: Person;
  readonly place: Place;
  /** Mentioned or asked directly just now, which ends the quiet. */
  readonly directed: boolean;
}

const togetherMs = 2 * 60_000;
const quietMs = 30 * 60_000;
const mostKept = 5000;
const longestBeginning = 2000;

export function createConversations(now: () => number = Date.now): Conversations {
  const begun = new Map<string, { text: string; at: number }>();
  const staffSpoke = new Map<string, number>();
  const keep = <Value>(map: Map<string, Value>, key: string, value: Value) => {
    map.delete(key);
    map.set(key, value);
    const oldest = map.size > mostKept ? map.keys().next().value : undefined;
    if (oldest !== undefined) map.delete(oldest);
  };
  return {
    read(message) {
      const place = placeKey(message.place);
      const beginning = begun.get(personKey(message));
      const together = beginning !== undefined && now() - beginning.at < togetherMs;
      const staffAt = staffSpoke.get(place) ?? Number.NEGATIVE_INFINITY;
      if (message.directed) staffSpoke.delete(place);
      return {
        text: together ? `${beginning.text}\n${message.text}` : message.text,
        quiet: !message.directed && now() - staffAt < quietMs,
      };
    },
    noteUnanswered(message) {
      keep(begun, personKey(message), { text: message.text.slice(0, longestBeginning), at: now() });
    },
    noteAnswered(message) {
      begun.delete(personKey(message));
    },
    noteStaff(place) {
      if (place.thread !== undefined) keep(staffSpoke, placeKey(place), now());
    },
  };
}

function placeKey({ platform, workspace, channel, thread }: Place): string {
  return [platform, workspace, channel, thread ?? ''].join('\n');
}

/** Without the thread: people greet in the channel and go on in the thread, or the other way round. */
function personKey({ place: { platform, workspace, channel }, asker }: Heard): string {
  return [platform, workspace, channel, asker.id].join('\n');
}
