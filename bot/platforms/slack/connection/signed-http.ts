import type { AddressInfo } from 'node:net';
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
  /** The port it listens on: another than asked for when that was 0. */
  port(): number;
}

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
  let listening = port;
  return {
    receiver,
    port: () => listening,
    async start() {
      const server = await receiver
        .start({ port, ...(host === undefined ? {} : { host }) })
        .catch((error: NodeJS.ErrnoException) => {
          const sentence =
            error.code === 'EADDRINUSE'
              ? `port ${port} is taken by another program: set PORT to a free one`
              : `it cannot listen on port ${port} (${error.code ?? error.message}): set PORT to another`;
          throw new Error(`Slack: ${sentence}.`, { cause: error });
        });
      listening = (server.address() as AddressInfo).port;
    },
    stop: () => receiver.stop(),
  };
}
