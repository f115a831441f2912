import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { WhmServerConfig } from '../panels/whm/whm-config.ts';
import { createSecret } from '../secret.ts';
import { sampleAccounts } from './sample-accounts.ts';
import { createSampleMail } from './sample-mail.ts';
import { createSelfSigned } from './self-signed.ts';
import { answerWhm, usualWays, type WhmWorld } from './whm-answers.ts';
import { readWhmRequest } from './whm-request.ts';

/** A pretended WHM server with sample accounts, on this machine only. */
export interface DemoHost {
  readonly server: WhmServerConfig;
  stop(): Promise<void>;
}

/** Speaks TLS with a certificate of its own, pinned: the demonstration takes the same road as the real thing. */
export async function startDemoHost(now: () => Date = () => new Date()): Promise<DemoHost> {
  const token = {
    user: 'hostdesk',
    token: 'demonstration',
    privileges: ['acct-summary', 'list-accts', 'track-email'],
  };
  const world: WhmWorld = {
    accounts: sampleAccounts,
    mail: createSampleMail(now),
    tokens: [token],
    ways: usualWays,
    now,
  };
  const { key, cert, sha256 } = createSelfSigned(['localhost', '127.0.0.1']);
  const server = createServer({ key, cert }, (request, response) => {
    void readWhmRequest(request).then((asked) => {
      const { status, contentType, body } = answerWhm(world, asked);
      response.writeHead(status, { 'content-type': contentType }).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A terminal that ends must not be kept alive by the pretended host.
  server.unref();
  const { port } = server.address() as AddressInfo;
  return {
    server: {
      ...{ name: 'sample data', url: `https://127.0.0.1:${port}`, trust: { kind: 'pinned', sha256 } },
      ...{ tokens: [{ user: token.user, secret: createSecret(token.token) }], allowedPrivileges: [] },
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
