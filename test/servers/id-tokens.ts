import { createHmac, generateKeyPairSync, randomUUID, sign } from 'node:crypto';

export type Claims = Readonly<Record<string, unknown>>;

/** How a token is signed: rightly, or in one of the ways in which forged ones are. */
export type Signing = 'right' | 'none' | 'hs256-with-the-public-key' | 'another-key' | 'unknown-kid';

export type IdTokens = ReturnType<typeof createIdTokens>;

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** ID tokens of a sign-in server (RFC 7519), and the keys that it shows (RFC 7517). */
export function createIdTokens() {
  const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
  const own = pair();
  const other = pair();
  const kid = randomUUID();
  const signed = (header: object, claims: Claims, key = own.privateKey) => {
    const text = `${part(header)}.${part(claims)}`;
    return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`;
  };
  return {
    keys: { keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' }] },
    make(claims: Claims, how: Signing = 'right'): string {
      if (how === 'none') return `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`;
      if (how === 'hs256-with-the-public-key') {
        const text = `${part({ alg: 'HS256', kid, typ: 'JWT' })}.${part(claims)}`;
        const secret = own.publicKey.export({ type: 'spki', format: 'pem' });
        return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
      }
      if (how === 'another-key') return signed({ alg: 'RS256', kid, typ: 'JWT' }, claims, other.privateKey);
      const shown = how === 'unknown-kid' ? randomUUID() : kid;
      return signed({ alg: 'RS256', kid: shown, typ: 'JWT' }, claims);
    },
  };
}
