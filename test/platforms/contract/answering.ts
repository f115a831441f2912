import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CreateStage } from './contract.ts';
import { noAnswer, onStage, privateTo, sideBySide, theAnswer } from './on-stage.ts';
import { texts, titles } from './texts.ts';

const on = { mention: true };
const picture = { name: 'screenshot.png', content: Buffer.from([137, 80, 78, 71]) };

export function describeAnswering(name: string, createStage: CreateStage): void {
  const stageFor = (act: Parameters<typeof onStage>[1]) => onStage(createStage, act);

  describe(`${name} answers`, sideBySide, () => {
    it(
      'a mention, once, in its thread, with the article and what can be done next',
      stageFor(async (stage) => {
        const question = await stage.say('ann', 'support', texts.defers, on);
        const { text, buttons } = await theAnswer(stage, question);
        assert.match(text, titles.defers);
        assert.match(text, /What decided/);
        for (const button of ['Helped', 'Did not help', 'Talk to a person'])
          assert.ok(buttons.includes(button));
      }),
    );

    it(
      'a direct message',
      stageFor(async (stage) => {
        const question = await stage.say('ann', 'direct', texts.full);
        assert.match((await theAnswer(stage, question)).text, titles.full);
      }),
    );

    it(
      'what somebody began with a greeting',
      stageFor(async (stage) => {
        const greeting = await stage.say('ann', 'direct', texts.greeting);
        await theAnswer(stage, greeting);
        const question = await stage.say('ann', 'direct', texts.full);
        assert.match((await theAnswer(stage, question)).text, titles.full);
      }),
    );

    it(
      'when its asker goes on in the thread without a mention, and not to thanks or to others',
      stageFor(async (stage) => {
        const question = await stage.say('ann', 'support', texts.defers, on);
        await theAnswer(stage, question);
        const other = await stage.say('bob', 'support', texts.full, { under: question });
        await noAnswer(stage, other);
        const thanks = await stage.say('ann', 'support', texts.thanks, { under: question });
        await noAnswer(stage, thanks);
        const more = await stage.say('ann', 'support', texts.full, { under: question });
        assert.match((await theAnswer(stage, more)).text, titles.full);
      }),
    );

    it(
      'a follow-up after a restart too',
      stageFor(async (stage) => {
        const question = await stage.say('ann', 'support', texts.defers, on);
        await theAnswer(stage, question);
        await stage.restart();
        const more = await stage.say('ann', 'support', texts.full, { under: question });
        await theAnswer(stage, more);
      }),
    );

    it(
      'in a watched channel only what it is sure of',
      stageFor(async (stage) => {
        const sure = await stage.say('ann', 'watched', texts.defers);
        await theAnswer(stage, sure);
        for (const text of [texts.smallTalk, texts.greeting, 'how do i cancel my account'])
          await noAnswer(stage, await stage.say('bob', 'watched', text));
      }),
    );

    it(
      'nothing where it is neither mentioned nor set to listen',
      stageFor(async (stage) => {
        await noAnswer(stage, await stage.say('ann', 'support', texts.defers));
      }),
    );

    it(
      'a command and the menu of a message to one person alone',
      stageFor(async (stage) => {
        await stage.ask('ann', texts.defers);
        const [asked] = await privateTo(stage, 'ann');
        assert.match(asked?.text ?? '', titles.defers);
        const said = await stage.say('ann', 'support', texts.full);
        await stage.explain('bob', said);
        const [explained] = await privateTo(stage, 'bob');
        assert.match(explained?.text ?? '', titles.full);
        await noAnswer(stage, said);
      }),
    );

    it(
      'what stands in a text file',
      stageFor(async (stage) => {
        for (const file of ['bounce.eml', 'mail.log', 'message.txt']) {
          const files = [{ name: file, content: `Subject: failure\n\n${texts.defers}` }];
          const question = await stage.say('ann', 'support', 'what is this?', { ...on, files });
          assert.match((await theAnswer(stage, question)).text, titles.defers, file);
        }
      }),
    );

    it(
      'that it cannot read a picture or so large a file, when it was asked',
      stageFor(async (stage) => {
        const seen = await stage.say('ann', 'support', '', { ...on, files: [picture] });
        assert.match((await theAnswer(stage, seen)).text, /cannot read pictures/);
        const content = `${texts.defers}\n`.repeat(4000);
        const large = await stage.say('bob', 'support', '', { ...on, files: [{ name: 'all.log', content }] });
        assert.match((await theAnswer(stage, large)).text, /too large/);
        await noAnswer(stage, await stage.say('bob', 'watched', '', { files: [picture] }));
      }),
    );

    it(
      'anew when the question is changed within two minutes, and not later',
      stageFor(async (stage) => {
        const question = await stage.say('ann', 'support', texts.defers, on);
        await theAnswer(stage, question);
        await stage.edit(question, texts.full);
        await stage.until(
          async () => titles.full.test((await stage.answers(question))[0]?.text ?? ''),
          'the answer to change',
        );
        await theAnswer(stage, question);
        stage.desk.later(121_000);
        await stage.edit(question, texts.defers);
        await stage.quiet(250);
        assert.match((await theAnswer(stage, question)).text, titles.full);
      }),
    );

    it(
      'a question into which the mention was put afterwards',
      stageFor(async (stage) => {
        const question = await stage.say('ann', 'support', texts.defers);
        await noAnswer(stage, question);
        await stage.edit(question, texts.defers, on);
        await theAnswer(stage, question);
      }),
    );
  });
}
