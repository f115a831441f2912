import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Claims, Signing } from '../../servers/id-tokens.ts';
import type { Browser } from './browser.ts';
import { begin, openScene, publicUrl, type Scene, walk } from './scene.ts';

const isOurs = (url: URL): boolean => url.origin === publicUrl;

/** Eve wants the account of Ann, or Ann's chat tied to what is not hers. After each attack nothing may be linked. */
describe('whoever attacks the sign-in', () => {
  let scene: Scene;
  const tried: string[] = [];
  before(async () => {
    scene = await openScene();
  });
  after(async () => {
    await scene.close();
    console.log(`  ${tried.length} ways tried:\n${tried.map((line) => `  - ${line}`).join('\n')}`);
  });
  beforeEach(() => {
    scene.whmcs.spoil({});
    scene.slack.openid.spoil({});
    scene.whmcs.nameSubjects((who) => who.uuid);
    scene.signedIn('ann', scene.annsClient);
    // Otherwise there are too many links for one hour.
    scene.house.clock.now += 61 * 60_000;
  });

  /** `run` gives the page that it ends on. */
  const attack = (what: string, says: RegExp, run: () => Promise<{ text: string; status: number }>) =>
    it(what, async () => {
      const { text, status } = await run();
      assert.match(text, says);
      assert.ok(status >= 400, String(status));
      for (const who of [scene.ann, scene.eve, scene.dora]) assert.deepEqual(await scene.linksOf(who), []);
      assert.deepEqual(scene.told, []);
      tried.push(`${what}: ${text.slice(0, 60)}…`);
    });

  /** As far as WHMCS's page, in this browser. */
  const toBilling = async (browser: Browser, who = scene.ann) => {
    await browser.visit(await begin(scene, who));
    await browser.press();
    return browser.follow('Allow');
  };
  /** The address that the last site leads back to, not yet visited. */
  const back = async (browser: Browser): Promise<string> => {
    await browser.follow('Allow', isOurs);
    return browser.went.at(-1) ?? assert.fail();
  };

  describe('with links that are passed on', () => {
    attack('Eve sends Ann her own link, and Ann goes through with it', /for somebody else/, async () => {
      const browser = scene.browser();
      await browser.visit(await begin(scene, scene.eve));
      await browser.press();
      return browser.follow('Allow');
    });
    attack('Ann’s link in Eve’s hands', /for somebody else/, async () => {
      scene.signedIn('eve', scene.evesClient);
      const browser = scene.browser();
      await browser.visit(await begin(scene, scene.ann));
      await browser.press();
      return browser.follow('Allow');
    });
    attack('Eve proves herself and sends Ann the way to the billing system', /another browser/, async () => {
      scene.signedIn('eve', scene.annsClient);
      const eves = scene.browser();
      await toBilling(eves, scene.eve);
      const page = eves.went.at(-1) ?? assert.fail();
      const anns = scene.browser();
      await anns.visit(page);
      return anns.follow('Allow');
    });
    attack('Eve sends Ann the way to the chat', /another browser/, async () => {
      const eves = scene.browser();
      scene.signedIn(undefined, undefined);
      await eves.visit(await begin(scene, scene.eve));
      await eves.press();
      const page = eves.went.at(-1) ?? assert.fail();
      scene.signedIn('ann', scene.annsClient);
      const anns = scene.browser();
      await anns.visit(page);
      return anns.follow('Allow');
    });
    attack('Eve takes what Ann’s browser was to bring back', /another browser/, async () => {
      const anns = scene.browser();
      await toBilling(anns);
      return scene.browser().visit(await back(anns));
    });
    attack('a member of another workspace with the same id', /for somebody else/, async () => {
      const team = scene.slack.addTeam('Guests Ltd');
      scene.slack.openid.spoil({ claims: (claims) => ({ ...claims, 'https://slack.com/team_id': team.id }) });
      const browser = scene.browser();
      await browser.visit(await begin(scene, scene.ann));
      await browser.press();
      return browser.follow('Allow');
    });
  });

  describe('by doing things twice, late or made up', () => {
    attack('the same answer of the billing system a second time', /does not work any more/, async () => {
      scene.whmcs.spoil({ userinfo: (info) => ({ ...info, sub: 'somebody' }) });
      const browser = scene.browser();
      await toBilling(browser);
      const address = await back(browser);
      assert.match((await browser.visit(address)).text, /could not be verified/);
      scene.whmcs.spoil({});
      return browser.visit(address);
    });
    attack('a code that was used before, with a fresh state', /does not work any more/, async () => {
      const browser = scene.browser();
      await toBilling(browser);
      const used = new URL(await back(browser));
      scene.whmcs.spoil({ userinfo: (info) => ({ ...info, sub: 'somebody' }) });
      await browser.visit(used);
      scene.whmcs.spoil({});
      await toBilling(browser);
      const fresh = new URL(await back(browser));
      fresh.searchParams.set('code', used.searchParams.get('code') ?? '');
      return browser.visit(fresh);
    });
    attack('an old link', /does not work any more/, async () => {
      const address = await begin(scene, scene.ann);
      scene.house.clock.now += 16 * 60_000;
      return scene.browser().visit(address);
    });
    attack('coming back too late', /does not work any more/, async () => {
      const browser = scene.browser();
      await toBilling(browser);
      const address = await back(browser);
      scene.house.clock.now += 11 * 60_000;
      return browser.visit(address);
    });
    attack('a made-up link', /does not work any more/, () =>
      scene.browser().visit(`${publicUrl}/link/${'A'.repeat(43)}`),
    );
    attack('a made-up state, none, and two', /does not work any more/, async () => {
      const browser = scene.browser();
      for (const query of ['', '?code=1', '?code=1&state=', `?code=1&state=${'A'.repeat(43)}&state=B`])
        for (const path of ['slack', 'discord', 'whmcs'])
          assert.equal((await browser.visit(`${publicUrl}/link/${path}${query}`)).status, 410);
      return browser.visit(`${publicUrl}/link/whmcs?state=x`);
    });
    attack('the chat’s state brought to the billing system’s door', /does not work any more/, async () => {
      const browser = scene.browser();
      await browser.visit(await begin(scene, scene.ann));
      await browser.press();
      return browser.visit((await back(browser)).replace('/link/slack', '/link/whmcs'));
    });
    attack('Slack’s state brought to Discord’s door', /another browser/, async () => {
      const browser = scene.browser();
      await browser.visit(await begin(scene, scene.ann));
      await browser.press();
      return browser.visit((await back(browser)).replace('/link/slack', '/link/discord'));
    });
  });

  describe('with forged forms', () => {
    const withForm = async () => {
      const browser = scene.browser();
      await browser.visit(await begin(scene, scene.ann));
      return browser;
    };
    attack('another site sends the form', /another browser/, async () =>
      (await withForm()).press({}, { site: 'cross-site' }),
    );
    attack('a form without its secret, or with a guess', /another browser/, async () => {
      await (await withForm()).press({ form: '' });
      return (await withForm()).press({ form: 'A'.repeat(43) });
    });
    attack('a form of another browser', /another browser/, async () => {
      const browser = await withForm();
      browser.cookies.clear();
      return browser.press();
    });
    attack('the form of one link sent for another', /another browser/, async () => {
      const browser = await withForm();
      const form = /name="form" value="([^"]+)"/.exec(
        (await browser.visit(await begin(scene, scene.ann))).html,
      );
      await browser.visit(await begin(scene, scene.ann));
      return browser.press({ form: form?.[1] ?? '' });
    });
  });

  describe('with forged ID tokens of the billing system', () => {
    const spoilt = (what: string, claims: (claims: Claims) => Claims, signing?: Signing) =>
      attack(what, /could not be verified/, async () => {
        scene.whmcs.spoil({ claims, ...(signing ? { signing } : {}) });
        return walk(scene, scene.ann);
      });
    const same = (claims: Claims): Claims => claims;
    spoilt('the nonce of somebody else', (claims) => ({ ...claims, nonce: 'A'.repeat(43) }));
    spoilt('no nonce', ({ nonce: _, ...claims }) => claims);
    spoilt('made for another app', (claims) => ({ ...claims, aud: 'ANOTHER.APP' }));
    spoilt('made for several apps, by another', (claims) => ({
      ...{ ...claims, aud: [claims.aud, 'ANOTHER.APP'], azp: 'ANOTHER.APP' },
    }));
    spoilt('of another issuer', (claims) => ({ ...claims, iss: 'https://evil.example' }));
    spoilt('expired', (claims) => ({ ...claims, exp: Math.floor(Date.now() / 1000) - 60 }));
    spoilt('without a subject', ({ sub: _, ...claims }) => claims);
    spoilt('unsigned (alg none)', same, 'none');
    spoilt('signed with the public key as a password (HS256)', same, 'hs256-with-the-public-key');
    spoilt('signed with another key', same, 'another-key');
    spoilt('signed with a key that is not shown', same, 'unknown-kid');

    attack('an answer that names another issuer', /could not be verified/, async () => {
      const browser = scene.browser();
      await toBilling(browser);
      return browser.visit(`${await back(browser)}&iss=https%3A%2F%2Fevil.example`);
    });
  });

  describe('with forged ID tokens of Slack', () => {
    const spoilt = (what: string, claims: (claims: Claims) => Claims, signing?: Signing) =>
      attack(what, /could not be verified/, async () => {
        scene.slack.openid.spoil({ claims, ...(signing ? { signing } : {}) });
        const browser = scene.browser();
        await browser.visit(await begin(scene, scene.ann));
        await browser.press();
        return browser.follow('Allow');
      });
    spoilt('Slack: another nonce', (claims) => ({ ...claims, nonce: 'B'.repeat(43) }));
    spoilt('Slack: another app', (claims) => ({ ...claims, aud: '1.2' }));
    spoilt('Slack: unsigned', (claims) => claims, 'none');
    spoilt('Slack: nobody in it', ({ 'https://slack.com/user_id': _, ...claims }) => claims);
  });

  describe('through the billing system itself', () => {
    const nothing = /There is no account to link/;
    const empty = (what: string, says: RegExp, prepare: () => void) =>
      it(what, async () => {
        prepare();
        const page = await walk(scene, scene.ann);
        assert.match(page.text, says);
        assert.deepEqual(await scene.linksOf(scene.ann), []);
        assert.deepEqual(scene.told, []);
        tried.push(`${what}: ${page.text.slice(0, 60)}…`);
      });
    const products = (change: (row: Claims) => Claims) => () =>
      scene.whmcs.spoil({
        answer: (action, answer) => {
          const { product } = (answer.products ?? {}) as { product?: readonly Claims[] };
          return action === 'GetClientsProducts'
            ? { ...answer, products: { product: product?.map(change) } }
            : answer;
        },
      });
    empty(
      'it sends somebody else’s products',
      nothing,
      products((row) => ({ ...row, clientid: 2, username: 'club' })),
    );
    empty(
      'it sends products that are not active',
      nothing,
      products((row) => ({ ...row, status: 'Cancelled' })),
    );
    empty('it sends a user name that went to somebody else', /Could not be matched/, () =>
      products((row) => ({ ...row, domain: 'former.example' }))(),
    );
    empty('it sends a user name that climbs', /Could not be matched/, () =>
      products((row) => ({ ...row, username: '../club' }))(),
    );
    empty('a client that is closed', nothing, () => {
      scene.whmcs.spoil({
        answer: (action, answer) =>
          action === 'GetClientsDetails'
            ? { ...answer, client: { ...(answer.client as Claims), status: 'Closed' } }
            : answer,
      });
    });
    empty('somebody with the address of Ann', nothing, () => {
      const twin = scene.whmcs.addClient('ann@gardens.example', 'Twin');
      scene.whmcs.nameSubjects(() => twin.uuid);
    });
    empty('somebody whose address is that of Ann’s client, with a UUID of nobody', nothing, () => {
      scene.whmcs.nameSubjects(() => 'f08ea4d1-c578-441a-9b0a-aa3aff8b1acf');
    });
    empty('a number that is a user’s, where the client of this number is somebody else', nothing, () => {
      scene.whmcs.nameSubjects(() => String(scene.evesClient.id));
    });
    empty('a subject that is no id at all', nothing, () => {
      scene.whmcs.nameSubjects(() => "1' OR '1'='1");
    });
  });

  describe('and when something does not answer', () => {
    for (const down of ['http-500', 'reset', 'maintenance-page'] as const)
      attack(`WHMCS gives ${down} when it is asked who it was`, /cannot do that right now/, async () => {
        const browser = scene.browser();
        await toBilling(browser);
        const address = await back(browser);
        scene.whmcs.spoil({ down });
        return browser.visit(address);
      });
    attack('Slack does not answer', /cannot do that right now/, async () => {
      scene.slack.fault({ method: 'openid.connect.token', kind: 'http-500' });
      const browser = scene.browser();
      await browser.visit(await begin(scene, scene.ann));
      await browser.press();
      return browser.follow('Allow');
    });
    attack(
      'WHMCS is down before anybody is sent there; the link works again later',
      /cannot do that/,
      async () => {
        const fresh = await openScene();
        fresh.signedIn('ann', fresh.annsClient);
        const browser = fresh.browser();
        const address = await begin(fresh, fresh.ann);
        await browser.visit(address);
        await browser.press();
        fresh.whmcs.spoil({ down: 'http-500' });
        const page = await browser.follow('Allow');
        fresh.whmcs.spoil({});
        await browser.visit(address);
        await browser.press();
        await browser.follow('Allow');
        assert.match((await browser.follow('Allow')).text, /Your account is linked/);
        await fresh.close();
        return page;
      },
    );
    attack('the memory is away', /cannot do that right now/, async () => {
      const address = await begin(scene, scene.ann);
      scene.memory.isAway = true;
      const page = await scene.browser().visit(address);
      scene.memory.isAway = false;
      return page;
    });
    attack('she presses Cancel at the chat, and at the billing system', /Nothing was linked/, async () => {
      const browser = scene.browser();
      await browser.visit(await begin(scene, scene.ann));
      await browser.press();
      assert.match((await browser.follow('Cancel')).text, /You did not allow it/);
      await toBilling(browser);
      return browser.follow('Cancel');
    });
  });

  it('gives one person ten links an hour, and then none', async () => {
    const who = { ...scene.eve, id: 'U-MANY' };
    for (let count = 0; count < 10; count++) await begin(scene, who);
    await assert.rejects(begin(scene, who));
    scene.house.clock.now += 60 * 60_000;
  });
});

describe('where a chat has no way to prove who somebody is', () => {
  it('refuses with a page that says so', async () => {
    const scene = await openScene({ DISCORD_CLIENT_SECRET: '' });
    const page = await scene.browser().visit(await begin(scene, scene.dora));
    assert.equal(page.status, 403);
    assert.match(page.text, /not set up for your chat .* nothing was linked\. Our people can link/);
    assert.equal((await scene.browser().visit(`${publicUrl}/link/discord?state=1&code=1`)).status, 404);
    await scene.close();
  });
});
