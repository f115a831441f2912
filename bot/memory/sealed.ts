import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { KeyRing } from './keys.ts';

const algorithm = 'aes-256-gcm';

/** Encrypts for the database. `bound` names the row: what was sealed for one row does not open in another. */
export function seal(keys: KeyRing, bound: string, text: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv(algorithm, keys.derive(keys.current, 'seal'), iv).setAAD(Buffer.from(bound));
  const closed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return [
    '1',
    keys.current,
    ...[iv, cipher.getAuthTag(), closed].map((part) => part.toString('base64url')),
  ].join('.');
}

/** Throws when the key is not on the ring, or when somebody changed or moved what was sealed. */
export function unseal(keys: KeyRing, bound: string, sealed: string): string {
  const [version, id = '', iv = '', tag = '', closed = ''] = sealed.split('.');
  if (version !== '1') throw new Error('Sealed by a newer program');
  const decipher = createDecipheriv(algorithm, keys.derive(id, 'seal'), Buffer.from(iv, 'base64url'), {
    authTagLength: 16,
  });
  decipher.setAAD(Buffer.from(bound)).setAuthTag(Buffer.from(tag, 'base64url'));
  return Buffer.concat([decipher.update(Buffer.from(closed, 'base64url')), decipher.final()]).toString(
    'utf8',
  );
}

export function sealedWith(sealed: string): string {
  return sealed.split('.')[1] ?? '';
}

/** `KEYID.MAC`: recognises a secret without keeping it. */
export function fingerprintOf(
  keys: KeyRing,
  purpose: string,
  secret: string,
  id: string = keys.current,
): string {
  return `${id}.${createHmac('sha256', keys.derive(id, purpose)).update(secret).digest('base64url')}`;
}

/** False too when the key has left the ring. Takes the same time whether it fits or not. */
export function fitsFingerprint(
  keys: KeyRing,
  purpose: string,
  secret: string,
  fingerprint: string,
): boolean {
  const [id = ''] = fingerprint.split('.');
  if (!keys.has(id)) return false;
  const own = Buffer.from(fingerprintOf(keys, purpose, secret, id));
  const known = Buffer.from(fingerprint);
  return own.length === known.length && timingSafeEqual(own, known);
}
