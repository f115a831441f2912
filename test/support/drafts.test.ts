import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, it } from 'node:test';
import type { Given } from '../../bot/desk/orders/order.ts';
import { ann, type House, openHouse, place, sam } from './house.ts';

describe('a draft of an article', () => {
  let house: House;
  afterEach(() => house.close());
  const order = () => house.orders.coded('draft') ?? assert.fail();
  const form = (given: Partial<Given>) => order().prefill?.({ by: sam, place, values: {}, ...given });
  const answer = {
    summary: 'The router must not be fed to the parrot, and neither the other way round.',
    body: 'Keep them apart.\n\n1. Close the cage.\n2. Switch the router off and on.',
  };

  it('begins with the questions of a gap, and with its topic', async () => {
    house = await openHouse();
    for (const id of ['q1', 'q2'])
      await house.memory.questions.note({
        ...(await house.answered(id, { text: `${id} my parrot ate the router kim@example.org` })),
        ...{ key: id, decision: 'unsure', slugs: ['mailbox-full'], shown: undefined },
      });
    const [gap] = await house.gaps();
    const filled = await form({ about: gap?.id ?? '' });
    assert.match(filled?.asks ?? '', /my parrot ate the router k\*\*\*@example\.org/);
    assert.equal(filled?.topic, 'email');
    assert.match(filled?.title ?? '', /my parrot ate the router/);
  });

  it('begins with the question of a hand-off, or with the words of a message, masked', async () => {
    house = await openHouse();
    await house.support.handOver(await house.answered('q1'), ann);
    const id = house.messages[0]?.key.replace('hand-off ', '') ?? '';
    assert.match((await form({ about: id }))?.asks ?? '', /k\*\*\*@example\.org bounces/);
    const pointedAt = 'it says 550 for bob@example.org\nfrom 192.0.2.9';
    assert.equal((await form({ pointedAt }))?.asks, 'it says 550 for b***@example.org from 192.0.x.x');
    assert.deepEqual(await form({}), {});
  });

  it('is saved as a file that is not in service, with what the checks say of it', async () => {
    house = await openHouse();
    const values = {
      title: 'The parrot ate the router',
      topic: 'Pets & more',
      asks: 'parrot ate my wifi\n\nbird at router',
      ...answer,
    };
    const { replies } = await house.give('draft', { values });
    assert.match(replies[0]?.body ?? '', /`pets-more\/the-parrot-ate-the-router\.md`/);
    assert.match(replies[0]?.body ?? '', /The checks of the knowledge base say:/);
    const source = readFileSync(join(house.draftsDir, 'pets-more/the-parrot-ate-the-router.md'), 'utf8');
    assert.match(source, /parrot ate my wifi/);
    assert.doesNotMatch(source, /^reviewed:/m);
  });

  it('never replaces another, whatever is written into the form', async () => {
    house = await openHouse();
    const values = { title: '../../mailbox-full', topic: '../kb', asks: 'x', ...answer };
    const paths = [];
    for (let times = 0; times < 2; times++)
      paths.push(/`([^`]+)`/.exec((await house.give('draft', { values })).replies[0]?.body ?? '')?.[1]);
    assert.deepEqual(paths, ['kb/mailbox-full-2.md', 'kb/mailbox-full-3.md']);
  });
});
