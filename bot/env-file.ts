import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

/**
 * Settings from a file, where there is one; what the environment says stays. Throws with a sentence when it cannot be
 * read: without its settings another bot would start.
 */
export function loadEnvFile(path = '.env', env: Record<string, string | undefined> = process.env): void {
  for (const [name, value] of Object.entries(parseEnv(textOf(path)))) env[name] ??= value;
}

function textOf(path: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return '';
    throw new Error(`${path} cannot be read (${code}): it must be a file that this user may read.`);
  }
  try {
    // Takes away the mark that some editors put first, which would become part of the first name.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {}
  throw new Error(`${path} is not UTF-8: save it as UTF-8 text.`);
}
