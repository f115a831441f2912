import type { Selectable } from 'kysely';
import { createId } from './opaque-id.ts';
import type { MemoryParts } from './parts.ts';
import { type Person, type PersonColumns, personColumns, personFrom, personKey } from './person.ts';
import { type PersonAt, type PlaceColumns, placeColumns, placeFrom } from './place.ts';
import { bumpIn } from './revisions.ts';

export interface NoticesTable {
  id: string;
  text: string;
  matches: string;
  pinnedBy: string;
  pinnedAt: number;
  endedBy: string | null;
  endedAt: number | null;
}

export interface NoticeAskersTable extends PersonColumns, PlaceColumns {
  notice: string;
  toldAt: number | null;
  owner: string | null;
  leaseUntil: number;
}

export interface Notice {
  readonly id: string;
  readonly text: string;
  /** What answers it leads: fingerprints, reasons or articles, as the desk names them. */
  readonly matches: readonly string[];
  readonly pinnedAt: number;
}

export interface Brought {
  readonly fingerprints: readonly string[];
  readonly since: number;
}

export const noticesRevision = 'notices';

/** "Microsoft is refusing mail from server 12, we are on it." Changes show in the revision `notices`. */
export interface Notices {
  /** Whoever `brought` one of the fingerprints since then is told of the end too. */
  pin(notice: Pick<Notice, 'text' | 'matches'>, by: Person, brought?: Brought): Promise<string>;
  live(): Promise<readonly Notice[]>;
  /** It led an answer to them; they will be told when it ends. */
  shown(id: string, to: PersonAt): Promise<boolean>;
  /** False when it had ended already. */
  end(id: string, by: Person): Promise<boolean>;
  /** People to tell that a notice ended, for this process alone until its lease ends. */
  owed(most: number): Promise<readonly (PersonAt & { readonly notice: Notice })[]>;
  told(id: string, person: Person): Promise<boolean>;
}

export function createNotices({ engine, keep, now, owner, leaseMs }: MemoryParts): Notices {
  const { db } = engine;
  return {
    async pin({ text, matches }, by, brought) {
      const id = createId(now());
      const fingerprints = brought?.fingerprints.map((one) => keep(one, 300)) ?? [];
      await engine.transaction([], async (tx) => {
        const pinned = {
          text: keep(text),
          matches: JSON.stringify(matches.map((match) => keep(match, 300))),
          pinnedBy: personKey(by),
          pinnedAt: now(),
        };
        await tx
          .insertInto('notices')
          .values({ id, ...pinned, endedBy: null, endedAt: null })
          .execute();
        if (brought && fingerprints.length > 0) {
          const seen = await tx
            .selectFrom('sightings')
            .select(['platform', 'workspace', 'person', 'placeWorkspace', 'channel', 'thread', 'private'])
            .where('fingerprint', 'in', fingerprints)
            .where('lastAt', '>=', Math.round(brought.since))
            .execute();
          for (const asker of seen)
            await tx
              .insertInto('noticeAskers')
              .values({ notice: id, ...asker, ...untold })
              .onConflict((conflict) => conflict.doNothing())
              .execute();
        }
        await bumpIn(tx, noticesRevision);
      });
      return id;
    },
    async live() {
      const rows = await db
        .selectFrom('notices')
        .selectAll()
        .where('endedAt', 'is', null)
        .orderBy('id', 'desc')
        .execute();
      return rows.map(noticeFrom);
    },
    async shown(notice, { person, place }) {
      await db
        .insertInto('noticeAskers')
        .values({ notice, ...personColumns(person), ...placeColumns(place), ...untold })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      return true;
    },
    end: (id, by) =>
      engine.transaction([], async (tx) => {
        const row = await tx
          .updateTable('notices')
          .set({ endedAt: now(), endedBy: personKey(by) })
          .where('id', '=', id)
          .where('endedAt', 'is', null)
          .returning('id')
          .executeTakeFirst();
        if (row) await bumpIn(tx, noticesRevision);
        return row !== undefined;
      }),
    async owed(most) {
      const at = now();
      const found = await db
        .selectFrom('noticeAskers')
        .innerJoin('notices', 'notices.id', 'noticeAskers.notice')
        .selectAll('noticeAskers')
        .select(['notices.id', 'notices.text', 'notices.matches', 'notices.pinnedAt'])
        .where('notices.endedAt', 'is not', null)
        .where('noticeAskers.toldAt', 'is', null)
        .where('noticeAskers.leaseUntil', '<=', at)
        .limit(most)
        .execute();
      const mine: (PersonAt & { notice: Notice })[] = [];
      for (const row of found) {
        const { notice, platform, workspace, person, leaseUntil } = row;
        const won = await db
          .updateTable('noticeAskers')
          .set({ owner, leaseUntil: at + leaseMs })
          .where((eb) => eb.and({ notice, platform, workspace, person, leaseUntil }))
          .where('toldAt', 'is', null)
          .returning('notice')
          .executeTakeFirst();
        if (won) mine.push({ person: personFrom(row), place: placeFrom(row), notice: noticeFrom(row) });
      }
      return mine;
    },
    async told(notice, person) {
      const row = await db
        .updateTable('noticeAskers')
        .set({ toldAt: now() })
        .where((eb) => eb.and({ notice, ...personColumns(person), owner }))
        .where('toldAt', 'is', null)
        .returning('notice')
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}

const untold = { toldAt: null, owner: null, leaseUntil: 0 };

function noticeFrom({
  id,
  text,
  matches,
  pinnedAt,
}: Pick<Selectable<NoticesTable>, 'id' | 'text' | 'matches' | 'pinnedAt'>): Notice {
  return { id, text, matches: JSON.parse(matches) as string[], pinnedAt };
}
