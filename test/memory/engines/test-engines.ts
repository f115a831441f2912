import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPostgres } from '../../../bot/memory/engines/postgres.ts';
import { openSqlite } from '../../../bot/memory/engines/sqlite.ts';
import { parseKeys } from '../../../bot/memory/keys.ts';
import { createMemory, type Memory, type MemoryOptions } from '../../../bot/memory/memory.ts';
import { maskPersonal } from '../../../bot/privacy/mask.ts';
import { startPostgres } from './local-postgres.ts';

/** An empty database for one test. */
export interface Store {
  open(options?: Partial<MemoryOptions>): Promise<Memory>;
  /** How another process opens it. */
  readonly env: Readonly<Record<string, string>>;
  /** All that is stored, for searching. */
  content(): Promise<string>;
}

export interface TestEngine {
  readonly name: 'sqlite' | 'postgres';
  createStore(): Promise<Store>;
  remove(): Promise<void>;
}

export const testKeys = randomBytes(32).toString('base64');

export async function startSqlite(): Promise<TestEngine> {
  const folder = mkdtempSync(join(tmpdir(), 'hostdesk-memory-'));
  let stores = 0;
  return {
    name: 'sqlite',
    async createStore() {
      stores += 1;
      const own = join(folder, String(stores));
      return {
        open: async (options) =>
          createMemory(await openSqlite({ file: join(own, 'memory.sqlite') }), withDefaults(options)),
        env: { MEMORY_FOLDER: own, MEMORY_KEYS: testKeys },
        content: async () =>
          readdirSync(own)
            .map((file) => readFileSync(join(own, file), 'latin1'))
            .join('\n'),
      };
    },
    async remove() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function startTestPostgres(): Promise<TestEngine> {
  const server = await startPostgres();
  return {
    name: 'postgres',
    async createStore() {
      const url = await server.createDatabase();
      return {
        open: async (options) => createMemory(await openPostgres({ url }), withDefaults(options)),
        env: { DATABASE_URL: url, MEMORY_KEYS: testKeys },
        content: () => server.dump(url),
      };
    },
    remove: () => server.remove(),
  };
}

export const testEngines = [
  { name: 'sqlite', start: startSqlite },
  { name: 'postgres', start: startTestPostgres },
] as const;

function withDefaults(options: Partial<MemoryOptions> = {}): MemoryOptions {
  return { mask: maskPersonal, keys: parseKeys(testKeys), ...options };
}
