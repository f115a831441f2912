import type { Backend } from '../backend.ts';
import type { Grant } from '../installs.ts';
import type { Json } from '../json.ts';
import type { Arguments } from './arguments.ts';
import { refuse } from './method.ts';

function clientFrom(
  args: Arguments,
  authorization: string,
): { id: string | undefined; secret: string | undefined } {
  if (!authorization.startsWith('Basic '))
    return { id: args.text('client_id'), secret: args.text('client_secret') };
  const [id, secret] = Buffer.from(authorization.slice(6), 'base64').toString().split(':');
  return { id, secret };
}

function grantJson({ app, workspace }: Backend, grant: Grant, userId?: string): Json {
  const { installation, token, refreshToken, expiresInSeconds } = grant;
  const team = workspace.teams.get(installation.teamId);
  return {
    app_id: app.id,
    authed_user: userId === undefined ? {} : { id: userId },
    scope: installation.scopes.join(','),
    token_type: 'bot',
    access_token: token,
    bot_user_id: installation.bot.id,
    ...(refreshToken === undefined ? {} : { refresh_token: refreshToken, expires_in: expiresInSeconds }),
    team: { id: installation.teamId, name: team?.name },
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** `oauth.v2.access`: a code for a token, or a refresh token for the next. The client proves itself, not a token. */
export function oauthAccess(backend: Backend, args: Arguments, authorization: string): Json {
  const client = clientFrom(args, authorization);
  if (client.id !== backend.app.clientId) return refuse('invalid_client_id');
  if (client.secret !== backend.app.clientSecret) return refuse('bad_client_secret');
  if (args.text('grant_type') === 'refresh_token') {
    const grant = backend.installs.refresh(args.need('refresh_token'));
    return typeof grant === 'string' ? refuse(grant) : grantJson(backend, grant);
  }
  const grant = backend.installs.exchange(args.text('code') ?? refuse('invalid_code'));
  return typeof grant === 'string' ? refuse(grant) : grantJson(backend, grant, grant.userId);
}
