import { flag, type Outcome, outcomes } from './outcomes.ts';
import type { MemoryParts } from './parts.ts';
import { type Person, type PersonColumns, personColumns } from './person.ts';
import { type Place, type PlaceColumns, placeColumns } from './place.ts';
import { columnsOf, outcomeFrom, questionFrom } from './question-rows.ts';

export interface QuestionsTable extends PersonColumns, PlaceColumns {
  key: string;
  text: string;
  decision: Decision;
  slugs: string;
  shown: string | null;
  confidence: number;
  reasons: string;
  messageId: string | null;
  askedAt: number;
  answeredAt: number;
  clearedAt: number | null;
}

export type Decision = 'answer' | 'suggest' | 'unsure' | 'silent';

export interface KeptQuestion {
  readonly key: string;
  readonly place: Place;
  readonly asker: Person;
  /** Kept masked, whatever is given. */
  readonly text: string;
  readonly decision: Decision;
  /** Articles found, best first, and which of them was shown. */
  readonly slugs: readonly string[];
  readonly shown: string | undefined;
  readonly confidence: number;
  /** Reasons read from a bounce, if any. */
  readonly reasons?: readonly string[];
  /** The platform's id of the message that carries the answer; `undefined` when nothing was posted. */
  readonly messageId: string | undefined;
  readonly askedAt: number;
  readonly answeredAt: number;
}

export interface Questions {
  /** Notes a question and its answer; noted again, the later one stands. */
  note(question: KeptQuestion): Promise<boolean>;
  get(key: string): Promise<KeptQuestion | undefined>;
  /** The question whose answer is that message. */
  at(place: Place, messageId: string): Promise<KeptQuestion | undefined>;
  /** The last one answered in the thread: what tells the desk's own thread from another. */
  lastIn(place: Place): Promise<KeptQuestion | undefined>;
  of(person: Person, most: number): Promise<readonly KeptQuestion[]>;
  /** The block that was asked about is gone and nobody asked again: counted as helped without a click. */
  cleared(key: string): Promise<boolean>;
  /** Unsure, only suggested, voted down, or a question in a channel that got no answer; newest first. */
  gaps(since: number, most: number, until?: number): Promise<readonly Outcome[]>;
  /** Everything asked in a time, oldest first, read page by page. */
  between(since: number, until: number): AsyncIterable<Outcome>;
}

const page = 200;

export function createQuestions({ engine: { db }, keep, now }: MemoryParts): Questions {
  const newestFirst = () =>
    db.selectFrom('questions').selectAll().orderBy('askedAt', 'desc').orderBy('key', 'desc');
  const flags = [
    flag(outcomes.helped).as('helped'),
    flag(outcomes.notHelped).as('notHelped'),
    flag(outcomes.handedOver).as('handedOver'),
  ] as const;
  return {
    async note(question) {
      const { key, ...columns } = columnsOf(question, keep);
      await db
        .insertInto('questions')
        .values({ key, ...columns, clearedAt: null })
        .onConflict((conflict) => conflict.column('key').doUpdateSet(columns))
        .execute();
      return true;
    },
    async get(key) {
      const row = await db.selectFrom('questions').selectAll().where('key', '=', key).executeTakeFirst();
      return row && questionFrom(row);
    },
    async at(place, messageId) {
      const { placeWorkspace, channel } = placeColumns(place);
      const row = await newestFirst()
        .where((eb) => eb.and({ platform: place.platform, placeWorkspace, channel, messageId }))
        .executeTakeFirst();
      return row && questionFrom(row);
    },
    async lastIn(place) {
      const { placeWorkspace, channel, thread } = placeColumns(place);
      const row = await newestFirst()
        .where((eb) => eb.and({ platform: place.platform, placeWorkspace, channel, thread }))
        .where('messageId', 'is not', null)
        .limit(1)
        .executeTakeFirst();
      return row && questionFrom(row);
    },
    async of(person, most) {
      const rows = await newestFirst()
        .where((eb) => eb.and(personColumns(person)))
        .limit(most)
        .execute();
      return rows.map(questionFrom);
    },
    async cleared(key) {
      const row = await db
        .updateTable('questions')
        .set({ clearedAt: now() })
        .where('key', '=', key)
        .returning('key')
        .executeTakeFirst();
      return row !== undefined;
    },
    async gaps(since, most, until = Number.MAX_SAFE_INTEGER) {
      const rows = await newestFirst()
        .select(flags)
        .where('askedAt', '>=', Math.round(since))
        .where('askedAt', '<', Math.round(until))
        .where(outcomes.gap)
        .limit(most)
        .execute();
      return rows.map(outcomeFrom);
    },
    async *between(since, until) {
      for (let after: readonly [number, string] = [Math.round(since), '']; ; ) {
        const rows = await db
          .selectFrom('questions')
          .selectAll()
          .select(flags)
          .where((eb) => eb(eb.refTuple('askedAt', 'key'), '>', eb.tuple(...after)))
          .where('askedAt', '<', Math.round(until))
          .orderBy('askedAt')
          .orderBy('key')
          .limit(page)
          .execute();
        yield* rows.map(outcomeFrom);
        const last = rows.at(-1);
        if (!last || rows.length < page) return;
        after = [last.askedAt, last.key];
      }
    },
  };
}
