import { createHash } from 'node:crypto';
import type { MailError } from '../bounce/mail-error.ts';
import type { AnswerLimit } from './answer-limit.ts';
import type { Beside } from './beside.ts';
import type { ChannelRules } from './channel-rules.ts';
import { composeReply } from './compose-reply.ts';
import type { Conversations } from './conversation.ts';
import type { Consult, Consulted } from './desk.ts';
import type { Answered, DeskMemory } from './desk-memory.ts';
import type { OwnNumbers } from './own-numbers.ts';
import type { OnTheWay, Poster } from './poster.ts';
import type { PrivateMatter, PrivateMatters } from './private-matters.ts';
import type { Question } from './question.ts';
import type { Reply } from './reply.ts';
import { textKept, textReadIn } from './text-read.ts';
import { createTurns } from './turns.ts';
import { unreadReply } from './unread-reply.ts';
import { wording } from './wording.ts';

export type Outcome =
  | 'answered'
  | 'answered-privately'
  | 'silent'
  | 'duplicate'
  | 'limited'
  | 'quiet'
  | 'passed-on'
  | 'not-ours';

/** Takes messages in: each is answered once, whatever is delivered twice, and nobody is flooded. */
export interface Reception {
  receive(question: Question, poster: Poster, onTheWay?: OnTheWay): Promise<Outcome>;
  /** The asker changed the question: its answer follows, for two minutes. */
  edited(question: Question, poster: Poster): Promise<Outcome>;
  /** Whether the question goes on where the desk answered this person before: see `followsUp`. */
  follows(question: Question): Promise<boolean>;
  /** A command, shortcut or console: the reply goes back the way the question came, to the asker alone. */
  askPrivately(question: Question): Promise<PrivateAnswer>;
  /** Staff answer a customer's question with a reply of their choice. */
  deliver(question: Question, reply: Reply, poster: Poster): Promise<Outcome>;
  /** A member of staff wrote here. */
  staffSpoke(question: Question): Promise<void>;
}

export interface PrivateAnswer {
  /** Undefined when they were told already that it was too much. */
  readonly reply: Reply | undefined;
  /** What the host says beside it, once it has answered. Never rejects. */
  readonly more: Promise<Reply | undefined>;
}

export interface ReceptionParts {
  readonly consult: Consult;
  readonly memory: DeskMemory;
  readonly rules: ChannelRules;
  readonly privateMatters: PrivateMatters;
  readonly own?: OwnNumbers | undefined;
  readonly beside?: Beside | undefined;
  /** Told of what went wrong after the answer stood. */
  onError(error: unknown): void;
  readonly conversations: Conversations;
  readonly limit: AnswerLimit;
  readonly now?: () => number;
}

const editableMs = 2 * 60_000;
/** How many of a person's latest questions are looked through for the thread. */
const mostFollowed = 30;

export function createReception(parts: ReceptionParts): Reception {
  const { memory, rules, conversations, limit, own, beside, now = Date.now } = parts;
  const inTurn = createTurns();

  const consult = async (question: Question): Promise<Consulted> => {
    const directed = question.directed || question.followsUp === true;
    const consulted = await parts.consult({ ...question, directed });
    if (question.followsUp && !question.unread && isChatter(question, consulted))
      return { diagnosis: { ...consulted.diagnosis, decision: 'silent' }, reply: undefined };
    const reply = directed ? unreadReply(question, consulted.reply) : consulted.reply;
    const read = { ...consulted, reply };
    return (await beside?.lead(question, read)) ?? read;
  };
  const note = async (
    question: Question,
    { errors, ...found }: Found,
    at: { messageId: string | undefined; askedAt: number },
  ) =>
    memory.noteAnswer({
      key: question.id,
      place: question.place,
      asker: question.asker,
      text: textKept(await textReadIn(question), errors),
      ...found,
      ...at,
      answeredAt: now(),
    });
  const post = async (
    question: Question,
    reply: Reply,
    poster: Poster,
    { key, as }: Held,
  ): Promise<string | undefined> => {
    if (as === 'abandoned') {
      await memory.giveWay?.(key);
      const standing = await poster.find(question, question.id);
      if (standing !== undefined) return standing;
    }
    return poster.post(question, reply, question.id, () => memory.holds(key));
  };
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
    const { place, directed, followsUp } = question;
    const { listening } = rules.of(place);
    const isOff = listening === 'off' && !place.private;
    if (!directed && (isOff || (!followsUp && listening !== 'listening'))) return 'quiet';
    if (!directed && (await memory.isQuiet(place))) return 'quiet';
    const text = conversations.read(question);
    const answer = async (held: Held) => {
      if (isOff) return refuse(question, wording.off, poster, held);
      const passed = await beside?.passOn(question, onTheWay.complete);
      if (directed && passed === undefined) await memory.speak(place);
      if (passed === undefined) return answerTo(question, text, poster, held, onTheWay);
      if (passed === 'first') await poster.tell(question, wording.passedOn);
      await memory.finish(held.key);
      return 'passed-on';
    };
    return once(question.id, answer, onTheWay.onTaken);
  };

  const refuse = async (question: Question, why: string, poster: Poster, held: Held): Promise<Outcome> => {
    if (limit.take(personKey(question)) === 'go') await poster.tell(question, why);
    await memory.finish(held.key);
    return 'quiet';
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
    const matter = await parts.privateMatters(question);
    if (matter) return showAlone(question, matter, poster, held, askedAt);
    const consulted = await consult({ ...question, text });
    const { reply } = consulted;
    const found = foundBy(consulted);
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
    const more = await afterwards(question, consulted);
    if (more) await poster.show(question, more, `${question.id}:numbers`);
    return 'answered';
  };

  const showAlone = async (
    question: Question,
    { kind, replies }: PrivateMatter,
    poster: Poster,
    held: Held,
    askedAt: number,
  ): Promise<Outcome> => {
    for (const [at, reply] of replies.entries()) await poster.show(question, reply, `${question.id}:${at}`);
    if (kind === 'question') await note(question, answeredAlone, { messageId: undefined, askedAt });
    else await memory.finish(held.key);
    return 'answered-privately';
  };

  /** The answer stands; what comes now must not take it away again. */
  const afterwards = async (question: Question, consulted: Consulted): Promise<Reply | undefined> => {
    try {
      await beside?.answered(question, consulted);
      return await own?.comparePaste(question.asker, consulted.diagnosis.mailErrors);
    } catch (error) {
      parts.onError(error);
      return undefined;
    }
  };

  const edited = async (question: Question, poster: Poster): Promise<Outcome> => {
    const before = await memory.answerTo(question.id);
    if (!before || now() - before.askedAt > editableMs) return 'not-ours';
    const read = await textReadIn(question);
    // Platforms call many things a change: a preview, a thread below.
    if (before.text === textKept(read)) return 'not-ours';
    const consulted = await consult(question);
    const { reply, diagnosis } = consulted;
    if (before.text === textKept(read, diagnosis.mailErrors)) return 'not-ours';
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
      const nothing = Promise.resolve(undefined);
      const allowed = limit.take(personKey(question));
      if (allowed !== 'go') return { reply: allowed === 'tell' ? tooManyReply : undefined, more: nothing };
      const asked = { ...question, directed: true, place: { ...question.place, private: true } };
      const matter = own?.asked(question.text) ? await parts.privateMatters(asked) : undefined;
      if (matter) {
        await note(asked, answeredAlone, { messageId: undefined, askedAt });
        return { reply: matter.replies[0], more: nothing };
      }
      const consulted = await consult(asked);
      await note(asked, foundBy(consulted), { messageId: undefined, askedAt });
      const unsure = { ...consulted.diagnosis, decision: 'unsure' } as const;
      const reply = consulted.reply ?? composeReply(unsure, 'asker');
      return { reply, more: afterwards(asked, consulted) };
    },

    deliver: (question, reply, poster) =>
      once(question.id, async (held) => {
        const askedAt = now();
        if (question.place.thread !== undefined) await memory.hush(question.place);
        const messageId = await post(question, reply, poster, held);
        if (messageId === undefined) return 'duplicate';
        const slugs = reply.sources.map(({ slug }) => slug);
        const found = { decision: 'answer', slugs, shown: slugs[0], confidence: 1, errors: [] } as const;
        await note(question, found, { messageId, askedAt });
        return 'answered';
      }),

    async staffSpoke({ place }) {
      if (place.thread !== undefined) await memory.hush(place);
    },
  };
}

/** What an answer is noted with, and the errors that were read. */
interface Found extends Pick<Answered, 'decision' | 'slugs' | 'shown' | 'confidence'> {
  readonly errors: readonly MailError[];
}

/** A claim of this process's, and what it found when it took it. */
interface Held {
  readonly key: string;
  readonly as: 'new' | 'abandoned';
}

/** Live numbers, which no article says. */
const answeredAlone = { decision: 'answer', slugs: [], shown: undefined, confidence: 1, errors: [] } as const;

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

function foundBy({ diagnosis, reply }: Consulted): Found {
  return {
    errors: diagnosis.mailErrors,
    decision: diagnosis.decision,
    // Under an answer the next candidates are those that it names.
    slugs:
      reply?.kind === 'answer'
        ? reply.sources.map(({ slug }) => slug)
        : diagnosis.findings.map((finding) => finding.article.slug),
    shown: reply?.sources[0]?.slug,
    confidence: diagnosis.findings[0]?.confidence ?? 0,
  };
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function personKey({ asker }: Question): string {
  return `${asker.platform}\n${asker.workspace}\n${asker.id}`;
}
