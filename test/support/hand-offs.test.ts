import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { HandOffParts } from '../../bot/support/hand-off-desk.ts';
import { ann, direct, type House, openHouse, place, questionOf, sam, tim } from './house.ts';

describe('a hand-off', () => {
  let house: House;
  afterEach(() => house.close());
  const staffMessage = () =>
    house.messages.find(({ at }) => at.channel === 'C9') ?? assert.fail('nothing there');
  const id = () => staffMessage().key.replace('hand-off ', '');
  const labels = () => staffMessage().reply.actions.map((action) => ('label' in action ? action.label : ''));

  it('puts the finished diagnosis before the staff, with nothing personal of it kept, and tells the customer', async () => {
    house = await openHouse();
    const question = await house.answered('q1');
    await house.memory.votes.cast({ key: 'q1', slug: 'mailbox-full', by: ann, helped: false });
    assert.match(await house.support.handOver(question, ann), /Our people know about it/);
    const { reply, at } = staffMessage();
    assert.equal(at.channel, 'C9');
    for (const words of [
      /k\*\*\*@example\.org bounces/,
      /name of U1/,
      /https:\/\/chat\.example\/C1\/t1/,
      /\[About mailbox-full\]/,
      /did not help/,
    ])
      assert.match(reply.body, words);
    assert.deepEqual(labels(), ['Take it up', 'Reply to the customer', 'Close']);
    assert.doesNotMatch(await house.content(), /kim@example/);
  });

  it('is one for a question, however often the button is pressed', async () => {
    house = await openHouse();
    const question = await house.answered('q1');
    await house.support.handOver(question, ann);
    assert.match(await house.support.handOver(question, ann), /know about it already/);
    assert.equal(house.messages.length, 1);
  });

  it('is taken up by the first, and everybody sees by whom', async () => {
    house = await openHouse();
    const other = await house.openProcess();
    await house.support.handOver(await house.answered('q1'), ann);
    const given = { about: id() };
    assert.deepEqual((await house.give('hoclm', { ...given, by: sam })).replies, []);
    const { replies } = await other.give('hoclm', { ...given, by: tim });
    assert.match(replies[0]?.title ?? '', /name of U9 has taken it up/);
    assert.deepEqual(staffMessage().reply.facts, [{ label: 'Taken up by', value: 'name of U9' }]);
    assert.deepEqual(labels(), ['Reply to the customer', 'Close']);
    const said = house.messages.filter(({ at }) => at.channel === 'C1').map(({ reply }) => reply.title);
    assert.deepEqual(said, ['Somebody of our support has taken this up and answers you here.']);
    assert.equal(await house.memory.quietThreads.isQuiet(place), true, 'and not the bot');
  });

  it('brings the staff’s reply to the customer and nothing else, and keeps the bot quiet there', async () => {
    house = await openHouse();
    await house.support.handOver(await house.answered('q1'), ann);
    await house.give('horep', { about: id(), values: { text: 'It works again.' } });
    const reply = house.messages.find(({ reply: one }) => one.title === 'From our support');
    assert.deepEqual([reply?.at.thread, reply?.reply.body], ['t1', 'It works again.']);
    assert.equal(await house.memory.quietThreads.isQuiet(place), true);
    await house.give('hodone', { about: id() });
    assert.equal(await house.memory.quietThreads.isQuiet(place), false);
    assert.equal(staffMessage().reply.title, 'Closed');
    assert.deepEqual(labels(), ['Draft an article']);
    const { replies } = await house.give('horep', { about: id(), values: { text: 'late' } });
    assert.match(replies[0]?.title ?? '', /closed already/);
  });

  it('from a direct conversation goes both ways', async () => {
    house = await openHouse();
    await house.support.handOver(await house.answered('q1', { place: direct }), ann);
    const own = questionOf('q2', { place: direct, text: 'it is bob@example.org and 192.0.2.9' });
    assert.equal(await house.support.beside.passOn(own), undefined, 'nobody has taken it up yet');
    await house.give('hoclm', { about: id() });
    assert.equal(house.told[0]?.person.id, 'U1');
    assert.equal(await house.support.beside.passOn(own), 'first');
    const file = { name: 'bounce.txt', text: '550 no such user kim@example.org' };
    const further = { ...own, id: 'q3', place: { ...direct, thread: 'another' } };
    const complete = async () => ({ ...further, attachments: [file], unread: 'picture' as const });
    assert.equal(await house.support.beside.passOn(further, complete), 'passed');
    const passed = house.messages.filter(({ at }) => at.below === staffMessage().id);
    assert.equal(passed.length, 2);
    assert.match(passed[0]?.reply.body ?? '', /b\*\*\*@example\.org and 192\.0\.x\.x/);
    assert.match(passed[1]?.reply.body ?? '', /no such user k\*\*\*@example\.org[\s\S]*file came with it/);
    await house.give('horep', { about: id(), values: { text: 'Done.' } });
    assert.deepEqual(house.told.at(-1)?.reply.body, 'Done.');
    await house.give('hodone', { about: id() });
    assert.equal(await house.support.beside.passOn({ ...own, id: 'q4' }), undefined);
  });

  it('says when somebody is there, outside support hours', async () => {
    house = await openHouse({ nextThere: () => '30 November, 09:00 CET' });
    assert.match(
      await house.support.handOver(await house.answered('q1'), ann),
      /from 30 November, 09:00 CET/,
    );
  });

  it('opens a ticket where one can be, and says its number on both sides', async () => {
    house = await openHouse({ openTicket: async () => '516757' });
    assert.match(await house.support.handOver(await house.answered('q1'), ann), /Your ticket is 516757\./);
    assert.deepEqual(staffMessage().reply.facts, [{ label: 'Ticket', value: '516757' }]);
  });

  it('shows the health of the customer’s account to staff, below', async () => {
    const healthOf: HandOffParts['healthOf'] = async () => ({
      ...{
        kind: 'answer',
        title: 'x is blocked',
        body: '26 failed',
        facts: [],
        sources: [],
        audience: 'asker',
      },
      actions: [{ kind: 'order', order: 'watch', label: 'Tell me' }],
    });
    house = await openHouse({ healthOf });
    await house.support.handOver(await house.answered('q1'), ann);
    const below = house.messages.find(({ at }) => at.below === staffMessage().id);
    assert.match(below?.reply.body ?? '', /26 failed/);
    assert.deepEqual(below?.reply.actions, [], 'nobody but the owner can press what is about their account');
    assert.doesNotMatch(await house.content(), /26 failed/);
  });

  it('gives another way to a person where the staff cannot be told', async () => {
    house = await openHouse({ outreachOn: () => undefined });
    assert.equal(
      await house.support.handOver(await house.answered('q1'), ann),
      'Write to support@example.com.',
    );
    assert.equal(await house.support.handOver(undefined, ann), 'Write to support@example.com.');
  });

  it('says so when the customer cannot be reached, and loses nothing', async () => {
    house = await openHouse({}, () => false);
    await house.support.handOver(await house.answered('q1', { place: direct }), ann);
    const { replies } = await house.give('horep', { about: id(), values: { text: 'Hello?' } });
    assert.match(replies[0]?.title ?? '', /could not reach the customer/);
    const [waiting] = (await house.give('waits')).replies;
    assert.match(waiting?.body ?? '', /mailbox-full/);
  });
});
