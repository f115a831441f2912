import type { Selectable } from 'kysely';
import { opaqueId } from './opaque-id.ts';
import type { MemoryParts } from './parts.ts';
import { type Person, type PersonColumns, personColumns, personFrom } from './person.ts';
import { type Place, type PlaceColumns, placeColumns, placeFrom } from './place.ts';

export interface OutboxTable extends PersonColumns, PlaceColumns {
  key: string;
  kind: string;
  state: OutboxState;
  owner: string;
  leaseUntil: number;
  takeovers: number;
  text: string;
  directed: number;
  messageId: string | null;
  why: string | null;
  createdAt: number;
  updatedAt: number;
}

/** `claimed`: nothing was sent. `posting`: it may have been sent. `posted`: it stands. `failed`: the platform refused it. */
export type OutboxState = 'claimed' | 'posting' | 'posted' | 'failed';

/** What another process needs to finish the work. The text is kept masked. */
export interface Work {
  /** What is to be posted: an answer, a watch's news, a notice's end. */
  readonly kind: string;
  readonly to: Person;
  readonly place: Place;
  readonly text: string;
  readonly directed: boolean;
}

export interface OutboxEntry {
  readonly key: string;
  readonly work: Work;
  readonly state: OutboxState;
  readonly messageId: string | undefined;
  readonly why: string | undefined;
}

export type OutboxClaim =
  | { readonly as: 'new' }
  /** With the id of the message, as soon as it stands. */
  | { readonly as: 'taken'; readonly messageId: string | undefined }
  /** Whoever had it died or gave up: look whether the message stands before posting it. */
  | { readonly as: 'abandoned' };

/** Every message that must stand exactly once, from before it is sent until its id is known. */
export interface Outbox {
  claim(key: string, work: Work): Promise<OutboxClaim>;
  /**
   * To be called right before sending, and again before every further try, each with a time-out shorter than the
   * lease. False: another process has taken over; do not send.
   */
  posting(key: string): Promise<boolean>;
  posted(key: string, messageId: string): Promise<boolean>;
  /** With `retryAt`, some process takes it up again then; without, it is given up. */
  failed(key: string, why: string, retryAt?: number): Promise<boolean>;
  get(key: string): Promise<OutboxEntry | undefined>;
  /**
   * Takes over what dead processes left behind and what is to be tried again; each entry goes to one process. Look
   * whether the message stands before posting it, whatever the state says: the last step may not have been noted.
   */
  stranded(most: number): Promise<readonly OutboxEntry[]>;
}

const never = Number.MAX_SAFE_INTEGER;

export function createOutbox({ engine: { db }, keep, now, owner, leaseMs }: MemoryParts): Outbox {
  const move = async (
    key: string,
    change: Partial<Selectable<OutboxTable>>,
    from: readonly OutboxState[],
  ) => {
    const row = await db
      .updateTable('outbox')
      .set({ ...change, updatedAt: now() })
      .where('key', '=', opaqueId(key))
      .where('owner', '=', owner)
      .where('state', 'in', from)
      .returning('key')
      .executeTakeFirst();
    return row !== undefined;
  };

  return {
    async claim(key, work) {
      const at = now();
      const mine = { owner, leaseUntil: at + leaseMs, updatedAt: at };
      const row = await db
        .insertInto('outbox')
        .values({
          key: opaqueId(key),
          ...mine,
          ...workColumns(work, keep),
          state: 'claimed',
          takeovers: 0,
          messageId: null,
          why: null,
          createdAt: at,
        })
        .onConflict((conflict) =>
          conflict
            .column('key')
            .doUpdateSet((eb) => ({ ...mine, takeovers: eb('outbox.takeovers', '+', 1) }))
            .where('outbox.state', '<>', 'posted')
            .where('outbox.leaseUntil', '<=', at),
        )
        .returning('takeovers')
        .executeTakeFirst();
      if (row) return row.takeovers === 0 ? { as: 'new' } : { as: 'abandoned' };
      const known = await db
        .selectFrom('outbox')
        .select('messageId')
        .where('key', '=', key)
        .executeTakeFirst();
      return { as: 'taken', messageId: known?.messageId ?? undefined };
    },
    posting: (key) =>
      move(key, { state: 'posting', leaseUntil: now() + leaseMs }, ['claimed', 'posting', 'failed']),
    posted: (key, messageId) =>
      move(key, { state: 'posted', messageId, why: null, leaseUntil: never }, [
        'claimed',
        'posting',
        'failed',
      ]),
    failed: (key, why, retryAt = never) =>
      move(key, { state: 'failed', why: keep(why, 500), leaseUntil: Math.round(retryAt) }, [
        'claimed',
        'posting',
        'failed',
      ]),
    async get(key) {
      const row = await db.selectFrom('outbox').selectAll().where('key', '=', key).executeTakeFirst();
      return row && entryFrom(row);
    },
    async stranded(most) {
      const at = now();
      const found = await db
        .selectFrom('outbox')
        .selectAll()
        .where('state', '<>', 'posted')
        .where('leaseUntil', '<=', at)
        .orderBy('leaseUntil')
        .limit(most)
        .execute();
      const taken: OutboxEntry[] = [];
      for (const row of found) {
        const won = await db
          .updateTable('outbox')
          .set({ owner, leaseUntil: at + leaseMs, updatedAt: at, takeovers: row.takeovers + 1 })
          .where('key', '=', row.key)
          .where('state', '=', row.state)
          .where('leaseUntil', '=', row.leaseUntil)
          .where('takeovers', '=', row.takeovers)
          .returning('key')
          .executeTakeFirst();
        if (won) taken.push(entryFrom(row));
      }
      return taken;
    },
  };
}

function workColumns(work: Work, keep: MemoryParts['keep']) {
  const { kind, to, place, text, directed } = work;
  return { kind, ...personColumns(to), ...placeColumns(place), text: keep(text), directed: directed ? 1 : 0 };
}

function entryFrom(row: Selectable<OutboxTable>): OutboxEntry {
  const work = {
    kind: row.kind,
    to: personFrom(row),
    place: placeFrom(row),
    text: row.text,
    directed: row.directed === 1,
  };
  return {
    key: row.key,
    work,
    state: row.state,
    messageId: row.messageId ?? undefined,
    why: row.why ?? undefined,
  };
}
