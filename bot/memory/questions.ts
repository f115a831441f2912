import { type Selectable, type SqlBool, sql } from 'kysely';
import { opaqueId } from './opaque-id.ts';
import type { MemoryParts } from './parts.ts';
import { type Person, type PersonColumns, personColumns, personFrom } from './person.ts';
import { type Place, type PlaceColumns, placeColumns, placeFrom } from './place.ts';

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
  /** Unsure, only suggested, or voted down; newest first. */
  gaps(since: number, most: number): Promise<readonly KeptQuestion[]>;
  /** Everything asked in a time, oldest first, read page by page. */
  between(since: number, until: number): AsyncIterable<KeptQuestion>;
}

const page = 200;

export function createQuestions({ engine: { db }, keep, now }: MemoryParts): Questions {
  const newestFirst = () =>
    db.selectFrom('questions').selectAll().orderBy('askedAt', 'desc').orderBy('key', 'desc');
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
    async gaps(since, most) {
      const rows = await newestFirst()
        .where('askedAt', '>=', Math.round(since))
        .where((eb) =>
          eb.or([eb.and([eb('decision', 'in', ['unsure', 'suggest']), eb.not(lastVoted(1))]), lastVoted(0)]),
        )
        .limit(most)
        .execute();
      return rows.map(questionFrom);
    },
    async *between(since, until) {
      for (let after: readonly [number, string] = [Math.round(since), '']; ; ) {
        const rows = await db
          .selectFrom('questions')
          .selectAll()
          .where((eb) => eb(eb.refTuple('askedAt', 'key'), '>', eb.tuple(...after)))
          .where('askedAt', '<', Math.round(until))
          .orderBy('askedAt')
          .orderBy('key')
          .limit(page)
          .execute();
        yield* rows.map(questionFrom);
        const last = rows.at(-1);
        if (!last || rows.length < page) return;
        after = [last.askedAt, last.key];
      }
    },
  };
}

/** Whether somebody's last vote on the question says so. */
export function lastVoted(helped: 0 | 1) {
  return sql<SqlBool>`exists (
    select 1 from votes as vote where vote.key = questions.key and vote.helped = ${helped} and not exists (
      select 1 from votes as later
      where later.key = vote.key and later.platform = vote.platform and later.workspace = vote.workspace
        and later.person = vote.person and later.at > vote.at))`;
}

function columnsOf(question: KeptQuestion, keep: MemoryParts['keep']) {
  const {
    key,
    place,
    asker,
    text,
    decision,
    slugs,
    shown,
    confidence,
    reasons = [],
    messageId,
    askedAt,
    answeredAt,
  } = question;
  return {
    key: opaqueId(key),
    ...personColumns(asker),
    ...placeColumns(place),
    text: keep(text),
    decision,
    slugs: JSON.stringify(slugs.map((slug) => keep(slug, 200))),
    shown: shown === undefined ? null : keep(shown, 200),
    confidence,
    reasons: JSON.stringify(reasons.map((reason) => keep(reason, 200))),
    messageId: messageId ?? null,
    askedAt: Math.round(askedAt),
    answeredAt: Math.round(answeredAt),
  };
}

function questionFrom(row: Selectable<QuestionsTable>): KeptQuestion {
  const { key, text, decision, confidence, askedAt, answeredAt } = row;
  return {
    ...{
      key,
      place: placeFrom(row),
      asker: personFrom(row),
      text,
      decision,
      confidence,
      askedAt,
      answeredAt,
    },
    slugs: JSON.parse(row.slugs) as string[],
    shown: row.shown ?? undefined,
    reasons: JSON.parse(row.reasons) as string[],
    messageId: row.messageId ?? undefined,
  };
}
