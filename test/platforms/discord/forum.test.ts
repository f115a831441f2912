import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Message } from '../../servers/discord/messages/message.ts';
import type { Channel } from '../../servers/discord/world/channel.ts';
import type { User } from '../../servers/discord/world/guild.ts';
import { texts, titles } from '../contract/texts.ts';
import { acted, createDiscordStage, type DiscordStage } from './discord-stage.ts';

describe('a forum on Discord', () => {
  let stage: DiscordStage;
  before(async () => {
    stage = await createDiscordStage();
  });
  after(() => stage.close());

  const answered = async (user: User, forum: Channel = stage.channels.forum) => {
    const { server } = stage;
    const { thread, message } = await server.forumPost(user, forum, 'No mail goes out', texts.defers);
    await server.until(() => server.botMessages(thread).length > 0, 'an answer');
    await server.quiet();
    return { thread, message, answer: server.botMessages(thread)[0] as Message };
  };
  const tagsOf = ({ thread }: Channel, forum: Channel = stage.channels.forum) =>
    forum.tags.filter(({ id }) => thread?.appliedTags.includes(id)).map(({ name }) => name);

  it('marks a post as solved when its author says that the answer helped', async () => {
    const { server, people } = stage;
    const { thread, answer } = await answered(people.ann);
    acted(await server.press(people.ann, answer, 'Helped'));
    await server.until(() => tagsOf(thread).length > 0, 'a tag');
    assert.deepEqual(tagsOf(thread), ['solved']);
    assert.equal(thread.thread?.archived, false);
  });

  it('marks it when staff say so, and not when it did not help', async () => {
    const { server, people } = stage;
    const [first, second] = [await answered(people.bob), await answered(people.bob)];
    acted(await server.press(people.bob, first.answer, 'Did not help'));
    acted(await server.press(people.sam, second.answer, 'Helped'));
    await server.until(() => tagsOf(second.thread).length > 0, 'a tag');
    assert.deepEqual(tagsOf(first.thread), []);
  });

  it('does without where there is no such tag, or the bot may not tag', async () => {
    const { server, people } = stage;
    const { forum } = stage.channels;
    server.deny(forum, server.bot, ['ManageThreads']);
    const cleo = server.addUser({ name: 'cleo' });
    const { thread, answer } = await answered(cleo);
    acted(await server.press(cleo, answer, 'Helped'));
    await server.until(() => /Marked as helpful/.test(server.shown(answer)), 'the line');
    await server.quiet();
    assert.deepEqual(tagsOf(thread), []);
    server.allow(forum, server.bot, ['ManageThreads']);
    assert.ok(people.ann);
  });

  it('goes on with the author of a post, not with others', async () => {
    const { server } = stage;
    const dora = server.addUser({ name: 'dora' });
    const eli = server.addUser({ name: 'eli' });
    const { thread } = await answered(dora);
    server.say(eli, thread, texts.full);
    await server.quiet(250);
    assert.equal(server.botMessages(thread).length, 1);
    server.say(dora, thread, texts.full);
    await server.until(() => server.botMessages(thread).length === 2, 'an answer');
    assert.match(server.shown(server.botMessages(thread)[1] as Message), titles.full);
  });

  it('changes its answer with the post', async () => {
    const { server } = stage;
    const fay = server.addUser({ name: 'fay' });
    const { message, answer } = await answered(fay);
    server.edit(fay, message, texts.full);
    await server.until(() => titles.full.test(server.shown(answer)), 'the answer to change');
  });

  it('hears of a post that staff began and leaves it to them', async () => {
    const { server, people } = stage;
    const { thread } = await server.forumPost(people.sam, stage.channels.forum, 'Note', texts.defers);
    await server.quiet(250);
    assert.deepEqual(server.botMessages(thread), []);
  });
});
