import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Memory } from '../bot/memory/memory.ts';
import { openMemory } from '../bot/memory/open-memory.ts';
import { maskPersonal } from '../bot/privacy/mask.ts';
import type { Settings } from '../bot/settings.ts';

/** The memory of the running bot. Throws where there is none: a command never makes an empty one by a wrong setting. */
export function openKept({ dataDir, databaseUrl, memoryKeys }: Settings): Promise<Memory> {
  if (databaseUrl === undefined && !existsSync(join(dataDir, 'memory.sqlite')))
    throw new Error(`There is no memory in ${dataDir}: set DATA_DIR or DATABASE_URL as the bot has it`);
  return openMemory({ folder: dataDir, databaseUrl, keys: memoryKeys, mask: maskPersonal });
}
