import { chmodSync, closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CamelCasePlugin, Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';
import type { Engine } from './engine.ts';
import { createNodeSqliteDialect, waitingForLock } from './node-sqlite-dialect.ts';
import { OutageError } from './outage.ts';

export interface SqliteOptions {
  readonly file: string;
  /** How long to wait for another process's lock. */
  readonly lockWaitMs?: number;
  /** Tests make the disk full with it. */
  readonly mostPages?: number;
}

/** Short: SQLite blocks the event loop while it waits by itself; the longer wait is the dialect's. */
const blockingWaitMs = 5;

export async function openSqlite({ file, lockWaitMs = 3000, mostPages }: SqliteOptions): Promise<Engine> {
  const path = resolve(file);
  createPrivately(path);
  const database = new DatabaseSync(path, { timeout: blockingWaitMs });
  try {
    await waitingForLock(() => database.exec('pragma journal_mode = wal'), lockWaitMs);
    // NORMAL: what was acknowledged is with the operating system and outlives the process. Only a power cut can take
    // the last moments, never the file. FULL would flush each write, and a busy disk then holds up the event loop.
    // secure_delete: what was forgotten is overwritten, not only unlinked.
    database.exec('pragma synchronous = normal; pragma secure_delete = on; pragma temp_store = memory');
    if (mostPages !== undefined) database.exec(`pragma max_page_count = ${mostPages}`);
  } catch (error) {
    database.close();
    throw error;
  }
  const opened = statSync(path).ino;
  const db = new Kysely<Tables>({
    dialect: createNodeSqliteDialect({ database, lockWaitMs }),
    plugins: [new CamelCasePlugin()],
  });
  return {
    name: 'sqlite',
    where: path,
    db,
    rowAddress: 'rowid',
    // One writer at a time is SQLite's nature: `begin immediate` is the lock.
    transaction: (_locks, work) => db.transaction().execute(work),
    async check() {
      const now = statSync(path, { throwIfNoEntry: false });
      if (now?.ino !== opened) throw new OutageError('broken');
    },
    async scrub() {
      await sql`pragma wal_checkpoint(truncate)`.execute(db);
    },
    async close() {
      await db.destroy();
      if (database.isOpen) database.close();
    },
  };
}

/** SQLite gives its side files the mode of the main one. */
function createPrivately(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const known = statSync(path, { throwIfNoEntry: false });
  if (known === undefined) closeSync(openSync(path, 'a', 0o600));
  else if ((known.mode & 0o007) !== 0) chmodSync(path, known.mode & 0o770);
}
