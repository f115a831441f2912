import { webApi } from '@slack/bolt';
import { callSlack, refusalOf } from '../saying/call-slack.ts';
import { missingScopes, noSuchGroup, notInChannel, startTrouble } from './start-trouble.ts';

export interface Identity {
  readonly teamId: string;
  readonly botUserId: string;
  readonly botId: string;
  readonly botToken: string;
}

export interface IdentifyParts {
  readonly token: string;
  readonly apiUrl: string;
  readonly options: webApi.WebClientOptions;
  /** What the listeners need; a token without one of these does not start. */
  readonly scopes: readonly string[];
  readonly channels: readonly string[];
  readonly staffChannel?: string | undefined;
  readonly staffGroups: readonly string[];
}

type Trouble = (error: unknown) => Error;

/** Who the bot is, once all it was set up for is known to work. Rejects with the sentence that names what to put right. */
export async function identify(parts: IdentifyParts): Promise<Identity> {
  const client = new webApi.WebClient(parts.token, parts.options);
  const trouble: Trouble = (error) => startTrouble(error, 'SLACK_BOT_TOKEN', parts.apiUrl);
  const asked = await callSlack(() => client.auth.test(), { tries: 3 }).catch((error: unknown) => {
    throw trouble(error);
  });
  const granted = asked.response_metadata?.scopes;
  const missing = granted ? parts.scopes.filter((scope) => !granted.includes(scope)) : [];
  if (missing.length > 0) throw missingScopes(missing);
  if (!asked.bot_id || !asked.team_id || !asked.user_id)
    throw new Error('Slack: SLACK_BOT_TOKEN is no bot token: copy the one that begins with xoxb-.');
  const listed: readonly [string, string][] = [
    ...parts.channels.map((channel): [string, string] => [channel, 'SLACK_CHANNELS']),
    ...(parts.staffChannel === undefined
      ? []
      : [[parts.staffChannel, 'SLACK_STAFF_CHANNEL'] as [string, string]]),
  ];
  for (const [channel, setting] of listed) await checkChannel(client, channel, setting, trouble);
  for (const group of parts.staffGroups) await checkGroup(client, group, trouble);
  return {
    teamId: asked.team_id,
    botUserId: asked.user_id,
    botId: asked.bot_id,
    botToken: parts.token,
  };
}

async function checkChannel(
  client: webApi.WebClient,
  channel: string,
  setting: string,
  trouble: Trouble,
): Promise<void> {
  const info = await callSlack(() => client.conversations.info({ channel })).catch((error: unknown) => {
    if (refusalOf(error) === 'missing_scope') throw missingScopes(['channels:read', 'groups:read']);
    if (refusalOf(error) !== undefined) throw notInChannel(channel, undefined, setting);
    throw trouble(error);
  });
  if (!info.channel?.is_member) throw notInChannel(channel, info.channel?.name, setting);
}

async function checkGroup(client: webApi.WebClient, usergroup: string, trouble: Trouble): Promise<void> {
  await callSlack(() => client.usergroups.users.list({ usergroup })).catch((error: unknown) => {
    if (refusalOf(error) === 'missing_scope') throw missingScopes(['usergroups:read']);
    if (refusalOf(error) !== undefined) throw noSuchGroup(usergroup);
    throw trouble(error);
  });
}
