import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { webApi } from '@slack/bolt';
import { silent } from '../bolt-app.ts';
import { createSlackServer, type SlackServer } from '../server.ts';

let server: SlackServer;

const client = (token?: string) =>
  new webApi.WebClient(token, { slackApiUrl: server.apiUrl, logger: silent });

beforeEach(async () => {
  server = await createSlackServer({ installed: false, app: { rotatesTokens: true } });
});
afterEach(() => server.stop());

const credentials = () => ({ client_id: server.app.clientId, client_secret: server.app.clientSecret });
const refresh = (refresh_token = '') =>
  client().oauth.v2.access({ ...credentials(), grant_type: 'refresh_token', refresh_token });
const worksWith = (token = '') => client(token).auth.test();

describe('installing through OAuth', () => {
  it('gives a team its own bot for a code, once', async () => {
    const other = server.addTeam('Second');
    const owner = server.addUser({ name: 'owner', teamId: other.id });
    const code = server.allow(owner);
    const { access_token, team, authed_user, bot_user_id } = await client().oauth.v2.access({
      ...credentials(),
      code,
    });
    assert.deepEqual([team?.id, authed_user?.id], [other.id, owner.id]);
    assert.equal((await worksWith(access_token)).user_id, bot_user_id);
    await assert.rejects(client().oauth.v2.access({ ...credentials(), code }), /code_already_used/);
    const wrong = { ...credentials(), client_secret: 'wrong', code };
    await assert.rejects(client().oauth.v2.access(wrong), /bad_client_secret/);
  });

  it('sends the browser back with a code and the state', async () => {
    const url = new URL(server.authorizeUrl);
    url.search = String(
      new URLSearchParams({
        client_id: server.app.clientId,
        scope: 'chat:write',
        state: 's1',
        redirect_uri: 'http://127.0.0.1:1/slack/oauth_redirect',
      }),
    );
    const { status, headers } = await fetch(url, { redirect: 'manual' });
    const back = new URL(headers.get('location') ?? '');
    assert.deepEqual([status, back.searchParams.get('state')], [302, 's1']);
    const grant = await client().oauth.v2.access({
      ...credentials(),
      code: back.searchParams.get('code') ?? '',
    });
    assert.equal(grant.scope, 'chat:write');
  });

  it('rotates: tokens last twelve hours, refresh tokens work once, two tokens live at a time', async () => {
    const owner = server.addUser({ name: 'owner' });
    const first = await client().oauth.v2.access({ ...credentials(), code: server.allow(owner) });
    assert.equal(first.expires_in, 43_200);
    server.clock.advance(43_200_000);
    await assert.rejects(worksWith(first.access_token), /token_expired/);
    const second = await refresh(first.refresh_token);
    await worksWith(second.access_token);
    await assert.rejects(refresh(first.refresh_token), /invalid_refresh_token/);
    const third = await refresh(second.refresh_token);
    const fourth = await refresh(third.refresh_token);
    await assert.rejects(worksWith(second.access_token), /token_revoked/);
    await worksWith(third.access_token);
    await worksWith(fourth.access_token);
  });

  it('ends with an uninstall: the token is dead', async () => {
    const owner = server.addUser({ name: 'owner' });
    const { access_token } = await client().oauth.v2.access({ ...credentials(), code: server.allow(owner) });
    server.uninstall();
    await assert.rejects(worksWith(access_token), /account_inactive/);
    const [revoked, uninstalled] = server.deliveries();
    assert.deepEqual([revoked?.name, uninstalled?.name], ['tokens_revoked', 'app_uninstalled']);
  });
});
