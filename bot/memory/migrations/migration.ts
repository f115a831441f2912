import type { Kysely, Transaction } from 'kysely';

/** A step forwards. Once it was released, it never changes: what is to be different is a new step. */
export type Migration = (
  tx: Transaction<unknown> | Kysely<unknown>,
  engine: 'sqlite' | 'postgres',
) => Promise<void>;
