import type { Decision } from './diagnosis.ts';
import type { Person, Place } from './question.ts';

/** An answer that stands somewhere, with what is needed to go on from it. Text is masked before it comes here. */
export interface Answered {
  /** The question's id. */
  readonly key: string;
  readonly place: Place;
  readonly asker: Person;
  /** The question, masked. */
  readonly text: string;
  readonly decision: Decision;
  /** Articles found, best first, and which of them was shown last. */
  readonly slugs: readonly string[];
  readonly shown: string | undefined;
  readonly confidence: number;
  /** The platform's id of the message that carries the answer; `undefined` when nothing was posted. */
  readonly messageId: string | undefined;
  readonly askedAt: number;
  readonly answeredAt: number;
}

export interface Vote {
  readonly key: string;
  readonly slug: string;
  readonly by: Person;
  readonly helped: boolean;
}

/** What the desk needs remembered; the memory's engines give it, `createVolatileMemory` for a demonstration. */
export interface DeskMemory {
  /**
   * Takes a question for this process, once among all of them. `taken`: answered, or being answered.
   * `abandoned`: whoever took it died before the answer was noted; look whether it stands before posting it.
   */
  claim(key: string): Promise<'new' | 'taken' | 'abandoned'>;
  /** False while processes that share the memory cannot agree on who takes a question. */
  agreeing?(): boolean;
  /**
   * While processes cannot agree, each lets the others go first by a time of its own for each question, so that one of
   * them finds what another has posted meanwhile.
   */
  giveWay?(key: string): Promise<void>;
  /** Whether what was claimed is still this process's. False when it was silent for so long that another has taken over. */
  holds(key: string): Promise<boolean>;
  /** Done with, or given up, without an answer to note. */
  finish(key: string): Promise<void>;
  /** It came to nothing here: after a while it is abandoned. */
  letGo(key: string): void;
  /** Keys that `claim` would call abandoned, of questions that came from the platform, so that they can be taken up again. */
  abandoned?(platform: string, most: number): Promise<readonly string[]>;
  /** Notes an answer; the claim is then done with. */
  noteAnswer(answered: Answered): Promise<void>;
  answerTo(key: string): Promise<Answered | undefined>;
  answerAt(place: Place, messageId: string): Promise<Answered | undefined>;
  recentAnswers(asker: Person, most: number): Promise<readonly Answered[]>;
  /** One vote a person and question; the last one counts. */
  noteVote(vote: Vote): Promise<void>;
  /** Staff speak in a thread or conversation: nobody's process answers there unasked until it is mentioned. */
  hush(place: Place): Promise<void>;
  isQuiet(place: Place): Promise<boolean>;
  speak(place: Place): Promise<void>;
}

const mostKept = 5000;

/** Forgets everything with the process. */
export function createVolatileMemory(): DeskMemory {
  const claims = new Set<string>();
  const answers = new Map<string, Answered>();
  const votes = new Map<string, Vote>();
  const quiet = new Set<string>();
  const keep = <Value>(map: Map<string, Value>, key: string, value: Value) => {
    map.delete(key);
    map.set(key, value);
    const oldest = map.size > mostKept ? map.keys().next().value : undefined;
    if (oldest !== undefined) map.delete(oldest);
  };
  const newestFirst = () => [...answers.values()].reverse();
  return {
    async claim(key) {
      if (claims.has(key)) return 'taken';
      claims.add(key);
      const oldest = claims.size > mostKept ? claims.values().next().value : undefined;
      if (oldest !== undefined) claims.delete(oldest);
      return 'new';
    },
    holds: async () => true,
    async finish() {},
    letGo() {},
    async noteAnswer(answered) {
      keep(answers, answered.key, answered);
    },
    async answerTo(key) {
      return answers.get(key);
    },
    async answerAt(place, messageId) {
      return newestFirst().find((one) => one.messageId === messageId && one.place.channel === place.channel);
    },
    async recentAnswers(asker, most) {
      return newestFirst()
        .filter((one) => samePerson(one.asker, asker))
        .slice(0, most);
    },
    async noteVote(vote) {
      keep(votes, `${vote.key} ${vote.by.platform} ${vote.by.workspace} ${vote.by.id}`, vote);
    },
    async hush(place) {
      quiet.add(placeKey(place));
    },
    isQuiet: async (place) => quiet.has(placeKey(place)),
    async speak(place) {
      quiet.delete(placeKey(place));
    },
  };
}

function placeKey({ platform, workspace, channel, thread = '' }: Place): string {
  return [platform, workspace, channel, thread].join('\n');
}

export function samePerson(a: Person, b: Person): boolean {
  return a.id === b.id && a.platform === b.platform && a.workspace === b.workspace;
}
