import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { privateTo, sideBySide, theAnswer } from '../contract/on-stage.ts';
import { createTestOrders } from '../contract/test-orders.ts';
import { texts } from '../contract/texts.ts';
import { type DiscordStage, onDiscord } from './discord-stage.ts';

const on = { mention: true };

describe('forms of orders on Discord', sideBySide, () => {
  const lastGiven = ({ desk }: DiscordStage) => desk.given.at(-1) ?? assert.fail('no order was given');

  it(
    'open a form that holds what the command gave, a person by who they are',
    onDiscord(async (stage) => {
      await stage.command('sam', 'account link', { person: 'ann', why: 'met them' });
      const { title, fields } = (await stage.form('sam')) ?? assert.fail('no form');
      assert.equal(title, 'Account link');
      assert.deepEqual(fields, {
        Who: stage.people.ann.id,
        'Domain or user name': '',
        'Reason, for the audit log': 'met them',
      });
      await stage.submit('sam', { 'Domain or user name': 'gardens' });
      assert.deepEqual(lastGiven(stage).values, {
        ...{ person: stage.people.ann.id, name: 'gardens', why: 'met them' },
      });
      await stage.command('sam', 'desk set', { value: 'off' });
      assert.deepEqual((await stage.form('sam'))?.fields, {
        'What to change': '',
        'Value; leave out for the usual one': 'off',
      });
      await stage.submit('sam', { 'What to change': 'listening' });
      assert.deepEqual(lastGiven(stage).values, { what: 'listening', value: 'off' });
    }),
  );

  it(
    'open their form without what would come too late',
    onDiscord(
      async (stage) => {
        const orders = createTestOrders([]);
        const draft = orders.coded('draft') ?? assert.fail();
        const slow = { ...draft, prefill: () => new Promise<never>(() => {}) };
        stage.given({ orders: { ...orders, coded: (code) => (code === 'draft' ? slow : undefined) } });
        await stage.restart();
        const question = await stage.say('ann', 'support', 'my parrot ate the router');
        await stage.menu('sam', 'Draft an article', question);
        assert.equal((await stage.form('sam'))?.fields.Title, '');
      },
      { parts: { prefillMs: 100 } },
    ),
  );

  it(
    'from the menu of a message know its words and the question, also when the form comes back',
    onDiscord(async (stage) => {
      const question = await stage.say('ann', 'support', texts.defers, on);
      await theAnswer(stage, question);
      await stage.menu('sam', 'Draft an article', question);
      await stage.submit('sam', {
        ...{
          'Topic (folder)': 'mail',
          'The answer in one sentence': 'Wait.',
          'The answer, in Markdown': 'W',
        },
      });
      const { pointedAt, question: key } = lastGiven(stage);
      assert.equal(pointedAt, texts.defers);
      assert.equal(key, stage.desk.everything()[0]?.key);
    }),
  );

  it(
    'of staff look again who is staff when the form comes back',
    onDiscord(async (stage) => {
      const { server, people } = stage;
      const [role] = [...server.guild.roles.values()].filter(({ name }) => name === 'support');
      assert.ok(role);
      await stage.command('sam', 'account show');
      server.takeRole(people.sam, role);
      await stage.submit('sam', { 'Domain or user name': 'gardens', 'Reason, for the audit log': 'curious' });
      assert.match((await privateTo(stage, 'sam'))[0]?.text ?? '', /support staff/);
      assert.deepEqual(stage.desk.given, []);
    }),
  );
});
