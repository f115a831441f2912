import { setTimeout as sleep } from 'node:timers/promises';
import { DiscordAPIError, HTTPError } from 'discord.js';

export interface CallOptions {
  readonly tries?: number;
  readonly firstPauseMs?: number;
  wait?(ms: number): Promise<unknown>;
}

const longestPauseMs = 30_000;

/**
 * Calls Discord until it answers. Only for calls that do no harm twice. The library waits for rate limits by itself;
 * its own retries are off, because they leave out dropped sockets and come without a pause.
 */
export async function callDiscord<Result>(
  call: () => Promise<Result>,
  { tries = 6, firstPauseMs = 200, wait = sleep }: CallOptions = {},
): Promise<Result> {
  for (let tried = 1; ; tried++) {
    try {
      return await call();
    } catch (error) {
      if (!isPassing(error) || tried >= tries) throw error;
      await wait(Math.min(longestPauseMs, firstPauseMs * 2 ** (tried - 1)) * (0.75 + Math.random() / 2));
    }
  }
}

/** A fault on the way or in Discord, not an answer: the call may even have happened. */
function isPassing(error: unknown): boolean {
  if (error instanceof DiscordAPIError) return false;
  return !(error instanceof HTTPError) || error.status >= 500;
}

/** Discord's number for the refusal; undefined for everything else that can go wrong. */
export function refusalOf(error: unknown): number | undefined {
  return error instanceof DiscordAPIError ? Number(error.code) : undefined;
}

/** Discord's numbers that are looked for. */
export const refusal = {
  unknownChannel: 10_003,
  unknownMessage: 10_008,
  unknownInteraction: 10_062,
  acknowledgedAlready: 40_060,
  missingAccess: 50_001,
  dmsClosed: 50_007,
  missingPermissions: 50_013,
  threadArchived: 50_083,
  noSharedServer: 50_278,
  threadExists: 160_004,
  threadLocked: 160_005,
} as const;
