import { type Logger, LogLevel, type webApi } from '@slack/bolt';
import type { Log } from '../../../log.ts';
import type { Metrics } from '../../../metrics.ts';

export const slackApi = 'https://slack.com/api/';

/** A new object each time: Socket Mode writes its own retries into the one it is given. */
export function clientOptions(
  apiUrl: string,
  log: Log,
  metrics?: Pick<Metrics, 'rateLimited'>,
): webApi.WebClientOptions {
  return {
    slackApiUrl: apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 15_000,
    maxRequestConcurrency: 20,
    allowAbsoluteUrls: false,
    logger: libraryLogger(log),
    fetch: async (...asked) => {
      const response = await fetch(...asked);
      if (response.status === 429) metrics?.rateLimited('slack');
      return response;
    },
  };
}

/** What Slack's libraries say of themselves. Their lower levels hold tokens and customers' text, so they go nowhere. */
export function libraryLogger(log: Log): Logger {
  const nothing = () => {};
  const pass =
    (level: 'warn' | 'error') =>
    (...said: unknown[]) =>
      log[level]({ said: said.map(String).join(' ').slice(0, 500) }, 'slack_library');
  return {
    debug: nothing,
    info: nothing,
    warn: pass('warn'),
    error: pass('error'),
    setLevel: nothing,
    setName: nothing,
    getLevel: () => LogLevel.WARN,
  };
}
