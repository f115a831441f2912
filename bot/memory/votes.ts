import { sql } from 'kysely';
import { opaqueId } from './opaque-id.ts';
import type { MemoryParts } from './parts.ts';
import { type Person, type PersonColumns, personColumns, personFrom, personKey } from './person.ts';

export interface VotesTable extends PersonColumns {
  key: string;
  slug: string;
  helped: number;
  at: number;
}

export interface Vote {
  /** The question's key. */
  readonly key: string;
  /** The article that the message showed. */
  readonly slug: string;
  readonly by: Person;
  readonly helped: boolean;
}

/** People, not clicks: somebody who votes on an article a hundred times counts once, as they voted last. */
export interface Tally {
  readonly slug: string;
  readonly helped: number;
  readonly notHelped: number;
}

/** A vote with its question, masked, and who gave it: what the ranking may learn from. */
export interface Ballot {
  readonly key: string;
  readonly text: string;
  readonly slug: string;
  /** Tells one voter from another. */
  readonly voter: string;
  readonly helped: boolean;
  readonly at: number;
}

export interface Votes {
  /** One vote a person, question and article; the last one counts. */
  cast(vote: Vote): Promise<boolean>;
  /** What was said of articles as answers to that question. */
  on(key: string): Promise<readonly Pick<Vote, 'slug' | 'helped'>[]>;
  /** For each article that anybody voted on since. */
  tallies(since?: number): Promise<readonly Tally[]>;
  /** Each vote as it stands, cast last first. */
  ballots(since: number, most: number): Promise<readonly Ballot[]>;
  /** When the last one was cast; 0 when there is none. */
  lastAt(): Promise<number>;
}

export function createVotes({ engine: { db }, keep, now }: MemoryParts): Votes {
  let last = 0;
  return {
    async cast({ key, slug, by, helped }) {
      // Never the same for two votes of one process: the order decides which is the last.
      last = Math.max(last + 1, now());
      const cast = { helped: helped ? 1 : 0, at: last };
      await db
        .insertInto('votes')
        .values({ key: opaqueId(key), slug: keep(slug, 200), ...personColumns(by), ...cast })
        .onConflict((conflict) =>
          conflict.columns(['key', 'slug', 'platform', 'workspace', 'person']).doUpdateSet(cast),
        )
        .execute();
      return true;
    },
    async on(key) {
      const rows = await db
        .selectFrom('votes')
        .select(['slug', 'helped'])
        .where('key', '=', opaqueId(key))
        .orderBy('at')
        .execute();
      return rows.map(({ slug, helped }) => ({ slug, helped: helped === 1 }));
    },
    async tallies(since = 0) {
      const ranked = db
        .selectFrom('votes')
        .select(['slug', 'helped'])
        .select(
          sql<number>`row_number() over (partition by slug, platform, workspace, person order by at desc, key desc)`.as(
            'place',
          ),
        )
        .where('at', '>=', Math.round(since))
        .as('ranked');
      return db
        .selectFrom(ranked)
        .select(['slug', sql<number>`sum(helped)`.as('helped'), sql<number>`sum(1 - helped)`.as('notHelped')])
        .where('place', '=', 1)
        .groupBy('slug')
        .orderBy('slug')
        .execute();
    },
    async ballots(since, most) {
      const rows = await db
        .selectFrom('votes')
        .innerJoin('questions', 'questions.key', 'votes.key')
        .selectAll('votes')
        .select('questions.text')
        .where('votes.at', '>=', Math.round(since))
        .orderBy('votes.at', 'desc')
        .orderBy('votes.key')
        .limit(most)
        .execute();
      return rows.map((row) => {
        const { key, text, slug, helped, at } = row;
        return { key, text, slug, voter: personKey(personFrom(row)), helped: helped === 1, at };
      });
    },
    async lastAt() {
      const row = await db
        .selectFrom('votes')
        .select((eb) => eb.fn.max<number | null>('at').as('at'))
        .executeTakeFirst();
      return row?.at ?? 0;
    },
  };
}
