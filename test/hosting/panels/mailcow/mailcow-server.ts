import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { mailcowAnswers } from '../../../../bot/hosting/demo/mailcow-answers.ts';
import { createSelfSigned } from '../../../../bot/hosting/demo/self-signed.ts';
import type { MailcowServerConfig } from '../../../../bot/hosting/panels/mailcow/mailcow-server.ts';
import { createSecret } from '../../../../bot/hosting/secret.ts';

export type MailcowFailure = 'refuse' | 'page' | 'hang' | 'reset';

export async function startMailcowServer() {
  const key = 'KEY-OF-MAILCOW-123456';
  const certificate = createSelfSigned(['localhost', '127.0.0.1']);
  const calls: string[] = [];
  let failure: MailcowFailure | undefined;
  const server = createServer(certificate, (request, response) => {
    const asked = decodeURIComponent((request.url ?? '').replace('/api/v1/get/', ''));
    calls.push(asked);
    const send = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (failure === 'hang') return;
    if (failure === 'reset') return void request.socket.destroy();
    if (failure === 'page')
      return void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>mailcow UI</html>');
    if (failure === 'refuse' || request.headers['x-api-key'] !== key)
      return void send(401, { type: 'error', msg: 'authentication failed' });
    // What does not exist is an empty object, not an error.
    send(200, mailcowAnswers(new Date())[asked] ?? {});
  });
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const config: MailcowServerConfig = {
    ...{
      name: 'mail1',
      url: `https://127.0.0.1:${port}`,
      trust: { kind: 'pinned', sha256: certificate.sha256 },
    },
    key: createSecret(key),
  };
  return {
    ...{ config, calls, key },
    fail: (how: MailcowFailure | undefined) => {
      failure = how;
    },
    stop: (): Promise<void> =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
