import type { RequestListener, ServerResponse } from 'node:http';
import { HTTPReceiver, type HTTPReceiverOptions, type Logger } from '@slack/bolt';
import type { Connection } from './connection.ts';

/** Hands a path of the product's one port over to a listener; gives what takes it back. */
export type Mount = (path: string, listener: RequestListener) => () => void;

export interface SignedHttpParts {
  readonly signingSecret: string;
  readonly mount: Mount;
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

const eventsPath = '/slack/events';
const oauthPaths = ['/slack/install', '/slack/oauth_redirect'];

/** Slack's requests, signed, on the port that all of the product shares. */
export function createSignedHttp({ signingSecret, mount, logger, oauth }: SignedHttpParts): SignedHttp {
  const receiver = new HTTPReceiver({ signingSecret, endpoints: [eventsPath], logger, ...oauth });
  let mounted: (() => void)[] = [];
  const listener: RequestListener = (request, response) => {
    try {
      receiver.requestListener(request, response);
    } catch {
      // Another method than the path is for.
      refuse(response);
    }
  };
  return {
    receiver,
    async start() {
      mounted = [eventsPath, ...(oauth ? oauthPaths : [])].map((path) => mount(path, listener));
    },
    connected: () => mounted.length > 0,
    async stop() {
      for (const unmount of mounted) unmount();
      mounted = [];
    },
  };
}

function refuse(response: ServerResponse): void {
  response.writeHead(404, { 'content-type': 'text/plain' }).end('There is nothing here.\n');
}
