import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Message } from '../../servers/discord/messages/message.ts';
import type { Channel } from '../../servers/discord/world/channel.ts';
import type { User } from '../../servers/discord/world/guild.ts';
import { sideBySide } from '../contract/on-stage.ts';
import { texts, titles } from '../contract/texts.ts';
import { acted } from './acted.ts';
import { type DiscordStage, onDiscord } from './discord-stage.ts';

describe('a forum on Discord', sideBySide, () => {
  const answered = async (stage: DiscordStage, user: User) => {
    const { server, channels } = stage;
    const { thread, message } = await server.forumPost(
      user,
      channels.forum,
      'No mail goes out',
      texts.defers,
    );
    await server.until(() => server.botMessages(thread).length > 0, 'an answer');
    await server.quiet();
    return { thread, message, answer: server.botMessages(thread)[0] as Message };
  };
  const tagsOf = (stage: DiscordStage, { thread }: Channel) =>
    stage.channels.forum.tags.filter(({ id }) => thread?.appliedTags.includes(id)).map(({ name }) => name);

  it(
    'marks a post as solved when its author says that the answer helped',
    onDiscord(async (stage) => {
      const { server, people } = stage;
      const { thread, answer } = await answered(stage, people.ann);
      acted(await server.press(people.ann, answer, 'Helped'));
      await server.until(() => tagsOf(stage, thread).length > 0, 'a tag');
      assert.deepEqual(tagsOf(stage, thread), ['solved']);
      assert.equal(thread.thread?.archived, false);
    }),
  );

  it(
    'marks it when staff say so, and not when it did not help',
    onDiscord(async (stage) => {
      const { server, people } = stage;
      const [first, second] = [await answered(stage, people.bob), await answered(stage, people.bob)];
      acted(await server.press(people.bob, first.answer, 'Did not help'));
      acted(await server.press(people.sam, second.answer, 'Helped'));
      await server.until(() => tagsOf(stage, second.thread).length > 0, 'a tag');
      assert.deepEqual(tagsOf(stage, first.thread), []);
    }),
  );

  it(
    'does without where there is no such tag, or the bot may not tag',
    onDiscord(async (stage) => {
      const { server, people } = stage;
      const { forum } = stage.channels;
      server.deny(forum, server.bot, ['ManageThreads']);
      const cleo = server.addUser({ name: 'cleo' });
      const { thread, answer } = await answered(stage, cleo);
      acted(await server.press(cleo, answer, 'Helped'));
      await server.until(() => /Marked as helpful/.test(server.shown(answer)), 'the line');
      await server.quiet();
      assert.deepEqual(tagsOf(stage, thread), []);
      server.allow(forum, server.bot, ['ManageThreads']);
      assert.ok(people.ann);
    }),
  );

  it(
    'goes on with the author of a post, not with others',
    onDiscord(async (stage) => {
      const { server } = stage;
      const dora = server.addUser({ name: 'dora' });
      const eli = server.addUser({ name: 'eli' });
      const { thread } = await answered(stage, dora);
      server.say(eli, thread, texts.full);
      await server.quiet(250);
      assert.equal(server.botMessages(thread).length, 1);
      server.say(dora, thread, texts.full);
      await server.until(() => server.botMessages(thread).length === 2, 'an answer');
      assert.match(server.shown(server.botMessages(thread)[1] as Message), titles.full);
    }),
  );

  it(
    'changes its answer with the post',
    onDiscord(async (stage) => {
      const { server } = stage;
      const fay = server.addUser({ name: 'fay' });
      const { message, answer } = await answered(stage, fay);
      server.edit(fay, message, texts.full);
      await server.until(() => titles.full.test(server.shown(answer)), 'the answer to change');
    }),
  );

  it(
    'hears of a post that staff began and leaves it to them',
    onDiscord(async (stage) => {
      const { server, people } = stage;
      const { thread } = await server.forumPost(people.sam, stage.channels.forum, 'Note', texts.defers);
      await server.quiet(250);
      assert.deepEqual(server.botMessages(thread), []);
    }),
  );
});
