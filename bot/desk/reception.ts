import { createHash } from 'node:crypto';
import { maskPersonal } from '../privacy/mask.ts';
import type { AnswerLimit } from './answer-limit.ts';
import { composeReply } from './compose-reply.ts';
import type { Conversations } from './conversation.ts';
import type { Consult, Consulted } from './desk.ts';
import type { Answered, DeskMemory } from './desk-memory.ts';
import type { Question } from './question.ts';
import type { Reply } from './reply.ts';
import { createTurns } from './turns.ts';
import { unreadReply } from './unread-reply.ts';
import { wording } from './wording.ts';

/** How a platform puts replies where people read them. */
export interface Poster {
  /**
   * Posts in the question's thread and gives the message's id. `key` marks the message, so that it can be found again.
   * `isOurs` is asked right before every try; when it says no, nothing is sent and `undefined` given.
   */
  post(
    question: Question,
    reply: Reply,
    key: string,
    isOurs: () => Promise<boolean>,
  ): Promise<string | undefined>;
  /** The message that carries `key`, when it stands although nobody heard of it. */
  find(question: Question, key: string): Promise<string | undefined>;
  update(question: Question, messageId: string, reply: Reply): Promise<void>;
  /** Tells the asker alone. */
  tell(question: Question, text: string): Promise<void>;
}

export type Outcome = 'answered' | 'silent' | 'duplicate' | 'limited' | 'quiet' | 'not-ours';

/** What a platform does while its question is taken in. */
export interface OnTheWay {
  /** From here on the question cannot get lost: should this process die, another takes it up. */
  onTaken?(): void;
  /** The question with what takes time to fetch, such as its files. */
  complete?(): Promise<Question>;
}

/** Takes messages in: each is answered once, whatever is delivered twice, and nobody is flooded. */
export interface Reception {
  receive(question: Question, poster: Poster, onTheWay?: OnTheWay): Promise<Outcome>;
  /** The asker changed the question: its answer follows, for two minutes. */
  edited(question: Question, poster: Poster): Promise<Outcome>;
  /** Whether the question goes on where the desk answered this person before: see `followsUp`. */
  follows(question: Question): Promise<boolean>;
  /**
   * A command, shortcut or console: the reply goes back the way the question came, to the asker alone. Undefined when
   * they were told already that it was too much.
   */
  askPrivately(question: Question): Promise<Reply | undefined>;
  /** Staff answer a customer's question with a reply of their choice. */
  deliver(question: Question, reply: Reply, poster: Poster): Promise<Outcome>;
  /** A member of staff wrote here. */
  staffSpoke(question: Question): void;
}

export interface ReceptionParts {
  readonly consult: Consult;
  readonly memory: DeskMemory;
  readonly conversations: Conversations;
  readonly limit: AnswerLimit;
  readonly now?: () => number;
}

const editableMs = 2 * 60_000;
/** How many of a person's latest questions are looked through for the thread. */
const mostFollowed = 30;

export function createReception(parts: ReceptionParts): Reception {
  const { memory, conversations, limit, now = Date.now } = parts;
  const inTurn = createTurns();

  const consult = async (question: Question): Promise<Consulted> => {
    const directed = question.directed || question.followsUp === true;
    const consulted = await parts.consult({ ...question, directed });
    if (question.followsUp && !question.unread && isChatter(question, consulted))
      return { diagnosis: { ...consulted.diagnosis, decision: 'silent' }, reply: undefined };
    const reply = directed ? unreadReply(question, consulted.reply) : consulted.reply;
    return { ...consulted, reply };
  };
  const note = (
    question: Question,
    found: Pick<Answered, 'decision' | 'slugs' | 'shown' | 'confidence'>,
    at: { messageId: string | undefined; askedAt: number },
  ) =>
    memory.noteAnswer({
      key: question.id,
      place: question.place,
      asker: question.asker,
      text: textKept(question),
      decision: found.decision,
      slugs: found.slugs,
      shown: found.shown,
      confidence: found.confidence,
      messageId: at.messageId,
      askedAt: at.askedAt,
      answeredAt: now(),
    });
  const post = async (
    question: Question,
    reply: Reply,
    poster: Poster,
    { key, as }: Held,
  ): Promise<string | undefined> =>
    (as === 'abandoned' ? await poster.find(question, question.id) : undefined) ??
    poster.post(question, reply, question.id, () => memory.holds(key));
  /** Does what is done once among all processes; what fails is let go, so that it is tried again. */
  const once = async (
    key: string,
    work: (held: Held) => Promise<Outcome>,
    onTaken?: () => void,
  ): Promise<Outcome> => {
    const as = await memory.claim(key);
    onTaken?.();
    if (as === 'taken') return 'duplicate';
    try {
      return await work({ key, as });
    } catch (error) {
      memory.letGo(key);
      throw error;
    }
  };

  const receive = async (question: Question, poster: Poster, onTheWay: OnTheWay): Promise<Outcome> => {
    const heard = conversations.read(question);
    if (heard.quiet) return 'quiet';
    const answer = (held: Held) => answerTo(question, heard.text, poster, held, onTheWay);
    return once(question.id, answer, onTheWay.onTaken);
  };

  const answerTo = async (
    asked: Question,
    text: string,
    poster: Poster,
    held: Held,
    { complete }: OnTheWay,
  ): Promise<Outcome> => {
    const askedAt = now();
    const question = (await complete?.()) ?? asked;
    const { diagnosis, reply } = await consult({ ...question, text });
    const found = foundBy({ diagnosis, reply });
    if (!reply) {
      conversations.noteUnanswered(question);
      await note(question, found, { messageId: undefined, askedAt });
      return 'silent';
    }
    const allowed = limit.take(personKey(question));
    if (allowed !== 'go') {
      if (allowed === 'tell') await poster.tell(question, wording.tooMany);
      await note(question, found, { messageId: undefined, askedAt });
      return 'limited';
    }
    const messageId = await post(question, reply, poster, held);
    if (messageId === undefined) return 'duplicate';
    if (reply.kind === 'answer') conversations.noteAnswered(question);
    else conversations.noteUnanswered(question);
    await note(question, found, { messageId, askedAt });
    return 'answered';
  };

  const edited = async (question: Question, poster: Poster): Promise<Outcome> => {
    const before = await memory.answerTo(question.id);
    if (!before || now() - before.askedAt > editableMs || before.text === textKept(question))
      return 'not-ours';
    const consulted = await consult(question);
    const { reply } = consulted;
    if (!reply) return 'silent';
    const { askedAt, messageId } = before;
    if (messageId !== undefined) {
      await poster.update(question, messageId, reply);
      await note(question, foundBy(consulted), { messageId, askedAt });
      return 'answered';
    }
    // The same edit is delivered twice, too, and perhaps to two processes.
    return once(`${question.id}:edited:${digestOf(question.text)}`, async (held) => {
      const allowed = limit.take(personKey(question));
      const posted = allowed === 'go' ? await post(question, reply, poster, held) : undefined;
      if (posted !== undefined) await note(question, foundBy(consulted), { messageId: posted, askedAt });
      await memory.finish(held.key);
      if (allowed !== 'go') return 'limited';
      return posted === undefined ? 'duplicate' : 'answered';
    });
  };

  return {
    receive: (question, poster, onTheWay = {}) =>
      inTurn(question.id, () => receive(question, poster, onTheWay)),
    edited: (question, poster) => inTurn(question.id, () => edited(question, poster)),

    async follows({ asker, place }) {
      const before = await memory.recentAnswers(asker, mostFollowed);
      return before.some(
        (one) =>
          one.messageId !== undefined &&
          one.place.channel === place.channel &&
          one.place.thread === place.thread,
      );
    },

    async askPrivately(question) {
      const askedAt = now();
      const allowed = limit.take(personKey(question));
      if (allowed !== 'go') return allowed === 'tell' ? tooManyReply : undefined;
      const asked = { ...question, directed: true, place: { ...question.place, private: true } };
      const consulted = await consult(asked);
      await note(asked, foundBy(consulted), { messageId: undefined, askedAt });
      return (
        consulted.reply ?? (composeReply({ ...consulted.diagnosis, decision: 'unsure' }, 'asker') as Reply)
      );
    },

    deliver: (question, reply, poster) =>
      once(question.id, async (held) => {
        const askedAt = now();
        conversations.noteStaff(question.place);
        const messageId = await post(question, reply, poster, held);
        if (messageId === undefined) return 'duplicate';
        const slugs = reply.sources.map(({ slug }) => slug);
        const found = { decision: 'answer', slugs, shown: slugs[0], confidence: 1 } as const;
        await note(question, found, { messageId, askedAt });
        return 'answered';
      }),

    staffSpoke(question) {
      conversations.noteStaff(question.place);
    },
  };
}

/** A claim of this process's, and what it found when it took it. */
interface Held {
  readonly key: string;
  readonly as: 'new' | 'abandoned';
}

const tooManyReply: Reply = {
  kind: 'unsure',
  title: wording.tooManyTitle,
  body: wording.tooMany,
  facts: [],
  sources: [],
  actions: [{ kind: 'talk-to-person' }],
  audience: 'asker',
};

/** "Thanks", "ok, I try that": said after an answer, it asks for nothing. */
function isChatter({ text }: Question, { diagnosis: { decision, handOff } }: Consulted): boolean {
  if (handOff) return handOff.answers.includes('greeting');
  return decision === 'unsure' && !text.includes('?');
}

function foundBy({ diagnosis, reply }: Consulted) {
  return {
    decision: diagnosis.decision,
    slugs: diagnosis.findings.map((finding) => finding.article.slug),
    shown: reply?.sources[0]?.slug,
    confidence: diagnosis.findings[0]?.confidence ?? 0,
  };
}

function textKept(question: Question): string {
  return maskPersonal(question.text).slice(0, 4000);
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function personKey({ asker }: Question): string {
  return `${asker.platform}\n${asker.workspace}\n${asker.id}`;
}
