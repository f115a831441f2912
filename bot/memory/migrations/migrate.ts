import { type Kysely, sql, type Transaction } from 'kysely';
import type { Engine } from '../engines/engine.ts';
import { beginning } from './001-beginning.ts';
import { appendOnlyAudit } from './002-append-only-audit.ts';
import { heldClaims } from './003-held-claims.ts';
import type { Migration } from './migration.ts';

/** In the order in which they are applied; the first is number 1. */
const migrations: readonly Migration[] = [beginning, appendOnlyAudit, heldClaims];

/** Brings the schema up to this program, one process at a time. Throws when a newer program was here before. */
export async function migrate(engine: Engine, steps: readonly Migration[] = migrations): Promise<number> {
  if ((await versionOf(engine)) === steps.length) return 0;
  return engine.transaction(['hostdesk schema'], async (typed) => {
    const tx = typed as unknown as Transaction<SchemaTables>;
    await tx.schema
      .createTable('schemaSteps')
      .ifNotExists()
      .addColumn('step', 'integer', (column) => column.primaryKey())
      .addColumn('appliedAt', 'bigint', (column) => column.notNull())
      .execute();
    const known = await lastStep(tx);
    refuseNewer(known, steps.length, engine.where);
    for (const [index, step] of steps.entries()) {
      if (index < known) continue;
      await step(tx as unknown as Transaction<unknown>, engine.name);
      await tx
        .insertInto('schemaSteps')
        .values({ step: index + 1, appliedAt: Date.now() })
        .execute();
    }
    return steps.length - known;
  });
}

interface SchemaTables {
  schemaSteps: { step: number; appliedAt: number };
}

/** Without a lock: at most starts there is nothing to do. `undefined`: an empty database. */
async function versionOf(engine: Engine): Promise<number | undefined> {
  const catalogue =
    engine.name === 'sqlite'
      ? sql`sqlite_master where name`
      : sql`information_schema.tables where table_schema = current_schema() and table_name`;
  const { rows } = await sql`select 1 from ${catalogue} = 'schema_steps'`.execute(engine.db);
  if (rows.length === 0) return undefined;
  return lastStep(engine.db as unknown as Kysely<SchemaTables>);
}

async function lastStep(db: Kysely<SchemaTables>): Promise<number> {
  const row = await db
    .selectFrom('schemaSteps')
    .select((eb) => eb.fn.max('step').as('step'))
    .executeTakeFirst();
  return row?.step ?? 0;
}

function refuseNewer(known: number, own: number, where: string): void {
  if (known <= own) return;
  throw new Error(
    `The database ${where} was written by a newer Hostdesk (schema ${known}, this program knows ${own}). Start the newer program, or give this one a database of its own; nothing was changed`,
  );
}
