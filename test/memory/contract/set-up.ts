import type { Memory, MemoryOptions } from '../../../bot/memory/memory.ts';
import type { Person } from '../../../bot/memory/person.ts';
import type { Place } from '../../../bot/memory/place.ts';
import type { KeptQuestion } from '../../../bot/memory/questions.ts';

/** Several memories on one database, each as a process of its own would have it, and a clock the test sets. */
export interface SetUp {
  /** The first process. */
  readonly memory: Memory;
  open(options?: Partial<MemoryOptions>): Promise<Memory>;
  readonly clock: { now: number };
  content(): Promise<string>;
}

/** Runs a test on an empty database and closes what it opened. */
export type Within = (test: (setUp: SetUp) => Promise<void>) => () => Promise<void>;

export const start = Date.UTC(2026, 10, 23, 12);
export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

export function personOf(id: string, platform = 'slack'): Person {
  return { platform, workspace: 'T1', id };
}

export function placeOf(thread: string, channel = 'C1'): Place {
  return { platform: 'slack', workspace: 'T1', channel, thread, private: false };
}

export function questionOf(key: string, given: Partial<KeptQuestion> = {}): KeptQuestion {
  return {
    key,
    place: placeOf(key),
    asker: personOf('U1'),
    text: `question ${key}`,
    decision: 'answer',
    slugs: ['mailbox-full', 'no-such-user-550'],
    shown: 'mailbox-full',
    confidence: 0.87,
    messageId: `m-${key}`,
    askedAt: start,
    answeredAt: start + 40,
    ...given,
  };
}
