import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { catalogue } from '../../../bot/desk/orders/catalogue.ts';
import type { Order, OrderEntry } from '../../../bot/desk/orders/order.ts';
import { orderCommands, orderIn, usageOf } from '../../../bot/platforms/slack/orders/order-commands.ts';

const entries: readonly OrderEntry[] = catalogue;
const orders: readonly Order[] = entries.map((entry) => ({ ...entry, run: async () => ({ replies: [] }) }));
const given = (word: string, text: string) => {
  const read = orderIn(word, text, orders);
  return read && [read.order.name, read.values];
};

/** Commands of Slack's own, which an app cannot take. */
const taken =
  /^\/(?:active|apps|archive|away|collapse|dm|dnd|expand|feed|feedback|invite|join|kick|leave|me|msg|mute|open|pref|remind|remove|rename|search|shortcuts|shrug|star|status|topic|who)$/;

describe("Slack's commands of the orders", () => {
  it('are one for each first word, and none for what only buttons give', () => {
    const commands = orderCommands(entries);
    const words = new Set(
      entries.filter(({ buttonOnly }) => !buttonOnly).map(({ name }) => `/${name.split(' ')[0]}`),
    );
    assert.deepEqual(new Set(commands.map(({ command }) => command)), words);
    assert.equal(commands.length, words.size);
    for (const { command } of commands) assert.doesNotMatch(command, taken);
    for (const { description } of commands.filter(({ command }) => /account|desk|notice|draft/.test(command)))
      assert.match(description, /^Staff: /);
  });

  it('take a second word, then the fields', () => {
    assert.deepEqual(given('account', 'show gardens.example they asked'), [
      'account show',
      { name: 'gardens.example', why: 'they asked' },
    ]);
    assert.deepEqual(given('account', 'AUDIT'), ['account audit', {}]);
    assert.equal(given('account', ''), undefined);
    assert.equal(given('account', 'burn gardens.example'), undefined);
    assert.equal(given('desk', 'status please'), undefined);
    assert.deepEqual(given('mail', 'please'), ['mail', {}]);
    assert.equal(given('watch', ''), undefined);
  });

  it('read the tokens that Slack makes of people, channels, links and signs', () => {
    assert.deepEqual(
      given(
        'account',
        'link <@U012AB|ann> <http://gardens.com|gardens.com> met &lt;them&gt; in <#C1|support>',
      ),
      ['account link', { person: 'U012AB', name: 'gardens.com', why: 'met <them> in #support' }],
    );
    assert.deepEqual(given('link', '<mailto:kim@gardens.com|kim@gardens.com>'), [
      'link',
      { name: 'kim@gardens.com' },
    ]);
  });

  it('read a channel that stands alone as its id', () => {
    assert.deepEqual(given('desk', 'set hand-offs <#C012AB|staff>'), [
      'desk set',
      { what: 'hand-offs', value: 'C012AB' },
    ]);
  });

  it('leave out who is no person and what is no choice, so that a form asks', () => {
    assert.deepEqual(given('account', 'link bob gardens.example met'), [
      'account link',
      { name: 'gardens.example', why: 'met' },
    ]);
    assert.deepEqual(given('desk', 'set volume 11'), ['desk set', { value: '11' }]);
  });

  it('say how they are used', () => {
    const set = entries.find(({ name }) => name === 'desk set') ?? assert.fail();
    assert.equal(usageOf(set), 'set what [value]');
  });
});
