import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Message } from '../../servers/discord/messages/message.ts';
import { privateTo, sideBySide, theAnswer } from '../contract/on-stage.ts';
import type { Said, Shown } from '../contract/stage.ts';
import { article, texts, titles } from '../contract/texts.ts';
import { type DiscordStage, onDiscord } from './discord-stage.ts';

const on = { mention: true };

describe('what staff say to the bot on Discord', sideBySide, () => {
  const answerTo = async (stage: DiscordStage, said: Said): Promise<Message> => {
    const { id } = await theAnswer(stage, said);
    const thread = stage.server.threadOn(stage.messageOf(said)) ?? assert.fail('no thread');
    return stage.server.botMessages(thread).find((one) => one.id === id) ?? assert.fail('no answer');
  };

  it(
    'searches, shows and lists for them alone',
    onDiscord(async (stage) => {
      const words: [string, RegExp][] = [
        ['search max defers and failures', titles.defers],
        [`show ${article.slug}`, titles.defers],
        ['Kb gaps', /could not answer/],
        ['show no-such-article', /no article no-such-article/],
      ];
      for (const [at, [said, shown]] of words.entries()) {
        const asked = await stage.say('sam', 'support', said, on);
        assert.match((await privateTo(stage, 'sam', at + 1)).at(-1)?.text ?? '', shown, said);
        assert.deepEqual(await stage.answers(asked), []);
      }
      assert.deepEqual(stage.server.botMessages(stage.channels.support), []);
    }),
  );

  it(
    'says why of the answer they reply to, or of the latest there',
    onDiscord(async (stage) => {
      const { server, people, channels } = stage;
      const question = await stage.say('ann', 'support', texts.defers, on);
      const answer = await answerTo(stage, question);
      const thread = server.channel(answer.channelId) ?? assert.fail();
      server.say(people.sam, channels.support, '@hostdesk why?', { thread, replyTo: answer });
      assert.match((await privateTo(stage, 'sam'))[0]?.text ?? '', /defer-fail-limit/);
      server.say(people.sam, channels.support, '@hostdesk why', { thread });
      assert.match((await privateTo(stage, 'sam', 2))[1]?.text ?? '', /defer-fail-limit/);
      server.say(people.sam, channels.support, '@hostdesk why');
      assert.match((await privateTo(stage, 'sam', 3))[2]?.text ?? '', /find no answer of mine/);
      assert.equal(server.botMessages(thread).length, 1);
    }),
  );

  it(
    'puts an article below the message they reply to, with buttons for whoever wrote it',
    onDiscord(async (stage) => {
      const { server, people, channels } = stage;
      const question = await stage.say('ann', 'support', 'my mail is broken again');
      server.say(people.sam, channels.support, `@hostdesk post ${article.slug}`, {
        replyTo: stage.messageOf(question),
      });
      await stage.until(async () => (await stage.answers(question)).length > 0, 'the article');
      const answer = await theAnswer(stage, question);
      assert.match(answer.text, titles.defers);
      await stage.press('bob', answer, 'Helped');
      assert.match((await privateTo(stage, 'bob'))[0]?.text ?? '', /for the person who asked/);
      await stage.press('ann', answer, 'Helped');
      await stage.until(() => stage.desk.votes.length === 1, 'a vote');
      assert.deepEqual(await stage.privately('sam'), []);
    }),
  );

  it(
    'puts it into a thread for whoever began that, and into a channel for nobody in particular',
    onDiscord(async (stage) => {
      const { server, people, channels } = stage;
      const { thread } = await server.forumPost(people.ann, channels.forum, 'Lunch', 'anyone?');
      await server.quiet();
      server.say(people.sam, channels.forum, `@hostdesk post ${article.slug}`, { thread });
      const [there] = await server.until(
        () => server.botMessages(thread).length > 0 && server.botMessages(thread),
        'the article',
      );
      await stage.press('bob', stage.shown(there as Message), 'Helped');
      assert.match((await privateTo(stage, 'bob'))[0]?.text ?? '', /for the person who asked/);
      await stage.say('sam', 'support', `post ${article.slug}`, on);
      await stage.until(async () => (await stage.posted('support')).length === 1, 'the article');
      assert.match((await stage.posted('support'))[0]?.text ?? '', titles.defers);
    }),
  );

  it(
    'is done once though it is delivered again or changed later, at once and after a restart',
    onDiscord(async (stage) => {
      const question = await stage.say('ann', 'support', texts.defers, on);
      await theAnswer(stage, question);
      const asked = await stage.say('sam', 'support', `show ${article.slug}`, on);
      await privateTo(stage, 'sam');
      await stage.say('sam', 'support', `post ${article.slug}`, on);
      await stage.until(async () => (await stage.posted('support')).length === 1, 'the article');
      await stage.quiet();
      const asksToWrite = () => stage.server.calls('POST /users/@me/channels').length;
      const before = asksToWrite();
      await stage.redeliver();
      await stage.restart();
      await stage.redeliver();
      await stage.edit(asked, `show ${article.slug} please`);
      await stage.edit(asked, `show ${article.slug}`);
      await stage.quiet();
      await privateTo(stage, 'sam');
      assert.equal((await stage.posted('support')).length, 1);
      assert.equal(asksToWrite(), before, 'nothing is begun again');
    }),
  );

  it(
    'is a question like any other from somebody else',
    onDiscord(async (stage) => {
      for (const words of ['gaps', `post ${article.slug}`, 'why?'])
        await theAnswer(stage, await stage.say('bob', 'support', words, on));
      assert.deepEqual(await stage.privately('bob'), []);
    }),
  );

  it(
    'gives orders about people by a mention of them, also as a reply to what somebody wrote',
    onDiscord(async (stage) => {
      const { server, people, channels } = stage;
      const theirs = server.say(people.ann, channels.support, 'it is my account gardens');
      server.say(people.sam, channels.support, '@hostdesk account link @ann gardens I met her', {
        replyTo: theirs,
      });
      await privateTo(stage, 'sam');
      assert.deepEqual(stage.desk.given.at(-1)?.values, {
        ...{ person: people.ann.id, name: 'gardens', why: 'I met her' },
      });
    }),
  );

  it(
    'gives an order that lacks something a button to fill it in',
    onDiscord(async (stage) => {
      await stage.say('sam', 'support', 'account show gardens.example', on);
      const [told] = await privateTo(stage, 'sam');
      assert.match(told?.text ?? '', /account show name why/);
      await stage.press('sam', told as Shown, 'Fill it in');
      await stage.submit('sam', {
        'Domain or user name': 'gardens',
        'Reason, for the audit log': 'they asked',
      });
      assert.match((await privateTo(stage, 'sam', 3))[1]?.text ?? '', /they asked/);
      assert.equal(stage.desk.given.at(-1)?.by.staff, true);
    }),
  );

  it(
    'works in their direct conversation with the bot, as long as a server says that they are staff',
    onDiscord(async (stage) => {
      const { server, people } = stage;
      const [role] = [...server.guild.roles.values()].filter(({ name }) => name === 'support');
      await stage.say('sam', 'direct', 'account show gardens.example a good reason');
      await stage.until(async () => (await stage.direct('sam')).length === 2, 'both replies');
      const waits = await stage.say('sam', 'direct', 'gaps');
      assert.match((await theAnswer(stage, waits)).text, /could not answer/);
      server.takeRole(people.sam, role ?? assert.fail());
      await theAnswer(stage, await stage.say('sam', 'direct', 'account show gardens.example again'));
      await stage.say('bob', 'direct', 'account show gardens.example curious');
      await stage.quiet();
      assert.equal(stage.desk.given.length, 1);
      assert.equal(server.calls('GET /guilds/:guild/members/:user').length, 4);
      await stage.say('bob', 'direct', texts.full);
      await stage.quiet();
      assert.equal(server.calls('GET /guilds/:guild/members/:user').length, 4, 'not for what anybody says');
    }),
  );

  it(
    'is refused below a direct message to whoever is staff no more',
    onDiscord(async (stage) => {
      const { server, people } = stage;
      const [role] = [...server.guild.roles.values()].filter(({ name }) => name === 'support');
      await stage.say('sam', 'support', 'account show gardens.example', on);
      const [told] = await privateTo(stage, 'sam');
      server.takeRole(people.sam, role ?? assert.fail());
      await stage.press('sam', told as Shown, 'Fill it in');
      assert.match((await privateTo(stage, 'sam', 2))[1]?.text ?? '', /support staff/);
      assert.equal(await stage.form('sam'), undefined);
    }),
  );
});
