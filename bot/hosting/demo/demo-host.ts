import type { WhmServerConfig } from '../panels/whm/whm-config.ts';
import { createSecret } from '../secret.ts';
import type { SampleAccount } from './sample-accounts.ts';
import { startSampleHost } from './sample-host.ts';
import { createSampleMail } from './sample-mail.ts';
import { answerWhm, usualWays, type WhmWorld } from './whm-answers.ts';
import { readWhmRequest } from './whm-request.ts';

/** A pretended server and what the bot is told about it. */
export interface DemoHost<Config> {
  readonly server: Config;
  stop(): Promise<void>;
}

const token = {
  user: 'hostdesk',
  token: 'demonstration',
  privileges: ['acct-summary', 'list-accts', 'track-email'],
};
const tokens = [{ user: token.user, secret: createSecret(token.token) }];

/** A pretended WHM server with sample accounts. */
export async function startDemoHost(
  accounts: readonly SampleAccount[],
  now: () => Date,
): Promise<DemoHost<WhmServerConfig>> {
  const world: WhmWorld = {
    ...{ accounts, mail: createSampleMail(now), tokens: [token], ways: usualWays, now },
  };
  const { url, trust, stop } = await startSampleHost((request, response) => {
    void readWhmRequest(request).then((asked) => {
      const { status, contentType, body } = answerWhm(world, asked);
      response.writeHead(status, { 'content-type': contentType }).end(body);
    });
  });
  return { server: { name: 'sample data', url, trust, tokens, allowedPrivileges: [] }, stop };
}

/** A pretended WHM server that breaks every connection off. */
export async function startDeadHost(): Promise<DemoHost<WhmServerConfig>> {
  const { url, trust, stop } = await startSampleHost((request) => void request.socket.destroy());
  return { server: { name: 'sample data, down', url, trust, tokens, allowedPrivileges: [] }, stop };
}
