import * as oidc from 'openid-client';
import { z } from 'zod';
import type { SignedIn } from '../../hosting/billing/signed-in-clients.ts';
import type { WhmcsApi } from '../../hosting/billing/whmcs-api.ts';
import { hostAddress } from '../../hosting/host-text.ts';
import { type Arrived, arrivalFrom, type Journey } from './journey.ts';

export interface WhmcsLogin {
  /** Where the browser goes. Rejects while WHMCS does not say where that is. */
  address(journey: Journey, redirectUri: string): Promise<URL>;
  arrive(back: URL, journey: Journey): Promise<Arrived<SignedIn>>;
}

export interface WhmcsLoginOptions {
  readonly api: Pick<WhmcsApi, 'send' | 'url'>;
  /** Of the credentials that its OpenID Connect page gives. */
  readonly clientId: string;
  readonly clientSecret: string;
}

const keptMs = 60 * 60_000;

/** Its discovery document lists little, so only what has to be there is asked for. */
const discovery = z.object({
  issuer: z.url(),
  authorization_endpoint: z.url({ protocol: /^https$/ }),
  token_endpoint: z.url(),
  userinfo_endpoint: z.url(),
  jwks_uri: z.url(),
});

/** Signing in at WHMCS, its OpenID Connect. Everything that goes there goes over the one connection to its address. */
export function createWhmcsLogin({ api, clientId, clientSecret }: WhmcsLoginOptions): WhmcsLogin {
  let known: { readonly config: Promise<oidc.Configuration>; readonly at: number } | undefined;
  const configuration = (): Promise<oidc.Configuration> => {
    if (known && performance.now() - known.at < keptMs) return known.config;
    const config = discover(api, clientId, clientSecret);
    known = { config, at: performance.now() };
    config.catch(() => {
      known = undefined;
    });
    return config;
  };
  return {
    async address({ state, nonce, verifier }, redirectUri) {
      return oidc.buildAuthorizationUrl(await configuration(), {
        ...{ scope: 'openid email', redirect_uri: redirectUri, state, nonce, code_challenge_method: 'S256' },
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      });
    },
    async arrive(back, { state, nonce, verifier }) {
      try {
        const config = await configuration();
        const tokens = await oidc.authorizationCodeGrant(config, back, {
          ...{
            expectedState: state,
            expectedNonce: nonce,
            pkceCodeVerifier: verifier,
            idTokenExpected: true,
          },
        });
        const subject = tokens.claims()?.sub;
        if (subject === undefined) return { kind: 'refused', why: 'no subject in the ID token' };
        const info = await oidc.fetchUserInfo(config, tokens.access_token, subject);
        const emailVerified = info.email_verified === true;
        return { kind: 'ok', who: { subject, email: hostAddress(info.email), emailVerified } };
      } catch (error) {
        return arrivalFrom(error);
      }
    },
  };
}

async function discover(
  api: WhmcsLoginOptions['api'],
  clientId: string,
  clientSecret: string,
): Promise<oidc.Configuration> {
  const base = new URL(api.url);
  const response = await fetchFrom(api)(`${api.url}/oauth/openid-configuration.php`, { method: 'GET' });
  const found = discovery.safeParse(await response.json().catch(() => undefined));
  if (!response.ok || !found.success)
    throw new Error(`WHMCS_URL: no OpenID Connect there (HTTP ${response.status}): switch it on in WHMCS`);
  // Our secret goes there, and the keys come from there: nowhere else than where the operator said.
  for (const name of ['token_endpoint', 'userinfo_endpoint', 'jwks_uri'] as const) {
    const { origin } = new URL(found.data[name]);
    if (origin !== base.origin)
      throw new Error(`WHMCS_URL: WHMCS calls itself ${origin}: set WHMCS_URL to its own address`);
  }
  const config = new oidc.Configuration(
    found.data,
    clientId,
    { id_token_signed_response_alg: 'RS256', [oidc.clockTolerance]: 30 },
    oidc.ClientSecretPost(clientSecret),
  );
  config[oidc.customFetch] = fetchFrom(api);
  oidc.enableNonRepudiationChecks(config);
  return config;
}

/** The library's requests over the connection of the API: its certificate, its limits, no redirects, no other address. */
function fetchFrom(api: WhmcsLoginOptions['api']) {
  return async (
    address: string,
    { method, headers = {}, body }: { method: string; headers?: Record<string, string>; body?: unknown },
  ): Promise<Response> => {
    const url = new URL(address);
    if (url.origin !== new URL(api.url).origin) throw new Error('an address that is not that of WHMCS');
    const response = await api.send({
      ...{ method: method === 'POST' ? 'POST' : 'GET', url, headers },
      ...(body ? { form: new URLSearchParams(String(body)) } : {}),
    });
    if (response.kind === 'failed') throw new Error(`${response.fault}: ${response.error}`);
    const { status, contentType, text } = response;
    return new Response(text, { status, headers: { 'content-type': contentType } });
  };
}
