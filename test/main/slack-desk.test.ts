import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { slackManifest } from '../../bot/platforms/slack/manifest.ts';
import { texts } from '../platforms/contract/texts.ts';
import type { Message } from '../servers/slack/messages.ts';
import { createSlackServer, type SlackServer } from '../servers/slack/server.ts';
import type { Channel, User } from '../servers/slack/workspace.ts';
import { type LocalSmtp, startSmtpServer } from '../servers/smtp/smtp-server.ts';
import { type LocalWhm, startWhmServer } from '../servers/whm/whm-server.ts';
import { type BotProcess, startBot } from './bot-process.ts';

describe('the whole desk on Slack', () => {
  let server: SlackServer;
  let whm: LocalWhm;
  let smtp: LocalSmtp;
  let bot: BotProcess;
  let ann: User;
  let sam: User;
  let support: Channel;
  let staff: Channel;
  before(async () => {
    [server, whm, smtp] = await Promise.all([
      createSlackServer({ manifest: slackManifest('socket') }),
      startWhmServer(),
      startSmtpServer(),
    ]);
    [ann, sam] = [server.addUser({ name: 'ann' }), server.addUser({ name: 'sam' })];
    support = server.addChannel({ name: 'support', members: [ann, sam] });
    staff = server.addChannel({ name: 'team', kind: 'group', members: [sam] });
    bot = startBot({
      ...{ SLACK_BOT_TOKEN: server.botToken, SLACK_APP_TOKEN: server.appToken, SLACK_API_URL: server.apiUrl },
      ...{ SLACK_STAFF: sam.id, SLACK_STAFF_CHANNEL: staff.id },
      ...{ WHM_SERVERS: `web1=${whm.url}`, WHM_WEB1_TOKENS: 'hostdesk:the-token-of-hostdesk' },
      WHM_WEB1_SHA256: whm.certificate.sha256,
      ...{ SMTP_URL: smtp.url, MAIL_FROM: 'support@sample.example' },
    });
    await bot.ready;
    await server.connected();
  });
  after(async () => {
    await bot.stop();
    await Promise.all([server.stop(), whm.stop(), smtp.stop()]);
  });

  const told = (user: User) => server.ephemerals(user);
  /** The next thing that only that person sees, with these words in it. */
  const toldNext = async (user: User, words: RegExp, act: () => Promise<{ ok: boolean; error?: string }>) => {
    const before = told(user).length;
    const { ok, error } = await act();
    assert.ok(ok, error);
    const next = await server.until(() => told(user)[before], `${words}`, 60_000);
    assert.match(server.shown(next), words);
    return next;
  };
  const fill = async (user: User, values: Record<string, string>) => {
    const view = await server.until(() => server.view(user), 'a form', 60_000);
    return server.submitView(user, view, values);
  };
  const posted = (channel: Channel, words: RegExp): Promise<Message> =>
    server.until(
      () => server.botMessages(channel).find((one) => words.test(server.shown(one))),
      `${words}`,
      60_000,
    );

  it('links an account by a mailed code and shows its numbers with a chart, to its owner alone', async () => {
    const unlinked = await toldNext(ann, /link/i, () => server.slash(ann, support, '/mail'));
    await server.pressButton(ann, unlinked, 'Link my account');
    const mailed = await toldNext(ann, /mail/i, () => fill(ann, { name: 'bakery.example' }));
    const mail = await server.until(() => smtp.mails[0], 'the mail', 60_000);
    const [, code = ''] = /^ {4}(\S+)$/m.exec(mail.text) ?? [];
    await server.pressButton(ann, mailed, 'Type the code');
    await toldNext(ann, /bakery\.example/, () => fill(ann, { code }));
    const numbers = await toldNext(ann, /bakery\.example/, () => server.slash(ann, support, '/mail'));
    assert.match(server.shown(numbers), /direct conversation with me/);
    const chart = await server.until(
      () => server.botMessages(server.openDm(ann)).find(({ files = [] }) => files.length > 0),
      'the chart',
      60_000,
    );
    assert.match(String(chart.files?.[0]?.alt_txt), /^Chart of .*last 24 hours/);
    assert.deepEqual(server.botMessages(support), []);
    assert.deepEqual(told(sam), []);
  });

  it('brings in a person, who answers the customer from the staff’s channel', async () => {
    const question = server.say(ann, support, `<@${server.bot.id}> ${texts.full}`);
    const answer = await server.until(() => server.replies(question)[0], 'the answer', 60_000);
    await server.pressButton(ann, answer, 'Talk to a person');
    const handOff = await posted(staff, /asks for a person/);
    assert.match(server.shown(handOff), /ann/);
    await posted(staff, /bakery\.example/);
    await server.pressButton(sam, handOff, 'Take it up');
    await posted(staff, /Taken up[\s\S]*sam/);
    await server.pressButton(sam, handOff, 'Reply to the customer');
    await toldNext(sam, /customer has it/, () => fill(sam, { text: 'Your mailbox is *full*.' }));
    const reply = await posted(support, /Your mailbox is/);
    assert.equal(reply.thread_ts, question.ts);
    await server.pressButton(sam, handOff, 'Close');
    await posted(staff, /^Closed/);
  });

  it('listens where staff set it to, and tells them how it is', async () => {
    await toldNext(sam, /listening \(set by sam/, () =>
      server.slash(sam, support, '/desk', 'set listening listening'),
    );
    const question = server.say(ann, support, texts.defers);
    await server.until(
      () => server.replies(question).length === 1,
      'an answer that nobody asked for',
      60_000,
    );
    await toldNext(sam, /Memory[\s\S]*sqlite/, () => server.slash(sam, support, '/desk', 'status'));
    await toldNext(ann, /support staff/, () => server.slash(ann, support, '/desk', 'status'));
  });
});
