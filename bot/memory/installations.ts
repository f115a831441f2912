import type { MemoryParts } from './parts.ts';
import { seal, sealedWith, unseal } from './sealed.ts';

export interface InstallationsTable {
  platform: string;
  key: string;
  sealed: string;
  storedAt: number;
}

/** What a platform needs to act in a workspace: tokens and all, encrypted with AES-256-GCM. */
export interface Installations {
  store(platform: string, key: string, installation: unknown): Promise<boolean>;
  /** Throws when it was sealed with a key that the memory no longer has. */
  fetch(platform: string, key: string): Promise<unknown>;
  remove(platform: string, key: string): Promise<boolean>;
  keys(platform: string): Promise<readonly string[]>;
  /** Seals anew what an older key closed, so that the older key can go. Gives how many. */
  reseal(): Promise<number>;
}

export function createInstallations({ engine: { db }, keys, now }: MemoryParts): Installations {
  const boundTo = (platform: string, key: string) => `installation\n${platform}\n${key}`;
  const row = (platform: string, key: string) =>
    db
      .selectFrom('installations')
      .selectAll()
      .where((eb) => eb.and({ platform, key }));
  return {
    async store(platform, key, installation) {
      const columns = {
        sealed: seal(keys, boundTo(platform, key), JSON.stringify(installation)),
        storedAt: now(),
      };
      await db
        .insertInto('installations')
        .values({ platform, key, ...columns })
        .onConflict((conflict) => conflict.columns(['platform', 'key']).doUpdateSet(columns))
        .execute();
      return true;
    },
    async fetch(platform, key) {
      const found = await row(platform, key).executeTakeFirst();
      return found && (JSON.parse(unseal(keys, boundTo(platform, key), found.sealed)) as unknown);
    },
    async remove(platform, key) {
      const removed = await db
        .deleteFrom('installations')
        .where((eb) => eb.and({ platform, key }))
        .returning('key')
        .executeTakeFirst();
      return removed !== undefined;
    },
    async keys(platform) {
      const rows = await db
        .selectFrom('installations')
        .select('key')
        .where('platform', '=', platform)
        .orderBy('key')
        .execute();
      return rows.map(({ key }) => key);
    },
    async reseal() {
      let resealed = 0;
      for (const { platform, key, sealed } of await db.selectFrom('installations').selectAll().execute()) {
        if (sealedWith(sealed) === keys.current) continue;
        const bound = boundTo(platform, key);
        const fresh = seal(keys, bound, unseal(keys, bound, sealed));
        // Only if nobody stored a newer one meanwhile.
        const changed = await db
          .updateTable('installations')
          .set({ sealed: fresh })
          .where((eb) => eb.and({ platform, key, sealed }))
          .returning('key')
          .executeTakeFirst();
        if (changed) resealed += 1;
      }
      return resealed;
    },
  };
}
