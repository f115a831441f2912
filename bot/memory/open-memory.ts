import { join } from 'node:path';
import { openSqlite } from './engines/sqlite.ts';
import { type KeyRing, loadKeyFile, parseKeys } from './keys.ts';
import { createMemory, type Memory, type MemoryOptions } from './memory.ts';

export interface OpenMemoryOptions extends Omit<MemoryOptions, 'keys'> {
  /** Where the database file and the key file lie when there is no `databaseUrl`. */
  readonly folder: string;
  readonly databaseUrl?: string | undefined;
  /** Base64 keys, the current one first. Without, one is made in the folder. */
  readonly keys?: string | undefined;
}

/** Opens the memory as the settings say: PostgreSQL by its URL, else SQLite in the folder. */
export async function openMemory({
  folder,
  databaseUrl,
  keys,
  ...options
}: OpenMemoryOptions): Promise<Memory> {
  if (databaseUrl !== undefined && keys === undefined) {
    throw new Error(
      'MEMORY_KEYS: is needed with DATABASE_URL, the same for every process: make one with `openssl rand -base64 32`',
    );
  }
  const ring = keys === undefined ? loadKeyFile(join(folder, 'memory.key')) : keysOf(keys);
  const engine = await (databaseUrl === undefined
    ? openSqlite({ file: join(folder, 'memory.sqlite') })
    : postgresAt(databaseUrl));
  try {
    return await createMemory(engine, { ...options, keys: ring });
  } catch (error) {
    await engine.close().catch(() => {});
    throw error;
  }
}

async function postgresAt(url: string) {
  const { openPostgres } = await import('./engines/postgres.ts');
  return openPostgres({ url });
}

function keysOf(setting: string): KeyRing {
  try {
    return parseKeys(setting);
  } catch (error) {
    throw new Error(`MEMORY_KEYS: ${error instanceof Error ? error.message : String(error)}`);
  }
}
