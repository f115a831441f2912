import { createHash, randomBytes } from 'node:crypto';

/** What somebody allowed, until the app fetches it with the code. */
export interface Allowed<Who> {
  readonly who: Who;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scope: string;
  readonly nonce: string | undefined;
  readonly challenge: string | undefined;
}

export type Authorizations<Who> = ReturnType<typeof createAuthorizations<Who>>;

/** The two halves of OAuth's code flow (RFC 6749, 4.1): the page that allows, and the code, which works once. */
export function createAuthorizations<Who>() {
  const codes = new Map<string, Allowed<Who>>();
  return {
    /** Back to the app, with a code. */
    allow(who: Who, query: URLSearchParams): URL {
      const { clientId, redirectUri, scope, nonce, challenge } = askedIn(query);
      const code = randomBytes(16).toString('hex');
      codes.set(code, { who, clientId, redirectUri, scope, nonce, challenge });
      const back = new URL(redirectUri);
      back.searchParams.set('code', code);
      back.searchParams.set('state', query.get('state') ?? '');
      return back;
    },
    /** Back to the app: the person pressed Cancel. */
    decline(query: URLSearchParams): URL {
      const back = new URL(askedIn(query).redirectUri);
      back.searchParams.set('error', 'access_denied');
      back.searchParams.set('state', query.get('state') ?? '');
      return back;
    },
    /** `undefined`: `invalid_grant`. */
    take(form: URLSearchParams): Allowed<Who> | undefined {
      const code = form.get('code') ?? '';
      const allowed = codes.get(code);
      codes.delete(code);
      if (!allowed || form.get('grant_type') !== 'authorization_code') return undefined;
      const verifier = form.get('code_verifier') ?? '';
      const challenge = createHash('sha256').update(verifier).digest('base64url');
      const isVerified = allowed.challenge === undefined || allowed.challenge === challenge;
      const isSame =
        allowed.redirectUri === form.get('redirect_uri') && allowed.clientId === form.get('client_id');
      return isVerified && isSame ? allowed : undefined;
    },
  };
}

function askedIn(query: URLSearchParams) {
  const challenge = query.get('code_challenge') ?? undefined;
  if (challenge !== undefined && query.get('code_challenge_method') !== 'S256') throw new Error('only S256');
  return {
    clientId: query.get('client_id') ?? '',
    redirectUri: query.get('redirect_uri') ?? '',
    scope: query.get('scope') ?? '',
    nonce: query.get('nonce') ?? undefined,
    challenge,
  };
}

/** The page on which a person allows it or not; `path` is where that is decided. */
export function consentPage(title: string, name: string, path: string, query: URLSearchParams): string {
  const link = (choice: string, label: string) => {
    const asked = new URLSearchParams([...query, ['choice', choice]]).toString().replaceAll('&', '&amp;');
    return `<a href="${path}?${asked}">${label}</a>`;
  };
  return `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><h1>${title}</h1><p>Signed in as ${name}.</p><p>${link('allow', 'Allow')} ${link('cancel', 'Cancel')}</p></html>`;
}
