import type { AnswerLimit } from './answer-limit.ts';
import { composeReply } from './compose-reply.ts';
import type { Conversations } from './conversation.ts';
import type { Consult, Consulted } from './desk.ts';
import type { DeskMemory } from './desk-memory.ts';
import { maskPersonal } from './mask.ts';
import type { Question } from './question.ts';
import type { Reply } from './reply.ts';
import { wording } from './wording.ts';

/** How a platform puts replies where people read them. */
export interface Poster {
  /** Posts in the question's thread and gives the message's id. `key` marks the message, so that it can be found again. */
  post(question: Question, reply: Reply, key: string): Promise<string>;
  /** The message that carries `key`, when it stands although nobody heard of it. */
  find(question: Question, key: string): Promise<string | undefined>;
  update(question: Question, messageId: string, reply: Reply): Promise<void>;
  /** Tells the asker alone. */
  tell(question: Question, text: string): Promise<void>;
}

export type Outcome = 'answered' | 'silent' | 'duplicate' | 'limited' | 'quiet' | 'not-ours';

/** Takes messages in: each is answered once, whatever is delivered twice, and nobody is flooded. */
export interface Reception {
  receive(question: Question, poster: Poster): Promise<Outcome>;
  /** The asker changed the question: its answer follows, for two minutes. */
  edited(question: Question, poster: Poster): Promise<Outcome>;
  /** A command, shortcut or console: the reply goes back the way the question came, to the asker alone. */
  askPrivately(question: Question): Promise<Reply>;
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

export function createReception({
  consult,
  memory,
  conversations,
  limit,
  now = Date.now,
}: ReceptionParts): Reception {
  const note = (question: Question, consulted: Consulted, messageId: string | undefined, askedAt: number) => {
    const { diagnosis, reply } = consulted;
    return memory.noteAnswer({
      key: question.id,
      place: question.place,
      asker: question.asker,
      text: maskPersonal(question.text).slice(0, 4000),
      decision: diagnosis.decision,
      slugs: diagnosis.findings.map((finding) => finding.article.slug),
      shown: reply?.sources[0]?.slug,
      confidence: diagnosis.findings[0]?.confidence ?? 0,
      messageId,
      askedAt,
      answeredAt: now(),
    });
  };

  return {
    async receive(question, poster) {
      const askedAt = now();
      const heard = conversations.read(question);
      if (heard.quiet) return 'quiet';
      const claim = await memory.claim(question.id);
      if (claim === 'taken') return 'duplicate';
      const consulted = await consult({ ...question, text: heard.text });
      if (!consulted.reply) {
        conversations.noteUnanswered(question);
        await note(question, consulted, undefined, askedAt);
        return 'silent';
      }
      const allowed = limit.take(personKey(question));
      if (allowed !== 'go') {
        if (allowed === 'tell') await poster.tell(question, wording.tooMany);
        await note(question, consulted, undefined, askedAt);
        return 'limited';
      }
      const standing = claim === 'abandoned' ? await poster.find(question, question.id) : undefined;
      const messageId = standing ?? (await poster.post(question, consulted.reply, question.id));
      if (consulted.reply.kind === 'answer') conversations.noteAnswered(question);
      else conversations.noteUnanswered(question);
      await note(question, consulted, messageId, askedAt);
      return 'answered';
    },

    async edited(question, poster) {
      const before = await memory.answerTo(question.id);
      if (
        !before ||
        now() - before.askedAt > editableMs ||
        before.text === maskPersonal(question.text).slice(0, 4000)
      )
        return 'not-ours';
      const consulted = await consult(question);
      if (!consulted.reply) return 'silent';
      if (before.messageId === undefined) {
        const messageId = await poster.post(question, consulted.reply, question.id);
        await note(question, consulted, messageId, before.askedAt);
        return 'answered';
      }
      await poster.update(question, before.messageId, consulted.reply);
      await note(question, consulted, before.messageId, before.askedAt);
      return 'answered';
    },

    async askPrivately(question) {
      const askedAt = now();
      const asked = { ...question, directed: true, place: { ...question.place, private: true } };
      const consulted = await consult(asked);
      await note(asked, consulted, undefined, askedAt);
      return (
        consulted.reply ?? (composeReply({ ...consulted.diagnosis, decision: 'unsure' }, 'asker') as Reply)
      );
    },

    staffSpoke(question) {
      conversations.noteStaff(question.place);
    },
  };
}

function personKey({ asker }: Question): string {
  return `${asker.platform}\n${asker.workspace}\n${asker.id}`;
}
