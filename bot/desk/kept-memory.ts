import type { KeptQuestion } from '../memory/questions.ts';
import type { ResilientMemory } from '../memory/resilient/resilient.ts';
import type { Answered, DeskMemory } from './desk-memory.ts';

/** How far back the desk looks for what it could not answer. */
const gapsMs = 30 * 24 * 3_600_000;

/** The desk's memory on a database. While that is away the desk answers on and remembers less. */
export function createKeptMemory(memory: ResilientMemory, now: () => number = Date.now): DeskMemory {
  return {
    claim: (key) => memory.claims.claim(key),
    async noteAnswer(answered) {
      await memory.questions.note(answered);
      await memory.claims.finish(answered.key);
    },
    answerTo: async (key) => answeredFrom(await memory.questions.get(key)),
    answerAt: async (place, messageId) => answeredFrom(await memory.questions.at(place, messageId)),
    recentAnswers: async (asker, most) => allAnswered(await memory.questions.of(asker, most)),
    async noteVote(vote) {
      await memory.votes.cast(vote);
    },
    gaps: async (most) => allAnswered(await memory.questions.gaps(now() - gapsMs, most)),
  };
}

/** Who is staff is asked anew at every act, never remembered. */
function answeredFrom(kept: KeptQuestion | undefined): Answered | undefined {
  return kept && { ...kept, asker: { ...kept.asker, staff: false } };
}

function allAnswered(kept: readonly KeptQuestion[] | undefined): Answered[] {
  return (kept ?? []).flatMap((one) => answeredFrom(one) ?? []);
}
