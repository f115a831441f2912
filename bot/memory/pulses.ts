import type { MemoryParts } from './parts.ts';

export interface PulsesTable {
  owner: string;
  at: number;
  ballast: string;
}

/** Shows that a process lives, and that what it writes arrives. */
export interface Pulses {
  beat(): Promise<boolean>;
  /** Writes as much as a long question would; on a disk that is nearly full a mere beat would still find room. */
  probe(): Promise<boolean>;
  /** How many processes gave a sign of life in that time. */
  alive(withinMs: number): Promise<number>;
}

const ballastLength = 32_768;

export function createPulses({ engine: { db }, now, owner }: MemoryParts): Pulses {
  const write = async (ballast: string) => {
    const pulse = { at: now(), ballast };
    await db
      .insertInto('pulses')
      .values({ owner, ...pulse })
      .onConflict((conflict) => conflict.column('owner').doUpdateSet(pulse))
      .execute();
    return true;
  };
  return {
    beat: () => write(''),
    async probe() {
      await write('.'.repeat(ballastLength));
      return write('');
    },
    async alive(withinMs) {
      const row = await db
        .selectFrom('pulses')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('at', '>', Math.round(now() - withinMs))
        .executeTakeFirstOrThrow();
      return row.count;
    },
  };
}
