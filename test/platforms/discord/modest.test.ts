import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { noAnswer, sideBySide, theAnswer } from '../contract/on-stage.ts';
import { texts, titles } from '../contract/texts.ts';
import { type DiscordStageOptions, onDiscord } from './discord-stage.ts';

const options: DiscordStageOptions = {
  parts: { channels: [], typingAfterMs: 20 },
  server: { privilegedIntents: [] },
};

describe('Discord without the Message Content intent', sideBySide, () => {
  it(
    'still answers mentions, direct messages and commands',
    onDiscord(async (stage) => {
      const question = await stage.say('ann', 'support', texts.defers, { mention: true });
      assert.match((await theAnswer(stage, question)).text, titles.defers);
      const direct = await stage.say('bob', 'direct', texts.full);
      assert.match((await theAnswer(stage, direct)).text, titles.full);
      const said = await stage.say('ann', 'support', texts.full);
      await stage.explain('bob', said);
      assert.match((await stage.privately('bob'))[0]?.text ?? '', titles.full);
    }, options),
  );

  it(
    'says nothing to messages it cannot read',
    onDiscord(async (stage) => {
      const question = await stage.say('ann', 'support', texts.defers, { mention: true });
      await theAnswer(stage, question);
      await noAnswer(stage, await stage.say('ann', 'support', texts.full, { under: question }));
    }, options),
  );

  it(
    'looks as if it were typing when an answer takes a moment',
    onDiscord(async (stage) => {
      const { server } = stage;
      stage.desk.stick('before-answer');
      server.dm(stage.people.ann, texts.full);
      await server.until(() => server.calls('POST /channels/:channel/typing').length === 1, 'typing');
      await stage.restart({ abruptly: true });
    }, options),
  );
});
