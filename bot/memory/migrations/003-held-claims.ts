import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** Finds the few claims that are being worked on among the many that are done. */
export const heldClaims: Migration = async (tx) => {
  await tx.schema
    .createIndex('claimsHeld')
    .on('claims')
    .column('leaseUntil')
    .where(sql.ref('state'), '=', 'held')
    .execute();
};
