import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { noAnswer, privateTo, sideBySide, theAnswer } from '../contract/on-stage.ts';
import { answersAMinute } from '../contract/test-desk.ts';
import { texts, titles } from '../contract/texts.ts';
import { onSlack } from './slack-stage.ts';

const on = { mention: true };

describe('messages on Slack', sideBySide, () => {
  it(
    'are acknowledged in time, before anything is done about them',
    onSlack(async (stage) => {
      stage.desk.stick('before-answer');
      await stage.say('ann', 'support', texts.defers, on);
      await stage.until(() => stage.desk.begun() === 1, 'the question');
      await stage.server.until(
        () => stage.server.deliveries().every(({ state }) => state === 'acked'),
        'acks',
      );
      assert.deepEqual(stage.server.lateAcks, []);
      await stage.restart({ abruptly: true });
    }),
  );

  it(
    'that show addresses are told of to their writer, alone, once an hour',
    onSlack(async (stage) => {
      await theAnswer(stage, await stage.say('ann', 'support', texts.unknown, on));
      const [told] = await privateTo(stage, 'ann');
      assert.match(told?.text ?? '', /Delete message/);
      await theAnswer(stage, await stage.say('ann', 'support', texts.unknown, on));
      await privateTo(stage, 'ann');
      stage.desk.later(3_601_000);
      await theAnswer(stage, await stage.say('ann', 'support', texts.unknown, on));
      await privateTo(stage, 'ann', 2);
      await theAnswer(stage, await stage.say('bob', 'direct', texts.unknown));
      assert.deepEqual(await stage.privately('bob'), []);
    }),
  );

  it(
    'to several people at once are answered when it is mentioned',
    onSlack(async (stage) => {
      const { server, people } = stage;
      const members = [people.ann, people.bob, server.bot];
      const group = server.addChannel({ name: 'mpdm', kind: 'mpim', members });
      server.say(people.ann, group, texts.defers);
      const asked = server.say(people.ann, group, `<@${server.bot.id}> ${texts.defers}`);
      await server.until(() => server.replies(asked).length === 1, 'the answer');
      await stage.quiet();
      assert.equal(server.botMessages(group).length, 1);
    }),
  );

  it(
    'in the thread that also go to the channel are follow-ups too',
    onSlack(async (stage) => {
      const { server, people, channels } = stage;
      const question = await stage.say('ann', 'support', texts.defers, on);
      await theAnswer(stage, question);
      const thread = stage.messageOf(question);
      const more = server.say(people.ann, channels.support, texts.full, { thread, broadcast: true });
      await server.until(
        () => server.replies(thread).filter(({ ts }) => Number(ts) > Number(more.ts)).length > 0,
      );
    }),
  );

  it(
    'of the system, previews and deletions get nothing',
    onSlack(async (stage) => {
      const { server, people, channels } = stage;
      const cy = server.addUser({ name: 'cy' });
      server.join(cy, channels.watched);
      const question = await stage.say('ann', 'watched', texts.defers);
      await theAnswer(stage, question);
      server.unfurl(stage.messageOf(question), { text: texts.full });
      const plain = await stage.say('ann', 'watched', texts.smallTalk);
      server.delete(people.ann, stage.messageOf(plain));
      await stage.quiet();
      assert.equal(server.botMessages(channels.watched).length, 1);
    }),
  );

  it(
    'for somebody else in a watched channel are left to them',
    onSlack(async (stage) => {
      const { people } = stage;
      await noAnswer(stage, await stage.say('ann', 'watched', `<@${people.bob.id}> ${texts.defers}`));
      const thread = await stage.say('ann', 'watched', texts.smallTalk);
      await noAnswer(stage, await stage.say('bob', 'watched', texts.defers, { under: thread }));
      await theAnswer(stage, await stage.say('ann', 'watched', texts.defers, { under: thread }));
    }),
  );

  it(
    'that were shared with a question are read',
    onSlack(async (stage) => {
      const { server, people, channels } = stage;
      const attachments = [{ is_msg_unfurl: true, text: texts.defers }];
      const extra = { extra: { attachments } };
      const asked = server.say(people.ann, channels.support, `<@${server.bot.id}> what is this`, extra);
      await server.until(() => server.replies(asked).length === 1, 'the answer');
      assert.match(server.shown(server.replies(asked)[0] ?? assert.fail()), titles.defers);
    }),
  );

  it(
    'with a file of another workspace are read after asking what it is',
    onSlack(async (stage) => {
      const files = [{ name: 'bounce.txt', content: texts.defers }];
      const question = await stage.say('gus', 'support', 'what is this', { ...on, files });
      assert.match((await theAnswer(stage, question)).text, titles.defers);
      assert.equal(stage.server.calls('files.info').length, 1);
    }),
  );

  it(
    'whose answer Slack refused for long are taken up again',
    onSlack(async (stage) => {
      const { server } = stage;
      server.fault({ method: 'chat.postMessage', kind: 'platform-error', error: 'restricted_action' });
      const question = await stage.say('ann', 'support', texts.defers, on);
      await stage.until(() => stage.logged.includes('slack_listener_failed'), 'a failure');
      await noAnswer(stage, question);
      await stage.restart();
      await theAnswer(stage, question);
    }),
  );

  it(
    'that get no answer but a private word get it where it shows: in no thread that does not stand',
    onSlack(async (stage) => {
      for (let count = 0; count <= answersAMinute; count++)
        await stage.say('ann', 'support', texts.defers, on);
      await privateTo(stage, 'ann');
      const [told] = stage.server.ephemerals(stage.people.ann);
      assert.equal(told?.thread_ts, undefined);
      await stage.say('sam', 'support', 'gaps', on);
      await privateTo(stage, 'sam');
      assert.equal(stage.server.ephemerals(stage.people.sam)[0]?.thread_ts, undefined);
    }),
  );

  it(
    'whose answer brings private numbers along have them beside it, in its thread',
    onSlack(async (stage) => {
      const question = await stage.say('ann', 'support', texts.annsDefers, on);
      await theAnswer(stage, question);
      await privateTo(stage, 'ann');
      assert.equal(stage.server.ephemerals(stage.people.ann)[0]?.thread_ts, question.id);
    }),
  );

  it(
    'whose acknowledgement is lost come again and are answered once',
    onSlack(
      async (stage) => {
        stage.server.dropAcks(3);
        const question = await stage.say('ann', 'support', texts.defers, on);
        await theAnswer(stage, question);
        assert.ok(stage.server.deliveries().some(({ attempts }) => attempts.length > 1));
      },
      { server: { ackTimeoutMs: 1000 } },
    ),
  );

  it(
    'that arrive in the wrong order are answered once, as they stand now',
    onSlack(async (stage) => {
      const { server } = stage;
      server.holdEvents();
      const question = await stage.say('ann', 'support', texts.defers, on);
      await stage.edit(question, texts.full);
      server.releaseEvents((events) => [...events].reverse());
      assert.match((await theAnswer(stage, question)).text, titles.full);
    }),
  );

  it(
    'that only one person is to see are sent again until they arrive',
    onSlack(async (stage) => {
      stage.server.fault({ method: 'response_url', kind: 'http-500' });
      stage.server.fault({ method: 'response_url', kind: 'rate-limited' });
      await stage.ask('ann', texts.defers);
      await privateTo(stage, 'ann');
      const question = await stage.say('ann', 'support', texts.defers, on);
      const answer = await theAnswer(stage, question);
      stage.server.fault({ method: 'chat.postEphemeral', kind: 'reset-before' });
      await stage.press('bob', answer, 'Whole article');
      await privateTo(stage, 'bob');
      stage.server.fault({ method: 'chat.update', kind: 'http-500' });
      await stage.press('ann', answer, 'Helped');
      await stage.until(async () => (await stage.answers(question))[0]?.buttons.length === 0, 'no buttons');
    }),
  );

  it(
    'are answered without previews of links, and with a text for notifications',
    onSlack(async (stage) => {
      const question = await stage.say('ann', 'support', texts.defers, on);
      await theAnswer(stage, question);
      const [{ args } = assert.fail()] = stage.server.calls('chat.postMessage');
      assert.equal(args.unfurl_links, 'false');
      assert.equal(args.unfurl_media, 'false');
      assert.match(String(args.text), titles.defers);
      for (const never of ['link_names', 'parse', 'markdown_text']) assert.equal(args[never], undefined);
    }),
  );
});
