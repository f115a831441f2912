import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { AuthorizationResponseError, ResponseBodyError } from 'openid-client';
import { hostText } from '../../hosting/host-text.ts';

/** What ties the way out to another site's sign-in page to the way back. Used once, and kept sealed meanwhile. */
export interface Journey {
  readonly state: string;
  readonly nonce: string;
  /** Of PKCE. */
  readonly verifier: string;
}

/** 256 random bits, in letters that an address can hold. */
export const randomToken = (): string => randomBytes(32).toString('base64url');

export const newJourney = (): Journey => ({
  ...{ state: randomToken(), nonce: randomToken(), verifier: randomToken() },
});

export const digestOf = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

/** Takes the same time wherever they differ. */
export function isSameDigest(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * How a sign-in elsewhere ended. `declined`: the person said no. `stale`: its code was used or is too old. `refused`:
 * what came back does not prove anything. `away`: the other site did not do its part.
 */
export type Arrived<Who> =
  | { readonly kind: 'ok'; readonly who: Who }
  | { readonly kind: 'declined' | 'stale' | 'refused' | 'away'; readonly why: string };

/** Names of errors of OAuth that are about us or about the other site, not about whoever signs in. */
const ofTheSite = new Set([
  'server_error',
  'temporarily_unavailable',
  'invalid_client',
  'unauthorized_client',
]);
/** Codes of the library for answers that are none. */
const noAnswer = /RESPONSE_IS_NOT|PARSE_ERROR|TIMEOUT|HTTP_REQUEST/;

/** `why` is for the operator's log: no token, code or claim is in it. */
export function arrivalFrom(error: unknown): Exclude<Arrived<never>, { kind: 'ok' }> {
  if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError) {
    const why = `the other site says ${hostText(error.error, 60)}`;
    if (error.error === 'access_denied') return { kind: 'declined', why };
    if (error.error === 'invalid_grant') return { kind: 'stale', why };
    return { kind: ofTheSite.has(error.error) ? 'away' : 'refused', why };
  }
  const { code, message } = error as { code?: unknown; message?: unknown };
  const why = `${typeof code === 'string' ? `${code}: ` : ''}${message}`.slice(0, 300);
  // Only what the network does has no code of the library's.
  const isAway = typeof code !== 'string' || !code.startsWith('OAUTH_') || noAnswer.test(code);
  return { kind: isAway ? 'away' : 'refused', why };
}
