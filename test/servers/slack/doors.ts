import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Backend } from './backend.ts';
import type { Fault } from './faults.ts';
import { type Json, textOf } from './json.ts';
import { answerResponseUrl } from './responses.ts';
import { readArguments } from './web-api/arguments.ts';
import { visibleFile } from './web-api/files.ts';
import { Refusal } from './web-api/method.ts';
import { callWebApi, tokenOf } from './web-api/web-api.ts';

interface Answer {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: Json | string | Buffer;
  /** For the call log: 'ok' or the error's name. */
  readonly outcome: string;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function write(response: ServerResponse, { status, headers = {}, body = '' }: Answer): void {
  const isText = typeof body === 'string' || Buffer.isBuffer(body);
  const type: Record<string, string> = isText ? {} : { 'content-type': 'application/json; charset=utf-8' };
  response.writeHead(status, { ...type, ...headers });
  response.end(isText ? body : JSON.stringify(body));
}

function faultAnswer({ kind, retryAfterSeconds = 1, error = 'internal_error' }: Fault): Answer | undefined {
  if (kind === 'rate-limited')
    return {
      status: 429,
      headers: { 'retry-after': String(retryAfterSeconds) },
      body: { ok: false, error: 'ratelimited' },
      outcome: 'ratelimited',
    };
  if (kind === 'http-500') return { status: 500, body: 'upstream error', outcome: 'http-500' };
  return kind === 'platform-error' ? { status: 200, body: { ok: false, error }, outcome: error } : undefined;
}

/** Does the work and answers, unless a planned fault comes between. */
async function through(
  backend: Backend,
  response: ServerResponse,
  { method, args, token }: { method: string; args: Json; token?: string },
  work: () => Answer | Promise<Answer>,
): Promise<void> {
  const call = backend.calls.begin(method, args, token);
  const fault = backend.faults.take(method, args);
  const reset = (outcome: string) => {
    response.socket?.destroy();
    backend.calls.end(call, outcome);
  };
  if (fault?.kind === 'reset-before') return reset('reset-before');
  if (fault?.kind === 'slow') await sleep(fault.delayMs ?? 1000, undefined, { signal: backend.signal });
  const answer = (fault && faultAnswer(fault)) ?? (await work());
  if (fault?.kind === 'reset-after') return reset('reset-after');
  if (fault?.kind === 'slow-answer')
    await sleep(fault.delayMs ?? 1000, undefined, { signal: backend.signal });
  write(response, answer);
  backend.calls.end(
    call,
    answer.outcome,
    typeof answer.body === 'object' ? (answer.body as Json) : undefined,
  );
}

async function webApi(
  backend: Backend,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  openUrl: () => string,
): Promise<void> {
  const method = url.pathname.slice('/api/'.length);
  const authorization = request.headers.authorization ?? '';
  const body = await bodyOf(request);
  let args: Json;
  try {
    args = await readArguments(request.headers['content-type'] ?? '', body, url.searchParams);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const refusal = { ok: false, error: error.error };
    return write(response, { status: 200, body: refusal, outcome: error.error });
  }
  await through(backend, response, { method, args, token: tokenOf(authorization) }, () => {
    const answer = callWebApi(backend, { method, args, authorization }, openUrl);
    const outcome = answer.body.ok === true ? 'ok' : textOf(answer.body.error);
    return { status: 200, headers: answer.headers, body: answer.body, outcome };
  });
}

/** The upload address takes the bytes bare or as the one file of a form, and answers in plain text. */
async function upload(backend: Backend, request: IncomingMessage, fileId: string): Promise<Answer> {
  const pending = backend.files.upload(fileId);
  if (!pending) return { status: 404, body: 'not found', outcome: 'not_found' };
  const body = await bodyOf(request);
  const contentType = request.headers['content-type'] ?? '';
  let content = body;
  if (contentType.startsWith('multipart/form-data')) {
    const init = { method: 'POST', body: new Uint8Array(body), headers: { 'content-type': contentType } };
    const form = await new Request('http://localhost', init).formData();
    const file = [...form.values()].find((value) => typeof value !== 'string');
    content = Buffer.from(file ? await file.arrayBuffer() : new ArrayBuffer(0));
  }
  if (content.length !== pending.length)
    return { status: 400, body: 'wrong length', outcome: 'wrong_length' };
  pending.content = content;
  return { status: 200, body: `OK - ${content.length}`, outcome: 'ok' };
}

/** Without a token that may see the file Slack sends the browser to its sign-in page, not an error. */
function download(backend: Backend, authorization: string, path: string): Answer {
  const fileId = path.split('/')[2]?.split('-')[1] ?? '';
  const installation = backend.installs.check(tokenOf(authorization));
  const signIn: Answer = {
    status: 302,
    headers: { location: `${backend.baseUrl()}/sign-in` },
    outcome: 'sign_in',
  };
  if (typeof installation === 'string' || !installation.scopes.includes('files:read')) return signIn;
  try {
    const file = visibleFile({ backend, installation }, fileId);
    return { status: 200, headers: { 'content-type': file.mimetype }, body: file.content, outcome: 'ok' };
  } catch {
    return signIn;
  }
}

/** The page with the Allow button, pressed: back to the app with a code. `team` and `user` choose who pressed. */
function authorize(backend: Backend, query: URLSearchParams): Answer {
  if (query.get('client_id') !== backend.app.clientId)
    return { status: 400, body: 'invalid client_id', outcome: 'invalid_client_id' };
  const redirect = new URL(query.get('redirect_uri') ?? 'http://127.0.0.1/slack/oauth_redirect');
  const teamId = query.get('team') ?? backend.workspace.home.id;
  const person = [...backend.workspace.users.values()].find((user) => user.teamId === teamId && !user.isBot);
  const scopes = query.get('scope')?.split(',').filter(Boolean);
  const userId = query.get('user') ?? person?.id ?? '';
  redirect.searchParams.set('code', backend.installs.allow(teamId, userId, scopes));
  redirect.searchParams.set('state', query.get('state') ?? '');
  return { status: 302, headers: { location: redirect.href }, outcome: 'ok' };
}

/** Answers one HTTP request to any of the server's addresses. */
export async function answerRequest(
  backend: Backend,
  request: IncomingMessage,
  response: ServerResponse,
  openUrl: () => string,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const { pathname } = url;
  const authorization = request.headers.authorization ?? '';
  const part = (method: string, args: Json, work: () => Answer | Promise<Answer>) =>
    through(backend, response, { method, args, token: tokenOf(authorization) }, work);
  if (pathname.startsWith('/api/')) return webApi(backend, request, response, url, openUrl);
  if (/^\/(commands|actions)\//.test(pathname)) {
    const body = (await bodyOf(request)).toString();
    return part('response_url', { path: pathname, body }, () => {
      const answer = answerResponseUrl(backend, pathname, body);
      return { ...answer, outcome: answer.status === 200 ? 'ok' : textOf((answer.body as Json).error) };
    });
  }
  if (pathname.startsWith('/upload/v1/'))
    return part('files.upload', { path: pathname }, () =>
      upload(backend, request, pathname.slice('/upload/v1/'.length)),
    );
  if (pathname.startsWith('/files-pri/'))
    return part('files.download', { path: pathname }, () => download(backend, authorization, pathname));
  if (pathname === '/oauth/v2/authorize') return write(response, authorize(backend, url.searchParams));
  if (pathname === '/openid/connect/authorize') {
    const answer = backend.openid.authorize(url.searchParams);
    if (typeof answer !== 'string')
      return write(response, { status: 302, headers: { location: answer.href }, outcome: 'ok' });
    const headers = { 'content-type': 'text/html; charset=utf-8' };
    return write(response, { status: 200, headers, body: answer, outcome: 'ok' });
  }
  if (pathname === '/openid/connect/keys')
    return write(response, { status: 200, body: backend.openid.keys, outcome: 'ok' });
  if (pathname === '/sign-in') {
    const body = '<!DOCTYPE html><title>Sign in | Slack</title>';
    return write(response, { status: 200, headers: { 'content-type': 'text/html' }, body, outcome: 'ok' });
  }
  write(response, { status: 404, body: 'not found', outcome: 'not_found' });
}
