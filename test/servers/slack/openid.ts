import { type Authorizations, consentPage, createAuthorizations } from '../authorizations.ts';
import { type Claims, createIdTokens, type Signing } from '../id-tokens.ts';
import type { App } from './app.ts';
import type { Json } from './json.ts';
import { refuse } from './web-api/method.ts';
import type { User } from './workspace.ts';

export interface OpenIdFault {
  readonly claims?: (claims: Claims) => Claims;
  readonly signing?: Signing;
}

export type OpenId = ReturnType<typeof createOpenId>;

/** Sign in with Slack: https://docs.slack.dev/authentication/sign-in-with-slack */
export function createOpenId(app: App, baseUrl: () => string) {
  const tokens = createIdTokens();
  const allowed: Authorizations<User> = createAuthorizations();
  let signedIn: User | undefined;
  let fault: OpenIdFault = {};

  const claimsOf = (user: User, nonce: string | undefined): Claims => {
    const now = Math.floor(Date.now() / 1000);
    return {
      ...{ iss: baseUrl(), sub: user.id, aud: app.clientId, exp: now + 300, iat: now, auth_time: now },
      ...(nonce === undefined ? {} : { nonce }),
      ...{ 'https://slack.com/team_id': user.teamId, 'https://slack.com/user_id': user.id },
    };
  };

  return {
    keys: tokens.keys,
    /** Who is signed in to Slack in the browser that comes. */
    signIn: (user: User | undefined): void => {
      signedIn = user;
    },
    /** The next ID tokens are like this. */
    spoil: (next: OpenIdFault): void => {
      fault = next;
    },
    /** Gives the page, or where it leads. */
    authorize(query: URLSearchParams): string | URL {
      if (query.get('client_id') !== app.clientId) return 'invalid client_id';
      if (!query.get('scope')?.split(' ').includes('openid')) return 'invalid scope';
      if (!signedIn) return 'Sign in to your workspace';
      const path = '/openid/connect/authorize';
      if (!query.has('choice')) return consentPage('Sign in with Slack', signedIn.name, path, query);
      return query.get('choice') === 'allow' ? allowed.allow(signedIn, query) : allowed.decline(query);
    },
    /** `openid.connect.token`. */
    token(args: Json): Json {
      const form = new URLSearchParams(
        Object.entries(args).map(([name, value]): [string, string] => [name, String(value)]),
      );
      if (form.get('client_id') !== app.clientId) return refuse('invalid_client_id');
      if (form.get('client_secret') !== app.clientSecret) return refuse('bad_client_secret');
      const { who, nonce } = allowed.take(form) ?? refuse('invalid_code');
      const claims = claimsOf(who, nonce);
      return {
        ...{ access_token: `xoxp-${who.id}`, token_type: 'Bearer' },
        id_token: tokens.make(fault.claims?.(claims) ?? claims, fault.signing),
      };
    },
  };
}
