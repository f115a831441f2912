import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { privateTo, sideBySide, theAnswer } from '../contract/on-stage.ts';
import { chartWords } from '../contract/test-orders.ts';
import { texts } from '../contract/texts.ts';
import { onSlack, type SlackStage } from './slack-stage.ts';

const on = { mention: true };

const pictureOf = async (stage: SlackStage, who: 'ann' | 'bob') => {
  await stage.until(async () => (await stage.direct(who)).some(({ picture }) => picture), 'the picture');
  return (await stage.direct(who)).filter(({ picture }) => picture !== undefined);
};

describe('pictures and files for one person on Slack', sideBySide, () => {
  it(
    'send the picture to the conversation with the bot alone, once, described',
    onSlack(async (stage) => {
      const { server, people } = stage;
      server.fault({ method: 'files.upload', kind: 'http-500' });
      const passing = { kind: 'platform-error', error: 'file_update_failed' } as const;
      server.fault({ method: 'files.completeUploadExternal', ...passing });
      server.fault({ method: 'files.completeUploadExternal', kind: 'reset-after' });
      const question = await stage.say('ann', 'support', texts.defers, on);
      await stage.press('bob', await theAnswer(stage, question), 'Show my numbers');
      const [shown] = await privateTo(stage, 'bob');
      assert.match(shown?.text ?? '', /in your direct conversation with me/);
      const pictures = await pictureOf(stage, 'bob');
      await stage.quiet(900);
      assert.deepEqual(
        pictures.map(({ picture, text }) => [picture, text]),
        [[chartWords, `Live numbers of ${people.bob.id}`]],
      );
      assert.equal((await stage.direct('bob')).length, 1);
      for (const channel of Object.values(stage.channels))
        assert.ok(server.messages(channel).every(({ files = [] }) => files.length === 0));
      const [call] = server.calls('files.getUploadURLExternal');
      assert.equal(call?.args.alt_txt, chartWords);
    }),
  );

  it(
    'put picture and words together in the conversation with the bot',
    onSlack(async (stage) => {
      const said = await stage.say('bob', 'direct', 'am I blocked?');
      await pictureOf(stage, 'bob');
      const [words, picture, ...more] = await stage.answers(said);
      assert.match(words?.text ?? '', /Live numbers of/);
      assert.doesNotMatch(words?.text ?? '', /direct conversation/);
      assert.equal(picture?.picture, chartWords);
      assert.deepEqual(more, []);
    }),
  );

  it(
    'give a file no description, with which Slack would not show it',
    onSlack(async (stage) => {
      await stage.command('sam', 'account audit');
      await stage.until(async () => (await stage.direct('sam')).length === 1, 'the file');
      const [call] = stage.server.calls('files.getUploadURLExternal');
      assert.deepEqual([call?.args.filename, call?.args.alt_txt], ['audit.jsonl', undefined]);
    }),
  );

  it(
    'say that the picture cannot be sent where Slack refuses it',
    onSlack(async (stage) => {
      const refuse = { kind: 'platform-error', error: 'file_uploads_disabled' } as const;
      stage.server.fault({ method: 'files.getUploadURLExternal', ...refuse });
      await stage.command('ann', 'mail');
      const [, told] = await privateTo(stage, 'ann', 2);
      assert.match(told?.text ?? '', /could not send the picture/);
      assert.ok(stage.logged.includes('slack_upload_failed'));
    }),
  );

  it(
    'are shown to guests too, whom the bot cannot write to',
    onSlack(async (stage) => {
      const question = await stage.say('ann', 'support', texts.defers, on);
      await stage.press('gus', await theAnswer(stage, question), 'Show my numbers');
      const [shown, told] = await privateTo(stage, 'gus', 2);
      assert.match(shown?.text ?? '', new RegExp(`Live numbers of ${stage.people.gus.id}`));
      assert.match(told?.text ?? '', /could not send the picture/);
    }),
  );
});
