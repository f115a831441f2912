import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { catalogue } from '../../../bot/desk/orders/catalogue.ts';
import type { OrderEntry } from '../../../bot/desk/orders/order.ts';
import { createOrders, missingFields } from '../../../bot/desk/orders/orders.ts';
import { saying } from '../../../bot/desk/saying.ts';

const person = { platform: 'p', workspace: 'w', id: 'ann', staff: false };
const staff = { ...person, id: 'sam', staff: true };
const place = { platform: 'p', workspace: 'w', channel: 'c', private: false };
const failures: unknown[] = [];
const orders = createOrders({
  onError: (error) => failures.push(error),
  runs: {
    link: async ({ values }) => ({ replies: [saying(values.name ?? '')] }),
    aclink: async () => ({ replies: [saying('linked')] }),
    acshow: async () => {
      throw new Error('a secret of the server');
    },
    unlink: async () => ({ replies: [] }),
    draft: async () => ({ replies: [] }),
    hodone: async () => ({ replies: [], settled: 'Closed.' }),
  },
});

describe('the orders', () => {
  it('fit what every platform takes', () => {
    for (const { name, description, fields, menu = '' } of catalogue as readonly OrderEntry[]) {
      assert.match(name, /^[a-z-]{1,32}(?: [a-z-]{1,32})?$/);
      assert.ok(description.length <= 100 && menu.length <= 24 && fields.length <= 5, name);
      for (const field of fields) {
        assert.match(field.name, /^[a-z-]{1,32}$/);
        assert.ok(field.label.length <= 45, field.label);
        for (const { value, label } of field.choices ?? [])
          assert.ok(value.length <= 75 && label.length <= 75);
      }
      // A platform's options want the ones that must be there first.
      const required = fields.map((field) => field.required);
      assert.deepEqual(
        required,
        [...required].sort((a, b) => Number(b) - Number(a)),
        name,
      );
    }
  });

  it('are offered only where something carries them out', () => {
    assert.equal(orders.coded('watch'), undefined);
    assert.equal(orders.said('desk status', staff), undefined);
    assert.deepEqual(orders.said('links', person)?.values, {});
  });

  it('are read from words: a word a field, the last takes the rest, a token is a person', () => {
    const read = orders.said('Account link <@U012AB|kim> gardens.example they showed their\ninvoice', staff);
    assert.equal(read?.order.code, 'aclink');
    assert.deepEqual(read?.values, {
      person: 'U012AB',
      name: 'gardens.example',
      why: 'they showed their\ninvoice',
    });
    assert.deepEqual(orders.said('/link gardens.example', staff)?.values, { name: 'gardens.example' });
  });

  it('with several long texts are read no further than their first field, so that a form asks for the rest', () => {
    const read = orders.said('draft How to get a parrot out of a router', staff);
    assert.deepEqual(read?.values, { title: 'How to get a parrot out of a router' });
    assert.ok(missingFields(read?.order ?? assert.fail(), read?.values ?? {}).length > 0);
  });

  it('are not read into what customers say, nor into words that only begin alike', () => {
    for (const words of ['link does not work', 'links on my page are broken', 'account link U1 x y'])
      assert.equal(orders.said(words, person), undefined, words);
    assert.equal(orders.said('link', person)?.order.code, 'link');
    for (const words of ['linking two pages', 'resolve', 'links of my page are dead'])
      assert.equal(orders.said(words, staff), undefined, words);
  });

  it('of staff are refused to others, however they come', async () => {
    const order = orders.coded('aclink') ?? assert.fail();
    const { replies } = await orders.run(order, { by: person, place, values: {} });
    assert.match(replies[0]?.title ?? '', /for support staff/);
  });

  it('say calmly that something went wrong, and tell the operator what', async () => {
    const order = orders.coded('acshow') ?? assert.fail();
    const { replies } = await orders.run(order, { by: staff, place, values: {} });
    assert.match(replies[0]?.title ?? '', /Something went wrong/);
    assert.doesNotMatch(JSON.stringify(replies), /secret/);
    assert.match(String(failures), /a secret of the server/);
  });

  it('ask for all fields when one that must be there is missing', () => {
    const order = orders.coded('aclink') ?? assert.fail();
    assert.equal(missingFields(order, { person: 'U1', name: 'x', why: ' ' }).length, 3);
    assert.deepEqual(missingFields(order, { person: 'U1', name: 'x', why: 'y' }), []);
  });
});
