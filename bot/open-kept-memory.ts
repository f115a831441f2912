import { mkdirSync } from 'node:fs';
import type { Log } from './log.ts';
import type { ResilientMemory } from './memory/resilient/resilient.ts';
import { maskPersonal } from './privacy/mask.ts';
import type { Settings } from './settings.ts';

/**
 * What is asked and voted outlives the process. A database that goes away later is waited for, without a word lost to
 * the customer. `folder`: for the SQLite file, where the settings name no other database.
 */
export async function openKeptMemory(
  { databaseUrl, memoryKeys: keys }: Pick<Settings, 'databaseUrl' | 'memoryKeys'>,
  folder: string,
  log: Log,
): Promise<ResilientMemory> {
  const { openMemory } = await import('./memory/open-memory.ts');
  const { openResilientMemory } = await import('./memory/resilient/resilient.ts');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return openResilientMemory({
    open: () => openMemory({ folder, databaseUrl, keys, mask: maskPersonal }),
    onChange: (state) => log.warn({ state }, 'memory_changed'),
    onNotRemembered: (what, total) => log.warn({ what, total }, 'memory_not_remembered'),
    onError: (error, what) => log.error({ err: error, what }, 'memory_failed'),
  });
}
