import { setTimeout as sleep } from 'node:timers/promises';
import { type Logger, SocketModeReceiver, webApi } from '@slack/bolt';
import type { Log } from '../../../log.ts';
import type { Connection } from './connection.ts';
import { startTrouble } from './start-trouble.ts';

export interface SocketParts {
  readonly appToken: string;
  readonly apiUrl: string;
  readonly options: webApi.WebClientOptions;
  readonly logger: Logger;
  readonly log: Log;
}

/**
 * A silent socket counts as dead after this; one that is closed is noticed at once. Any shorter, and a process that is
 * busy for a moment throws a good socket away, and with it the commands that are on their way: Slack repeats none.
 */
const pingTimeoutMs = 5000;
const longestPauseMs = 30_000;
const goodbyeMs = 1500;

/**
 * Socket Mode that reconnects by itself. The library's own way waits before every attempt, gives up for good when
 * Slack answers with an HTTP error, and then ends the process with an unhandled rejection.
 */
export function createSocket({ appToken, apiUrl, options, logger, log }: SocketParts): Connection {
  const receiver = new SocketModeReceiver({
    appToken,
    clientPingTimeout: pingTimeoutMs,
    autoReconnectEnabled: false,
    logger,
    installerOptions: { clientOptions: options },
    processEventErrorHandler: async ({ error }) => {
      log.error({ err: error }, 'slack_event_failed');
      return false;
    },
  });
  const { client } = receiver;
  let stopping = new AbortController();
  let connected = false;

  const stayConnected = async (signal: AbortSignal, onFirst: (error?: unknown) => void) => {
    let failures = 0;
    let connectedBefore = false;
    while (!signal.aborted) {
      let leave = () => {};
      const gone = new Promise<void>((resolve) => {
        leave = resolve;
        client.once('disconnected', leave);
      });
      try {
        await client.start();
        connected = true;
        if (connectedBefore) log.info({}, 'slack_reconnected');
        connectedBefore = true;
        failures = 0;
        onFirst();
        await gone;
        connected = false;
      } catch (error) {
        client.off('disconnected', leave);
        if (!connectedBefore) return onFirst(error ?? new Error('the connection was closed at once'));
        failures++;
        log.warn({ err: error, failures }, 'slack_connection_failed');
        await sleep(pauseAfter(error, failures), undefined, { signal }).catch(() => {});
      }
    }
  };

  return {
    receiver,
    start: () =>
      new Promise<void>((resolve, reject) => {
        const onFirst = (error?: unknown) =>
          error === undefined ? resolve() : reject(startTrouble(error, 'SLACK_APP_TOKEN', apiUrl));
        stopping = new AbortController();
        stayConnected(stopping.signal, onFirst).catch(reject);
      }),
    connected: () => connected,
    async stop() {
      stopping.abort();
      await Promise.race([client.disconnect(), sleep(goodbyeMs, undefined, { ref: false })]);
    },
  };
}

function pauseAfter(error: unknown, failures: number): number {
  if (error instanceof webApi.WebAPIRateLimitedError) return error.retryAfter * 1000;
  return Math.min(longestPauseMs, 50 * 2 ** failures);
}
