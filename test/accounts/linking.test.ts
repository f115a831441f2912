import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { linkWords } from '../../bot/accounts/link-desk.ts';
import { createMailer } from '../../bot/accounts/mailer.ts';
import { type House, hour, minute, openHouse, personOf, stepsIn, wordsOf } from './house.ts';

describe('linking by an emailed code', () => {
  let house: House;
  before(async () => {
    house = await openHouse();
  });
  after(() => house.close());

  const ask = async (who: ReturnType<typeof personOf>, name: string) => {
    house.smtp.clear();
    const answer = await house.desk.startLink(who, name, { name: 'Anna', workspace: 'Sample chat' });
    await house.desk.settled();
    return answer;
  };

  it('mails the owner a code that says who asked, and what to do if it was not them', async () => {
    assert.equal((await ask(personOf('U1'), 'gardens.example')).title, linkWords.started.title);
    const [mail] = house.smtp.mails;
    assert.deepEqual(mail?.envelopeTo, ['owner@gardens.example']);
    assert.match(mail?.text ?? '', /“Anna” \(Slack, Sample chat, user U1\) asked/);
    assert.match(mail?.text ?? '', /10 minutes, once/);
    assert.match(mail?.text ?? '', /This was not me: .* help@sample\.example/);
    assert.match(house.code(), /^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
    assert.match(mail?.raw ?? '', /Auto-Submitted: auto-generated/);
    assert.doesNotMatch(mail?.subject ?? '', new RegExp(house.code()));
  });

  it('links whoever types it, however it is typed, and stores who the account is', async () => {
    const typed = house.code().toLowerCase().replace('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    const answer = await house.desk.finishLink(personOf('U1'), ` ${typed} `);
    assert.equal(answer.title, 'gardens.example is linked with you');
    const [link] = await house.memory.links.of(personOf('U1'));
    const { uid, startedAt } = house.account('gardens');
    assert.deepEqual([link?.identity, link?.proof], [`${uid}:${startedAt}`, 'code']);
    assert.match((await house.desk.numbers(personOf('U1'))).title, /is blocked/);
  });

  it('takes a code once', async () => {
    const answer = await house.desk.finishLink(personOf('U1'), house.code());
    assert.equal(answer.title, linkWords.refused.title);
  });

  it('keeps neither the code nor the address where they could be read', async () => {
    await ask(personOf('U6'), 'club');
    const lines: string[] = [];
    for await (const line of house.memory.export()) lines.push(line);
    const kept = lines.join('');
    assert.doesNotMatch(kept, new RegExp(house.code().replace('-', '')));
    assert.doesNotMatch(kept, /owner@club/);
  });

  it('finds the account by a domain, a user name, an added domain, a page or an address', async () => {
    const names = ['cakes.example', 'bakery', 'https://www.bakery.example/shop?x=1'];
    for (const [index, name] of names.entries()) {
      await ask(personOf(`U-by-${index}`), name);
      assert.deepEqual(house.smtp.mails[0]?.envelopeTo, ['owner@bakery.example'], name);
    }
  });

  it('lists and unlinks, and a link is gone at once', async () => {
    const listed = await house.desk.ownLinks(personOf('U1'));
    const unlink = stepsIn(listed).find(({ order }) => order === 'unlink');
    assert.match(wordsOf(listed), /gardens\.example/);
    assert.match(
      (await house.desk.unlink(personOf('U1'), unlink?.about ?? '')).title,
      /no longer linked with you/,
    );
    assert.equal((await house.desk.numbers(personOf('U1'))).title, 'I do not know which account is yours');
  });

  it('links no second person beside the first, unless the operator allows more', async () => {
    await house.link(personOf('U1'), 'workshop');
    await ask(personOf('U2'), 'workshop');
    const code = house.code();
    assert.equal((await house.desk.finishLink(personOf('U2'), code)).title, linkWords.full.title);
    assert.deepEqual(await house.memory.links.of(personOf('U2')), []);
    const two = await house.openProcess({ mostPeople: 2 });
    house.smtp.clear();
    await two.desk.startLink(personOf('U2'), 'workshop');
    await two.desk.settled();
    assert.match((await two.desk.finishLink(personOf('U2'), house.code())).title, /is linked with you/);
  });

  it('says the same where the mail server refuses, and the operator hears of it', async () => {
    house.smtp.fail('refuse');
    const answer = await ask(personOf('U7'), 'hotel');
    house.smtp.fail(undefined);
    assert.equal(answer.title, linkWords.started.title);
    assert.equal(house.errors.at(-1)?.what, 'link code');
  });

  it('says that it cannot, where there is no mail server', async () => {
    const { desk } = await house.openProcess({ mailer: undefined });
    assert.equal((await desk.startLink(personOf('U8'), 'club')).title, linkWords.byPersonOnly.title);
    assert.deepEqual(stepsIn(desk.offerLink()), []);
  });

  it('leaves a line for every step', async () => {
    const lines = await house.audit();
    for (const expected of [
      /link\.code \| web1\/gardens \| mail to the owner/,
      /link\.add \| web1\/gardens \| for slack\/T1\/U1: linked/,
      /link\.remove \| web1\/gardens \| for slack\/T1\/U1: removed/,
      /link\.add \| web1\/workshop \| for slack\/T1\/U2: full/,
      /link\.refused \| slack\/T1\/U1 \| refused: no such code/,
    ]) {
      assert.ok(
        lines.some((line) => expected.test(line)),
        String(expected),
      );
    }
  });

  it('puts nothing of a stranger’s choosing into the mail but letters', async () => {
    house.smtp.clear();
    house.clock.now += 25 * hour;
    const name = 'Bank\r\nBcc: all@evil.example\n\nSee https://evil.example or evil.example <b>now</b>';
    await house.desk.startLink(personOf('U-bad'), 'hotel', { name, workspace: 'www.evil.example' });
    await house.desk.settled();
    const [mail] = house.smtp.mails;
    assert.deepEqual(mail?.envelopeTo, ['owner@hotel.example']);
    assert.doesNotMatch(mail?.raw ?? '', /evil\.example|:\/\/evil|<b>|^Bcc/m);
    house.clock.now += minute;
  });
});

describe('the mailer', () => {
  it('refuses what is no mail server', () => {
    for (const url of ['', 'mail.example.com', 'https://mail.example.com', 'smtp://'])
      assert.throws(() => createMailer({ url, from: 'a@b.example' }), /SMTP_URL/);
  });
});
