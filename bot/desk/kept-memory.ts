import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { KeptQuestion } from '../memory/questions.ts';
import type { ResilientMemory } from '../memory/resilient/resilient.ts';
import type { Answered, DeskMemory } from './desk-memory.ts';
import { createHeldClaims } from './held-claims.ts';

/** Until somebody mentions the bot; whoever never does is let go in the end. */
const quietMs = 30 * 24 * 3_600_000;

/** Several times what a look and a post take, and still soon for whoever waits. */
const mostWayMs = 3000;

export interface KeptMemoryOptions {
  /** As the memory was opened with. */
  readonly leaseMs?: number;
  readonly now?: () => number;
  /** Other processes may answer the same questions. */
  readonly shared?: boolean;
}

/** The desk's memory on a database. While that is away the desk answers on and remembers less. */
export function createKeptMemory(
  memory: ResilientMemory,
  { leaseMs = 30_000, now = Date.now, shared = false }: KeptMemoryOptions = {},
): DeskMemory {
  const held = createHeldClaims(memory.claims, leaseMs, now);
  const agreeing = () => memory.state().writing;
  const self = randomUUID();
  return {
    claim: held.claim,
    agreeing,
    async giveWay(key) {
      if (shared && !agreeing()) await sleep(shareOf(`${self} ${key}`) * mostWayMs);
    },
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

/** From 0 up to 1, the same for the same words. */
function shareOf(words: string): number {
  return createHash('sha256').update(words).digest().readUInt32BE() / 2 ** 32;
}

/** Who is staff is asked anew at every act, never remembered. */
function answeredFrom(kept: KeptQuestion | undefined): Answered | undefined {
  return kept && { ...kept, asker: { ...kept.asker, staff: false } };
}

function allAnswered(kept: readonly KeptQuestion[] | undefined): Answered[] {
  return (kept ?? []).flatMap((one) => answeredFrom(one) ?? []);
}
