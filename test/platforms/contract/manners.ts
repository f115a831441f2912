import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CreateStage } from './contract.ts';
import { noAnswer, onStage, privateTo, sideBySide, theAnswer } from './on-stage.ts';
import type { Said } from './stage.ts';
import { answersAMinute } from './test-desk.ts';
import { texts, titles } from './texts.ts';

const on = { mention: true };
const address = /[\w.+-]+@[\w-]+\.\w|\b\d{1,3}(?:\.\d{1,3}){3}\b/;

export function describeManners(name: string, createStage: CreateStage): void {
  const stageFor = (act: Parameters<typeof onStage>[1]) => onStage(createStage, act);

  describe(`${name} manners`, sideBySide, () => {
    it(
      'repeats no address and no IP of a paste in public, and remembers none',
      stageFor(async (stage) => {
        const question = await stage.say('ann', 'support', texts.unknown, on);
        const { text } = await theAnswer(stage, question);
        assert.doesNotMatch(text, /bert@|203\.0\.113\.77/);
        await stage.press('ann', await theAnswer(stage, question), 'Did not help');
        await stage.quiet();
        for (const shown of await stage.answers(question)) assert.doesNotMatch(shown.text, /bert@|203\.0/);
        const [kept] = stage.desk.everything().filter((one) => one.text !== '');
        assert.ok(kept);
        assert.doesNotMatch(JSON.stringify(stage.desk.everything()), /bert@|203\.0\.113\.77/);
        assert.match(texts.unknown, address);
      }),
    );

    it(
      'pings nobody, whatever was pasted',
      stageFor(async (stage) => {
        const bait = `@here @everyone <!channel> <@U012345> ${texts.defers} [x](javascript:alert(1))`;
        const question = await stage.say('ann', 'support', bait, on);
        await theAnswer(stage, question);
        await stage.ask('ann', bait);
        await stage.quiet();
        await stage.order('sam', { search: bait });
        await stage.quiet();
        assert.deepEqual(await stage.pings(), []);
      }),
    );

    it(
      'never talks with other bots, whatever they say to it',
      stageFor(async (stage) => {
        await noAnswer(stage, await stage.robotSays('support', texts.defers, on));
        await noAnswer(stage, await stage.robotSays('watched', texts.defers));
        const question = await stage.say('ann', 'support', texts.defers, on);
        await theAnswer(stage, question);
        await noAnswer(stage, await stage.robotSays('support', texts.full, { under: question, ...on }));
      }),
    );

    it(
      'answers one person only so often a minute, says so once, and goes on after it',
      stageFor(async (stage) => {
        const questions: Said[] = [];
        for (let count = 0; count < answersAMinute + 3; count++)
          questions.push(await stage.say('ann', 'support', texts.defers, on));
        await stage.until(async () => (await stage.privately('ann')).length > 0, 'a word about it');
        const answered = async () =>
          (await Promise.all(questions.map((question) => stage.answers(question)))).flat().length;
        await stage.until(async () => (await answered()) >= answersAMinute, 'the answers before it');
        await stage.quiet(250);
        assert.equal(await answered(), answersAMinute);
        const [told] = await privateTo(stage, 'ann');
        assert.match(told?.text ?? '', /a lot at once/);
        await theAnswer(stage, await stage.say('bob', 'support', texts.defers, on));
        stage.desk.later(61_000);
        await theAnswer(stage, await stage.say('ann', 'support', texts.defers, on));
      }),
    );

    it(
      'counts what is asked by command among a person’s answers, and says once that it was too much',
      stageFor(async (stage) => {
        for (let count = 0; count < answersAMinute; count++) await stage.ask('ann', texts.defers);
        for (let count = 0; count < 3; count++) await stage.ask('ann', texts.defers);
        const shown = await privateTo(stage, 'ann', answersAMinute + 1);
        assert.match(shown.at(-1)?.text ?? '', /a lot at once/);
        const question = await stage.say('ann', 'support', texts.defers, on);
        await noAnswer(stage, question);
        await privateTo(stage, 'ann', answersAMinute + 1);
        await stage.ask('bob', texts.full);
        assert.match((await privateTo(stage, 'bob'))[0]?.text ?? '', titles.full);
      }),
    );

    it(
      'finishes what it was asked before it ends',
      stageFor(async (stage) => {
        const questions: Said[] = [];
        for (const who of ['ann', 'bob'] as const)
          questions.push(await stage.say(who, 'support', texts.defers, on));
        await stage.until(() => stage.desk.begun() === 2, 'both to arrive');
        await stage.stopBot();
        for (const question of questions) assert.equal((await stage.answers(question)).length, 1);
      }),
    );
  });
}
