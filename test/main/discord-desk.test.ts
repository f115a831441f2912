import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { texts } from '../platforms/contract/texts.ts';
import type { Message } from '../servers/discord/messages/message.ts';
import { createDiscordServer, type DiscordServer } from '../servers/discord/server.ts';
import type { Channel } from '../servers/discord/world/channel.ts';
import type { User } from '../servers/discord/world/guild.ts';
import { type LocalSmtp, startSmtpServer } from '../servers/smtp/smtp-server.ts';
import { type LocalWhm, startWhmServer } from '../servers/whm/whm-server.ts';
import { type BotProcess, startBot } from './bot-process.ts';

describe('the whole desk on Discord', () => {
  let server: DiscordServer;
  let whm: LocalWhm;
  let smtp: LocalSmtp;
  let bot: BotProcess;
  let ann: User;
  let sam: User;
  let support: Channel;
  let staff: Channel;
  before(async () => {
    [server, whm, smtp] = await Promise.all([createDiscordServer(), startWhmServer(), startSmtpServer()]);
    const role = server.addRole('support', ['ManageMessages']);
    [ann, sam] = [server.addUser({ name: 'ann' }), server.addUser({ name: 'sam', roles: [role] })];
    support = server.addChannel({ name: 'support' });
    staff = server.addChannel({ name: 'team', visibleTo: [role, server.bot] });
    bot = startBot({
      ...{ DISCORD_TOKEN: server.botToken, DISCORD_APPLICATION_ID: server.application.id },
      ...{ DISCORD_API_URL: server.apiUrl },
      ...{ DISCORD_STAFF_ROLES: role.id, DISCORD_STAFF_CHANNEL: staff.id },
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

  type Done = Promise<{ ok: boolean; error?: string }>;
  /** The next thing that only that person sees, with these words in it. */
  const toldNext = async (user: User, words: RegExp, act: () => Done): Promise<Message> => {
    const before = server.ephemerals(user).length;
    const { ok, error } = await act();
    assert.ok(ok, error);
    const next = await server.until(() => server.ephemerals(user)[before], `${words}`, 60_000);
    await server.until(() => words.test(server.shown(next)), `${words}`, 60_000);
    return next;
  };
  const posted = (channel: Channel, words: RegExp): Promise<Message> =>
    server.until(
      () => server.botMessages(channel).find((one) => words.test(server.shown(one))),
      `${words}`,
      60_000,
    );
  const threadOn = (message: Message): Promise<Channel> =>
    server.until(() => server.threadOn(message), 'a thread', 60_000);

  it('links an account by a mailed code and shows its numbers with a chart, to its owner alone', async () => {
    const unlinked = await toldNext(ann, /link/i, () => server.slash(ann, support, '/mail'));
    await server.press(ann, unlinked, 'Link my account');
    const mailed = await toldNext(ann, /mail/i, () => server.submitModal(ann, { name: 'bakery.example' }));
    const mail = await server.until(() => smtp.mails[0], 'the mail', 60_000);
    const [, code = ''] = /^ {4}(\S+)$/m.exec(mail.text) ?? [];
    await server.press(ann, mailed, 'Type the code');
    await toldNext(ann, /bakery\.example/, () => server.submitModal(ann, { code }));
    const numbers = await toldNext(ann, /bakery\.example/, () => server.slash(ann, support, '/mail'));
    assert.match(String(numbers.attachments[0]?.description), /^Chart of .*last 24 hours/);
    assert.equal(numbers.attachments[0]?.contentType, 'image/png');
    assert.deepEqual(server.botMessages(support), []);
    assert.deepEqual(server.ephemerals(sam), []);
  });

  it('brings in a person, who answers the customer from the staff’s channel', async () => {
    const question = server.say(ann, support, `<@${server.bot.id}> ${texts.full}`);
    const thread = await threadOn(question);
    const answer = await posted(thread, /What decided/);
    await server.press(ann, answer, 'Talk to a person');
    const handOff = await posted(staff, /asks for a person/);
    assert.match(server.shown(handOff), /ann/);
    assert.match(server.shown(handOff), new RegExp(`channels/${server.guild.id}/${thread.id}`));
    await posted(await threadOn(handOff), /bakery\.example/);
    await server.press(sam, handOff, 'Take it up');
    await posted(staff, /Taken up[\s\S]*sam/);
    await server.press(sam, handOff, 'Reply to the customer');
    await toldNext(sam, /customer has it/, () =>
      server.submitModal(sam, { text: 'Your mailbox is *full*.' }),
    );
    await posted(thread, /Your mailbox is/);
    await server.press(sam, handOff, 'Close');
    await posted(staff, /Closed/);
  });

  it('listens where staff set it to, and tells them how it is', async () => {
    const set = { what: 'listening', value: 'listening' };
    await toldNext(sam, /listening[\s\S]*set by sam/, () => server.slash(sam, support, '/desk set', set));
    const question = server.say(ann, support, texts.defers);
    await posted(await threadOn(question), /max defers/i);
    await toldNext(sam, /Memory[\s\S]*sqlite/, () => server.slash(sam, support, '/desk status'));
    const anybody = { allowed: true };
    await toldNext(ann, /support staff/, () => server.slash(ann, support, '/desk status', {}, anybody));
  });

  it('passes on what a customer writes directly to whoever has taken over', async () => {
    const bob = server.addUser({ name: 'bob' });
    const direct = server.channel(server.dm(bob, texts.full).channelId) ?? assert.fail();
    await server.press(bob, await posted(direct, /What decided/), 'Talk to a person');
    const handOff = await server.until(
      () => server.botMessages(staff).find((one) => /bob/.test(server.shown(one))),
      'the hand-off',
      60_000,
    );
    await server.press(sam, handOff, 'Take it up');
    await posted(direct, /has taken this up/);
    server.dm(bob, 'it is about bob@sample.example');
    const below = await posted(await threadOn(handOff), /customer writes[\s\S]*it is about/);
    assert.doesNotMatch(server.shown(below), /bob@sample/);
    await posted(direct, /I pass on to our people/);
    await server.press(sam, handOff, 'Reply to the customer');
    await toldNext(sam, /customer has it/, () => server.submitModal(sam, { text: 'Try it now.' }));
    await posted(direct, /Try it now/);
  });
});
