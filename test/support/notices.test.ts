import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { readBounce } from '../../bot/bounce/read-bounce.ts';
import type { Consulted } from '../../bot/desk/desk.ts';
import { ann, consultedWith, type House, openHouse, place, questionOf, sam } from './house.ts';

describe('a notice', () => {
  let house: House;
  afterEach(() => house.close());
  const text = 'Microsoft is <refusing> *mail* of server 12, we are on it';
  const pin = (about: string) => house.give('nopin', { values: { about, text } });
  const endOf = async () => {
    const [list] = (await house.give('nolist')).replies;
    const action = list?.actions[0];
    return action?.kind === 'order' ? (action.about ?? '') : '';
  };

  const isLed = ({ reply }: Consulted) => reply?.facts[0]?.label === 'Notice from our support';

  it('leads every answer about its matter, in words that do not format, and no other', async () => {
    house = await openHouse();
    assert.match((await pin('mailbox-full')).replies[0]?.title ?? '', /leads every matching answer/);
    const led = await house.support.beside.lead(questionOf('q1'), consultedWith('mailbox-full'));
    assert.deepEqual(led.reply?.facts[0], { label: 'Notice from our support', value: text });
    assert.equal(led.reply?.body, 'The answer of mailbox-full');
    const other = await house.support.beside.lead(questionOf('q2'), consultedWith('no-such-user'));
    assert.deepEqual(other.reply?.facts, []);
    const long = { about: 'mailbox-full', text: 'word '.repeat(200) };
    assert.match((await house.give('nopin', { values: long })).replies[0]?.title ?? '', /too long/);
  });

  it('can be about a bounce reason, and about nothing that is not known', async () => {
    house = await openHouse();
    assert.match((await pin('ip-blocked')).replies[0]?.title ?? '', /leads every matching/);
    const [again] = (await pin('ip-blocked')).replies;
    assert.match(again?.title ?? '', /up already/);
    assert.equal(again?.actions.length, 1, 'and can be ended there');
    assert.match((await pin('no-such-thing')).replies[0]?.title ?? '', /know no article/);
  });

  it('is seen by every process within moments', async () => {
    house = await openHouse();
    const other = await house.openProcess();
    await sleep(50);
    await pin('mailbox-full');
    const led = async () =>
      isLed(await other.support.beside.lead(questionOf('q1'), consultedWith('mailbox-full')));
    for (let waits = 0; !(await led()); waits++) {
      assert.ok(waits < 200, 'the other process sees it');
      await sleep(50);
    }
  });

  it('is ended for all, and whoever was shown it hears of it once', async () => {
    house = await openHouse();
    const other = await house.openProcess();
    await pin('mailbox-full');
    for (const id of ['U1', 'U2']) {
      const question = questionOf(`q-${id}`, { asker: { ...ann, id } });
      await house.support.beside.lead(question, consultedWith('mailbox-full'));
    }
    assert.deepEqual((await house.give('noend', { about: await endOf() })).replies, []);
    await Promise.all([house.support.tellEnded(), other.support.tellEnded(), house.support.tellEnded()]);
    assert.deepEqual(house.told.map(({ person }) => person.id).sort(), ['U1', 'U2']);
    assert.match(house.told[0]?.reply.body ?? '', /It is over now/);
    const led = await house.support.beside.lead(questionOf('q9'), consultedWith('mailbox-full'));
    assert.ok(!isLed(led));
    assert.match((await house.give('noend', { about: 'gone' })).replies[0]?.title ?? '', /not up any more/);
  });

  it('is offered to staff once, when many customers bring the same error', async () => {
    house = await openHouse();
    const [error] = readBounce(
      "host hotmail-com.olc.protection.outlook.com[203.0.113.9] said: 550 5.7.1 Unfortunately, messages from [192.0.2.7] weren't sent. Please contact your Internet service provider since part of their network is on our block list (S3140).",
    );
    assert.ok(error);
    const bring = async (id: string, staff = false) => {
      const question = questionOf(`q-${id}`, { asker: { ...ann, id, staff } });
      await house.support.beside.answered(question, consultedWith('mailbox-full', [error]));
    };
    for (const id of ['U1', 'U2', 'U3', 'U4', 'U4']) await bring(id);
    await bring('U9', true);
    assert.equal(house.messages.length, 0);
    for (const id of ['U5', 'U6']) await bring(id);
    const [alert, ...others] = house.messages;
    assert.deepEqual(others, []);
    assert.match(alert?.reply.title ?? '', /^5 customers have the same error$/);
    assert.match(alert?.reply.body ?? '', /`microsoft`[\s\S]*`ip-blocked`/);
    assert.doesNotMatch(alert?.reply.body ?? '', /192\.0\.2\.7|U1/);
    const action = alert?.reply.actions[0];
    const about = action?.kind === 'order' ? action.about : undefined;
    const order = house.orders.coded('nopin') ?? assert.fail();
    const form = await order.prefill?.({ by: sam, place, values: {}, about });
    assert.match(form?.about ?? '', /^microsoft \| ip-blocked/);
    await pin(form?.about ?? '');
    const led = await house.support.beside.lead(questionOf('q7'), consultedWith('mailbox-full', [error]));
    assert.ok(isLed(led));
    await house.give('noend', { about: await endOf() });
    await house.support.tellEnded();
    assert.deepEqual(house.told.map(({ person }) => person.id).sort(), ['U1', 'U2', 'U3', 'U4', 'U5', 'U6']);
  });

  it('is for staff to pin', async () => {
    house = await openHouse();
    const { replies } = await house.give('nopin', {
      by: { ...sam, staff: false },
      values: { about: 'x', text },
    });
    assert.match(replies[0]?.title ?? '', /for support staff/);
  });
});
