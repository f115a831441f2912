import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createSelfSigned } from '../../../../bot/hosting/demo/self-signed.ts';
import type { MailcowServerConfig } from '../../../../bot/hosting/panels/mailcow/mailcow-server.ts';
import { createSecret } from '../../../../bot/hosting/secret.ts';

export type MailcowFailure = 'refuse' | 'page' | 'hang' | 'reset';

const seconds = () => Math.floor(Date.now() / 1000);

/** Two domains, a queue and a rate-limit log, in the shapes of the Mailcow API. */
function contents(): Readonly<Record<string, unknown>> {
  const domain = (name: string, active: number, rl: unknown) => ({
    ...{
      domain_name: name,
      active,
      active_int: active,
      created: '2024-05-01 10:00:00',
      mboxes_in_domain: '4',
      rl,
    },
  });
  const item = (queue_name: string, queue_id: string, sender: string, recipients: readonly string[]) => ({
    ...{ queue_name, queue_id, arrival_time: seconds() - 600, message_size: 2_745, sender, recipients },
  });
  const later =
    'host mx3.bigmail.example[198.51.100.9] said: 421 4.7.0 Try again later, see <https://bigmail.example/why> (in reply to RCPT TO command)';
  return {
    'domain/choir.example': domain('choir.example', 1, { value: '60', frame: 'h' }),
    'domain/quiet.example': domain('quiet.example', 0, false),
    'mailq/all': [
      item('deferred', 'A1', 'office@choir.example', [
        `anna@bigmail.example (${later})`,
        `ben@bigmail.example (${later})`,
      ]),
      item('deferred', 'A2', 'office@choir.example', [
        `carla@bigmail.example (${later})`,
        `emil@bigmail.example (${later})`,
      ]),
      item('active', 'A3', 'office@choir.example', ['deniz@riverton.example']),
      item('deferred', 'B1', 'owner@neighbour.example', [
        'secret@riverton.example (connect to riverton.example[192.0.2.5]:25: Connection refused)',
      ]),
    ],
    'logs/ratelimited/500': [
      {
        time: String(seconds()),
        user: 'office@choir.example',
        rcpt: 'x@riverton.example',
        rl_info: 'mailcow(RLx)',
        rl_name: 'mailcow',
      },
    ],
  };
}

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
    send(200, contents()[asked] ?? {});
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
