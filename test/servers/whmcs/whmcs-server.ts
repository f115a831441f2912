import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createSelfSigned } from '../../../bot/hosting/demo/self-signed.ts';
import { type Authorizations, consentPage, createAuthorizations } from '../authorizations.ts';
import { type Claims, createIdTokens, type Signing } from '../id-tokens.ts';
import { answerAction } from './whmcs-actions.ts';
import { type Client, createWorld, type User } from './whmcs-world.ts';

/** What goes wrong, until it is taken back with `spoil({})`. */
export interface WhmcsFault {
  readonly claims?: (claims: Claims) => Claims;
  readonly signing?: Signing;
  readonly userinfo?: (info: Claims) => Claims;
  readonly discovery?: (document: Claims) => Claims;
  /** Of the API, by action. */
  readonly answer?: (action: string, answer: Claims) => Claims;
  readonly down?: 'http-500' | 'reset' | 'maintenance-page';
}

export interface WhmcsCall {
  readonly action: string;
  readonly form: Readonly<Record<string, string>>;
}

const folder = '/billing';
const credentials = { identifier: 'the-identifier', secret: 'the-secret-of-the-api' };
const app = { clientId: 'HOSTDESK.1', clientSecret: 'the-secret-of-the-sign-in' };

export type LocalWhmcs = Awaited<ReturnType<typeof startWhmcsServer>>;

/** A WHMCS on the loopback, in a folder, over TLS: its API, and its OpenID Connect with the little that it lists. */
export async function startWhmcsServer() {
  const world = createWorld();
  const certificate = createSelfSigned(['localhost', '127.0.0.1']);
  const tokens = createIdTokens();
  const allowed: Authorizations<Client | User> = createAuthorizations();
  const sessions = new Map<string, Client | User>();
  const calls: WhmcsCall[] = [];
  let signedIn: Client | User | undefined;
  let fault: WhmcsFault = {};
  let subjectOf = (who: Client | User): string => who.uuid;
  let origin = '';

  const discovery = (): Claims => ({
    issuer: `${origin}${folder}`,
    authorization_endpoint: `${origin}${folder}/oauth/authorize.php`,
    token_endpoint: `${origin}${folder}/oauth/token.php`,
    userinfo_endpoint: `${origin}${folder}/oauth/userinfo.php`,
    jwks_uri: `${origin}${folder}/oauth/certs.php`,
    ...{ response_types_supported: [], scopes_supported: ['openid', 'email', 'profile'] },
    ...{ claims_supported: ['iss', 'aud', 'exp', 'sub'], id_token_signing_alg_values_supported: ['RS256'] },
  });

  const authorize = (query: URLSearchParams): string | URL => {
    if (query.get('client_id') !== app.clientId) return 'invalid_client';
    if (!signedIn) return 'Log in to your client area';
    const path = `${folder}/oauth/authorize.php`;
    if (!query.has('choice')) return consentPage('Sample Hosting client area', signedIn.email, path, query);
    return query.get('choice') === 'allow' ? allowed.allow(signedIn, query) : allowed.decline(query);
  };

  const token = (form: URLSearchParams) => {
    if (form.get('client_id') !== app.clientId || form.get('client_secret') !== app.clientSecret)
      return { status: 400, body: { error: 'invalid_client' } };
    const found = allowed.take(form);
    if (!found) return { status: 400, body: { error: 'invalid_grant' } };
    const now = Math.floor(Date.now() / 1000);
    const claims: Claims = {
      ...{
        iss: `${origin}${folder}`,
        aud: app.clientId,
        sub: subjectOf(found.who),
        exp: now + 600,
        iat: now,
      },
      ...(found.nonce === undefined ? {} : { nonce: found.nonce }),
    };
    const accessToken = `access-${sessions.size}`;
    sessions.set(accessToken, found.who);
    const idToken = tokens.make(fault.claims?.(claims) ?? claims, fault.signing);
    return {
      status: 200,
      body: {
        access_token: accessToken,
        expires_in: 3600,
        token_type: 'Bearer',
        scope: found.scope,
        id_token: idToken,
      },
    };
  };

  const userinfo = (authorization: string) => {
    const who = sessions.get(authorization.replace(/^Bearer /, ''));
    if (!who) return { status: 401, body: { error: 'invalid_token' } };
    const info: Claims = { sub: subjectOf(who), email: who.email, email_verified: true };
    return { status: 200, body: fault.userinfo?.(info) ?? info };
  };

  const api = (form: URLSearchParams) => {
    const { identifier, secret, action = '', ...rest } = Object.fromEntries(form);
    calls.push({ action, form: rest });
    if (identifier !== credentials.identifier || secret !== credentials.secret)
      return { status: 403, body: { result: 'error', message: 'Authentication Failed' } };
    const right = answerAction(world, action, form);
    return { status: 200, body: fault.answer?.(action, right) ?? right };
  };

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', origin);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const form = new URLSearchParams(Buffer.concat(chunks).toString());
    if (fault.down === 'reset') return response.socket?.destroy();
    if (fault.down === 'http-500') return response.writeHead(500).end('Internal Server Error');
    const html = (body: string) => response.writeHead(200, { 'content-type': 'text/html' }).end(body);
    if (fault.down === 'maintenance-page') return html('Down for maintenance');
    const json = ({ status, body }: { status: number; body: object }) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    switch (`${request.method} ${pathname.slice(folder.length)}`) {
      case 'GET /oauth/openid-configuration.php':
        return json({ status: 200, body: fault.discovery?.(discovery()) ?? discovery() });
      case 'GET /oauth/certs.php':
        return json({ status: 200, body: tokens.keys });
      case 'GET /oauth/authorize.php': {
        const to = authorize(searchParams);
        return typeof to === 'string' ? html(to) : response.writeHead(302, { location: to.href }).end();
      }
      case 'POST /oauth/token.php':
        return json(token(form));
      case 'GET /oauth/userinfo.php':
        return json(userinfo(request.headers.authorization ?? ''));
      case 'POST /includes/api.php':
        return json(api(form));
      default:
        return response.writeHead(404).end();
    }
  };

  const server = createServer(certificate, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      console.error('the local WHMCS failed', error);
      response.destroy();
    });
  });
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    ...{ ...world, certificate, credentials, app, calls, origin },
    url: `${origin}${folder}`,
    /** Who is signed in in the browser that comes. */
    signIn: (who: Client | User | undefined): void => {
      signedIn = who;
    },
    /** What `sub` is: the UUID, unless said otherwise. */
    nameSubjects: (by: (who: Client | User) => string): void => {
      subjectOf = by;
    },
    spoil: (next: WhmcsFault): void => {
      fault = next;
    },
    stop: (): Promise<void> =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
