import { createHash } from 'node:crypto';
import type { MemoryParts } from './parts.ts';
import { seal, unseal } from './sealed.ts';

export interface TicketsTable {
  hash: string;
  sealed: string;
  expiresAt: number;
}

/** Something put away for one later visit: the state of a sign-in, its nonce and verifier, a one-time address. */
export interface Tickets {
  /** `token` has at least 128 random bits; only its hash is kept, and what it stands for is sealed. */
  put(purpose: string, token: string, content: unknown, livesMs: number): Promise<boolean>;
  /** Looks without taking: for a page that only shows what a button will do. */
  peek(purpose: string, token: string): Promise<unknown>;
  /** Once: whoever comes second gets `undefined`, in whatever process. */
  take(purpose: string, token: string): Promise<unknown>;
}

export function createTickets({ engine: { db }, keys, now }: MemoryParts): Tickets {
  const open = (hash: string, row: { sealed: string; expiresAt: number } | undefined): unknown =>
    row && row.expiresAt > now() ? JSON.parse(unseal(keys, hash, row.sealed)) : undefined;
  return {
    async put(purpose, token, content, livesMs) {
      const hash = hashOf(purpose, token);
      await db
        .insertInto('tickets')
        .values({
          hash,
          sealed: seal(keys, hash, JSON.stringify(content)),
          expiresAt: Math.round(now() + livesMs),
        })
        .execute();
      return true;
    },
    async peek(purpose, token) {
      const hash = hashOf(purpose, token);
      return open(
        hash,
        await db.selectFrom('tickets').selectAll().where('hash', '=', hash).executeTakeFirst(),
      );
    },
    async take(purpose, token) {
      const hash = hashOf(purpose, token);
      return open(
        hash,
        await db.deleteFrom('tickets').where('hash', '=', hash).returningAll().executeTakeFirst(),
      );
    },
  };
}

function hashOf(purpose: string, token: string): string {
  return createHash('sha256').update(`${purpose}\n${token}`).digest('base64url');
}
