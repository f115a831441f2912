import type { Backend } from '../backend.ts';
import type { Json } from '../json.ts';
import { createArguments } from './arguments.ts';
import { assistantMethods } from './assistant.ts';
import { chatMethods } from './chat.ts';
import { conversationMethods } from './conversations.ts';
import { fileMethods } from './files.ts';
import { type Methods, Refusal, refuse } from './method.ts';
import { oauthAccess } from './oauth.ts';
import { peopleMethods } from './people.ts';
import { reactionMethods } from './reactions.ts';
import { viewMethods } from './views.ts';

const methods: Methods = {
  ...assistantMethods,
  ...chatMethods,
  ...conversationMethods,
  ...fileMethods,
  ...peopleMethods,
  ...reactionMethods,
  ...viewMethods,
};

export interface ApiRequest {
  readonly method: string;
  readonly args: Json;
  readonly authorization: string;
}

export interface ApiAnswer {
  readonly body: Json;
  readonly headers: Record<string, string>;
}

export const tokenOf = (authorization: string): string => authorization.replace(/^Bearer\s+/i, '');

function openConnection({ app }: Backend, token: string, openUrl: () => string): Json {
  if (token === '') return refuse('not_authed');
  if (!token.startsWith('xapp-')) return refuse('not_allowed_token_type');
  return token === app.appToken ? { url: openUrl() } : refuse('invalid_auth');
}

function answer(backend: Backend, request: ApiRequest, openUrl: () => string): ApiAnswer {
  const args = createArguments(request.args);
  const { authorization } = request;
  if (request.method === 'oauth.v2.access')
    return { body: oauthAccess(backend, args, authorization), headers: {} };
  if (request.method === 'openid.connect.token')
    return { body: backend.openid.token(request.args), headers: {} };
  const token = authorization ? tokenOf(authorization) : (args.text('token') ?? '');
  if (request.method === 'apps.connections.open')
    return { body: openConnection(backend, token, openUrl), headers: {} };
  const method = methods[request.method] ?? refuse('unknown_method');
  if (token === '') return refuse('not_authed');
  if (token.startsWith('xapp-')) return refuse('not_allowed_token_type');
  const installation = backend.installs.check(token);
  if (typeof installation === 'string') return refuse(installation);
  const { scopes } = installation;
  if (method.scopes.length > 0 && !method.scopes.some((scope) => scopes.includes(scope)))
    return refuse('missing_scope', { needed: method.scopes.join(','), provided: scopes.join(',') });
  return {
    body: method.run({ backend, args, installation, token }),
    headers: { 'x-oauth-scopes': scopes.join(','), 'x-accepted-oauth-scopes': method.scopes.join(',') },
  };
}

/** The answer to one call of the Web API; a refusal is an answer too. */
export function callWebApi(backend: Backend, request: ApiRequest, openUrl: () => string): ApiAnswer {
  try {
    const { body, headers } = answer(backend, request, openUrl);
    return { body: { ok: true, ...body }, headers };
  } catch (error) {
    if (error instanceof Refusal)
      return { body: { ok: false, error: error.error, ...error.details }, headers: {} };
    throw error;
  }
}
