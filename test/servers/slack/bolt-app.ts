import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { SlackServer } from './server.ts';

/** A real Bolt app on the local server, for the server's own tests. */
export interface BoltApp {
  readonly app: App;
  readonly eventsUrl: string;
  stop(): Promise<void>;
}

const nothing = () => {};

/** Refusals and broken sockets are what these tests are about: nobody needs to read of them. */
export const silent = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  setName: nothing,
  getLevel: () => LogLevel.ERROR,
};

const retryConfig = { retries: 2, minTimeout: 10, maxTimeout: 20 };

const clientOptions = (server: SlackServer) => ({
  slackApiUrl: server.apiUrl,
  retryConfig,
  timeout: 5000,
  logger: silent,
});

export async function startSocketApp(server: SlackServer, register: (app: App) => void): Promise<BoltApp> {
  const receiver = new SocketModeReceiver({
    appToken: server.appToken,
    clientPingTimeout: 300,
    logger: silent,
    installerOptions: { clientOptions: clientOptions(server) },
  });
  const app = new App({
    receiver,
    token: server.botToken,
    clientOptions: clientOptions(server),
    logger: silent,
  });
  app.error(async () => {});
  register(app);
  await app.start();
  await server.connected();
  return {
    app,
    eventsUrl: '',
    stop: async () => {
      const before = server.sockets();
      await app.stop();
      await server.until(() => server.sockets() === 0 || server.sockets() < before, 'the socket to close');
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

export async function startHttpApp(server: SlackServer, register: (app: App) => void): Promise<BoltApp> {
  const { signingSecret } = server.app;
  const receiver = new HTTPReceiver({ signingSecret, logger: silent });
  const app = new App({
    receiver,
    token: server.botToken,
    clientOptions: clientOptions(server),
    logger: silent,
  });
  app.error(async () => {});
  register(app);
  const port = await freePort();
  await app.start({ port, host: '127.0.0.1' });
  return {
    app,
    eventsUrl: `http://127.0.0.1:${port}/slack/events`,
    stop: async () => {
      await app.stop();
    },
  };
}
