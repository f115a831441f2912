import { setImmediate as nextTurn } from 'node:timers/promises';
import { type RawBuilder, sql } from 'kysely';
import type { MemoryParts } from './parts.ts';

/** Days to keep; what is not set is kept for good. */
export interface Retention {
  /** Questions with their texts; the texts in hand-offs and the outbox go with them. */
  readonly questionsDays?: number | undefined;
  readonly votesDays?: number | undefined;
  readonly auditDays?: number | undefined;
}

const dayMs = 86_400_000;
/** Small enough that nobody waits for it: SQLite holds the event loop meanwhile. */
const batch = 200;
/** What serves its purpose within days and is kept for looking things up. */
const bookkeepingDays = 30;

/** Takes away what is too old, a few rows at a time. Several processes may do it at once. Gives how many rows of what. */
export async function sweep(
  parts: MemoryParts,
  retention: Retention,
): Promise<Readonly<Record<string, number>>> {
  const at = parts.now();
  const before = (days: number | undefined) =>
    days === undefined ? undefined : Math.round(at - days * dayMs);
  const texts = before(retention.questionsDays);
  const bookkeeping = at - bookkeepingDays * dayMs;
  const old: readonly (readonly [table: string, condition: RawBuilder<unknown> | undefined])[] = [
    ['questions', texts === undefined ? undefined : sql`asked_at < ${texts}`],
    ['hand_offs', texts === undefined ? undefined : sql`opened_at < ${texts}`],
    ['outbox', sql`updated_at < ${Math.max(bookkeeping, texts ?? 0)}`],
    ['votes', retention.votesDays === undefined ? undefined : sql`at < ${before(retention.votesDays)}`],
    ['claims', sql`expires_at < ${at}`],
    ['codes', sql`expires_at < ${at}`],
    ['code_sends', sql`at < ${at - 2 * dayMs}`],
    ['tickets', sql`expires_at < ${at}`],
    ['watches', sql`state in ('fired', 'cancelled') and due_at < ${bookkeeping}`],
    ['quiet_threads', sql`until < ${at}`],
    ['leases', sql`until < ${at - dayMs}`],
    ['pulses', sql`at < ${at - dayMs}`],
    ['sightings', sql`last_at < ${bookkeeping}`],
    ['incident_alerts', sql`alerted_at < ${bookkeeping}`],
    ['notice_askers', sql`notice in (select id from notices where ended_at < ${bookkeeping})`],
    ['notices', sql`ended_at < ${bookkeeping}`],
  ];
  const gone: Record<string, number> = {};
  const count = (table: string, rows: number) => {
    if (rows > 0) gone[table] = (gone[table] ?? 0) + rows;
  };
  for (const [table, condition] of old) if (condition) count(table, await takeAway(parts, table, condition));
  const auditBefore = before(retention.auditDays);
  if (auditBefore !== undefined) count('audit', await takeAwayAudit(parts, auditBefore));
  return gone;
}

async function takeAway(
  { engine }: MemoryParts,
  table: string,
  condition: RawBuilder<unknown>,
): Promise<number> {
  const address = sql.raw(engine.rowAddress);
  const few = sql`select ${address} from ${sql.table(table)} where ${condition} limit ${sql.lit(batch)}`;
  for (let total = 0; ; ) {
    const { numAffectedRows = 0n } =
      await sql`delete from ${sql.table(table)} where ${address} in (${few})`.execute(engine.db);
    total += Number(numAffectedRows);
    if (numAffectedRows < batch) return total;
    await nextTurn();
  }
}

/** The triggers let a line go only while the cut-off stands in `audit_retention`, which only this transaction sees. */
async function takeAwayAudit({ engine }: MemoryParts, before: number): Promise<number> {
  const address = sql.raw(engine.rowAddress);
  for (let total = 0; ; ) {
    const gone = await engine.transaction(['audit retention'], async (tx) => {
      await tx.insertInto('auditRetention').values({ before }).execute();
      const few = sql`select ${address} from audit where at < ${before} limit ${sql.lit(batch)}`;
      const { numAffectedRows = 0n } = await sql`delete from audit where ${address} in (${few})`.execute(tx);
      await tx.deleteFrom('auditRetention').execute();
      return Number(numAffectedRows);
    });
    total += gone;
    if (gone < batch) return total;
    await nextTurn();
  }
}
