import type { Selectable } from 'kysely';
import { createId } from './opaque-id.ts';
import type { MemoryParts } from './parts.ts';
import { type Person, type PersonColumns, personColumns, personFrom } from './person.ts';

export interface AuditTable extends PersonColumns {
  id: string;
  at: number;
  action: string;
  about: string;
  why: string;
  outcome: string;
}

export interface AuditLine {
  readonly id: string;
  readonly at: number;
  /** Who did it. */
  readonly by: Person;
  /** `account.show`, `link.add`, … */
  readonly action: string;
  /** The account, person or thing it was done to. */
  readonly about: string;
  readonly why: string;
  readonly outcome: string;
}

export interface AuditQuery {
  /** Names of one thing: lines about any of them, or whose outcome is one. */
  readonly about?: readonly string[];
  readonly by?: Person;
  readonly since?: number;
  readonly most: number;
}

/** Who did what, why, and what came of it. Lines are added, never changed; only the operator's retention takes old ones away. */
export interface Audit {
  append(line: Omit<AuditLine, 'id' | 'at'>): Promise<string>;
  /** Newest first. */
  read(query: AuditQuery): Promise<readonly AuditLine[]>;
}

export function createAudit({ engine: { db }, keep, now }: MemoryParts): Audit {
  return {
    async append({ by, action, about, why, outcome }) {
      const at = now();
      const id = createId(at);
      const said = {
        action: keep(action, 100),
        about: keep(about, 300),
        why: keep(why, 1000),
        outcome: keep(outcome, 1000),
      };
      await db
        .insertInto('audit')
        .values({ id, at, ...personColumns(by), ...said })
        .execute();
      return id;
    },
    async read({ about, by, since = 0, most }) {
      let query = db.selectFrom('audit').selectAll().where('at', '>=', Math.round(since));
      if (about !== undefined) {
        const names = about.map((name) => keep(name, 300));
        query = query.where((eb) => eb.or([eb('about', 'in', names), eb('outcome', 'in', names)]));
      }
      if (by !== undefined) query = query.where((eb) => eb.and(personColumns(by)));
      const rows = await query.orderBy('id', 'desc').limit(most).execute();
      return rows.map(lineFrom);
    },
  };
}

function lineFrom(row: Selectable<AuditTable>): AuditLine {
  const { id, at, action, about, why, outcome } = row;
  return { id, at, by: personFrom(row), action, about, why, outcome };
}
