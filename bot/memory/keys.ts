import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Keys by id: the current one closes, every one opens. */
export interface KeyRing {
  readonly current: string;
  /** A key for one purpose, derived, so that no key serves two. Throws when the id is not on the ring. */
  derive(id: string, purpose: string): Buffer;
  has(id: string): boolean;
}

const keyBytes = 32;

/** Keys in base64, parted by blanks or commas, the current one first; those after it only open what they once closed. */
export function parseKeys(text: string): KeyRing {
  const keys = text
    .split(/[\s,]+/)
    .filter((part) => part !== '')
    .map(toKey);
  const [current] = keys;
  if (!current) throw new Error('A key is needed: make one with `openssl rand -base64 32`');
  const byId = new Map(keys.map((key) => [idOf(key), key]));
  return {
    current: idOf(current),
    has: (id) => byId.has(id),
    derive(id, purpose) {
      const key = byId.get(id);
      if (!key)
        throw new Error(`The key ${id} is not among the memory's keys: put it back behind the current one`);
      return Buffer.from(hkdfSync('sha256', key, '', `hostdesk ${purpose}`, keyBytes));
    },
  };
}

/** Keeps the keys in a file beside the data, made at the first start. Two processes that start at once read the same. */
export function loadKeyFile(file: string): KeyRing {
  const known = readIfThere(file);
  if (known !== undefined) return parseKeys(known);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, `${randomBytes(keyBytes).toString('base64')}\n`, { mode: 0o600, flush: true });
  try {
    // Appears whole or not at all, and never over another's.
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(draft);
  }
  return parseKeys(readFileSync(file, 'utf8'));
}

function toKey(text: string): Buffer {
  const key = Buffer.from(text, 'base64');
  if (key.length !== keyBytes)
    throw new Error(
      `A key of the memory is ${keyBytes} bytes in base64: make one with \`openssl rand -base64 32\``,
    );
  return key;
}

/** Says which key it was without telling anything of it. */
function idOf(key: Buffer): string {
  return createHash('sha256').update('hostdesk key id').update(key).digest('hex').slice(0, 8);
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
