import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import {
  denied,
  envelope,
  legacyRefusal,
  type WhmAnswer,
  type WhmRequest,
} from '../../../bot/hosting/demo/whm-answers.ts';
import type { Fault } from './faults.ts';

const page = '<!DOCTYPE html><html><title>WHM Login</title><form action="/login/"></form></html>';
const html = (status: number): WhmAnswer => ({
  status,
  contentType: 'text/html; charset="utf-8"',
  body: page,
});
const hugeBytes = 40 * 1024 * 1024;

function send(response: ServerResponse, { status, contentType, body }: WhmAnswer): void {
  response.writeHead(status, { 'content-type': contentType }).end(body);
}

/** Does what the fault says with the answer that would have been right. */
export async function sendFaulty(
  fault: Fault,
  asked: WhmRequest,
  right: WhmAnswer,
  response: ServerResponse,
): Promise<void> {
  switch (fault.kind) {
    case 'denied':
      return send(response, denied);
    case 'denied-html':
      return send(response, html(403));
    case 'failed':
      return send(response, envelope(asked.name, {}, fault.reason ?? 'Access Denied to Account X'));
    case 'legacy':
      return send(response, legacyRefusal(fault.reason ?? 'Account does not exist.'));
    case 'login-page':
      return send(response, html(200));
    case 'html-as-json':
      return send(response, { ...html(200), contentType: 'application/json' });
    case 'server-error':
      return send(response, html(503));
    case 'too-many':
      return send(response, html(429));
    case 'redirect':
      response.writeHead(302, { location: 'https://elsewhere.example/json-api/' }).end();
      return;
    case 'slow':
      await pause(fault.delayMs ?? 300);
      return send(response, right);
    case 'never':
      return;
    case 'reset':
      response.socket?.destroy();
      return;
    case 'cut-off':
      response.writeHead(200, { 'content-type': right.contentType, 'content-length': right.body.length });
      response.write(right.body.slice(0, right.body.length / 2), () => response.socket?.destroy());
      return;
    case 'huge':
      return send(response, { ...right, body: `{"data":"${'x'.repeat(hugeBytes)}"}` });
    case 'huge-packed':
      response.writeHead(200, { 'content-type': right.contentType, 'content-encoding': 'gzip' });
      response.end(gzipSync(Buffer.alloc(hugeBytes, 'x')));
      return;
    case 'no-list':
      return send(response, envelope(asked.name, { records: 'none', acct: {}, privileges: null }));
    case 'wrong-rows':
      return send(response, wrongRows(asked, right));
    case 'foreign-rows':
      return send(response, foreignRows(right));
    case 'echo':
      return send(
        response,
        envelope(asked.name, {}, `wrong header ${asked.authorization}, see [here](https://evil.example)`),
      );
  }
}

type Rows = { data: Record<string, Record<string, unknown>[]> };

function changeRows(
  { body, ...answer }: WhmAnswer,
  change: (row: Record<string, unknown>) => unknown,
): WhmAnswer {
  const parsed = JSON.parse(body) as Rows;
  for (const [key, rows] of Object.entries(parsed.data)) {
    if (Array.isArray(rows)) Object.assign(parsed.data, { [key]: rows.map(change) });
  }
  return { ...answer, body: JSON.stringify(parsed) };
}

function wrongRows(asked: WhmRequest, right: WhmAnswer): WhmAnswer {
  const user = asked.form.get('user') ?? asked.form.get('api.filter.a.arg0');
  return changeRows(right, () => ({
    USER: user,
    FAILCOUNT: 'many',
    actionunixtime: [],
    user: { name: user },
  }));
}

function foreignRows(right: WhmAnswer): WhmAnswer {
  return changeRows(right, (row) =>
    'USER' in row ? { ...row, USER: 'neighbour' } : { ...row, user: 'neighbour' },
  );
}
