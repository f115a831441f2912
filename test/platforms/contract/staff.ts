import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CreateStage } from './contract.ts';
import { noAnswer, onStage, privateTo, sideBySide, theAnswer } from './on-stage.ts';
import type { StaffOrder } from './stage.ts';
import { article, texts, titles } from './texts.ts';

const on = { mention: true };

export function describeStaff(name: string, createStage: CreateStage): void {
  const stageFor = (act: Parameters<typeof onStage>[1]) => onStage(createStage, act);

  describe(`${name} staff`, sideBySide, () => {
    it(
      'search, read and see why, alone',
      stageFor(async (stage) => {
        const question = await stage.say('ann', 'support', texts.defers, on);
        await theAnswer(stage, question);
        const orders: [StaffOrder, RegExp][] = [
          [{ search: 'max defers and failures' }, titles.defers],
          [{ show: article.slug }, titles.defers],
          [{ show: 'no-such-article' }, /no article/],
          [{ why: question }, /defer-fail-limit/],
          [{ gaps: true }, /could not answer/],
        ];
        for (const [at, [order, words]] of orders.entries()) {
          await stage.order('sam', order);
          const shown = await privateTo(stage, 'sam', at + 1);
          assert.match(shown.at(-1)?.text ?? '', words, JSON.stringify(order));
          if ('show' in order) assert.deepEqual(shown.at(-1)?.buttons, [], 'nothing to judge');
        }
        await theAnswer(stage, question);
        assert.deepEqual(await stage.privately('ann'), []);
      }),
    );

    it(
      'put an article before a customer, whose buttons it then has',
      stageFor(async (stage) => {
        const question = await stage.say('ann', 'support', 'my mail is broken again');
        await stage.order('sam', { post: article.slug, below: question });
        const answer = await theAnswer(stage, question);
        assert.match(answer.text, titles.defers);
        await stage.press('bob', answer, 'Helped');
        assert.match((await privateTo(stage, 'bob'))[0]?.text ?? '', /for the person who asked/);
        await stage.press('ann', answer, 'Helped');
        await stage.until(() => stage.desk.votes.length === 1, 'a vote');
      }),
    );

    it(
      'is nobody else',
      stageFor(async (stage) => {
        const question = await stage.say('ann', 'support', texts.defers, on);
        await theAnswer(stage, question);
        const orders: StaffOrder[] = [
          { search: 'defers' },
          { show: article.slug },
          { why: question },
          { gaps: true },
          { post: article.slug, below: question },
        ];
        for (const [at, order] of orders.entries()) {
          await stage.order('bob', order);
          const told = await privateTo(stage, 'bob', at + 1);
          assert.match(told.at(-1)?.text ?? '', /support staff/, JSON.stringify(order));
        }
        await theAnswer(stage, question);
        if (!stage.hasGuests) return;
        await stage.order('gus', { gaps: true });
        await stage.quiet();
        for (const { text } of await stage.privately('gus')) assert.doesNotMatch(text, /could not answer/);
      }),
    );

    it(
      'make the bot quiet where they speak, until it is mentioned',
      stageFor(async (stage) => {
        const question = await stage.say('ann', 'watched', texts.defers);
        await theAnswer(stage, question);
        await stage.say('sam', 'watched', 'I am looking at this', { under: question });
        await stage.quiet();
        await noAnswer(stage, await stage.say('ann', 'watched', texts.full, { under: question }));
        const asked = await stage.say('ann', 'watched', texts.full, { under: question, ...on });
        await theAnswer(stage, asked);
        await theAnswer(stage, await stage.say('bob', 'watched', texts.full));
      }),
    );

    it(
      'are not answered when they talk in a watched channel',
      stageFor(async (stage) => {
        await noAnswer(stage, await stage.say('sam', 'watched', texts.defers));
        await theAnswer(stage, await stage.say('sam', 'watched', texts.defers, on));
      }),
    );
  });
}
