import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sideBySide, theAnswer } from '../contract/on-stage.ts';
import { texts, titles } from '../contract/texts.ts';
import { type DiscordStage, onDiscord } from './discord-stage.ts';

const on = { mention: true };

describe('what is said on Discord, where something is in the way', sideBySide, () => {
  /** A customer of their own for each fact, because a person gets only so many answers a minute. */
  const someone = (stage: DiscordStage, name: string) => stage.server.addUser({ name });
  const botIn = async (stage: DiscordStage, channel: { id: string }, count = 1) => {
    await stage.server.until(() => stage.server.botMessages(channel).length >= count, 'an answer');
    await stage.server.quiet();
    return stage.server.botMessages(channel);
  };

  it(
    'is answered in the thread that somebody had begun on it already',
    onDiscord(async (stage) => {
      const { server, channels } = stage;
      const jo = someone(stage, 'jo');
      const begun = stage.desk.begun();
      stage.desk.stick('before-answer');
      const question = server.say(jo, channels.support, `@hostdesk ${texts.defers}`);
      await stage.until(() => stage.desk.begun() > begun, 'the question to arrive');
      const thread = server.startThread(jo, question, 'mine');
      await stage.restart({ abruptly: true });
      assert.equal((await botIn(stage, thread)).length, 1);
    }),
  );

  it(
    'is forgotten when it was deleted before it was answered',
    onDiscord(async (stage) => {
      const { server, channels } = stage;
      const kim = someone(stage, 'kim');
      const begun = stage.desk.begun();
      stage.desk.stick('before-answer');
      const question = server.say(kim, channels.support, `@hostdesk ${texts.defers}`);
      await stage.until(() => stage.desk.begun() > begun, 'the question to arrive');
      server.delete(kim, question);
      await stage.restart({ abruptly: true });
      await server.quiet(250);
      assert.equal(server.threadOn(question), undefined);
    }),
  );

  it(
    'is forgotten, too, when it is deleted while the answer is on its way',
    onDiscord(async (stage) => {
      const { server, channels } = stage;
      const kit = someone(stage, 'kit');
      const path = '/channels/:channel/messages/:message/threads';
      server.fault({ kind: 'slow', method: 'POST', path, delayMs: 150 });
      const question = server.say(kit, channels.support, `@hostdesk ${texts.defers}`);
      await server.until(
        () => server.calls(`POST ${path}`).some(({ outcome }) => outcome === 'pending'),
        'it',
      );
      server.delete(kit, question);
      await server.quiet(250);
      assert.equal(server.threadOn(question), undefined);
      assert.ok(stage.logged.includes('discord_question_gone'));
    }),
  );

  it(
    'is answered below it where the bot may begin no threads',
    onDiscord(async (stage) => {
      const { server } = stage;
      const flat = server.addChannel({ name: 'flat' });
      server.deny(flat, server.bot, ['CreatePublicThreads']);
      const question = server.say(someone(stage, 'lea'), flat, `@hostdesk ${texts.defers}`);
      const [answer] = await botIn(stage, flat);
      assert.equal(answer?.reference?.messageId, question.id);
    }),
  );

  it(
    'is answered below it where the server has as many threads as it may',
    onDiscord(async (stage) => {
      const { server } = stage;
      const full = server.addChannel({ name: 'full' });
      const path = '/channels/:channel/messages/:message/threads';
      server.fault({ kind: 'platform-error', code: 160006, method: 'POST', path });
      const question = server.say(someone(stage, 'pia'), full, `@hostdesk ${texts.defers}`);
      const [answer] = await botIn(stage, full);
      assert.equal(answer?.reference?.messageId, question.id);
    }),
  );

  it(
    'is answered with the missing permission, to the asker, where the bot may not write',
    onDiscord(async (stage) => {
      const { server } = stage;
      const mute = server.addChannel({ name: 'mute' });
      server.deny(mute, server.bot, ['SendMessages']);
      const mia = someone(stage, 'mia');
      server.say(mia, mute, `@hostdesk ${texts.defers}`);
      await server.until(() => server.directMessages(mia).length > 0, 'a word');
      assert.match(server.shown(server.directMessages(mia)[0] as never), /#mute.*“Send Messages”/);
      assert.ok(stage.logged.includes('discord_permission_missing'));
    }),
  );

  it(
    'is answered by its words and not by a link preview that comes later',
    onDiscord(async (stage) => {
      const { server, channels } = stage;
      const question = server.say(
        someone(stage, 'ned'),
        channels.support,
        `@hostdesk ${texts.defers} https://example.com`,
      );
      const thread = await server.until(() => server.threadOn(question), 'a thread');
      await botIn(stage, thread);
      server.unfurl(question, { title: texts.full });
      await server.quiet();
      assert.equal(server.botMessages(thread).length, 1);
      assert.match(server.shown(server.botMessages(thread)[0] as never), titles.defers);
    }),
  );

  it(
    'is answered in a thread that was archived, which wakes it',
    onDiscord(async (stage) => {
      const question = await stage.say('ann', 'support', texts.defers, on);
      await theAnswer(stage, question);
      const thread = stage.server.threadOn(stage.messageOf(question));
      assert.ok(thread);
      stage.server.archive(thread);
      const more = await stage.say('ann', 'support', texts.full, { under: question });
      await theAnswer(stage, more);
    }),
  );
});
