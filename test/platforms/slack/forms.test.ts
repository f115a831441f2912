import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { recordOf, recordsOf, textOf } from '../../servers/slack/json.ts';
import type { User } from '../../servers/slack/workspace.ts';
import { privateTo, sideBySide, theAnswer } from '../contract/on-stage.ts';
import { article, texts, titles } from '../contract/texts.ts';
import { onSlack, type SlackStage } from './slack-stage.ts';

describe("Slack's forms", sideBySide, () => {
  const formOf = ({ server }: SlackStage, user: User) => server.until(() => server.view(user), 'the form');
  const blocksOf = ({ server }: SlackStage, user: User) => recordsOf(server.view(user)?.json.blocks);

  it(
    '/ask without words opens one with a large field, and answers where it was asked',
    onSlack(async (stage) => {
      const { server, people, channels } = stage;
      assert.ok((await server.slash(people.ann, channels.support, '/ask')).ok);
      const form = await formOf(stage, people.ann);
      const refused = await server.submitView(people.ann, form, {});
      assert.deepEqual(Object.keys(refused.errors ?? {}), ['question']);
      const { element } = blocksOf(stage, people.ann)[0] ?? {};
      assert.equal(recordOf(element).multiline, true);
      assert.ok((await server.submitView(people.ann, form, { question: texts.defers })).ok);
      const [answer] = await privateTo(stage, 'ann');
      assert.match(answer?.text ?? '', titles.defers);
    }),
  );

  it(
    '/ask answers where the bot is no member',
    onSlack(async (stage) => {
      const { server, people } = stage;
      const elsewhere = server.addChannel({ name: 'elsewhere', members: [people.ann], withBot: false });
      assert.ok((await server.slash(people.ann, elsewhere, '/ask', texts.defers)).ok);
      await privateTo(stage, 'ann');
      assert.ok((await server.slash(people.ann, elsewhere, '/ask')).ok);
      await server.submitView(people.ann, await formOf(stage, people.ann), { question: texts.full });
      const shown = await privateTo(stage, 'ann', 2);
      assert.match(shown[1]?.text ?? '', titles.full);
    }),
  );

  it(
    '/kb finds an article while one types, by title and by what people ask, for staff alone',
    onSlack(async (stage) => {
      const { server, people, channels } = stage;
      assert.ok((await server.slash(people.sam, channels.support, '/kb')).ok);
      const form = await formOf(stage, people.sam);
      const byTitle = await server.suggestOptions(people.sam, form, 'hd_article', 'max defers');
      assert.match(byTitle.options[0] ?? '', titles.defers);
      const typo = await server.suggestOptions(people.sam, form, 'hd_article', 'max defrs');
      assert.match(typo.options[0] ?? '', titles.defers);
      const nothing = await server.suggestOptions(people.sam, form, 'hd_article', '');
      assert.ok(nothing.options.length > 0);
    }),
  );

  it(
    '/kb offers the parts of the chosen article and shows one',
    onSlack(async (stage) => {
      const { server, people, channels } = stage;
      await server.slash(people.sam, channels.support, '/kb', 'show');
      await formOf(stage, people.sam);
      const form = server.view(people.sam) ?? assert.fail('no form');
      assert.ok((await server.select(people.sam, form, 'hd_article', article.slug)).ok);
      const section = await server.until(
        () => blocksOf(stage, people.sam).find(({ block_id }) => textOf(block_id).startsWith('section ')),
        'the parts',
      );
      const [, part] = recordsOf(recordOf(section.element).options);
      const reference = textOf(part?.value);
      assert.match(reference, /^max-defers-failures#/);
      const sent = await server.submitView(people.sam, form, { [textOf(section.block_id)]: reference });
      assert.ok(sent.ok);
      const [shown] = await privateTo(stage, 'sam');
      assert.match(shown?.text ?? '', titles.defers);
    }),
  );

  it(
    '/kb posts in the channel when told to, once, with nothing to judge',
    onSlack(async (stage) => {
      const { server, people, channels } = stage;
      server.fault({ method: 'chat.postMessage', kind: 'reset-after' });
      await server.slash(people.sam, channels.support, '/kb');
      const form = await formOf(stage, people.sam);
      assert.equal((await server.submitView(people.sam, form, {})).responseAction, 'errors');
      await server.select(people.sam, form, 'hd_article', article.slug);
      assert.ok((await server.submitView(people.sam, form, { what: 'post' })).ok);
      await server.until(() => server.botMessages(channels.support).length === 1, 'the article');
      await stage.quiet(800);
      const [posted] = server.botMessages(channels.support);
      assert.equal(posted?.thread_ts, undefined);
      assert.deepEqual(stage.shown(posted ?? assert.fail()).buttons, []);
      assert.equal(server.botMessages(channels.support).length, 1);
    }),
  );

  it(
    '"Answer from the KB" offers what fits the message, and posts the choice below it',
    onSlack(async (stage) => {
      const { server, people } = stage;
      const question = await stage.say('ann', 'support', texts.defers);
      await server.shortcut(people.sam, stage.messageOf(question), 'hd_answer');
      const form = await formOf(stage, people.sam);
      const candidates = recordsOf(recordOf(blocksOf(stage, people.sam)[0]?.element).options).map(
        ({ value }) => value,
      );
      assert.equal(candidates[0], article.slug);
      assert.ok((await server.submitView(people.sam, form, { candidate: article.slug })).ok);
      assert.match((await theAnswer(stage, question)).text, titles.defers);
    }),
  );
});
