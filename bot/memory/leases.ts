import type { MemoryParts } from './parts.ts';

export interface LeasesTable {
  name: string;
  owner: string;
  until: number;
}

/** Work that one process does for all: a digest, refreshing a token, registering commands. */
export interface Leases {
  /** False while another process has it. Whoever has it takes it again to keep it. */
  take(name: string, forMs: number): Promise<boolean>;
  giveBack(name: string): Promise<boolean>;
}

export function createLeases({ engine: { db }, now, owner }: MemoryParts): Leases {
  return {
    async take(name, forMs) {
      const at = now();
      const lease = { owner, until: Math.round(at + forMs) };
      const row = await db
        .insertInto('leases')
        .values({ name, ...lease })
        .onConflict((conflict) =>
          conflict
            .column('name')
            .doUpdateSet(lease)
            .where((eb) => eb.or([eb('leases.owner', '=', owner), eb('leases.until', '<=', at)])),
        )
        .returning('name')
        .executeTakeFirst();
      return row !== undefined;
    },
    async giveBack(name) {
      const row = await db
        .deleteFrom('leases')
        .where((eb) => eb.and({ name, owner }))
        .returning('name')
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}
