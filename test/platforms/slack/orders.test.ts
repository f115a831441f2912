import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Runs } from '../../../bot/desk/orders/order.ts';
import { createOrders } from '../../../bot/desk/orders/orders.ts';
import { saying } from '../../../bot/desk/saying.ts';
import { recordsOf, textOf } from '../../servers/slack/json.ts';
import { privateTo, sideBySide, theAnswer } from '../contract/on-stage.ts';
import { texts } from '../contract/texts.ts';
import { onSlack, type SlackStage } from './slack-stage.ts';

const on = { mention: true };
const pages = [1, 2, 3, 4, 5, 6, 7];
/** With these orders in place of the stage's own. */
const withOrders = (runs: Runs, act: (stage: SlackStage) => Promise<void>) => {
  const onError = (error: unknown) => {
    throw error;
  };
  return onSlack(act, { parts: { orders: createOrders({ runs, onError }) } });
};

describe('orders on Slack', sideBySide, () => {
  it(
    'given by a command without the word that is meant say what can be written there',
    onSlack(async (stage) => {
      const { server, people, channels } = stage;
      assert.ok((await server.slash(people.sam, channels.support, '/account')).ok);
      const [usage] = await privateTo(stage, 'sam');
      assert.match(usage?.text ?? '', /\/account show name why[\s\S]*\/account audit \[name\]/);
      assert.ok((await server.slash(people.bob, channels.support, '/account', 'everything')).ok);
      assert.match((await privateTo(stage, 'bob'))[0]?.text ?? '', /support staff/);
    }),
  );

  it(
    'that nothing carries out say so',
    onSlack(async (stage) => {
      const { server, people, channels } = stage;
      assert.ok((await server.slash(people.ann, channels.support, '/links')).ok);
      assert.match((await privateTo(stage, 'ann'))[0]?.text ?? '', /not set up here/);
      assert.ok((await server.slash(people.sam, channels.support, '/notice', 'list')).ok);
      assert.match((await privateTo(stage, 'sam'))[0]?.text ?? '', /not set up here/);
    }),
  );

  it(
    'are carried out once although Slack repeats the command, the press or the form, also for another process',
    onSlack(async (stage) => {
      await stage.command('ann', 'mail');
      const [shown] = await privateTo(stage, 'ann');
      await stage.press('ann', shown ?? assert.fail(), 'Look again');
      await privateTo(stage, 'ann', 2);
      await stage.command('ann', 'link');
      await stage.until(async () => (await stage.form('ann')) !== undefined, 'a form');
      await stage.submit('ann', { 'Domain or user name': 'gardens.example' });
      await privateTo(stage, 'ann', 3);
      await stage.redeliver();
      await stage.quiet();
      await stage.restart();
      await stage.redeliver();
      await stage.quiet();
      assert.deepEqual(
        stage.desk.given.map(({ order }) => order),
        ['mail', 'mail', 'link'],
      );
      await privateTo(stage, 'ann', 3);
    }),
  );

  it(
    'ask again for what holds nothing but blanks',
    onSlack(async (stage) => {
      const { server, people, channels } = stage;
      await server.slash(people.ann, channels.support, '/link');
      const view = await server.until(() => server.view(people.ann), 'a form');
      const sent = await server.submitView(people.ann, view, { name: '   ' });
      assert.equal(sent.responseAction, 'errors');
      assert.deepEqual(Object.keys(sent.errors ?? {}), ['name']);
      assert.equal(stage.desk.given.length, 0);
    }),
  );

  it(
    'open a form with what the command gave: people as people, choices as choices',
    onSlack(async (stage) => {
      const { people } = stage;
      await stage.command('sam', 'account link', { person: 'ann' });
      await stage.until(async () => (await stage.form('sam')) !== undefined, 'a form');
      const form = await stage.form('sam');
      assert.equal(form?.title, 'Account link');
      assert.equal(form?.fields.Who, people.ann.id);
      await stage.submit('sam', {
        ...{ Who: people.bob.id, 'Domain or user name': 'gardens.example' },
        'Reason, for the audit log': 'met them',
      });
      await privateTo(stage, 'sam');
      assert.equal(stage.desk.given[0]?.values.person, people.bob.id);
      await stage.command('sam', 'desk set');
      await stage.until(async () => (await stage.form('sam')) !== undefined, 'a form');
      await stage.submit('sam', { 'What to change': 'listening' });
      await privateTo(stage, 'sam', 2);
      assert.deepEqual(stage.desk.given[1]?.values, { what: 'listening' });
    }),
  );

  it(
    'still get their form when what is to stand in it does not come in time',
    withOrders(
      { draft: { run: async () => ({ replies: [] }), prefill: () => new Promise(() => {}) } },
      async (stage) => {
        const question = await stage.say('ann', 'support', 'my parrot ate the router');
        await stage.menu('sam', 'Draft an article', question);
        await stage.until(async () => (await stage.form('sam')) !== undefined, 'a form');
        assert.equal((await stage.form('sam'))?.fields.Title, '');
      },
    ),
  );

  it(
    'show more replies than Slack takes by the way of the command, and where the bot is no member too',
    withOrders(
      { audit: async () => ({ replies: pages.map((page) => saying(`Page ${page}`)) }) },
      async (stage) => {
        const { server, people, channels } = stage;
        assert.ok((await server.slash(people.sam, channels.support, '/account', 'audit')).ok);
        const shown = await privateTo(stage, 'sam', 7);
        assert.deepEqual(
          shown.map(({ text }) => text),
          pages.map((page) => `Page ${page}`),
        );
        const elsewhere = server.addChannel({ name: 'elsewhere', members: [people.sam], withBot: false });
        assert.ok((await server.slash(people.sam, elsewhere, '/account', 'audit')).ok);
        await privateTo(stage, 'sam', 12);
        await stage.until(async () => (await stage.direct('sam')).length === 2, 'the last two');
        assert.deepEqual(server.messages(elsewhere), []);
      },
    ),
  );

  it(
    'in a direct conversation of two people are seen by the one who gave them',
    onSlack(async (stage) => {
      const { server, people } = stage;
      const between = server.addChannel({
        name: '',
        kind: 'im',
        members: [people.ann, people.bob],
        withBot: false,
      });
      assert.ok((await server.slash(people.ann, between, '/mail')).ok);
      await privateTo(stage, 'ann');
      assert.deepEqual(server.messages(between), []);
      assert.equal(stage.desk.given[0]?.place.private, false);
    }),
  );

  it(
    'pressed after a restart leave what they stood under as it is',
    onSlack(async (stage) => {
      await stage.command('ann', 'mail');
      const [shown] = await privateTo(stage, 'ann');
      await stage.restart();
      await stage.press('ann', shown ?? assert.fail(), 'Tell me when it clears');
      const [numbers, ...said] = await privateTo(stage, 'ann', 3);
      assert.match(numbers?.text ?? '', /Live numbers of/);
      assert.match(said.map(({ text }) => text).join(), /Watching\.[\s\S]*keep an eye/);
    }),
  );

  it(
    'pressed by somebody else go on with nothing of the question above',
    onSlack(async (stage) => {
      const question = await stage.say('ann', 'support', texts.defers, on);
      await stage.press('bob', await theAnswer(stage, question), 'Show my numbers');
      await privateTo(stage, 'bob');
      const [own] = stage.server.ephemerals(stage.people.bob);
      const ids = recordsOf(own?.blocks).map(({ block_id }) => textOf(block_id));
      assert.ok(ids.every((id) => !id.includes(stage.messageOf(question).ts)));
    }),
  );
});
