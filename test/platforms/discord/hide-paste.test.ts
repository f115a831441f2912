import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Message } from '../../servers/discord/messages/message.ts';
import { sideBySide, theAnswer } from '../contract/on-stage.ts';
import type { Said } from '../contract/stage.ts';
import { texts } from '../contract/texts.ts';
import { acted } from './acted.ts';
import { type DiscordStage, onDiscord } from './discord-stage.ts';

const on = { mention: true };
const button = 'Hide my paste';
const addresses = /bert@|203\.0\.113\.77/;

describe('"Hide my paste" on Discord', sideBySide, () => {
  const answerTo = async (stage: DiscordStage, said: Said): Promise<Message> => {
    const { id } = await theAnswer(stage, said);
    const thread = stage.server.threadOn(stage.messageOf(said));
    const found = stage.server.botMessages(thread ?? said.id).find((one) => one.id === id);
    assert.ok(found);
    return found;
  };
  const press = async (stage: DiscordStage, who: 'ann' | 'bob' | 'sam', answer: Message) => {
    acted(await stage.server.press(stage.people[who], answer, button));
  };
  const hidden = async (stage: DiscordStage, answer: Message) => {
    const shown = () => stage.server.shown(answer);
    await stage.server.until(() => !shown().includes(button), 'the button to go');
    await stage.server.quiet();
  };

  it(
    'deletes the paste for its author and keeps the question with addresses hidden, once',
    onDiscord(async (stage) => {
      const { server, people } = stage;
      const question = await stage.say('ann', 'support', texts.unknown, on);
      const answer = await answerTo(stage, question);
      const message = stage.messageOf(question);
      await Promise.all([press(stage, 'ann', answer), press(stage, 'ann', answer)]);
      await hidden(stage, answer);
      assert.equal(message.deleted, true);
      const thread = server.channel(answer.channelId);
      assert.ok(thread);
      const [, kept, ...more] = server.botMessages(thread);
      assert.deepEqual(more, []);
      assert.match(server.shown(kept as Message), /Recipient address rejected/);
      assert.doesNotMatch(
        server.shown(kept as Message),
        new RegExp(server.bot.id),
        'the mention says nothing',
      );
      for (const one of server.botMessages(thread)) assert.doesNotMatch(server.shown(one), addresses);
      assert.doesNotMatch(server.shown(answer), /Hide my paste/);
      await assert.rejects(server.press(people.ann, answer, button), /has no Hide my paste/);
      assert.match(server.shown(answer), /Helped/);
    }),
  );

  it(
    'is for the author and staff alone',
    onDiscord(async (stage) => {
      const question = await stage.say('ann', 'support', texts.unknown, on);
      const answer = await answerTo(stage, question);
      await press(stage, 'bob', answer);
      const [told] = await stage.privately('bob');
      assert.match(told?.text ?? '', /Only the person who wrote it/);
      assert.equal(stage.messageOf(question).deleted, false);
      await press(stage, 'sam', answer);
      await hidden(stage, answer);
      assert.equal(stage.messageOf(question).deleted, true);
    }),
  );

  it(
    'stays below an answer that was judged',
    onDiscord(async (stage) => {
      const question = await stage.say('bob', 'support', texts.unknown, on);
      const answer = await answerTo(stage, question);
      acted(await stage.server.press(stage.people.bob, answer, 'Helped'));
      await stage.server.until(() => /Marked as helpful/.test(stage.server.shown(answer)), 'the line');
      assert.match(stage.server.shown(answer), /Hide my paste/);
      await press(stage, 'bob', answer);
      await hidden(stage, answer);
      assert.equal(stage.messageOf(question).deleted, true);
      assert.match(stage.server.shown(answer), /Marked as helpful/);
    }),
  );

  it(
    'keeps what stood in a file, too',
    onDiscord(async (stage) => {
      const files = [{ name: 'message.txt', content: texts.unknown }];
      const question = await stage.say('bob', 'support', 'what is this?', { ...on, files });
      const answer = await answerTo(stage, question);
      await press(stage, 'bob', answer);
      await hidden(stage, answer);
      const kept = stage.server.botMessages(answer.channelId).at(-1) as Message;
      assert.match(stage.server.shown(kept), /what is this.*Recipient address rejected/s);
      assert.doesNotMatch(stage.server.shown(kept), addresses);
    }),
  );

  it(
    'is not offered for what shows nobody, in direct messages, or where the bot may not delete',
    onDiscord(async (stage) => {
      const harmless = await answerTo(stage, await stage.say('ann', 'support', texts.defers, on));
      const { server, people } = stage;
      server.dm(people.bob, texts.unknown);
      await server.until(() => server.directMessages(people.bob).length > 1, 'an answer');
      const strict = server.addChannel({ name: 'strict' });
      server.deny(strict, server.bot, ['ManageMessages']);
      const question = server.say(people.sam, strict, `@hostdesk ${texts.unknown}`);
      const thread = await server.until(() => server.threadOn(question), 'a thread');
      await server.until(() => server.botMessages(thread).length > 0, 'an answer');
      const answers = [harmless, server.directMessages(people.bob).at(-1), server.botMessages(thread)[0]];
      for (const answer of answers) assert.doesNotMatch(server.shown(answer as Message), /Hide my paste/);
    }),
  );

  it(
    'says so when the permission is taken away, and deletes nothing',
    onDiscord(async (stage) => {
      const { server, people } = stage;
      const room = server.addChannel({ name: 'room' });
      const cleo = server.addUser({ name: 'cleo' });
      const question = server.say(cleo, room, `@hostdesk ${texts.unknown}`);
      const thread = await server.until(() => server.threadOn(question), 'a thread');
      const [answer] = await server.until(
        () => server.botMessages(thread).length > 0 && server.botMessages(thread),
        'an answer',
      );
      server.deny(room, server.bot, ['ManageMessages']);
      acted(await server.press(people.sam, answer as Message, button));
      await server.until(() => server.ephemerals(people.sam).length > 0, 'a word');
      await server.quiet();
      assert.match((await stage.privately('sam')).at(-1)?.text ?? '', /Manage Messages/);
      assert.equal(question.deleted, false);
      assert.equal(server.botMessages(thread).length, 1);
    }),
  );
});
