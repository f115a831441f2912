import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type House, openHouse, personOf, staff, wordsOf } from './house.ts';

describe('staff', () => {
  let house: House;
  before(async () => {
    house = await openHouse();
  });
  after(() => house.close());
  const why = 'ticket 4711, called back';

  it('see an account by its domain, with who is linked', async () => {
    await house.link(personOf('U1'), 'gardens');
    const [answer] = await house.desk.staffShow(staff, { name: 'seeds.example', why });
    const words = answer ? wordsOf(answer) : '';
    assert.equal(answer?.audience, 'asker');
    assert.match(words, /Account: web1\/gardens/);
    assert.match(words, /Linked with: slack\/T1\/U1 \(staff\)/);
  });

  it('see which server, which error and since when', async () => {
    house.whm.faults.add({ name: '*', kind: 'server-error', times: 50 });
    const [answer] = await house.desk.staffShow(staff, { name: 'gardens', why });
    house.whm.faults.clear();
    assert.match(
      answer ? wordsOf(answer) : '',
      /`web1`: server-error, .* since 14:38 UTC; last answered 14:38/,
    );
  });

  it('link a customer with a reason, and the owner gets a notice', async () => {
    const answer = await house.desk.staffLink(staff, { name: 'club.example', why }, personOf('U5'), {
      name: 'Eva',
    });
    await house.desk.settled();
    assert.equal(answer.title, 'club.example is linked');
    const [mail] = house.smtp.mails;
    assert.deepEqual(mail?.envelopeTo, ['owner@club.example']);
    assert.match(mail?.text ?? '', /“Eva” .*Reason given: ticket 4711, called back.*This was not me/s);
    assert.match((await house.desk.numbers(personOf('U5'))).title, /^club\.example/);
  });

  it('do not link without a reason, across platforms, beside another, or what does not exist', async () => {
    const link = async (name: string, reason: string, who = personOf('U6')) =>
      (await house.desk.staffLink(staff, { name, why: reason }, who)).title;
    assert.equal(await link('hotel', ' '), 'Please give a reason');
    assert.equal(await link('nothing.example', why), 'No such account');
    assert.equal(await link('club', why), 'club.example is linked with somebody else');
    assert.match(await link('hotel', why, personOf('U6', { platform: 'discord' })), /another platform/);
    assert.deepEqual(await house.memory.links.of(personOf('U6')), []);
  });

  it('unlink even while the server is away', async () => {
    house.whm.faults.add({ name: '*', kind: 'reset', times: 50 });
    const answer = await house.desk.staffUnlink(staff, { name: 'club.example', why }, personOf('U5'));
    house.whm.faults.clear();
    assert.equal(answer.title, 'club.example is no longer linked with them');
    assert.deepEqual(await house.memory.links.of(personOf('U5')), []);
  });

  it('export the audit as JSON lines, which notes that too', async () => {
    const { file } = await house.desk.staffAudit(staff);
    const read = (file?.text ?? '')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { action: string; why: string; at: string });
    const actions = new Set(read.map(({ action }) => action));
    for (const action of ['account.show', 'link.add', 'link.remove', 'link.notice'])
      assert.ok(actions.has(action), action);
    assert.ok(read.every(({ at }) => at.startsWith('2026-11-20T')));
    assert.ok((await house.audit())[0]?.startsWith('audit.read | everything'));
    const one = await house.desk.staffAudit(staff, 'club.example');
    assert.match(one.file?.text ?? '', /"action":"link.add","about":"web1\/club"/);
    assert.doesNotMatch(one.file?.text ?? '', /"about":"(?!web1\/club"|club)/);
  });
});
