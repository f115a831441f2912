import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createSelfSigned } from '../../../bot/hosting/demo/self-signed.ts';
import { type Chromium, chromium, type Size, startChromium } from './chromium.ts';
import { begin, openScene, publicUrl, type Scene } from './scene.ts';

const sizes: Readonly<Record<string, Size>> = {
  phone: { width: 390, height: 844 },
  'phone-dark': { width: 390, height: 844, dark: true },
  desktop: { width: 1280, height: 800 },
};
/** A folder for pictures of every page, where one is wanted. */
const pictures = process.env.SCREENSHOTS;

/** The proxy with TLS that stands before the port, as an operator's does. */
async function startProxy(port: number): Promise<Server> {
  const proxy = createServer(createSelfSigned(['desk.example.com']), (incoming, outgoing) => {
    const { method, url: path, headers } = incoming;
    const passed = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      outgoing.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(outgoing);
    });
    incoming.pipe(passed);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return proxy;
}

const skip = chromium === undefined && 'Chromium is not installed (apt-get install chromium)';

describe('signing in with a real browser', { skip }, () => {
  let scene: Scene;
  let proxy: Server;
  let browser: Chromium;
  before(async () => {
    scene = await openScene();
    proxy = await startProxy(scene.port.port);
    const hosts = { 'desk.example.com': (proxy.address() as AddressInfo).port };
    browser = await startChromium(chromium ?? '', hosts);
  });
  after(async () => {
    await browser?.close();
    proxy?.closeAllConnections();
    proxy?.close();
    await scene?.close();
  });

  const show = async (name: string, what: RegExp): Promise<void> => {
    await browser.shows(what);
    if (pictures === undefined) return;
    mkdirSync(pictures, { recursive: true });
    for (const [size, of] of Object.entries(sizes))
      writeFileSync(join(pictures, `${name}-${size}.png`), await browser.picture(of));
  };

  it('goes from the link in the chat to the linked account', async () => {
    scene.signedIn('ann', scene.annsClient);
    const address = await begin(scene, scene.ann);
    await browser.visit(address);
    await show('who', /You are linking your hosting account with this chat user:\s+Ann/);
    await browser.click('That is me: go on');
    await browser.shows(/Sign in with Slack\s+Signed in as ann/);
    await browser.click('Allow');
    await browser.shows(/Sample Hosting client area/);
    await browser.click('Allow');
    await show('linked', /Your account is linked[\s\S]*gardens\.example/);
    assert.deepEqual(await scene.linksOf(scene.ann), ['gardens.example']);
    await browser.visit(address);
    await show('gone', /This link does not work any more/);
  });

  it('keeps the browser’s secret where only we and no script can read it', async () => {
    const [cookie, ...others] = await browser.cookies(publicUrl);
    assert.deepEqual(others, []);
    const { name, httpOnly, secure, sameSite, path } = cookie ?? assert.fail('no cookie');
    assert.deepEqual(
      { name, httpOnly, secure, sameSite, path },
      { name: '__Host-hostdesk-link', httpOnly: true, secure: true, sameSite: 'Lax', path: '/' },
    );
    assert.equal(await browser.run('document.cookie'), '');
  });

  it('shows nobody’s account to whoever got the link of somebody else', async () => {
    scene.signedIn('eve', scene.evesClient);
    await browser.visit(await begin(scene, scene.ann));
    await browser.shows(/this chat user:/);
    await browser.click('That is me: go on');
    await browser.shows(/Signed in as eve/);
    await browser.click('Allow');
    await show('other-person', /This link is for somebody else/);
  });

  it('runs no script and loads nothing', async () => {
    await browser.visit(await begin(scene, scene.ann));
    await browser.shows(/this chat user:/);
    const tried = `(() => { const script = document.createElement('script'); script.textContent = 'window.ran = true';
      document.body.append(script); return window.ran === true; })()`;
    assert.equal(await browser.run(tried), false);
    assert.equal(await browser.run('document.scripts.length + document.images.length'), 1);
  });

  it('reads well where it does not go on', {
    skip: pictures === undefined && 'only for pictures',
  }, async () => {
    scene.signedIn('ann', scene.annsClient);
    const through = async (name: string, what: RegExp) => {
      await browser.visit(await begin(scene, scene.ann));
      await browser.shows(/this chat user:/);
      await browser.click('That is me: go on');
      await browser.shows(/Signed in as/);
      await browser.click('Allow');
      await browser.shows(/client area/);
      await browser.click('Allow');
      await show(name, what);
    };
    scene.whmcs.spoil({ signing: 'none' });
    await through('refused', /could not be verified/);
    scene.whmcs.spoil({ answer: () => ({ result: 'error' }) });
    await through('away', /I cannot do that right now/);
    scene.whmcs.spoil({});
    const many = scene.whmcs.addClient('many@example.com');
    for (const [username, domain] of [
      ['bakery', 'bakery.example'],
      ['travel', 'travel.example'],
      ['gone', 'a-very-long-name.that-does-not-fit-on-a-phone.in-one-line.example'],
    ] as const)
      scene.whmcs.sell(many, { username, domain });
    scene.signedIn('ann', many);
    await through('several', /bakery\.example/);
    scene.signedIn('ann', scene.whmcs.addClient('none@example.com'));
    await through('nothing', /There is no account to link/);
    await browser.visit(await begin(scene, { ...scene.ann, platform: 'terminal' }));
    await show('unproven', /not set up for your chat/);
  });
});
