import assert from 'node:assert/strict';
import type { CreateStage } from './contract.ts';
import type { Said, Shown, Stage, Who } from './stage.ts';

/** Each fact has a stage of its own, so that several can be looked at side by side. */
export const sideBySide = { concurrency: 6 };

export function onStage(createStage: CreateStage, act: (stage: Stage) => Promise<void>) {
  return async () => {
    const stage = await createStage();
    try {
      await act(stage);
    } finally {
      await stage.close();
    }
  };
}

/** The one answer to it; waits for it, and that no second one comes. */
export async function theAnswer(stage: Stage, said: Said): Promise<Shown> {
  await stage.until(async () => (await stage.answers(said)).length > 0, 'an answer');
  await stage.quiet();
  const answers = await stage.answers(said);
  assert.equal(answers.length, 1, 'one answer');
  return answers[0] as Shown;
}

export async function noAnswer(stage: Stage, said: Said): Promise<void> {
  await stage.quiet(250);
  assert.deepEqual(await stage.answers(said), []);
}

/** What only that person sees, once there are `count` of it. */
export async function privateTo(stage: Stage, who: Who, count = 1): Promise<readonly Shown[]> {
  await stage.until(async () => (await stage.privately(who)).length >= count, `${count} private message(s)`);
  await stage.quiet();
  const shown = await stage.privately(who);
  assert.equal(shown.length, count);
  return shown;
}
