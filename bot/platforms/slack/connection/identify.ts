import { webApi } from '@slack/bolt';
import { callSlack, refusalOf } from '../saying/call-slack.ts';
import { isNeeded, withoutScope } from './scopes.ts';
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
  /** What the listeners use. */
  readonly scopes: readonly string[];
  readonly channels: readonly string[];
  readonly staffChannel?: string | undefined;
  readonly staffGroups: readonly string[];
  /** Told of each scope that the bot can do without, with what does not work then. */
  onLesserScopeMissing(sentence: string): void;
}

/** Then it is not known whether anything is wrong. */
const cannotLook: ReadonlySet<string> = new Set(['missing_scope', 'unknown_method']);

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
  const needed = missing.filter((scope) => isNeeded(scope, parts));
  if (needed.length > 0) throw missingScopes(needed);
  for (const scope of missing) parts.onLesserScopeMissing(withoutScope(scope));
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
    if (cannotLook.has(refusalOf(error) ?? '')) return undefined;
    if (refusalOf(error) !== undefined) throw notInChannel(channel, undefined, setting);
    throw trouble(error);
  });
  if (info?.channel?.is_member === false) throw notInChannel(channel, info.channel.name, setting);
}

async function checkGroup(client: webApi.WebClient, usergroup: string, trouble: Trouble): Promise<void> {
  await callSlack(() => client.usergroups.users.list({ usergroup })).catch((error: unknown) => {
    if (cannotLook.has(refusalOf(error) ?? '')) return;
    if (refusalOf(error) !== undefined) throw noSuchGroup(usergroup);
    throw trouble(error);
  });
}
