import type { webApi } from '@slack/bolt';
import { slackApi } from '../connection/client-options.ts';
import type { SignedHttpParts } from '../connection/signed-http.ts';
import { type InstallationStore, toBoltStore } from './installation-store.ts';

/** Several workspaces: each installs the app at /slack/install. */
export interface SlackOAuth {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Signs the state that comes back from Slack's page. */
  readonly stateSecret: string;
  /** The public address of /slack/oauth_redirect, where Slack is not to choose it. */
  readonly redirectUri?: string;
  readonly installations: InstallationStore;
}

/** What Bolt's receiver needs to know for it. */
export function oauthOptions(
  oauth: SlackOAuth,
  scopes: readonly string[],
  apiUrl: string,
  options: webApi.WebClientOptions,
): NonNullable<SignedHttpParts['oauth']> {
  const { clientId, clientSecret, stateSecret, redirectUri, installations } = oauth;
  return {
    clientId,
    clientSecret,
    stateSecret,
    scopes: [...scopes],
    installationStore: toBoltStore(installations),
    ...(redirectUri === undefined ? {} : { redirectUri }),
    installerOptions: {
      clientOptions: options,
      directInstall: true,
      redirectUriPath: '/slack/oauth_redirect',
      ...(apiUrl === slackApi
        ? {}
        : { authorizationUrl: new URL('../oauth/v2/authorize', withSlash(apiUrl)).href }),
    },
  };
}

const withSlash = (url: string) => (url.endsWith('/') ? url : `${url}/`);
