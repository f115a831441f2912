import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

/** A database. Everything above it is the same query on each. */
export interface Engine {
  readonly name: 'sqlite' | 'postgres';
  /** Names it to the operator: a file, or a host and database. Never with a password. */
  readonly where: string;
  readonly db: Kysely<Tables>;
  /** A row's own address, to take rows away in small batches. */
  readonly rowAddress: 'rowid' | 'ctid';
  /** All or nothing, and one after the other with every transaction, in any process, that names one of the same `locks`. */
  transaction<Result>(
    locks: readonly string[],
    work: (tx: Transaction<Tables>) => Promise<Result>,
  ): Promise<Result>;
  /** Throws when what is open is no longer the database that everybody else sees. */
  check(): Promise<void>;
  /** Makes sure that deleted rows are not left readable in the files. */
  scrub(): Promise<void>;
  close(): Promise<void>;
}
