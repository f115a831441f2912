import type { Platform } from './platforms/platform.ts';
import type { PlatformDesk } from './platforms/platform-desk.ts';
import type { Settings } from './settings.ts';

/** The chat platforms that the settings name; none of them is started yet. */
export async function openPlatforms(settings: Settings, desk: PlatformDesk): Promise<Platform[]> {
  const platforms = await Promise.all([slackFrom(settings, desk), discordFrom(settings, desk)]);
  return platforms.filter((platform) => platform !== undefined);
}

async function slackFrom(settings: Settings, desk: PlatformDesk): Promise<Platform | undefined> {
  const {
    slackBotToken: token,
    slackAppToken: appToken,
    slackSigningSecret: signingSecret,
    slackApiUrl: apiUrl,
  } = settings;
  if (token === undefined) return undefined;
  const { createSlack } = await import('./platforms/slack/slack.ts');
  return createSlack({
    ...desk,
    token,
    port: settings.port,
    staff: settings.slackStaff,
    channels: settings.slackChannels,
    ...(appToken ? { appToken } : {}),
    ...(signingSecret ? { signingSecret } : {}),
    ...(apiUrl ? { apiUrl } : {}),
  });
}

async function discordFrom(settings: Settings, desk: PlatformDesk): Promise<Platform | undefined> {
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
    messageContent: settings.discordMessageContent,
    shards: settings.shards,
    ...(guildId ? { guildId } : {}),
    ...(apiUrl ? { apiUrl } : {}),
  });
}
