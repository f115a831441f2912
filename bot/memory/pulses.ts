import type { MemoryParts } from './parts.ts';

export interface PulsesTable {
  owner: string;
  at: number;
}

/** Shows that a process lives, and that what it writes arrives. */
export interface Pulses {
  beat(): Promise<boolean>;
  /** How many processes gave a sign of life in that time. */
  alive(withinMs: number): Promise<number>;
}

export function createPulses({ engine: { db }, now, owner }: MemoryParts): Pulses {
  return {
    async beat() {
      const at = now();
      await db
        .insertInto('pulses')
        .values({ owner, at })
        .onConflict((conflict) => conflict.column('owner').doUpdateSet({ at }))
        .execute();
      return true;
    },
    async alive(withinMs) {
      const row = await db
        .selectFrom('pulses')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('at', '>', now() - withinMs)
        .executeTakeFirstOrThrow();
      return row.count;
    },
  };
}
