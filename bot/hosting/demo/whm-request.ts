import type { IncomingMessage } from 'node:http';
import type { WhmRequest } from './whm-answers.ts';

const mostBytes = 64 * 1024;

/** Reads `POST /json-api/FUNCTION` with a form; anything too long is read as an empty form. */
export async function readWhmRequest(request: IncomingMessage): Promise<WhmRequest> {
  let text = '';
  for await (const chunk of request) text = text.length > mostBytes ? '' : text + String(chunk);
  const name = /^\/json-api\/([a-z_]+)$/.exec(request.url ?? '')?.[1] ?? '';
  const form = new URLSearchParams(request.method === 'POST' && text.startsWith('api.version=1') ? text : '');
  return { name, form, authorization: request.headers.authorization ?? '' };
}
