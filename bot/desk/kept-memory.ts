import type { KeptQuestion } from '../memory/questions.ts';
import type { ResilientMemory } from '../memory/resilient/resilient.ts';
import type { Answered, DeskMemory } from './desk-memory.ts';
import { createHeldClaims } from './held-claims.ts';

/** Until somebody mentions the bot; whoever never does is let go in the end. */
const quietMs = 30 * 24 * 3_600_000;

export interface KeptMemoryOptions {
  /** As the memory was opened with. */
  readonly leaseMs?: number;
  readonly now?: () => number;
}

/** The desk's memory on a database. While that is away the desk answers on and remembers less. */
export function createKeptMemory(
  memory: ResilientMemory,
  { leaseMs = 30_000, now = Date.now }: KeptMemoryOptions = {},
): DeskMemory {
  const held = createHeldClaims(memory.claims, leaseMs, now);
  return {
    claim: held.claim,
    agreeing: () => memory.state().writing,
    holds: held.holds,
    finish: held.finish,
    letGo: held.letGo,
    abandoned: (platform, most) => memory.claims.lapsed(`${platform}:`, most),
    async noteAnswer(answered) {
      await memory.questions.note(answered);
      await held.finish(answered.key);
    },
    answerTo: async (key) => answeredFrom(await memory.questions.get(key)),
    answerAt: async (place, messageId) => answeredFrom(await memory.questions.at(place, messageId)),
    recentAnswers: async (asker, most) => allAnswered(await memory.questions.of(asker, most)),
    async noteVote(vote) {
      await memory.votes.cast(vote);
    },
    async hush(place) {
      await memory.quietThreads.hush(place, now() + quietMs);
    },
    isQuiet: async (place) => (await memory.quietThreads.isQuiet(place)) ?? false,
    async speak(place) {
      await memory.quietThreads.speak(place);
    },
  };
}

/** Who is staff is asked anew at every act, never remembered. */
function answeredFrom(kept: KeptQuestion | undefined): Answered | undefined {
  return kept && { ...kept, asker: { ...kept.asker, staff: false } };
}

function allAnswered(kept: readonly KeptQuestion[] | undefined): Answered[] {
  return (kept ?? []).flatMap((one) => answeredFrom(one) ?? []);
}
