import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { type SampleAccount, sampleAccounts } from '../../../bot/hosting/demo/sample-accounts.ts';
import { createSampleMail } from '../../../bot/hosting/demo/sample-mail.ts';
import { createSelfSigned, type SelfSigned } from '../../../bot/hosting/demo/self-signed.ts';
import {
  answerWhm,
  usualWays,
  type WhmTokenGrant,
  type WhmWays,
} from '../../../bot/hosting/demo/whm-answers.ts';
import { readWhmRequest } from '../../../bot/hosting/demo/whm-request.ts';
import type { WhmServerConfig } from '../../../bot/hosting/panels/whm/whm-config.ts';
import { createSecret } from '../../../bot/hosting/secret.ts';
import { createCallLog } from './call-log.ts';
import { createFaults } from './faults.ts';
import { sendFaulty } from './faulty-answer.ts';

export const leastPrivileges = ['acct-summary', 'list-accts', 'track-email'];

export interface LocalWhmOptions {
  readonly accounts?: readonly SampleAccount[];
  readonly tokens?: readonly WhmTokenGrant[];
  readonly ways?: Partial<WhmWays>;
  readonly now?: () => Date;
  readonly certificate?: SelfSigned;
  readonly protocol?: 'http' | 'https';
  /** Every answer takes as long. */
  readonly delayMs?: number;
}

export type LocalWhm = Awaited<ReturnType<typeof startWhmServer>>;

/** A WHM server on the loopback that answers over sample accounts, goes wrong when told, and keeps a log of its calls. */
export async function startWhmServer(options: LocalWhmOptions = {}) {
  const { accounts = sampleAccounts, now = () => new Date(), protocol = 'https', delayMs = 0 } = options;
  const { certificate = createSelfSigned(['localhost', '127.0.0.1']) } = options;
  const tokens = options.tokens ?? [
    { user: 'hostdesk', token: 'the-token-of-hostdesk', privileges: leastPrivileges },
  ];
  const world = {
    accounts,
    tokens,
    mail: createSampleMail(now),
    ways: { ...usualWays, ...options.ways },
    now,
  };
  const calls = createCallLog();
  const faults = createFaults();

  const listener: RequestListener = (request, response) => {
    void readWhmRequest(request).then(async (asked) => {
      const done = calls.begin({ ...asked, method: request.method ?? '', url: request.url ?? '' });
      response.on('close', done);
      if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
      const right = answerWhm(world, asked);
      const fault = faults.take(asked.name);
      if (fault) return sendFaulty(fault, asked, right, response);
      response.writeHead(right.status, { 'content-type': right.contentType }).end(right.body);
    });
  };
  const server = protocol === 'http' ? createHttpServer(listener) : createHttpsServer(certificate, listener);
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `${protocol}://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    ...{ url, certificate, calls, faults, accounts },
    /** How the bot is told about this server. */
    config: (changes: Partial<WhmServerConfig> = {}): WhmServerConfig => ({
      ...{ name: 'web1', url, trust: { kind: 'pinned', sha256: certificate.sha256 }, allowedPrivileges: [] },
      tokens: tokens.map(({ user, token }) => ({ user, secret: createSecret(token) })),
      ...changes,
    }),
    stop: (): Promise<void> =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
