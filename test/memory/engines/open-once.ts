import { openMemory } from '../../../bot/memory/open-memory.ts';
import { maskPersonal } from '../../../bot/privacy/mask.ts';

// A process that only starts: what several of them do at once is the test.
const { MEMORY_FOLDER: folder = '', DATABASE_URL: databaseUrl, MEMORY_KEYS: keys } = process.env;
const memory = await openMemory({ folder, databaseUrl, keys, mask: maskPersonal });
await memory.pulses.beat();
await memory.close();
process.stdout.write('opened');
