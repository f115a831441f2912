import * as oauth from 'openid-client';
import { z } from 'zod';
import type { ChatProof } from './chat-proof.ts';
import { arrivalFrom } from './journey.ts';

export interface DiscordProofOptions {
  /** Also its client id. */
  readonly applicationId: string;
  readonly clientSecret: string;
  /** `https://discord.com/api` */
  readonly apiUrl: string;
}

const me = z.object({ id: z.string().regex(/^\d{15,22}$/), bot: z.literal(false).optional() });

const timeoutSeconds = 10;

/** Discord's OAuth 2 with the scope `identify`. https://discord.com/developers/docs/topics/oauth2 */
export function createDiscordProof({ applicationId, clientSecret, apiUrl }: DiscordProofOptions): ChatProof {
  const api = apiUrl.replace(/\/+$/, '');
  const { origin, protocol } = new URL(api);
  const config = new oauth.Configuration(
    {
      issuer: origin,
      authorization_endpoint: `${origin}/oauth2/authorize`,
      token_endpoint: `${api}/oauth2/token`,
    },
    applicationId,
    {},
    oauth.ClientSecretPost(clientSecret),
  );
  config.timeout = timeoutSeconds;
  if (protocol === 'http:') oauth.allowInsecureRequests(config);
  return {
    platform: 'discord',
    address: ({ state }, redirectUri) =>
      oauth.buildAuthorizationUrl(config, { scope: 'identify', redirect_uri: redirectUri, state }),
    async arrive(back, { state }) {
      try {
        const tokens = await oauth.authorizationCodeGrant(config, back, { expectedState: state });
        const asked = new URL(`${api}/v10/users/@me`);
        const response = await oauth.fetchProtectedResource(config, tokens.access_token, asked, 'GET');
        const said = me.safeParse(await response.json().catch(() => undefined));
        if (!response.ok || !said.success)
          return { kind: 'away', why: `HTTP ${response.status} for /users/@me` };
        return { kind: 'ok', who: { id: said.data.id } };
      } catch (error) {
        return arrivalFrom(error);
      }
    },
  };
}
