import { setTimeout as sleep } from 'node:timers/promises';
import { webApi } from '@slack/bolt';
import { slackWording } from '../slack-wording.ts';

export interface CallOptions<Result> {
  /** Asked before another try when the last one may have happened unheard: what it would have given, if it did. */
  standing?(): Promise<Result | undefined>;
  readonly tries?: number;
  wait?(ms: number): Promise<unknown>;
}

const longestWaitMs = 30_000;
/** `ok: false` for reasons of Slack's own, which pass. */
const passing = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  // Of uploads: python-slack-sdk #1730.
  'file_update_failed',
]);

/**
 * Calls Slack until it answers. The library's own retries are off, because they would send a message again whose
 * answer was only lost, and would hold up every channel when one is rate-limited.
 */
export async function callSlack<Result>(
  call: () => Promise<Result>,
  { standing, tries = 6, wait = sleep }: CallOptions<Result> = {},
): Promise<Result> {
  for (let tried = 1; ; tried++) {
    try {
      return await call();
    } catch (error) {
      const pause = pauseAfter(error, tried);
      if (pause === undefined || tried >= tries) throw error;
      await wait(pause);
      const found = mayHaveHappened(error) ? await standing?.() : undefined;
      if (found !== undefined) return found;
    }
  }
}

/** What Slack calls the refusal; undefined for everything else that can go wrong. */
export function refusalOf(error: unknown): string | undefined {
  return error instanceof webApi.WebAPIPlatformError ? error.data.error : undefined;
}

/** What to tell whoever waits: what Slack refuses because the bot is not in the channel, people can put right. */
export function failureWords(error: unknown): string {
  return outside.has(refusalOf(error) ?? '') ? slackWording.notInChannel : slackWording.failed;
}

/** Of a private channel that it is not in, Slack says that there is none. */
const outside = new Set(['not_in_channel', 'channel_not_found']);

/** Milliseconds until it is worth another try; undefined when it never will be. */
function pauseAfter(error: unknown, tried: number): number | undefined {
  if (error instanceof webApi.WebAPIRateLimitedError) return error.retryAfter * 1000;
  return mayHaveHappened(error)
    ? Math.min(longestWaitMs, 250 * 2 ** tried) * (0.75 + Math.random() / 2)
    : undefined;
}

function mayHaveHappened(error: unknown): boolean {
  if (error instanceof webApi.WebAPIRequestError) return true;
  if (error instanceof webApi.WebAPIHTTPError) return error.statusCode >= 500;
  return passing.has(refusalOf(error) ?? '');
}
