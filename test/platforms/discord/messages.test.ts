import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { noAnswer, sideBySide } from '../contract/on-stage.ts';
import { texts, titles } from '../contract/texts.ts';
import { type DiscordStage, onDiscord } from './discord-stage.ts';

const _on = { mention: true };

describe('what is said on Discord', sideBySide, () => {
  /** A customer of their own for each fact, because a person gets only so many answers a minute. */
  const someone = (stage: DiscordStage, name: string) => stage.server.addUser({ name });
  const botIn = async (stage: DiscordStage, channel: { id: string }, count = 1) => {
    await stage.server.until(() => stage.server.botMessages(channel).length >= count, 'an answer');
    await stage.server.quiet();
    return stage.server.botMessages(channel);
  };

  it(
    'is answered in a forum post at its first message, title and all, in place',
    onDiscord(async (stage) => {
      const { server, channels } = stage;
      const { thread, message } = await server.forumPost(
        someone(stage, 'cleo'),
        channels.forum,
        'Max defers and failures per hour',
        'this is what I get: Domain example.com has exceeded the max defers and failures per hour (5/5 (100%)) allowed',
      );
      const [answer, ...more] = await botIn(stage, thread);
      assert.match(answer ? server.shown(answer) : '', titles.defers);
      assert.equal(answer?.reference?.messageId, message.id);
      assert.deepEqual(more, []);
    }),
  );

  it(
    'is left alone in a forum post it is not sure of',
    onDiscord(async (stage) => {
      const { server, channels } = stage;
      const { thread } = await server.forumPost(
        someone(stage, 'dora'),
        channels.forum,
        'Hello all',
        'nice to be here',
      );
      await server.quiet(250);
      assert.deepEqual(server.botMessages(thread), []);
    }),
  );

  it(
    'is answered when it replies to the bot, and when it names the role of the bot',
    onDiscord(async (stage) => {
      const { server, channels } = stage;
      const eli = someone(stage, 'eli');
      const role = [...server.guild.roles.values()].find(({ managed }) => managed);
      const named = server.say(eli, channels.support, `<@&${role?.id}> ${texts.defers}`);
      await server.until(() => server.threadOn(named), 'a thread');
      const thread = server.threadOn(named);
      assert.ok(thread);
      const [answer] = await botIn(stage, thread);
      assert.ok(answer);
      const fay = someone(stage, 'fay');
      server.say(fay, channels.support, texts.full, { thread, replyTo: answer, ping: false });
      assert.match(server.shown((await botIn(stage, thread, 2)).at(-1) ?? answer), titles.full);
      assert.match(thread.name, titles.defers, 'called after the article');
      const vague = server.say(fay, channels.support, `<@&${role?.id}> xqz for fay@example.org`);
      const unsure = await server.until(() => server.threadOn(vague), 'a thread');
      assert.equal(unsure.name, 'xqz for f***@example.org', 'or after the question, masked');
    }),
  );

  it(
    'is not answered when it names everyone, comes from a webhook or is said by the system',
    onDiscord(async (stage) => {
      const { server, channels } = stage;
      const gil = someone(stage, 'gil');
      const questions = [
        server.say(gil, channels.support, `@everyone ${texts.defers}`),
        server.say(gil, channels.watched, texts.defers, { webhook: true }),
        server.say(gil, channels.watched, texts.defers, { type: 7 }),
      ];
      await server.quiet(250);
      for (const question of questions) assert.equal(server.threadOn(question), undefined);
    }),
  );

  it(
    'is not answered in a watched channel when it is meant for somebody else',
    onDiscord(async (stage) => {
      const question = await stage.say('bob', 'watched', `@ann ${texts.defers}`);
      await noAnswer(stage, question);
      const { server, channels } = stage;
      const first = server.say(stage.people.ann, channels.watched, 'lunch anyone?');
      const reply = server.say(stage.people.bob, channels.watched, texts.defers, { replyTo: first });
      await server.quiet(250);
      assert.equal(server.threadOn(reply), undefined);
    }),
  );

  it(
    "is answered for another's message that it points at",
    onDiscord(async (stage) => {
      const { server, channels } = stage;
      const theirs = server.say(someone(stage, 'hal'), channels.support, texts.full);
      await server.quiet();
      const pointing = server.say(someone(stage, 'ida'), channels.support, '@hostdesk what is this?', {
        replyTo: theirs,
      });
      const thread = await server.until(() => server.threadOn(pointing), 'a thread');
      assert.match(server.shown((await botIn(stage, thread))[0] as never), titles.full);
    }),
  );
});
