import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CreateStage } from './contract.ts';
import { onStage, privateTo, sideBySide, theAnswer } from './on-stage.ts';
import type { Shown, Stage } from './stage.ts';
import { article, texts, titles } from './texts.ts';

const on = { mention: true };

export function describeButtons(name: string, createStage: CreateStage): void {
  const stageFor = (act: Parameters<typeof onStage>[1]) => onStage(createStage, act);

  /** The message without its buttons. */
  const settledAnswer = async (stage: Stage, said: Parameters<Stage['answers']>[0]): Promise<Shown> => {
    const shown = async () => (await stage.answers(said))[0];
    await stage.until(async () => (await shown())?.buttons.length === 0, 'the buttons to go');
    return (await shown()) as Shown;
  };

  describe(`${name} buttons`, sideBySide, () => {
    it(
      'note that it helped and give way to a line',
      stageFor(async (stage) => {
        const question = await stage.say('ann', 'support', texts.defers, on);
        await stage.press('ann', await theAnswer(stage, question), 'Helped');
        const { text } = await settledAnswer(stage, question);
        assert.match(text, /Marked as helpful/);
        assert.match(text, titles.defers);
        assert.deepEqual(
          stage.desk.votes.map(({ slug, helped }) => ({ slug, helped })),
          [{ slug: article.slug, helped: true }],
        );
      }),
    );

    it(
      'offer the next article to whoever was not helped, and then a person',
      stageFor(async (stage) => {
        const question = await stage.say('ann', 'support', texts.defers, on);
        const answer = await theAnswer(stage, question);
        await stage.press('ann', answer, 'Did not help');
        await settledAnswer(stage, question);
        for (let offered = 1; stage.desk.handedOver.length === 0; offered++) {
          assert.ok(offered < 4, 'a person at last');
          const next = (await privateTo(stage, 'ann', offered)).at(-1) as Shown;
          const [title = ''] = next.text.replace(/^#+ /, '').split('\n');
          assert.ok(answer.text.includes(title), `${title} is named by the answer`);
          await stage.press('ann', next, 'Did not help');
          await stage.quiet();
        }
        assert.equal(stage.desk.handedOver.length, 1);
        const tried = stage.desk.votes.map(({ slug }) => slug);
        assert.equal(new Set(tried).size, tried.length);
        assert.ok(stage.desk.votes.every(({ helped }) => !helped));
      }),
    );

    it(
      'bring in a person at once',
      stageFor(async (stage) => {
        const question = await stage.say('ann', 'direct', texts.defers);
        await stage.press('ann', await theAnswer(stage, question), 'Talk to a person');
        assert.match((await settledAnswer(stage, question)).text, /A person was told/);
        assert.equal(stage.desk.handedOver[0]?.shown, article.slug);
      }),
    );

    it(
      'know whose answer it is although it is noted only after the press',
      stageFor(async (stage) => {
        const note = stage.desk.holdNotes();
        const question = await stage.say('ann', 'support', texts.defers, on);
        await stage.press('ann', await theAnswer(stage, question), 'Talk to a person');
        await stage.quiet();
        note();
        await settledAnswer(stage, question);
        assert.equal(stage.desk.handedOver[0]?.shown, article.slug);
      }),
    );

    it(
      'show the whole article to anybody, alone, and leave the answer as it is',
      stageFor(async (stage) => {
        const question = await stage.say('ann', 'support', texts.defers, on);
        const answer = await theAnswer(stage, question);
        await stage.press('bob', answer, 'Whole article');
        const [shown] = await privateTo(stage, 'bob');
        assert.match(shown?.text ?? '', titles.defers);
        assert.deepEqual(
          shown?.buttons,
          ['Talk to a person'],
          'whose question it is not has nothing to judge',
        );
        assert.deepEqual((await theAnswer(stage, question)).buttons, answer.buttons);
      }),
    );

    it(
      'are for the asker and for staff: others are told so and change nothing',
      stageFor(async (stage) => {
        const question = await stage.say('ann', 'support', texts.defers, on);
        const answer = await theAnswer(stage, question);
        const others = stage.hasGuests ? (['bob', 'gus'] as const) : (['bob'] as const);
        for (const who of others) {
          for (const label of ['Helped', 'Did not help', 'Talk to a person'])
            await stage.press(who, answer, label);
          const told = await privateTo(stage, who, 3);
          for (const { text } of told) assert.match(text, /for the person who asked/);
        }
        assert.deepEqual((await theAnswer(stage, question)).buttons, answer.buttons);
        assert.deepEqual(stage.desk.votes, []);
        assert.deepEqual(stage.desk.handedOver, []);
        await stage.press('sam', answer, 'Helped');
        await settledAnswer(stage, question);
      }),
    );

    it(
      'work after a restart, on public and on private answers',
      stageFor(async (stage) => {
        const question = await stage.say('ann', 'support', texts.defers, on);
        const answer = await theAnswer(stage, question);
        await stage.ask('bob', texts.full);
        const [own] = await privateTo(stage, 'bob');
        await stage.restart();
        await stage.press('bob', answer, 'Helped');
        await privateTo(stage, 'bob', 2);
        await stage.press('ann', answer, 'Helped');
        await settledAnswer(stage, question);
        await stage.press('bob', own as Shown, 'Helped');
        await stage.until(
          async () => (await stage.privately('bob')).every(({ buttons }) => buttons.length === 0),
          'the buttons to go',
        );
        assert.equal(stage.desk.votes.length, 2);
      }),
    );

    it(
      'of a private answer keep the answer',
      stageFor(async (stage) => {
        await stage.ask('ann', texts.defers);
        const [answer] = await privateTo(stage, 'ann');
        await stage.press('ann', answer as Shown, 'Helped');
        const shown = async () => (await stage.privately('ann'))[0];
        await stage.until(async () => (await shown())?.buttons.length === 0, 'the buttons to go');
        assert.match((await shown())?.text ?? '', /What decided[\s\S]*Marked as helpful/);
        assert.equal(stage.desk.votes.length, 1);
      }),
    );
  });
}
