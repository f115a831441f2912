import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { slackManifest } from '../../bot/platforms/slack/manifest.ts';
import { texts } from '../platforms/contract/texts.ts';
import { createSlackServer, type SlackServer } from '../servers/slack/server.ts';
import type { Channel, User } from '../servers/slack/workspace.ts';
import { type LocalWhm, startWhmServer } from '../servers/whm/whm-server.ts';
import { type LocalWhmcs, startWhmcsServer } from '../servers/whmcs/whmcs-server.ts';
import { createBrowser } from '../web/sign-in/browser.ts';
import { type BotProcess, startBot } from './bot-process.ts';

const publicUrl = 'https://desk.example.com';

describe('the bot beside a WHMCS', () => {
  let slack: SlackServer;
  let whm: LocalWhm;
  let whmcs: LocalWhmcs;
  let bot: BotProcess;
  let ann: User;
  let support: Channel;
  const folder = mkdtempSync(join(tmpdir(), 'hostdesk-whmcs-'));
  before(async () => {
    [slack, whm, whmcs] = await Promise.all([
      createSlackServer({ manifest: slackManifest('socket') }),
      startWhmServer(),
      startWhmcsServer(),
    ]);
    const ca = join(folder, 'ca.pem');
    writeFileSync(ca, whmcs.certificate.cert);
    ann = slack.addUser({ name: 'ann' });
    support = slack.addChannel({ name: 'support', members: [ann] });
    const client = whmcs.addClient('ann@bakery.example');
    whmcs.sell(client, { username: 'bakery', domain: 'bakery.example' });
    whmcs.signIn(client);
    slack.openid.signIn(ann);
    bot = startBot({
      ...{ SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken, SLACK_API_URL: slack.apiUrl },
      ...{ SLACK_CLIENT_ID: slack.app.clientId, SLACK_CLIENT_SECRET: slack.app.clientSecret },
      ...{ WHM_SERVERS: `web1=${whm.url}`, WHM_WEB1_TOKENS: 'hostdesk:the-token-of-hostdesk' },
      ...{ WHM_WEB1_SHA256: whm.certificate.sha256, PORT: '0', PUBLIC_URL: publicUrl },
      ...{ WHMCS_URL: whmcs.url, WHMCS_CA_FILE: ca, WHMCS_TICKET_DEPARTMENT: '3' },
      ...{ WHMCS_CLIENT_ID: whmcs.app.clientId, WHMCS_CLIENT_SECRET: whmcs.app.clientSecret },
      ...{ WHMCS_API_IDENTIFIER: whmcs.credentials.identifier, WHMCS_API_SECRET: whmcs.credentials.secret },
    });
    await bot.ready;
    await slack.connected();
  });
  after(async () => {
    await bot.stop();
    await Promise.all([slack.stop(), whm.stop(), whmcs.stop()]);
    rmSync(folder, { recursive: true, force: true });
  });

  const told = (words: RegExp) =>
    slack.until(
      () => slack.ephemerals(ann).find((one) => words.test(slack.shown(one))),
      String(words),
      60_000,
    );

  it('links an account by signing in, from the button in the chat to the message in the chat', async () => {
    await slack.slash(ann, support, '/mail');
    await slack.pressButton(ann, await told(/link your hosting account/), 'Sign in to link my account');
    const invited = await told(/works once, for you alone/);
    const address = JSON.stringify(invited).match(/https:\/\/desk\.example\.com\/link\/[\w-]{43}/)?.[0];
    const port = bot.log.find(({ msg }) => msg === 'ready')?.port;
    const browser = createBrowser({
      at: { [publicUrl]: `http://127.0.0.1:${port}` },
      ca: [whmcs.certificate.cert],
    });
    const page = await browser.visit(address ?? assert.fail('no address'));
    assert.match(page.text, new RegExp(`this chat user: ann Slack, .*user ${ann.id}`));
    await browser.press();
    await browser.follow('Allow');
    assert.match((await browser.follow('Allow')).text, /Your account is linked .*: bakery\.example/);
    await browser.close();
    const dm = slack.openDm(ann);
    await slack.until(
      () => slack.botMessages(dm).some((one) => /bakery\.example is linked with you/.test(slack.shown(one))),
      'the private message',
      60_000,
    );
    assert.deepEqual(slack.botMessages(support), []);
  });

  it('opens a ticket of the customer’s own when they want a person, and tells its number', async () => {
    const question = slack.say(ann, support, `<@${slack.bot.id}> ${texts.full}`);
    const answer = await slack.until(() => slack.replies(question)[0], 'the answer', 60_000);
    await slack.pressButton(ann, answer, 'Talk to a person');
    await slack.until(() => whmcs.calls.some(({ action }) => action === 'OpenTicket'), 'the ticket', 60_000);
    const { form } = whmcs.calls.find(({ action }) => action === 'OpenTicket') ?? assert.fail();
    assert.deepEqual([form.clientid, form.deptid, form.email], ['1', '3', undefined]);
    await slack.until(
      () =>
        [...slack.botMessages(support), ...slack.ephemerals(ann)].some((one) =>
          /516757/.test(slack.shown(one)),
        ),
      'its number',
      60_000,
    );
    assert.doesNotMatch(JSON.stringify(slack.messages(support)), /KPqH7yG3/);
  });
});
