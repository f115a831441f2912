import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sideBySide } from '../contract/on-stage.ts';
import { article, texts, titles } from '../contract/texts.ts';
import { acted } from './acted.ts';
import { type DiscordStage, onDiscord } from './discord-stage.ts';

describe("Discord's commands for staff", sideBySide, () => {
  const last = async (stage: DiscordStage, who: 'ann' | 'bob' | 'sam') => (await stage.privately(who)).at(-1);

  it(
    'let staff choose an article for a message from its menu, and post it once',
    onDiscord(async (stage) => {
      const { server, people, channels } = stage;
      const question = await stage.say('ann', 'support', `please help ${texts.defers}`);
      const menu = 'Answer from the KB';
      const { message } = await server.contextMenu(people.sam, menu, stage.messageOf(question));
      assert.ok(message);
      assert.match(server.shown(message), titles.defers);
      const [first, second] = await Promise.all([
        server.choose(people.sam, message, 'Post which article?', article.slug),
        server.choose(people.sam, message, 'Post which article?', article.slug),
      ]);
      acted(first);
      acted(second);
      await stage.until(async () => (await stage.answers(question)).length > 0, 'an answer');
      await server.quiet();
      const posted = await stage.answers(question);
      assert.equal(posted.length, 1);
      assert.match(posted[0]?.text ?? '', titles.defers);
      assert.ok(posted[0]?.buttons.includes('Helped'));
      assert.equal(server.threadOn(stage.messageOf(question))?.parentId, channels.support.id);
    }),
  );

  it(
    'look again who is staff when the article is chosen',
    onDiscord(async (stage) => {
      const { server, people, channels } = stage;
      const eve = server.addUser({ name: 'eve' });
      const [role] = [...server.guild.roles.values()].filter(({ name }) => name === 'support');
      assert.ok(role);
      server.giveRole(eve, role);
      const question = server.say(people.ann, channels.support, texts.defers);
      const menu = 'Answer from the KB';
      const { message } = await server.contextMenu(eve, menu, question);
      server.takeRole(eve, role);
      assert.ok(message);
      acted(await server.choose(eve, message, 'Post which article?', article.slug));
      assert.match(server.shown(server.ephemerals(eve).at(-1) ?? message), /support staff/);
      assert.equal(server.threadOn(question), undefined);
    }),
  );

  it(
    'post an article into a thread for whoever began it, and say why of the latest answer there',
    onDiscord(async (stage) => {
      const { server, people } = stage;
      const { thread, message } = await server.forumPost(
        people.ann,
        stage.channels.forum,
        'Lunch',
        'anyone?',
      );
      await server.quiet();
      acted(await server.slash(people.sam, thread, '/kb post', { article: article.slug }));
      const [answer] = server.botMessages(thread);
      assert.ok(answer);
      assert.equal(answer.reference?.messageId, message.id);
      acted(await server.press(people.bob, answer, 'Helped'));
      assert.match((await last(stage, 'bob'))?.text ?? '', /for the person who asked/);
      acted(await server.slash(people.sam, thread, '/why'));
      assert.match((await last(stage, 'sam'))?.text ?? '', /Decision/);
      const { message: why } = await server.contextMenu(people.sam, 'Why this answer?', answer);
      assert.match(server.shown(why ?? assert.fail()), /Decision/);
      acted(await server.press(people.ann, answer, 'Helped'));
      await server.until(() => /Marked/.test(server.shown(answer)), 'the line');
      const { support } = stage.channels;
      acted(await server.slash(people.sam, support, '/kb post', { article: article.slug }));
      const posted = server.botMessages(support)[0] ?? assert.fail('not posted');
      assert.match(server.shown(posted), titles.defers);
      assert.doesNotMatch(server.shown(posted), /Helped/, 'below no question there is nothing to judge');
    }),
  );

  it(
    'reach no message of another server',
    onDiscord(async (stage) => {
      const { server, people, channels } = stage;
      const other = server.addGuild('Other');
      const elsewhere = server.addChannel({ name: 'elsewhere', guild: other });
      const zoe = server.addUser({ name: 'zoe', guild: other });
      const theirs = server.say(zoe, elsewhere, texts.defers);
      const link = `https://discord.com/channels/${other.id}/${elsewhere.id}/${theirs.id}`;
      acted(
        await server.slash(people.sam, channels.support, '/kb post', { article: article.slug, below: link }),
      );
      assert.match((await last(stage, 'sam'))?.text ?? '', /may not read it/);
      assert.deepEqual(server.botMessages(elsewhere), []);
    }),
  );
});
