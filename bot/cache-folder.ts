import { fileURLToPath } from 'node:url';

/** For what can be made anew at any time; it may be missing or read-only. */
export const cacheFolder = fileURLToPath(new URL('../node_modules/.cache/hostdesk', import.meta.url));
