import type { Metrics } from '../metrics.ts';
import type { AnswerLimit } from './answer-limit.ts';
import type { DeskMemory } from './desk-memory.ts';

const mostKept = 2000;

/** The same memory; answers and votes are counted as they pass. An answer noted again, after an edit, counts once. */
export function countedMemory(memory: DeskMemory, metrics: Metrics): DeskMemory {
  const counted = new Set<string>();
  const isFirst = (key: string): boolean => {
    if (counted.has(key)) return false;
    counted.add(key);
    const oldest = counted.size > mostKept ? counted.values().next().value : undefined;
    if (oldest !== undefined) counted.delete(oldest);
    return true;
  };
  return {
    ...memory,
    noteAnswer(answered) {
      const { key, place, decision, askedAt, answeredAt } = answered;
      if (isFirst(key)) metrics.answered(place.platform, decision, (answeredAt - askedAt) / 1000);
      return memory.noteAnswer(answered);
    },
    noteVote(vote) {
      metrics.voted(vote.by.platform, vote.helped);
      return memory.noteVote(vote);
    },
  };
}

export function countedLimit(limit: AnswerLimit, metrics: Metrics): AnswerLimit {
  return {
    take(person) {
      const allowed = limit.take(person);
      if (allowed !== 'go') metrics.rateLimited('person');
      return allowed;
    },
  };
}
