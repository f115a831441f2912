import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CreateStage } from './contract.ts';
import { onStage, sideBySide, theAnswer } from './on-stage.ts';
import type { Fault } from './stage.ts';
import { texts } from './texts.ts';

const on = { mention: true };
const faults: readonly [Fault, string][] = [
  ['rate-limited', 'it is told to wait'],
  ['server-error', 'the platform fails'],
  ['lost-request', 'the request is lost'],
  ['lost-response', 'the response is lost although the message stands'],
];

export function describeOnce(name: string, createStage: CreateStage): void {
  const stageFor = (act: Parameters<typeof onStage>[1]) => onStage(createStage, act);

  describe(`${name} answers exactly once`, sideBySide, () => {
    for (const [fault, what] of faults)
      it(
        `when ${what}`,
        stageFor(async (stage) => {
          stage.fault(fault);
          const question = await stage.say('ann', 'support', texts.defers, on);
          await theAnswer(stage, question);
          await stage.quiet(800);
          await theAnswer(stage, question);
        }),
      );

    it(
      'when all that fails several times over',
      stageFor(async (stage) => {
        stage.fault('server-error');
        stage.fault('lost-response');
        const question = await stage.say('ann', 'support', texts.defers, on);
        const other = await stage.say('bob', 'direct', texts.full);
        await theAnswer(stage, question);
        await theAnswer(stage, other);
        await stage.quiet(1500);
        await theAnswer(stage, question);
        await theAnswer(stage, other);
      }),
    );

    it(
      'when everything is delivered again, at once and after a restart',
      stageFor(async (stage) => {
        const question = await stage.say('ann', 'support', texts.defers, on);
        const direct = await stage.say('bob', 'direct', texts.full);
        await stage.redeliver();
        await theAnswer(stage, question);
        await theAnswer(stage, direct);
        await stage.redeliver();
        await stage.restart();
        await stage.redeliver();
        await stage.quiet(250);
        await theAnswer(stage, question);
        await theAnswer(stage, direct);
      }),
    );

    it(
      'when the process is killed before it has answered',
      stageFor(async (stage) => {
        stage.desk.stick('before-answer');
        const question = await stage.say('ann', 'support', texts.defers, on);
        await stage.until(() => stage.desk.begun() === 1, 'the question to arrive');
        await stage.restart({ abruptly: true });
        await stage.redeliver();
        await theAnswer(stage, question);
      }),
    );

    it(
      'when the process is killed after it has answered and before it could note it',
      stageFor(async (stage) => {
        stage.desk.stick('before-note');
        const question = await stage.say('ann', 'support', texts.defers, on);
        await stage.until(async () => (await stage.answers(question)).length === 1, 'the answer');
        await stage.restart({ abruptly: true });
        await stage.redeliver();
        await stage.until(() => stage.desk.everything().length === 1, 'the note');
        await theAnswer(stage, question);
      }),
    );

    it(
      'when the connection breaks, and what was said meanwhile is not lost',
      stageFor(async (stage) => {
        const before = await stage.say('ann', 'support', texts.defers, on);
        await stage.dropConnection();
        const after = await stage.say('bob', 'support', texts.full, on);
        await theAnswer(stage, before);
        await theAnswer(stage, after);
        await stage.redeliver();
        await theAnswer(stage, before);
        await theAnswer(stage, after);
      }),
    );

    it(
      'when it is edited and the edit is delivered again',
      stageFor(async (stage) => {
        const question = await stage.say('ann', 'watched', texts.smallTalk);
        await stage.quiet();
        await stage.edit(question, texts.defers);
        await stage.redeliver();
        await theAnswer(stage, question);
        assert.equal((await stage.answers(question)).length, 1);
      }),
    );
  });
}
