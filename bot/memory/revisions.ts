import type { MemoryParts } from './parts.ts';

export interface RevisionsTable {
  name: string;
  number: number;
}

/** Numbers that grow when something changed that every process should see: settings, notices, the knowledge base. */
export interface Revisions {
  bump(name: string): Promise<number>;
  read(): Promise<ReadonlyMap<string, number>>;
}

export function createRevisions({ engine: { db } }: MemoryParts): Revisions {
  return {
    async bump(name) {
      const { number } = await bumpIn(db, name);
      return number;
    },
    async read() {
      const rows = await db.selectFrom('revisions').selectAll().execute();
      return new Map(rows.map(({ name, number }) => [name, number]));
    },
  };
}

/** For a change that is made in a transaction. */
export function bumpIn(
  db: Pick<MemoryParts['engine']['db'], 'insertInto'>,
  name: string,
): Promise<{ number: number }> {
  return db
    .insertInto('revisions')
    .values({ name, number: 1 })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((eb) => ({ number: eb('revisions.number', '+', 1) })),
    )
    .returning('number')
    .executeTakeFirstOrThrow();
}

/** Tells of each name that moved since the last look. A look that fails is made up for by the next. */
export function followRevisions(
  read: () => Promise<ReadonlyMap<string, number> | undefined>,
  onChange: (name: string) => void,
  everyMs = 2000,
): () => void {
  let known: ReadonlyMap<string, number> | undefined;
  let looking = false;
  const look = async () => {
    if (looking) return;
    looking = true;
    const found = await read().catch(() => undefined);
    looking = false;
    if (!found) return;
    const before = known;
    known = found;
    for (const [name, number] of found) if (before && before.get(name) !== number) onChange(name);
  };
  void look();
  const timer = setInterval(() => void look(), everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
