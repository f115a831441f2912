import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { isLocked } from './outage.ts';

export interface NodeSqliteOptions {
  readonly open: () => Promise<DatabaseSync>;
  /** How long to wait for another process's lock, without blocking the event loop. */
  readonly lockWaitMs: number;
}

/** Kysely on `node:sqlite`: one connection, taken in turn. */
export function createNodeSqliteDialect(options: NodeSqliteOptions): Dialect {
  return {
    createDriver: () => createDriver(options),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

function createDriver({ open, lockWaitMs }: NodeSqliteOptions): Driver {
  let database: DatabaseSync | undefined;
  let connection: DatabaseConnection | undefined;
  const run = (sql: string) =>
    connection?.executeQuery(CompiledQuery.raw(sql)).then(() => undefined) ?? Promise.resolve();
  return {
    async init() {
      database = await open();
      connection = createConnection(database, lockWaitMs);
    },
    async acquireConnection() {
      if (!connection) throw new Error('The database is closed');
      return connection;
    },
    // IMMEDIATE: a transaction that begins as a reader can be refused the lock halfway.
    beginTransaction: () => run('begin immediate'),
    commitTransaction: () => run('commit'),
    async rollbackTransaction() {
      // A full disk ends the transaction by itself.
      if (database?.isTransaction) await run('rollback');
    },
    async releaseConnection() {},
    async destroy() {
      database?.close();
      database = connection = undefined;
    },
  };
}

function createConnection(database: DatabaseSync, lockWaitMs: number): DatabaseConnection {
  return {
    async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
      const execute = (): QueryResult<Row> => {
        const statement = database.prepare(sql);
        const values = parameters as SQLInputValue[];
        if (statement.columns().length > 0) return { rows: statement.all(...values) as Row[] };
        const { changes } = statement.run(...values);
        return { rows: [], numAffectedRows: BigInt(changes) };
      };
      return database.isTransaction ? execute() : waitingForLock(execute, lockWaitMs);
    },
    // biome-ignore lint/correctness/useYield: long answers are read page by page, never streamed.
    async *streamQuery() {
      throw new Error('node:sqlite would hold the one connection: read page by page');
    },
  };
}

/** SQLite's own waiting would block the event loop. */
export async function waitingForLock<Result>(work: () => Result, lockWaitMs: number): Promise<Result> {
  const until = performance.now() + lockWaitMs;
  for (let pauseMs = 2; ; pauseMs = Math.min(pauseMs * 2, 50)) {
    try {
      return work();
    } catch (error) {
      if (!isLocked(error) || performance.now() >= until) throw error;
    }
    await delay(pauseMs / 2 + Math.random() * pauseMs);
  }
}
