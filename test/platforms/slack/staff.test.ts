import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Message } from '../../servers/slack/messages.ts';
import type { UserGroup } from '../../servers/slack/workspace.ts';
import { noAnswer, privateTo, sideBySide, theAnswer } from '../contract/on-stage.ts';
import { article, texts, titles } from '../contract/texts.ts';
import { createSlackStage, type SlackStage } from './slack-stage.ts';

const on = { mention: true };

/** With a user group as staff, sam in it. */
const withGroup = (act: (stage: SlackStage, group: UserGroup) => Promise<void>) => async () => {
  let group: UserGroup | undefined;
  const stage = await createSlackStage({
    parts: ({ server, people }) => {
      group = server.addGroup('helpers', [people.sam]);
      return { staff: [group.id] };
    },
  });
  try {
    await act(stage, group ?? assert.fail('no group'));
  } finally {
    await stage.close();
  }
};

describe('staff on Slack', sideBySide, () => {
  const linkTo = ({ channel, ts, thread_ts }: Message) => {
    const thread = thread_ts === undefined ? '' : `?thread_ts=${thread_ts}&cid=${channel}`;
    return `https://acme-hosting.slack.com/archives/${channel}/p${ts.replace('.', '')}${thread}`;
  };

  it(
    'are the members of a user group, asked for once a minute',
    withGroup(async (stage, group) => {
      const { server, people, desk } = stage;
      await stage.order('sam', { gaps: true });
      await stage.order('sam', { gaps: true });
      assert.match((await privateTo(stage, 'sam', 2))[1]?.text ?? '', /could not answer/);
      // Once at the start, to see that there is such a group, and once for both orders.
      assert.equal(server.calls('usergroups.users.list').length, 2);
      group.members.delete(people.sam.id);
      group.members.add(people.bob.id);
      desk.later(61_000);
      await stage.order('sam', { gaps: true });
      assert.match((await privateTo(stage, 'sam', 3))[2]?.text ?? '', /support staff/);
      await stage.order('bob', { gaps: true });
      assert.match((await privateTo(stage, 'bob'))[0]?.text ?? '', /could not answer/);
    }),
  );

  it(
    'are who they were while Slack does not say',
    withGroup(async (stage) => {
      await stage.order('sam', { gaps: true });
      await privateTo(stage, 'sam');
      stage.desk.later(61_000);
      stage.server.fault({ method: 'usergroups.users.list', kind: 'platform-error', error: 'ratelimited' });
      await stage.order('sam', { gaps: true });
      assert.match((await privateTo(stage, 'sam', 2))[1]?.text ?? '', /could not answer/);
    }),
  );

  it(
    'are looked at again when a form comes back',
    withGroup(async (stage, group) => {
      const { server, people } = stage;
      const question = await stage.say('ann', 'support', texts.defers);
      await server.shortcut(people.sam, stage.messageOf(question), 'hd_answer');
      const form = await server.until(() => server.view(people.sam), 'the form');
      group.members.delete(people.sam.id);
      stage.desk.later(61_000);
      await server.submitView(people.sam, form, { candidate: article.slug });
      assert.match((await privateTo(stage, 'sam'))[0]?.text ?? '', /support staff/);
      await noAnswer(stage, question);
      const nothing = await server.slash(people.sam, stage.channels.support, '/kb');
      assert.ok(nothing.ok);
      await stage.quiet();
      assert.equal(server.view(people.sam), undefined);
    }),
  );

  it(
    'say in threads what they want, and see it alone',
    withGroup(async (stage) => {
      const question = await stage.say('ann', 'support', texts.defers, on);
      await theAnswer(stage, question);
      const orders: [string, RegExp][] = [
        ['why', /defer-fail-limit/],
        ['Search mailbox full', /mailbox/i],
        [`show ${article.slug}`, titles.defers],
        ['gaps', /could not answer/],
        ['kb gaps', /could not answer/],
        ['post no-such-article', /no article/],
      ];
      for (const [at, [words, shown]] of orders.entries()) {
        await stage.say('sam', 'support', words, { under: question, ...on });
        assert.match((await privateTo(stage, 'sam', at + 1)).at(-1)?.text ?? '', shown, words);
      }
      await theAnswer(stage, question);
      for (const { thread_ts } of stage.server.ephemerals(stage.people.sam))
        assert.equal(thread_ts, question.id);
    }),
  );

  it(
    'post below a question by words, once, for its asker',
    withGroup(async (stage) => {
      const question = await stage.say('ann', 'support', 'my letters vanish');
      const order = await stage.say('sam', 'support', `post ${article.slug}`, { under: question, ...on });
      const answer = await theAnswer(stage, order);
      await stage.redeliver();
      await theAnswer(stage, order);
      await stage.press('ann', answer, 'Helped');
      await stage.until(() => stage.desk.votes.length === 1, 'a vote');
      // Staff speak here now, so the bot waits until it is asked.
      await noAnswer(stage, await stage.say('ann', 'support', texts.full, { under: question }));
    }),
  );

  it(
    'are obeyed once, also when their words are delivered again after a restart',
    withGroup(async (stage) => {
      await stage.say('sam', 'support', 'gaps', on);
      await privateTo(stage, 'sam');
      await stage.redeliver();
      await stage.quiet();
      await stage.restart();
      await stage.redeliver();
      await privateTo(stage, 'sam');
    }),
  );

  it(
    'are the only ones whose words are orders',
    withGroup(async (stage) => {
      const question = await stage.say('bob', 'support', 'search for my lost mail', on);
      await theAnswer(stage, question);
      assert.deepEqual(await stage.privately('bob'), []);
      const why = await stage.say('sam', 'support', `why does this bounce? ${texts.defers}`, on);
      assert.match((await theAnswer(stage, why)).text, titles.defers);
    }),
  );

  it(
    'ask /why for the last answer of a channel, or for the one a link points to',
    withGroup(async (stage) => {
      const { server, people, channels } = stage;
      assert.ok((await server.slash(people.sam, channels.support, '/why')).ok);
      assert.match((await privateTo(stage, 'sam'))[0]?.text ?? '', /no answer of mine/);
      const first = await stage.say('ann', 'support', texts.defers, on);
      const answer = await theAnswer(stage, first);
      await theAnswer(stage, await stage.say('bob', 'support', texts.full, on));
      await server.slash(people.sam, channels.support, '/why');
      assert.match((await privateTo(stage, 'sam', 2))[1]?.text ?? '', /mailbox-full/);
      const [message] = server.replies(stage.messageOf(first)).filter(({ ts }) => ts === answer.id);
      await server.slash(people.sam, channels.support, '/why', linkTo(message ?? assert.fail()));
      assert.match((await privateTo(stage, 'sam', 3))[2]?.text ?? '', /defer-fail-limit/);
      await stage.restart();
      await server.slash(people.sam, channels.watched, '/why', linkTo(stage.messageOf(first)));
      assert.match((await privateTo(stage, 'sam', 4))[3]?.text ?? '', /defer-fail-limit/);
    }),
  );

  it(
    'post below the message a link points to',
    withGroup(async (stage) => {
      const { server, people, channels } = stage;
      const question = await stage.say('ann', 'support', 'my letters vanish');
      const words = `post ${article.slug} ${linkTo(stage.messageOf(question))}`;
      assert.ok((await server.slash(people.sam, channels.support, '/kb', words)).ok);
      const answer = await theAnswer(stage, question);
      await stage.press('bob', answer, 'Helped');
      assert.match((await privateTo(stage, 'bob'))[0]?.text ?? '', /for the person who asked/);
    }),
  );

  it(
    'are told to bring the bot in where it may not post',
    withGroup(async (stage) => {
      const { server, people } = stage;
      for (const kind of ['channel', 'group'] as const) {
        const elsewhere = server.addChannel({ name: kind, kind, members: [people.sam], withBot: false });
        await server.slash(people.sam, elsewhere, '/kb', `post ${article.slug}`);
      }
      for (const { text } of await privateTo(stage, 'sam', 2)) assert.match(text, /\/invite/);
    }),
  );

  it(
    'read how /kb is used when they mistype',
    withGroup(async (stage) => {
      const { server, people, channels } = stage;
      await server.slash(people.sam, channels.support, '/kb', 'delete everything');
      assert.match((await privateTo(stage, 'sam'))[0]?.text ?? '', /\/kb search/);
    }),
  );
});
