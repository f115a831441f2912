import { webApi } from '@slack/bolt';
import { refusalOf } from '../saying/call-slack.ts';

/** What Slack answers to a token, and the switch to flip. `NAME` stands for the setting that holds the token. */
const remedies: Record<string, string> = {
  invalid_auth: 'it does not know NAME: copy it anew from the pages of your app',
  not_authed: 'NAME is empty: copy it from the pages of your app',
  account_inactive: 'the app was taken out of the workspace: install it again and copy the new token to NAME',
  token_revoked: 'NAME was revoked: install the app again and copy the new token',
  token_expired: 'NAME has expired: turn token rotation off, or set up OAuth instead of a token',
  user_removed_from_team: 'the bot was removed from the workspace: install the app again',
  team_disabled: 'the workspace is closed',
  missing_scope: 'NAME lacks a permission',
};

const wrongKind: Record<string, string> = {
  SLACK_BOT_TOKEN:
    'SLACK_BOT_TOKEN must be the Bot User OAuth Token (xoxb-…) of OAuth & Permissions, not another kind of token',
  SLACK_APP_TOKEN:
    'SLACK_APP_TOKEN must be an App-Level Token (xapp-…) with the scope connections:write: make one under Basic Information',
};

/** One sentence on why the start failed and what to do about it. */
export function startTrouble(error: unknown, setting: string, apiUrl: string): Error {
  const refusal = refusalOf(error);
  const name = (sentence: string) => new Error(`Slack: ${sentence}.`, { cause: error });
  if (refusal === 'not_allowed_token_type')
    return name(wrongKind[setting] ?? `${setting} is of the wrong kind`);
  if (refusal === 'missing_scope' && setting === 'SLACK_APP_TOKEN')
    return name('SLACK_APP_TOKEN lacks the scope connections:write: make a new one under Basic Information');
  if (refusal !== undefined)
    return name((remedies[refusal] ?? `it refuses ${setting} (${refusal})`).replaceAll('NAME', setting));
  if (error instanceof webApi.WebAPIRequestError)
    return name(
      `it cannot be reached at ${apiUrl} (${reasonOf(error)}): check the network and SLACK_API_URL`,
    );
  if (error instanceof webApi.WebAPIHTTPError)
    return name(`${apiUrl} answers with HTTP ${error.statusCode}: check SLACK_API_URL`);
  return name(error instanceof Error ? error.message : String(error ?? 'the connection was closed at once'));
}

function reasonOf({ original }: webApi.WebAPIRequestError): string {
  const { cause } = original as { cause?: { code?: string } };
  return cause?.code ?? original.message;
}

export function missingScopes(missing: readonly string[]): Error {
  return new Error(
    `Slack: the bot token lacks the scopes ${missing.join(', ')}: add them under OAuth & Permissions > Bot Token Scopes, then reinstall the app and copy the new token.`,
  );
}

export function notInChannel(channel: string, name: string | undefined, setting: string): Error {
  const words = name === undefined ? channel : `#${name} (${channel})`;
  return new Error(
    `Slack: the bot is not in ${words}: invite it there with /invite, or take ${channel} out of ${setting}.`,
  );
}

export function noSuchGroup(group: string): Error {
  return new Error(
    `Slack: there is no user group ${group}: correct SLACK_STAFF (ids of users, U…, and user groups, S…).`,
  );
}
