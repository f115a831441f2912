import type { MailcowServerConfig } from '../panels/mailcow/mailcow-server.ts';
import { createSecret } from '../secret.ts';
import type { DemoHost } from './demo-host.ts';
import { mailcowAnswers } from './mailcow-answers.ts';
import { startSampleHost } from './sample-host.ts';

/** A pretended Mailcow server with one sample domain: a panel that counts nothing by the hour. */
export async function startDemoMailcow(now: () => Date): Promise<DemoHost<MailcowServerConfig>> {
  const { url, trust, stop } = await startSampleHost((request, response) => {
    const asked = decodeURIComponent((request.url ?? '').replace('/api/v1/get/', ''));
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify(mailcowAnswers(now())[asked] ?? {}));
  });
  return { server: { name: 'sample data, Mailcow', url, trust, key: createSecret('demonstration') }, stop };
}
