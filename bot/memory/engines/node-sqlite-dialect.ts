import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { setTimeout as delay, setImmediate as nextTurn } from 'node:timers/promises';
import {
  type CompiledQuery,
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
  readonly database: DatabaseSync;
  /** How long to wait for another process's lock, without blocking the event loop. */
  readonly lockWaitMs: number;
}

/**
 * Kysely on `node:sqlite`. There is one connection, and a statement runs to its end at once, so nobody has to queue for
 * it; only a transaction keeps the others out until it ends. Whoever waits for another process's lock keeps nobody out.
 */
export function createNodeSqliteDialect(options: NodeSqliteOptions): Dialect {
  return {
    createDriver: () => createDriver(options),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new UnqueuedAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

class UnqueuedAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

/** Whose transaction is open, and when it ends. */
interface Turn {
  readonly of: DatabaseConnection;
  readonly over: Promise<void>;
  readonly end: () => void;
}

function createDriver({ database, lockWaitMs }: NodeSqliteOptions): Driver {
  let turn: Turn | undefined;

  const run = async <Result>(connection: DatabaseConnection, execute: () => Result): Promise<Result> => {
    if (turn?.of === connection) return execute();
    // Gives everybody else a turn of the event loop: a chain of statements would otherwise never let go of it.
    await nextTurn();
    return waitingForLock(execute, lockWaitMs, () => turn?.over);
  };
  const endTurn = (connection: DatabaseConnection) => {
    if (turn?.of !== connection) return;
    // Left open where a commit failed; a full disk ends it by itself.
    if (database.isOpen && database.isTransaction) database.exec('rollback');
    turn.end();
    turn = undefined;
  };

  return {
    async init() {},
    async acquireConnection() {
      const connection: DatabaseConnection = {
        executeQuery: (query) => run(connection, () => executeOn(database, query)),
        // biome-ignore lint/correctness/useYield: long answers are read page by page, never streamed.
        async *streamQuery() {
          throw new Error('A stream would keep the connection: read page by page');
        },
      };
      return connection;
    },
    beginTransaction: (connection) =>
      run(connection, () => {
        // IMMEDIATE: a transaction that begins as a reader can be refused the lock halfway.
        database.exec('begin immediate');
        const { promise, resolve } = Promise.withResolvers<void>();
        turn = { of: connection, over: promise, end: resolve };
      }),
    async commitTransaction(connection) {
      database.exec('commit');
      endTurn(connection);
    },
    rollbackTransaction: async (connection) => endTurn(connection),
    releaseConnection: async (connection) => endTurn(connection),
    async destroy() {
      if (database.isOpen) database.close();
    },
  };
}

function executeOn<Row>(database: DatabaseSync, { sql, parameters }: CompiledQuery): QueryResult<Row> {
  const statement = database.prepare(sql);
  const values = parameters as SQLInputValue[];
  if (statement.columns().length > 0) return { rows: statement.all(...values) as Row[] };
  const { changes } = statement.run(...values);
  return { rows: [], numAffectedRows: BigInt(changes) };
}

/** SQLite's own waiting would block the event loop. `busy` is what else has to be over before it may try. */
export async function waitingForLock<Result>(
  work: () => Result,
  lockWaitMs: number,
  busy: () => Promise<void> | undefined = () => undefined,
): Promise<Result> {
  const until = performance.now() + lockWaitMs;
  for (let pauseMs = 2; ; pauseMs = Math.min(pauseMs * 2, 50)) {
    for (let wait = busy(); wait; wait = busy()) await wait;
    try {
      return work();
    } catch (error) {
      if (!isLocked(error) || performance.now() >= until) throw error;
    }
    await delay(pauseMs / 2 + Math.random() * pauseMs);
  }
}
