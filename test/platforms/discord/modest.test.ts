import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { noAnswer, theAnswer } from '../contract/on-stage.ts';
import { texts, titles } from '../contract/texts.ts';
import { createDiscordStage, type DiscordStage } from './discord-stage.ts';

describe('Discord without the Message Content intent', () => {
  let stage: DiscordStage;
  before(async () => {
    stage = await createDiscordStage({
      parts: { messageContent: false, channels: [], typingAfterMs: 20 },
      server: { privilegedIntents: [] },
    });
  });
  after(() => stage.close());

  it('still answers mentions, direct messages and commands', async () => {
    const question = await stage.say('ann', 'support', texts.defers, { mention: true });
    assert.match((await theAnswer(stage, question)).text, titles.defers);
    const direct = await stage.say('bob', 'direct', texts.full);
    assert.match((await theAnswer(stage, direct)).text, titles.full);
    const said = await stage.say('ann', 'support', texts.full);
    await stage.explain('bob', said);
    assert.match((await stage.privately('bob'))[0]?.text ?? '', titles.full);
  });

  it('says nothing to messages it cannot read', async () => {
    const question = await stage.say('ann', 'support', texts.defers, { mention: true });
    await theAnswer(stage, question);
    await noAnswer(stage, await stage.say('ann', 'support', texts.full, { under: question }));
  });

  it('looks as if it were typing when an answer takes a moment', async () => {
    const { server } = stage;
    stage.desk.stick('before-answer');
    server.dm(stage.people.ann, texts.full);
    await server.until(() => server.calls('POST /channels/:channel/typing').length === 1, 'typing');
    await stage.restart({ abruptly: true });
  });
});
