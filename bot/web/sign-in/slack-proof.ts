import * as oidc from 'openid-client';
import { z } from 'zod';
import type { ChatProof } from './chat-proof.ts';
import { arrivalFrom } from './journey.ts';

export interface SlackProofOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Of the Web API: `https://slack.com/api/`. */
  readonly apiUrl: string;
}

/** A user's id is unique in their workspace only, so both count. */
const claims = z.object({ 'https://slack.com/user_id': z.string(), 'https://slack.com/team_id': z.string() });

const timeoutSeconds = 10;

/**
 * Sign in with Slack (OpenID Connect). Without PKCE: Slack has an app choose between that and a secret.
 * https://docs.slack.dev/authentication/sign-in-with-slack
 */
export function createSlackProof({ clientId, clientSecret, apiUrl }: SlackProofOptions): ChatProof {
  const api = new URL(apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/`);
  const config = new oidc.Configuration(
    {
      issuer: api.origin,
      authorization_endpoint: new URL('/openid/connect/authorize', api).href,
      token_endpoint: new URL('openid.connect.token', api).href,
      jwks_uri: new URL('/openid/connect/keys', api).href,
    },
    clientId,
    { id_token_signed_response_alg: 'RS256', [oidc.clockTolerance]: 30 },
    oidc.ClientSecretPost(clientSecret),
  );
  config.timeout = timeoutSeconds;
  oidc.enableNonRepudiationChecks(config);
  if (api.protocol === 'http:') oidc.allowInsecureRequests(config);
  return {
    platform: 'slack',
    address: ({ state, nonce }, redirectUri, { workspace }) =>
      oidc.buildAuthorizationUrl(config, {
        ...{ scope: 'openid', redirect_uri: redirectUri, state, nonce, team: workspace },
      }),
    async arrive(back, { state, nonce }) {
      try {
        const checks = { expectedState: state, expectedNonce: nonce, idTokenExpected: true };
        const tokens = await oidc.authorizationCodeGrant(config, back, checks);
        const said = claims.safeParse(tokens.claims());
        if (!said.success) return { kind: 'refused', why: 'no user and workspace in the ID token' };
        const { 'https://slack.com/user_id': id, 'https://slack.com/team_id': workspace } = said.data;
        return { kind: 'ok', who: { id, workspace } };
      } catch (error) {
        return arrivalFrom(error);
      }
    },
  };
}
