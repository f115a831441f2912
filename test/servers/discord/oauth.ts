import { type Authorizations, consentPage, createAuthorizations } from '../authorizations.ts';
import type { Application } from './application.ts';
import type { User } from './world/guild.ts';

export type OAuth = ReturnType<typeof createOAuth>;

interface OAuthAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const json = (status: number, body: object): OAuthAnswer => ({
  ...{ status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
});
const page = (body: string): OAuthAnswer => ({
  ...{ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body },
});

/** Signing in with Discord, scope `identify`: https://discord.com/developers/docs/topics/oauth2 */
export function createOAuth(application: Application, clientSecret: string) {
  const allowed: Authorizations<User> = createAuthorizations();
  const tokens = new Map<string, User>();
  let signedIn: User | undefined;
  return {
    clientSecret,
    /** Who is signed in to Discord in the browser that comes. */
    signIn: (user: User | undefined): void => {
      signedIn = user;
    },
    /** `undefined`: not a matter of OAuth. */
    answer(
      path: string,
      query: URLSearchParams,
      form: string,
      authorization: string,
    ): OAuthAnswer | undefined {
      if (path === '/oauth2/authorize') {
        if (query.get('client_id') !== application.id)
          return json(400, { client_id: ['Unknown application'] });
        if (!signedIn) return page('Sign in to Discord');
        if (!query.has('choice')) return page(consentPage('Discord', signedIn.name, path, query));
        const back =
          query.get('choice') === 'allow' ? allowed.allow(signedIn, query) : allowed.decline(query);
        return { status: 302, headers: { location: back.href }, body: '' };
      }
      if (path === '/api/oauth2/token') {
        const sent = new URLSearchParams(form);
        if (sent.get('client_id') !== application.id || sent.get('client_secret') !== clientSecret)
          return json(401, { error: 'invalid_client' });
        const found = allowed.take(sent);
        if (!found)
          return json(400, { error: 'invalid_grant', error_description: 'Invalid "code" in request.' });
        const token = `token-${tokens.size}-${found.who.id}`;
        tokens.set(token, found.who);
        return json(200, {
          ...{ access_token: token, token_type: 'Bearer', expires_in: 604_800, refresh_token: 'refresh' },
          scope: found.scope,
        });
      }
      if (path === '/api/v10/users/@me' && authorization.startsWith('Bearer ')) {
        const user = tokens.get(authorization.slice('Bearer '.length));
        if (!user) return json(401, { message: '401: Unauthorized', code: 0 });
        return json(200, { id: user.id, username: user.name, global_name: user.globalName, avatar: null });
      }
      return undefined;
    },
  };
}
