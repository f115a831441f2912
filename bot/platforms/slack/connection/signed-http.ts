import type { Server } from 'node:http';
import { HTTPReceiver, type HTTPReceiverOptions, type Logger } from '@slack/bolt';
import type { Connection } from './connection.ts';

export interface SignedHttpParts {
  readonly signingSecret: string;
  readonly port: number;
  readonly host?: string;
  readonly logger: Logger;
  readonly oauth?: Pick<
    HTTPReceiverOptions,
    | 'clientId'
    | 'clientSecret'
    | 'stateSecret'
    | 'redirectUri'
    | 'scopes'
    | 'installationStore'
    | 'installerOptions'
  >;
}

export interface SignedHttp extends Connection {
  readonly receiver: HTTPReceiver;
}

const closeEveryMs = 50;

/** Slack's requests, signed, on a port of our own. */
export function createSignedHttp({ signingSecret, port, host, logger, oauth }: SignedHttpParts): SignedHttp {
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: ['/slack/events'],
    logger,
    customRoutes: [
      {
        path: '/healthz',
        method: ['GET'],
        handler: (_request, response) => {
          response.writeHead(200, { 'content-type': 'text/plain' }).end('ok');
        },
      },
    ],
    ...oauth,
  });
  let server: Server | undefined;
  return {
    receiver,
    async start() {
      server = await receiver
        .start({ port, ...(host === undefined ? {} : { host }) })
        .catch((error: NodeJS.ErrnoException) => {
          const sentence =
            error.code === 'EADDRINUSE'
              ? `port ${port} is taken by another program: set PORT to a free one`
              : `it cannot listen on port ${port} (${error.code ?? error.message}): set PORT to another`;
          throw new Error(`Slack: ${sentence}.`, { cause: error });
        });
    },
    async stop() {
      if (!server) return;
      // Slack keeps its connections open; each is closed as soon as it has its answer.
      const closing = setInterval(() => server?.closeIdleConnections(), closeEveryMs);
      await receiver.stop().finally(() => clearInterval(closing));
      server = undefined;
    },
  };
}
