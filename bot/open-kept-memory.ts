import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import type { Log } from './log.ts';
import type { ResilientMemory } from './memory/resilient/resilient.ts';
import type { Metrics } from './metrics.ts';
import { maskPersonal } from './privacy/mask.ts';
import type { Settings } from './settings.ts';

export interface OpenKeptMemoryParts {
  /** For the SQLite file, where the settings name no other database. */
  readonly folder: string;
  readonly metrics?: Metrics;
  readonly log: Log;
}

/**
 * What is asked and voted outlives the process. A database that goes away later is waited for, without a word lost to
 * the customer.
 */
export async function openKeptMemory(
  settings: Pick<Settings, 'databaseUrl' | 'memoryKeys' | 'takeOverSeconds'>,
  { folder, metrics, log }: OpenKeptMemoryParts,
): Promise<ResilientMemory> {
  const { openMemory } = await import('./memory/open-memory.ts');
  const { openResilientMemory } = await import('./memory/resilient/resilient.ts');
  const { databaseUrl, memoryKeys: keys } = settings;
  makeFolder(folder);
  const own = { mask: maskPersonal, owner: randomUUID(), leaseMs: settings.takeOverSeconds * 1000 };
  return openResilientMemory({
    open: () => openMemory({ folder, databaseUrl, keys, ...own }),
    onChange: (state) => {
      metrics?.memoryChanged(state.writing ? undefined : state.outage?.kind);
      log.warn({ state }, 'memory_changed');
    },
    onNotRemembered: (what, total) => {
      metrics?.notRemembered(what);
      log.warn({ what, total }, 'memory_not_remembered');
    },
    onError: (error, what) => log.error({ err: error, what }, 'memory_failed'),
  });
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(
      `The folder of the memory, ${folder}, cannot be made (${code}): set DATA_DIR to a folder that this user may write to.`,
    );
  }
}
