import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { servicePassword } from '../../servers/whmcs/whmcs-world.ts';
import { begin, openScene, publicUrl, type Scene, walk } from './scene.ts';

describe('linking by signing in', () => {
  let scene: Scene;
  before(async () => {
    scene = await openScene();
  });
  after(() => scene.close());

  it('names the chat user first, and does nothing before they say that it is them', async () => {
    const browser = scene.browser();
    const page = await browser.visit(await begin(scene, scene.ann));
    assert.equal(page.status, 200);
    assert.match(page.text, /with this chat user: Ann Slack, Acme, user U\w+ They will see the mail numbers/);
    assert.deepEqual(scene.whmcs.calls, []);
    const policy = page.headers.get('content-security-policy') ?? '';
    for (const part of [
      /default-src 'none'/,
      /form-action 'self'/,
      /base-uri 'none'/,
      /frame-ancestors 'none'/,
    ])
      assert.match(policy, part);
    assert.doesNotMatch(policy, /unsafe|script-src|\*/);
    const header = (name: string) => page.headers.get(name);
    assert.deepEqual(
      ['cache-control', 'referrer-policy', 'x-frame-options', 'x-content-type-options'].map(header),
      ['no-store', 'no-referrer', 'DENY', 'nosniff'],
    );
    assert.doesNotMatch(page.html, /<script|onclick|javascript:/i);
    assert.deepEqual(browser.went.length, 1);
  });

  it('goes by way of the chat and the billing system, and links the account', async () => {
    scene.signedIn('ann', scene.annsClient);
    const browser = scene.browser();
    const page = await walk(scene, scene.ann, browser);
    assert.match(
      page.text,
      /Your account is linked Linked with Ann: gardens\.example You can close this page/,
    );
    assert.deepEqual(await scene.linksOf(scene.ann), ['gardens.example']);
    const [link] = await scene.house.memory.links.of(scene.ann);
    const { uid, startedAt } = scene.house.account('gardens');
    assert.deepEqual([link?.proof, link?.identity], ['sign-in', `${uid}:${startedAt}`]);
    const hosts = browser.went.map((url) => new URL(url).origin);
    assert.deepEqual(new Set(hosts), new Set([publicUrl, scene.slack.url, scene.whmcs.origin]));
  });

  it('tells the chat, once, in private, that an account was linked', async () => {
    assert.equal(scene.told.length, 1);
    const [{ person, answer, key } = assert.fail()] = scene.told;
    assert.deepEqual(person, scene.ann);
    assert.match(JSON.stringify(answer), /gardens\.example is linked with you/);
    assert.match(JSON.stringify(answer), /If that was not you, unlink it and tell us/);
    assert.match(key, /^sign-in [\w-]{43}$/);
  });

  it('leaves lines in the audit from the beginning to the end', async () => {
    const lines = await scene.house.audit();
    const me = `slack/${scene.slack.team.id}/${scene.people.ann.id}`;
    for (const line of [
      `link.sign-in | ${me} | a link to the sign-in`,
      'account.sign-in | web1/gardens | found',
      `link.add | web1/gardens | for ${me}: linked`,
    ])
      assert.ok(lines.includes(line), line);
  });

  it('shows a name as text, whatever the person calls themselves', async () => {
    scene.names.set(scene.people.eve.id, '<b onclick=x>Ann</b> (Slack, user U1) &amp;');
    const page = await scene.browser().visit(await begin(scene, scene.eve));
    assert.match(page.html, /<strong>[^<&]*Ann[^<&]*<\/strong>/);
    assert.doesNotMatch(page.html, /<b[ >]|onclick=/);
    scene.names.clear();
  });

  it('works on Discord alike', async () => {
    const club = scene.whmcs.addClient('dora@theatre.example', 'Dora');
    scene.whmcs.sell(club, { username: 'theatre', domain: 'theatre.example' });
    scene.signedIn('dora', club);
    const page = await walk(scene, scene.dora);
    assert.match(page.text, /Linked with Somebody: theatre\.example/);
    assert.deepEqual(await scene.linksOf(scene.dora), ['theatre.example']);
  });

  it('sends state, nonce and PKCE to WHMCS, and asks Slack for the workspace', async () => {
    scene.signedIn('ann', scene.annsClient);
    const browser = scene.browser();
    await walk(scene, scene.ann, browser);
    const asked = (part: string) =>
      new URL(browser.went.find((url) => url.includes(part)) ?? assert.fail(part)).searchParams;
    const whmcs = asked('/oauth/authorize.php');
    assert.equal(whmcs.get('code_challenge_method'), 'S256');
    assert.equal(whmcs.get('redirect_uri'), `${publicUrl}/link/whmcs`);
    for (const name of ['state', 'nonce', 'code_challenge'])
      assert.match(whmcs.get(name) ?? '', /^[\w-]{43}$/, name);
    const slack = asked('/openid/connect/authorize');
    assert.equal(slack.get('team'), scene.slack.team.id);
    assert.notEqual(slack.get('state'), whmcs.get('state'));
  });

  it('can be pressed twice, and gone back to, until it has worked', async () => {
    scene.signedIn('ann', scene.annsClient);
    const browser = scene.browser();
    const address = await begin(scene, scene.ann);
    await browser.visit(address);
    await browser.press();
    await browser.visit(address);
    await browser.press();
    await browser.follow('Cancel');
    await browser.visit(address);
    await browser.press();
    await browser.follow('Allow');
    assert.match((await browser.follow('Allow')).text, /Your account is linked/);
    assert.match((await browser.visit(address)).text, /This link does not work any more/);
  });

  it('links every active account of the client that lives on a known server, and no other', async () => {
    const many = scene.whmcs.addClient('many@bakery.example', 'Many');
    scene.whmcs.sell(many, { username: 'bakery', domain: 'bakery.example' });
    scene.whmcs.sell(many, { username: 'travel', domain: 'travel.example' });
    scene.whmcs.sell(many, { username: 'lawfirm', domain: 'lawfirm.example', status: 'Suspended' });
    scene.whmcs.sell(many, { username: 'dentist', domain: 'dentist.example', status: 'Terminated' });
    scene.whmcs.sell(many, {
      username: 'hotel',
      domain: 'hotel.example',
      serverhostname: 'elsewhere.example',
    });
    for (let count = 0; count < 120; count++)
      scene.whmcs.sell(many, { username: '', domain: `domain-${count}.example`, serverhostname: '' });
    scene.whmcs.sell(many, { username: 'workshop', domain: 'workshop.example' });
    scene.signedIn('eve', many);
    const page = await walk(scene, scene.eve);
    assert.match(
      page.text,
      /Linked with Somebody: bakery\.example travel\.example workshop\.example You can/,
    );
    assert.deepEqual((await scene.linksOf(scene.eve)).sort(), [
      'bakery.example',
      'travel.example',
      'workshop.example',
    ]);
  });

  it('says what could not be checked, and what is linked with somebody else', async () => {
    const shared = scene.whmcs.addClient('shared@example.com', 'Shared');
    scene.whmcs.sell(shared, { username: 'gardens', domain: 'gardens.example' });
    scene.whmcs.sell(shared, { username: 'gone', domain: 'gone.example' });
    scene.signedIn('eve', shared);
    const before = scene.told.length;
    const page = await walk(scene, scene.eve);
    assert.match(
      page.text,
      /Nothing was linked .*with somebody else in this chat already.*: gardens\.example/,
    );
    assert.match(page.text, /Could not be matched with an account on its server: gone\.example/);
    assert.equal(scene.told.length, before);
  });

  it('says so where the client has no hosting account', async () => {
    const nobody = scene.whmcs.addClient('nobody@example.com', 'Nobody');
    scene.signedIn('eve', nobody);
    const page = await walk(scene, scene.eve);
    assert.match(page.text, /There is no account to link .*write to help@sample\.example/);
  });

  it('keeps and logs no password, secret, code or token, and no address', async () => {
    const kept: string[] = [];
    for await (const line of scene.house.memory.export()) kept.push(line);
    const all = `${kept.join('\n')}\n${scene.log()}`;
    const { whmcs, slack, discord } = scene;
    for (const secret of [
      ...[servicePassword, whmcs.credentials.secret, whmcs.app.clientSecret, slack.app.clientSecret],
      ...[discord.oauth.clientSecret, 'access-', 'code=', 'ann@gardens.example', 'xoxp-'],
    ])
      assert.ok(!all.includes(secret), secret);
    assert.doesNotMatch(all, /eyJ[\w-]+\./);
  });
});
