import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CreateStage } from './contract.ts';
import { noAnswer, onStage, privateTo, sideBySide, theAnswer } from './on-stage.ts';
import { texts } from './texts.ts';

const on = { mention: true };
const numbers = /Live numbers|Your paste and the server/;

export function describePrivateMatters(name: string, createStage: CreateStage): void {
  const stageFor = (act: Parameters<typeof onStage>[1]) => onStage(createStage, act);

  describe(`${name} private matters`, sideBySide, () => {
    it(
      'are answered to the asker alone, however public the question was',
      stageFor(async (stage) => {
        const asked = await stage.say('bob', 'support', 'am I blocked?', on);
        const [own] = await privateTo(stage, 'bob');
        assert.match(own?.text ?? '', new RegExp(`Live numbers of ${stage.identityOf('bob').id}`));
        assert.deepEqual(await stage.answers(asked), []);
        assert.deepEqual(await stage.privately('ann'), []);
      }),
    );

    it(
      'are answered in place in a direct conversation',
      stageFor(async (stage) => {
        await stage.say('bob', 'direct', 'am I blocked?');
        await stage.until(
          async () => (await stage.direct('bob')).some(({ text }) => numbers.test(text)),
          'the numbers',
        );
      }),
    );

    it(
      'follow an answer where the pasted domain is the asker’s own, and nobody else’s',
      stageFor(async (stage) => {
        for (const who of ['bob', 'ann'] as const)
          await theAnswer(stage, await stage.say(who, 'support', texts.annsDefers, on));
        const [own] = await privateTo(stage, 'ann');
        assert.match(own?.text ?? '', /Your paste and the server/);
        assert.deepEqual(await stage.privately('bob'), []);
        await stage.ask('ann', texts.annsDefers);
        const shown = await privateTo(stage, 'ann', 3);
        assert.match(shown.at(-1)?.text ?? '', /Your paste and the server/);
        for (const { text } of await stage.posted('support')) assert.doesNotMatch(text, numbers);
      }),
    );

    it(
      'stay within what staff have set for a channel',
      stageFor(async (stage) => {
        await theAnswer(stage, await stage.say('ann', 'watched', texts.full));
        stage.desk.setRule(stage.placeOf('watched').channel, { listening: 'mentions' });
        await noAnswer(stage, await stage.say('bob', 'watched', texts.full));
        await theAnswer(stage, await stage.say('bob', 'watched', texts.full, on));
        stage.desk.setRule(stage.placeOf('support').channel, { listening: 'listening' });
        await theAnswer(stage, await stage.say('bob', 'support', texts.full));
        stage.desk.setRule(stage.placeOf('support').channel, { listening: 'off' });
        await noAnswer(stage, await stage.say('bob', 'support', texts.defers, on));
        const [told] = await privateTo(stage, 'bob');
        assert.match(told?.text ?? '', /switched off in that channel/);
      }),
    );
  });
}
