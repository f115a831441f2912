import { overlap } from './learning/drafts/draft-folder.ts';
import { parseSupportHours } from './support/support-hours.ts';

type Read = Readonly<Record<string, unknown>>;
type Environment = Readonly<Record<string, string | undefined>>;

/** What is wrong with settings that are right by themselves: a sentence each. */
export function problemsAmong(read: Read, env: Environment): string[] {
  return [
    ...embeddingsProblems(read),
    ...slackProblems(read, env),
    ...discordProblems(read),
    ...portProblems(read),
    ...draftsProblems(read),
    ...whmcsProblems(read),
    ...supportProblems(read),
  ];
}

function draftsProblems({ draftsDir, kbDir }: Read): string[] {
  return overlap(String(draftsDir), String(kbDir))
    ? ['DRAFTS_DIR: must lie outside KB_DIR, so that no draft goes into service: set another folder']
    : [];
}

function embeddingsProblems({ embeddingsUrl, embeddingsModel }: Read): string[] {
  return embeddingsUrl !== undefined && embeddingsModel === undefined
    ? ['EMBEDDINGS_MODEL: is needed with EMBEDDINGS_URL: name the model, or take EMBEDDINGS_URL away']
    : [];
}

function slackProblems(read: Read, env: Environment): string[] {
  const { slackBotToken, slackAppToken, slackSigningSecret, slackClientId, slackClientSecret } = read;
  if ((slackClientId === undefined) !== (slackClientSecret === undefined))
    return ['SLACK_CLIENT_ID and SLACK_CLIENT_SECRET: set both (Basic Information of your app), or neither'];
  if (slackClientId !== undefined && !(env.SLACK_BOT_TOKEN && env.WHMCS_CLIENT_ID)) {
    if (env.SLACK_BOT_TOKEN || env.SLACK_APP_TOKEN)
      return [
        'SLACK_CLIENT_ID: is for several workspaces over signed HTTP: take SLACK_BOT_TOKEN and SLACK_APP_TOKEN away, or SLACK_CLIENT_ID and SLACK_CLIENT_SECRET',
      ];
    return slackSigningSecret === undefined
      ? ['SLACK_SIGNING_SECRET: is needed with SLACK_CLIENT_ID: copy it from Basic Information']
      : [];
  }
  if (slackBotToken !== undefined && (slackAppToken ?? slackSigningSecret) === undefined)
    return ['SLACK_APP_TOKEN: is needed with SLACK_BOT_TOKEN, or SLACK_SIGNING_SECRET for signed HTTP'];
  if (!env.SLACK_BOT_TOKEN && (slackAppToken ?? slackSigningSecret) !== undefined)
    return ['SLACK_BOT_TOKEN: is missing beside the other Slack settings: copy it from OAuth & Permissions'];
  return [];
}

function discordProblems({ discordToken, discordApplicationId, shards, shardIds }: Read): string[] {
  const problems: string[] = [];
  if ((discordToken === undefined) !== (discordApplicationId === undefined))
    problems.push('DISCORD_TOKEN and DISCORD_APPLICATION_ID: set both, or neither');
  const ids = Array.isArray(shardIds) ? (shardIds as number[]) : [];
  if (ids.length > 0 && typeof shards !== 'number')
    problems.push('SHARD_IDS: needs SHARDS as a number, the same in every process');
  else if (ids.some((id) => id >= Number(shards)) || new Set(ids).size < ids.length)
    problems.push(`SHARD_IDS: must be different numbers from 0 to ${Number(shards) - 1} (SHARDS less one)`);
  return problems;
}

/** Half of a group helps nobody, so it is not taken for "off". */
function whmcsProblems(read: Read): string[] {
  const problems: string[] = [];
  const needs = (wanted: boolean, names: Readonly<Record<string, unknown>>, why: string) => {
    const missing = Object.keys(names).filter((name) => names[name] === undefined);
    if (wanted && missing.length > 0) problems.push(`${missing.join(', ')}: ${why}`);
  };
  const { whmcsUrl, whmcsApiIdentifier, whmcsApiSecret, whmcsClientId, whmcsClientSecret, publicUrl } = read;
  const api = {
    WHMCS_URL: whmcsUrl,
    WHMCS_API_IDENTIFIER: whmcsApiIdentifier,
    WHMCS_API_SECRET: whmcsApiSecret,
  };
  const login = { WHMCS_CLIENT_ID: whmcsClientId, WHMCS_CLIENT_SECRET: whmcsClientSecret };
  const isUsed = [...Object.values(login), read.whmcsTicketDepartment].some((value) => value !== undefined);
  const isSignIn = Object.values(login).some((value) => value !== undefined);
  needs(isUsed, api, 'is needed with the other settings of WHMCS');
  if (!isUsed && Object.values(api).some((value) => value !== undefined))
    problems.push(
      'WHMCS_CLIENT_ID or WHMCS_TICKET_DEPARTMENT: say what WHMCS is for, signing in or tickets, or take WHMCS_URL away',
    );
  needs(isSignIn, { ...login, PUBLIC_URL: publicUrl }, 'is needed for signing in at WHMCS');
  if (isSignIn && read.port === 'off') problems.push('PORT: signing in at WHMCS needs a port');
  const isProvable =
    read.slackClientSecret !== undefined ||
    (read.discordClientSecret !== undefined && read.discordApplicationId !== undefined);
  if (isSignIn && !isProvable)
    problems.push(
      'SLACK_CLIENT_ID and SLACK_CLIENT_SECRET, or DISCORD_CLIENT_SECRET: one is needed for signing in at WHMCS, or nobody could prove who they are in the chat',
    );
  return problems;
}

function supportProblems({ smtpUrl, mailFrom, supportOpen, timeZone }: Read): string[] {
  const problems: string[] = [];
  if ((smtpUrl === undefined) !== (mailFrom === undefined))
    problems.push('SMTP_URL and MAIL_FROM: set both, or neither');
  if (typeof supportOpen !== 'string') return problems;
  try {
    parseSupportHours(supportOpen, typeof timeZone === 'string' ? timeZone : 'UTC');
  } catch (error) {
    problems.push(`SUPPORT_OPEN: ${error instanceof Error ? error.message : String(error)}`);
  }
  return problems;
}

function portProblems({ port, slackSigningSecret, slackAppToken }: Read): string[] {
  if (port !== 'off' || slackSigningSecret === undefined || slackAppToken !== undefined) return [];
  return ['PORT: signed HTTP of Slack needs a port; set SLACK_APP_TOKEN (Socket Mode) to do without'];
}
