import { randomBytes } from 'node:crypto';

/** Base32 without I, L, O and U (Crockford): nothing in it is read as something else. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 10;

/** Ten letters, 50 random bits. */
export function makeCode(): string {
  return [...randomBytes(length)].map((byte) => letters[byte % letters.length]).join('');
}

/** As it stands in the mail: `7K3QX-M09TD`. */
export function writtenCode(code: string): string {
  return `${code.slice(0, length / 2)}-${code.slice(length / 2)}`;
}

/** What was typed as the code it means. What can be none comes back as something that fits none. */
export function readCode(typed: string): string {
  return typed
    .slice(0, 60)
    .toUpperCase()
    .replace(/[\s-]+/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
    .slice(0, 20);
}
