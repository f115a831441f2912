import { createHmac } from 'node:crypto';
import type { webApi } from '@slack/bolt';
import { slackApi } from '../connection/client-options.ts';
import type { SignedHttpParts } from '../connection/signed-http.ts';
import { type InstallationStore, toBoltStore } from './installation-store.ts';

/** Several workspaces: each installs the app at /slack/install. */
export interface SlackOAuth {
  readonly clientId: string;
  readonly clientSecret: string;
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
  now: () => number,
): NonNullable<SignedHttpParts['oauth']> {
  const { clientId, clientSecret, redirectUri, installations } = oauth;
  return {
    clientId,
    clientSecret,
    // Signs the state that comes back from Slack's page: the same in every process, and no secret more to set.
    stateSecret: createHmac('sha256', clientSecret).update('hostdesk oauth state').digest('hex'),
    scopes: [...scopes],
    installationStore: toBoltStore(installations, now),
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
