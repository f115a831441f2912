import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createWhmcsApi, type WhmcsApi } from '../../../bot/hosting/billing/whmcs-api.ts';
import { createSecret } from '../../../bot/hosting/secret.ts';
import { newJourney } from '../../../bot/web/sign-in/journey.ts';
import { createWhmcsLogin } from '../../../bot/web/sign-in/whmcs-login.ts';
import { createCapturedLog } from '../../hosting/captured-log.ts';
import { type LocalWhmcs, startWhmcsServer } from '../../servers/whmcs/whmcs-server.ts';

describe('what WHMCS says of its sign-in', () => {
  let whmcs: LocalWhmcs;
  let api: WhmcsApi;
  before(async () => {
    whmcs = await startWhmcsServer();
    api = createWhmcsApi({
      config: {
        ...{ url: whmcs.url, identifier: 'id', secret: createSecret('secret') },
        trust: { kind: 'pinned', sha256: whmcs.certificate.sha256 },
      },
      log: createCapturedLog().log,
    });
  });
  after(async () => {
    await api.close();
    await whmcs.stop();
  });
  const login = () => createWhmcsLogin({ api, ...whmcs.app });
  const address = (of = login()) => of.address(newJourney(), 'https://desk.example.com/link/whmcs');
  const elsewhere = (name: string) =>
    whmcs.spoil({ discovery: (document) => ({ ...document, [name]: 'https://evil.example/oauth' }) });

  it('may have the page to sign in on under another name of its own, over HTTPS', async () => {
    const page = 'https://www.example.com/oauth/authorize.php';
    whmcs.spoil({ discovery: (document) => ({ ...document, authorization_endpoint: page }) });
    assert.equal((await address()).origin, 'https://www.example.com');
    const plain = page.replace('https', 'http');
    whmcs.spoil({ discovery: (document) => ({ ...document, authorization_endpoint: plain }) });
    await assert.rejects(address(), /no OpenID Connect there/);
  });

  it('leads no secret and no key to another address', async () => {
    for (const name of ['token_endpoint', 'userinfo_endpoint', 'jwks_uri']) {
      elsewhere(name);
      await assert.rejects(address(), /calls itself https:\/\/evil\.example: set WHMCS_URL/, name);
    }
  });

  it('is asked for again after a failure, and kept after that', async () => {
    const one = login();
    whmcs.spoil({ down: 'http-500' });
    await assert.rejects(address(one), /WHMCS_URL: no OpenID Connect there \(HTTP 500\)/);
    whmcs.spoil({});
    await address(one);
    whmcs.spoil({ down: 'http-500' });
    await address(one);
    whmcs.spoil({});
  });
});
