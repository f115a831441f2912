import { opaqueId } from './opaque-id.ts';
import type { MemoryParts } from './parts.ts';

export interface ClaimsTable {
  key: string;
  owner: string;
  state: 'held' | 'done';
  takenAt: number;
  leaseUntil: number;
  expiresAt: number;
  takeovers: number;
}

/**
 * `new`: this process, alone among all, does it. `taken`: done, or being done. `abandoned`: whoever took it died
 * before it said that it was done; look whether it was done before doing it.
 */
export type Claim = 'new' | 'taken' | 'abandoned';

/** Things that are done once, however often they are delivered and however many processes run. */
export interface Claims {
  claim(key: string): Promise<Claim>;
  /** False when another process has taken over meanwhile. */
  finish(key: string): Promise<boolean>;
  /** Gives it back undone: whoever comes next gets `new`. */
  release(key: string): Promise<boolean>;
  /** Longer work says that it is still alive. Gives those of the keys that are still this process's. */
  renew(keys: readonly string[]): Promise<readonly string[]>;
  /**
   * Keys with that beginning whose holder has been silent for too long, so that `claim` would call them abandoned.
   * What was taken over a dozen times and never finished is not among them.
   */
  lapsed(beginning: string, most: number): Promise<readonly string[]>;
  /** Claims and finishes in one: true for the first caller. For event ids. */
  once(key: string): Promise<boolean>;
}

/** Slack repeats a delivery for minutes, and after an outage for up to a day. */
const keptMs = 25 * 3_600_000;
const mostTakeovers = 12;
/** Parameters of one query; SQLite and PostgreSQL take many more. */
const keysAtOnce = 500;

export function createClaims({ engine: { db }, now, owner, leaseMs }: MemoryParts): Claims {
  const take = async (key: string, state: 'held' | 'done'): Promise<Claim> => {
    const at = now();
    const row = await db
      .insertInto('claims')
      .values({
        key: opaqueId(key),
        owner,
        state,
        takenAt: at,
        leaseUntil: at + leaseMs,
        expiresAt: at + keptMs,
        takeovers: 0,
      })
      .onConflict((conflict) =>
        conflict
          .column('key')
          .doUpdateSet((eb) => ({
            owner,
            state,
            takenAt: at,
            leaseUntil: at + leaseMs,
            expiresAt: at + keptMs,
            takeovers: eb
              .case()
              .when('claims.expiresAt', '<=', at)
              .then(0)
              .else(eb('claims.takeovers', '+', 1))
              .end(),
          }))
          .where((eb) =>
            eb.or([
              eb('claims.expiresAt', '<=', at),
              eb.and([eb('claims.state', '=', 'held'), eb('claims.leaseUntil', '<=', at)]),
            ]),
          ),
      )
      .returning('takeovers')
      .executeTakeFirst();
    if (!row) return 'taken';
    return row.takeovers === 0 ? 'new' : 'abandoned';
  };

  return {
    claim: (key) => take(key, 'held'),
    once: async (key) => (await take(key, 'done')) !== 'taken',
    async finish(key) {
      const at = now();
      // Inserts where the claim itself was made while the database was away.
      const row = await db
        .insertInto('claims')
        .values({
          key: opaqueId(key),
          owner,
          state: 'done',
          takenAt: at,
          leaseUntil: at,
          expiresAt: at + keptMs,
          takeovers: 0,
        })
        .onConflict((conflict) =>
          conflict
            .column('key')
            .doUpdateSet({ state: 'done', expiresAt: at + keptMs })
            .where('claims.owner', '=', owner),
        )
        .returning('key')
        .executeTakeFirst();
      return row !== undefined;
    },
    async release(key) {
      const row = await db
        .deleteFrom('claims')
        .where((eb) => eb.and({ key: opaqueId(key), owner, state: 'held' }))
        .returning('key')
        .executeTakeFirst();
      return row !== undefined;
    },
    async renew(keys) {
      const renewed: string[] = [];
      for (let at = 0; at < keys.length; at += keysAtOnce) {
        const rows = await db
          .updateTable('claims')
          .set({ leaseUntil: now() + leaseMs })
          .where('key', 'in', keys.slice(at, at + keysAtOnce))
          .where((eb) => eb.and({ owner, state: 'held' }))
          .returning('key')
          .execute();
        renewed.push(...rows.map(({ key }) => key));
      }
      return renewed;
    },
    async lapsed(beginning, most) {
      const rows = await db
        .selectFrom('claims')
        .select('key')
        .where('state', '=', 'held')
        .where('leaseUntil', '<=', now())
        .where('takeovers', '<', mostTakeovers)
        .where('key', 'like', `${beginning}%`)
        .orderBy('leaseUntil')
        .limit(most)
        .execute();
      return rows.map(({ key }) => key);
    },
  };
}
