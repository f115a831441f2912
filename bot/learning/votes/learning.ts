import { gently } from '../../knowledge/gently.ts';
import type { Learned } from '../../knowledge/learned.ts';
import type { Library } from '../../knowledge/library.ts';
import type { Search } from '../../knowledge/search.ts';
import type { Ballot, Tally, Votes } from '../../memory/votes.ts';
import { learnedFrom } from './learned-from.ts';
import type { Vector } from './question-vectors.ts';

/** What the memory's votes taught, kept up to date. */
export interface Learning {
  /** For the search in service; `undefined` until it was read, and for moments after a reload. */
  learned(): Learned | undefined;
  /** Reads what is new and learns from it. */
  refresh(): Promise<void>;
  /** Looks for votes of any process, and for a new knowledge base, every so often. Gives a function that stops. */
  follow(everyMs?: number): () => void;
}

export interface LearningParts {
  readonly votes: {
    ballots(...given: Parameters<Votes['ballots']>): Promise<readonly Ballot[] | undefined>;
    tallies(): Promise<readonly Tally[] | undefined>;
    lastAt(): Promise<number | undefined>;
  };
  /** Asked anew each time, because files change. */
  readonly knowledge: { readonly library: Library; readonly search: Search };
  onError(error: unknown): void;
  readonly now?: () => number;
}

const dayMs = 86_400_000;
/** Older votes teach nothing: articles and customers change. */
const mostDays = 365;
const mostBallots = 20_000;
/** Clocks of several machines differ, and a vote may be committed a moment after its time. */
const overlapMs = 60_000;
/** As often all is read anew: votes that were forgotten or swept away must not teach on. */
const anewMs = 10 * 60_000;

export function createLearning({ votes, knowledge, onError, now = Date.now }: LearningParts): Learning {
  let ballots: readonly Ballot[] = [];
  let tallies: readonly Tally[] = [];
  let seenAt = -1;
  let anewAt = Number.NEGATIVE_INFINITY;
  let current: { of: Search; learned: Learned; vectors: Map<string, Vector> } | undefined;
  let running: Promise<void> | undefined;

  /** False where nothing was cast since the last look, and while the memory is away: what is known goes on. */
  const read = async (): Promise<boolean> => {
    const lastAt = await votes.lastAt();
    const anew = now() - anewAt >= anewMs;
    if (lastAt === undefined || (lastAt === seenAt && !anew)) return false;
    const earliest = now() - mostDays * dayMs;
    const since = anew ? earliest : Math.max(earliest, seenAt - overlapMs);
    const [found, counted] = await Promise.all([votes.ballots(since, mostBallots), votes.tallies()]);
    if (!found || !counted) return false;
    ballots = anew ? found : merged(found, ballots);
    tallies = counted;
    seenAt = lastAt;
    if (anew) anewAt = now();
    return true;
  };
  const learn = async () => {
    const isNew = await read();
    const { library, search } = knowledge;
    if (!isNew && current?.of === search) return;
    const known = current?.of === search ? current.vectors : new Map<string, Vector>();
    const learned = await gently(learnedFrom({ ballots, tallies, library, search, vectors: known }));
    const texts = new Set(ballots.map(({ text }) => text));
    const vectors = new Map([...known].filter(([text]) => texts.has(text)));
    current = { of: search, learned, vectors };
  };
  const refresh = () => {
    running ??= learn().finally(() => {
      running = undefined;
    });
    return running;
  };
  return {
    learned: () => (current?.of === knowledge.search ? current.learned : undefined),
    refresh,
    follow(everyMs = 5000) {
      const look = () => void refresh().catch(onError);
      look();
      const timer = setInterval(look, everyMs);
      timer.unref();
      return () => clearInterval(timer);
    },
  };
}

/** Later votes in place of the same person's earlier ones on the same question and article, at most so many. */
function merged(found: readonly Ballot[], before: readonly Ballot[]): Ballot[] {
  const kept = new Map<string, Ballot>();
  for (const ballot of [...found, ...before]) {
    const name = JSON.stringify([ballot.key, ballot.slug, ballot.voter]);
    if (!kept.has(name)) kept.set(name, ballot);
  }
  return [...kept.values()].slice(0, mostBallots);
}
