import { DiscordAPIError, DiscordjsErrorCodes, GatewayCloseCodes, HTTPError } from 'discord.js';
import { refusal, refusalOf } from '../saying/call-discord.ts';

const portal = 'on the page of your application at https://discord.com/developers/applications';

/** What stops the start, said with the switch to flip. */
function trouble(sentence: string, cause?: unknown): Error {
  return new Error(`Discord: ${sentence}.`, { cause });
}

/** One sentence on why the start failed and what to do about it. */
export function startTrouble(error: unknown, apiUrl: string): Error {
  if (error instanceof Error && error.message.startsWith('Discord: ')) return error;
  if (isTokenTrouble(error)) return tokenUnknown(error);
  if (error instanceof Error && /disallowed intents/i.test(error.message)) return messageContentOff(error);
  if (error instanceof Error && /sharding is required/i.test(error.message)) return tooFewShards(error);
  if (error instanceof HTTPError)
    return trouble(`${apiUrl} answers with HTTP ${error.status}: try again, or check DISCORD_API_URL`, error);
  if (error instanceof DiscordAPIError)
    return trouble(
      `it refuses to start the bot (${error.code}: ${error.message}): check the DISCORD_ settings`,
      error,
    );
  const { message, code, cause } = error as { message?: string; code?: string; cause?: { code?: string } };
  const reason = code ?? cause?.code ?? message ?? String(error);
  return trouble(
    `it cannot be reached at ${apiUrl} (${reason}): check the network and DISCORD_API_URL`,
    error,
  );
}

/** Why Discord will not have the bot back, by the code with which it closed the connection. */
export function lostForGood(code: number): Error {
  if (code === GatewayCloseCodes.AuthenticationFailed) return tokenUnknown();
  if (code === GatewayCloseCodes.DisallowedIntents) return messageContentOff();
  if (code === GatewayCloseCodes.ShardingRequired) return tooFewShards();
  return trouble(`it ended the connection for good (${code}): start the bot again`);
}

function tokenUnknown(cause?: unknown): Error {
  return trouble(
    `it does not know DISCORD_TOKEN: reset the token under Bot ${portal} and copy the new one`,
    cause,
  );
}

function tooFewShards(cause?: unknown): Error {
  return trouble('the bot is in too many servers for so few shards: set SHARDS=auto', cause);
}

function messageContentOff(cause?: unknown): Error {
  return trouble(
    `the Message Content intent is off: switch it on under Bot > Privileged Gateway Intents ${portal}, or take DISCORD_CHANNELS away to answer mentions, direct messages and commands only`,
    cause,
  );
}

export function otherApplication(given: string, actual: string): Error {
  return trouble(
    `DISCORD_APPLICATION_ID is ${given}, but DISCORD_TOKEN belongs to the application ${actual}: set both from the same application`,
  );
}

export function notInServer(guild: string): Error {
  return trouble(
    `the bot is not in the server ${guild}: invite it there with the scopes bot and applications.commands, or correct DISCORD_GUILD_ID`,
  );
}

export function noCommands(error: unknown, guild: string | undefined): unknown {
  if (refusalOf(error) !== refusal.missingAccess) return error;
  return guild === undefined ? error : notInServer(guild);
}

/** `setting`: names the channel. */
export function noSuchChannel(channel: string, setting: string): Error {
  return trouble(
    `the bot does not see the channel ${channel}: give it “View Channel” there, or take ${channel} out of ${setting}`,
  );
}

export function mayNot(channel: string, missing: readonly string[], setting: string): Error {
  const named = missing.map((one) => `“${one}”`).join(' and ');
  return trouble(
    `the bot may not answer in ${channel}: give it ${named} there, or take the channel out of ${setting}`,
  );
}

export function noSuchRole(role: string): Error {
  return trouble(
    `none of the bot's servers has a role ${role}: correct DISCORD_STAFF_ROLES (Server Settings > Roles > Copy Role ID)`,
  );
}

function isTokenTrouble(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  if (code === DiscordjsErrorCodes.TokenInvalid) return true;
  const refused = error instanceof DiscordAPIError || error instanceof HTTPError;
  return (refused && error.status === 401) || /authentication failed/i.test(String(error));
}
