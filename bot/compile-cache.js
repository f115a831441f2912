// Plain JavaScript: a first file in TypeScript would load the type stripper, 80 ms and 18 MB, only for itself.
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// What Node makes of the code, types stripped, for the next start. Where the folder cannot be written it makes it anew.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/hostdesk', import.meta.url)));
