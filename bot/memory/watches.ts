import type { Selectable } from 'kysely';
import type { LinkedAccount } from './links.ts';
import { createId } from './opaque-id.ts';
import type { MemoryParts } from './parts.ts';
import { type Person, type PersonColumns, personColumns, personFrom } from './person.ts';
import { type Place, type PlaceColumns, placeColumns, placeFrom } from './place.ts';

export interface WatchesTable extends PersonColumns, PlaceColumns {
  id: string;
  kind: string;
  server: string;
  account: string;
  domain: string;
  questionKey: string | null;
  state: WatchState;
  outcome: string | null;
  dueAt: number;
  untilAt: number;
  owner: string | null;
  leaseUntil: number;
  createdAt: number;
}

/** `waiting`: looked at now and then. `firing`: it is known what to say, and somebody says it. `fired`, `cancelled`: done. */
export type WatchState = 'waiting' | 'firing' | 'fired' | 'cancelled';

export interface NewWatch {
  /** What is waited for, as the desk names it: `block-clears`. */
  readonly kind: string;
  readonly person: Person;
  /** Where the one message goes: private. */
  readonly place: Place;
  readonly account: LinkedAccount;
  readonly domain: string;
  readonly questionKey?: string;
  readonly dueAt: number;
  /** When to say that it has not happened. */
  readonly untilAt: number;
}

export interface Watch extends NewWatch {
  readonly id: string;
  readonly state: WatchState;
  /** What to say; set from `firing` on. */
  readonly outcome: string | undefined;
  readonly createdAt: number;
}

/** "Tell me when it clears": each is looked at by one process at a time, and says one thing, once. */
export interface Watches {
  /** The id; that of the one there is, when the person waits for the same already. */
  add(watch: NewWatch): Promise<string>;
  /**
   * Watches whose time has come, for this process alone until its lease ends. One that comes back `firing` was being
   * told by a process that died: send it through the outbox, under the watch's id, so that it is told once.
   */
  due(most: number): Promise<readonly Watch[]>;
  /** Nothing yet: look again then. */
  later(id: string, dueAt: number): Promise<boolean>;
  /** It is decided what to say. False: not this process's to say. */
  fire(id: string, outcome: string): Promise<boolean>;
  /** It was said. */
  fired(id: string): Promise<boolean>;
  cancel(id: string, person: Person): Promise<boolean>;
  /** Those of a person that still wait. */
  of(person: Person): Promise<readonly Watch[]>;
}

const live: readonly WatchState[] = ['waiting', 'firing'];

export function createWatches({ engine: { db }, keep, now, owner, leaseMs }: MemoryParts): Watches {
  /** By whoever holds the lease, even past its end, as long as nobody else took it. */
  const move = async (id: string, from: WatchState, change: Partial<Selectable<WatchesTable>>) => {
    const row = await db
      .updateTable('watches')
      .set(change)
      .where((eb) => eb.and({ id, owner, state: from }))
      .returning('id')
      .executeTakeFirst();
    return row !== undefined;
  };

  return {
    async add({ kind, person, place, account, domain, questionKey, dueAt, untilAt }) {
      const what = {
        kind: keep(kind, 100),
        ...personColumns(person),
        server: account.server,
        account: account.user,
        domain: keep(domain, 253),
      };
      const fresh = {
        state: 'waiting' as const,
        outcome: null,
        dueAt: Math.round(dueAt),
        untilAt: Math.round(untilAt),
        owner: null,
        leaseUntil: 0,
        createdAt: now(),
      };
      const id = createId(now());
      // Twice at most: the one that stood in the way may have ended in between.
      for (let tries = 0; tries < 2; tries++) {
        const added = await db
          .insertInto('watches')
          .values({ id, ...what, ...placeColumns(place), questionKey: questionKey ?? null, ...fresh })
          .onConflict((conflict) => conflict.doNothing())
          .returning('id')
          .executeTakeFirst();
        if (added) return id;
        const known = await db
          .selectFrom('watches')
          .select('id')
          .where((eb) => eb.and(what))
          .where('state', 'in', live)
          .executeTakeFirst();
        if (known) return known.id;
      }
      throw new Error('A watch could neither be added nor found');
    },
    async due(most) {
      const at = now();
      const found = await db
        .selectFrom('watches')
        .selectAll()
        .where('state', 'in', live)
        .where('dueAt', '<=', at)
        .where('leaseUntil', '<=', at)
        .orderBy('dueAt')
        .limit(most)
        .execute();
      const mine: Watch[] = [];
      for (const { id, state, leaseUntil } of found) {
        const row = await db
          .updateTable('watches')
          .set({ owner, leaseUntil: at + leaseMs })
          .where((eb) => eb.and({ id, state, leaseUntil }))
          .returningAll()
          .executeTakeFirst();
        if (row) mine.push(watchFrom(row));
      }
      return mine;
    },
    later: (id, dueAt) => move(id, 'waiting', { dueAt: Math.round(dueAt), owner: null, leaseUntil: 0 }),
    fire: (id, outcome) =>
      move(id, 'waiting', { state: 'firing', outcome: keep(outcome, 1000), leaseUntil: now() + leaseMs }),
    fired: (id) => move(id, 'firing', { state: 'fired', leaseUntil: 0 }),
    async cancel(id, person) {
      const row = await db
        .updateTable('watches')
        .set({ state: 'cancelled' })
        .where((eb) => eb.and({ id, ...personColumns(person), state: 'waiting' }))
        .returning('id')
        .executeTakeFirst();
      return row !== undefined;
    },
    async of(person) {
      const rows = await db
        .selectFrom('watches')
        .selectAll()
        .where((eb) => eb.and(personColumns(person)))
        .where('state', 'in', live)
        .orderBy('createdAt')
        .execute();
      return rows.map(watchFrom);
    },
  };
}

function watchFrom(row: Selectable<WatchesTable>): Watch {
  const { id, kind, server, account, domain, state, dueAt, untilAt, createdAt } = row;
  return {
    ...{ id, kind, domain, state, dueAt, untilAt, createdAt },
    person: personFrom(row),
    place: placeFrom(row),
    account: { server, user: account },
    ...(row.questionKey === null ? {} : { questionKey: row.questionKey }),
    outcome: row.outcome ?? undefined,
  };
}
