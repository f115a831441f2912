import type { ResilientMemory } from './memory/resilient/resilient.ts';
import type { Metrics } from './metrics.ts';
import type { Platform } from './platforms/platform.ts';
import type { PlatformDesk } from './platforms/platform-desk.ts';
import type { Mount } from './platforms/slack/connection/signed-http.ts';
import { createKeptInstallations } from './platforms/slack/installations/kept-installations.ts';
import type { createSlack } from './platforms/slack/slack.ts';
import type { Settings } from './settings.ts';

export interface PlatformParts {
  readonly settings: Settings;
  readonly desk: PlatformDesk;
  readonly kept: ResilientMemory;
  readonly metrics: Metrics;
  /** `undefined` where no port is served. */
  readonly mount: Mount | undefined;
}

/** The chat platforms that the settings name; none of them is started yet. */
export async function openPlatforms(parts: PlatformParts): Promise<Platform[]> {
  const { settings, kept, metrics, mount } = parts;
  const desk = {
    ...parts.desk,
    takeUpEveryMs: (settings.takeOverSeconds * 1000) / 2,
    metrics,
    ...(mount ? { mount } : {}),
  };
  const platforms = await Promise.all([slackFrom(settings, desk, kept), discordFrom(settings, desk)]);
  return platforms.filter((platform) => platform !== undefined);
}

const slackRedirect = '/slack/oauth_redirect';

type Desk = Omit<Parameters<typeof createSlack>[0], 'staff' | 'channels'>;

async function slackFrom(
  settings: Settings,
  desk: Desk,
  kept: ResilientMemory,
): Promise<Platform | undefined> {
  const {
    slackBotToken: token,
    slackAppToken: appToken,
    slackSigningSecret: signingSecret,
    slackClientId: clientId,
    slackClientSecret: clientSecret,
    slackApiUrl: apiUrl,
  } = settings;
  // With a token, there is one workspace, and these are for Sign in with Slack alone.
  const redirectUri =
    settings.publicUrl === undefined
      ? {}
      : { redirectUri: `${settings.publicUrl.replace(/\/$/, '')}${slackRedirect}` };
  const oauth = token === undefined &&
    clientId !== undefined &&
    clientSecret !== undefined && {
      ...{ clientId, clientSecret, ...redirectUri },
      installations: createKeptInstallations(kept),
    };
  if (token === undefined && !oauth) return undefined;
  const { createSlack } = await import('./platforms/slack/slack.ts');
  return createSlack({
    ...desk,
    ...(oauth ? { oauth } : {}),
    ...(token === undefined ? {} : { token }),
    staff: settings.slackStaff,
    channels: settings.slackChannels,
    staffChannel: settings.slackStaffChannel,
    ...(appToken ? { appToken } : {}),
    ...(signingSecret ? { signingSecret } : {}),
    ...(apiUrl ? { apiUrl } : {}),
  });
}

async function discordFrom(settings: Settings, desk: Desk): Promise<Platform | undefined> {
  const {
    discordToken: token,
    discordApplicationId: applicationId,
    discordGuildId: guildId,
    discordApiUrl: apiUrl,
  } = settings;
  if (token === undefined || applicationId === undefined) return undefined;
  const { createDiscord } = await import('./platforms/discord/discord.ts');
  return createDiscord({
    ...desk,
    token,
    applicationId,
    staffRoles: settings.discordStaffRoles,
    channels: settings.discordChannels,
    staffChannel: settings.discordStaffChannel,
    requestsPerSecond: settings.discordRequestsPerSecond,
    shards:
      settings.shardIds.length > 0
        ? { ids: settings.shardIds, count: Number(settings.shards) }
        : settings.shards,
    ...(guildId ? { guildId } : {}),
    ...(apiUrl ? { apiUrl } : {}),
  });
}
