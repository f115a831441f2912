import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Json } from '../slack/json.ts';
import type { Backend } from './backend.ts';
import type { ApiCall } from './call-log.ts';
import type { Fault } from './faults.ts';
import type { Answer } from './rest/call.ts';
import type { Verdict } from './rest/rate-limits.ts';
import { isKnownCode, Refusal, refusalOf, refuse, refuseStatus } from './rest/refusal.ts';
import { readBody } from './rest/request-body.ts';
import type { Match, Router } from './rest/router.ts';

interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Json | Json[] | Buffer | undefined;
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** A 204 must come without a content type: discord.js would try to read JSON. */
function write(response: ServerResponse, { status, headers = {}, body }: Reply): void {
  const isBytes = Buffer.isBuffer(body);
  const type = body === undefined || isBytes ? {} : { 'content-type': 'application/json' };
  response.writeHead(status, { ...type, ...headers });
  response.end(body === undefined || isBytes ? body : JSON.stringify(body));
}

function limited({ retryAfterSeconds, global }: { retryAfterSeconds: number; global: boolean }): Reply {
  const scope = global ? 'global' : 'user';
  return {
    status: 429,
    headers: {
      'retry-after': String(Math.ceil(retryAfterSeconds)),
      'x-ratelimit-scope': scope,
      ...(global ? { 'x-ratelimit-global': 'true' } : {}),
    },
    body: { message: 'You are being rate limited.', retry_after: retryAfterSeconds, global },
  };
}

function refused(error: unknown): Reply {
  if (error instanceof Refusal) return { status: error.status, body: error.body };
  throw error;
}

/** Some refusals, such as a channel's slow mode, are limits with a number of their own. */
function refusedByCode(code: number, retryAfterSeconds: number): Reply {
  if (!isKnownCode(code)) return { status: 400, body: { message: `Error ${code}`, code } };
  const { status, body } = refusalOf(code);
  if (status !== 429) return { status, body };
  const { headers = {} } = limited({ retryAfterSeconds, global: false });
  return { status, headers, body: { ...body, retry_after: retryAfterSeconds, global: false } };
}

function faultReply({ kind, retryAfterSeconds = 1, global = false, code = 50013 }: Fault): Reply | undefined {
  if (kind === 'rate-limited') return limited({ retryAfterSeconds, global });
  if (kind === 'http-500') return { status: 500, body: { message: '500: Internal Server Error', code: 0 } };
  return kind === 'platform-error' ? refusedByCode(code, retryAfterSeconds) : undefined;
}

const outcomeOf = ({ status, body }: Reply): string => {
  if (status < 300) return 'ok';
  const code = body && !Buffer.isBuffer(body) && !Array.isArray(body) ? body.code : undefined;
  return String(code || status);
};

/** Does the work and answers, unless a planned fault comes between. */
async function through(
  backend: Backend,
  response: ServerResponse,
  call: ApiCall,
  work: () => Promise<Reply>,
): Promise<void> {
  const fault = backend.faults.take(call);
  const pause = () => sleep(fault?.delayMs ?? 1000, undefined, { signal: backend.signal });
  const reset = (outcome: string) => {
    response.socket?.destroy();
    backend.calls.end(call, outcome);
  };
  if (fault?.kind === 'reset-before') return reset('reset-before');
  if (fault?.kind === 'slow') await pause();
  const reply = (fault && faultReply(fault)) ?? (await work());
  if (fault?.kind === 'reset-after') return reset('reset-after');
  if (fault?.kind === 'slow-answer') await pause();
  write(response, reply);
  const body = Buffer.isBuffer(reply.body) ? undefined : reply.body;
  backend.calls.end(call, outcomeOf(reply), { status: reply.status, body });
}

async function rest(
  backend: Backend,
  router: Router,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const { method = 'GET', headers } = request;
  const version = /^\/api(?:\/v(\d+))?(\/.*)$/.exec(url.pathname);
  const path = version?.[2] ?? '/';
  const match = router.match(method, path);
  const received = await bytesOf(request);
  const read = await readBody(received, headers['content-type']).catch(refused);
  const authorized = headers.authorization === `Bot ${backend.application.token}`;
  const { raw, files } = 'raw' in read ? read : { raw: {}, files: [] };
  const call = backend.calls.begin({
    route: match?.route ?? `${method} ${path}`,
    path,
    query: Object.fromEntries(url.searchParams),
    body: raw,
    files: files.map(({ name }) => name),
    authorized,
  });
  await through(backend, response, call, async () => {
    const verdict = match ? counted(backend, match, raw) : { headers: {} };
    if (verdict.refused) return withHeaders(limited(verdict.refused), verdict.headers);
    const work = async (): Promise<Answer> => {
      if (version?.[1] !== '10') refuse(50041);
      if (!match) return router.refuseUnknown(path);
      if (match.needsToken && !authorized) refuseStatus(401, 'Unauthorized');
      if (!('raw' in read)) throw new Refusal(read.status, read.body as Json);
      return router.run(backend, match, url.searchParams, { raw, files });
    };
    return withHeaders(await work().catch(refused), verdict.headers);
  });
}

const withHeaders = (reply: Reply, headers: Readonly<Record<string, string>>): Reply => ({
  ...reply,
  headers: { ...headers, ...reply.headers },
});

/** A channel's name and topic have a limit of their own; what answers interactions is outside the global one. */
function counted({ rateLimits }: Backend, { route, major, needsToken }: Match, body: unknown): Verdict {
  const fields = body && typeof body === 'object' ? body : {};
  const renames = route === 'PATCH /channels/:channel' && ('name' in fields || 'topic' in fields);
  return rateLimits.count(renames ? 'rename' : route, major, needsToken);
}

async function cdn(backend: Backend, response: ServerResponse, url: URL): Promise<void> {
  const { pathname: path, searchParams } = url;
  const query = Object.fromEntries(searchParams);
  const call = backend.calls.begin({ route: 'GET cdn', path, query, body: {}, files: [], authorized: false });
  await through(backend, response, call, async () => {
    const file = backend.attachments.open(decodeURIComponent(path), searchParams);
    if (!file) return { status: 404, body: Buffer.from('This content is no longer available.') };
    return { status: 200, headers: { 'content-type': file.contentType }, body: file.content };
  });
}

export async function answerRequest(
  backend: Backend,
  router: Router,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', backend.baseUrl());
  if (/^\/(?:api\/)?oauth2\/|^\/api\/v10\/users\/@me$/.test(url.pathname)) {
    const form = (await bytesOf(request)).toString();
    const { authorization = '' } = request.headers;
    const answer = backend.oauth.answer(url.pathname, url.searchParams, form, authorization);
    if (answer) return void response.writeHead(answer.status, answer.headers).end(answer.body);
  }
  if (url.pathname.startsWith('/api')) return rest(backend, router, request, response, url);
  if (/^\/(?:ephemeral-)?attachments\//.test(url.pathname)) return cdn(backend, response, url);
  write(response, { status: 404, body: { message: '404: Not Found', code: 0 } });
}
