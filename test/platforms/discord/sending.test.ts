import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { recordOf } from '../../servers/slack/json.ts';
import { sideBySide, theAnswer } from '../contract/on-stage.ts';
import { texts, titles } from '../contract/texts.ts';
import { onDiscord } from './discord-stage.ts';

const post = '/channels/:channel/messages';
const thread = '/channels/:channel/messages/:message/threads';
const on = { mention: true };

describe('what the bot sends to Discord', sideBySide, () => {
  it(
    'carries a nonce that Discord holds it to, and may mention nobody',
    onDiscord(async (stage) => {
      const question = await stage.say('ann', 'support', texts.defers, on);
      await theAnswer(stage, question);
      const [call] = stage.server.calls(`POST ${post}`).slice(-1);
      const body = recordOf(call?.body);
      assert.equal(body.nonce, question.id);
      assert.equal(body.enforce_nonce, true);
      assert.deepEqual(body.allowed_mentions, { parse: [], replied_user: false });
    }),
  );

  for (const kind of ['rate-limited', 'http-500', 'reset-before', 'reset-after'] as const)
    it(
      `begins one thread in spite of ${kind}`,
      onDiscord(async (stage) => {
        const { server, channels } = stage;
        server.fault({ kind, method: 'POST', path: thread, retryAfterSeconds: 0.3 });
        const before = server.threads(channels.support).length;
        const question = await stage.say('ann', 'support', texts.defers, on);
        await theAnswer(stage, question);
        assert.equal(server.threads(channels.support).length, before + 1);
      }),
    );

  it(
    'waits for the limit over everything',
    onDiscord(async (stage) => {
      const { server } = stage;
      server.fault({ kind: 'rate-limited', method: 'POST', path: post, global: true, retryAfterSeconds: 1 });
      const [first, second] = [
        await stage.say('ann', 'support', texts.defers, on),
        await stage.say('bob', 'support', texts.full, on),
      ];
      await theAnswer(stage, first);
      await theAnswer(stage, second);
      assert.ok(stage.logged.includes('discord_rate_limited'));
    }),
  );

  it(
    'comes in the end when Discord fails again and again',
    onDiscord(async (stage) => {
      stage.server.fault({ kind: 'reset-after', method: 'POST', path: post, times: 2 });
      stage.server.fault({ kind: 'http-500', method: 'POST', path: post, times: 1 });
      const question = await stage.say('ann', 'support', texts.defers, on);
      await stage.until(async () => (await stage.answers(question)).length > 0, 'an answer');
      await stage.quiet(1500);
      await theAnswer(stage, question);
    }),
  );

  it(
    'changes an answer in spite of a lost response',
    onDiscord(async (stage) => {
      const question = await stage.say('ann', 'support', texts.defers, on);
      await theAnswer(stage, question);
      const path = '/channels/:channel/messages/:message';
      stage.server.fault({ kind: 'reset-after', method: 'PATCH', path });
      stage.server.fault({ kind: 'http-500', method: 'PATCH', path });
      await stage.edit(question, texts.full);
      await stage.until(
        async () => titles.full.test((await stage.answers(question))[0]?.text ?? ''),
        'the change',
      );
      await stage.quiet(1000);
      await theAnswer(stage, question);
    }),
  );

  it(
    'changes with a question that was asked before a restart',
    onDiscord(async (stage) => {
      const question = await stage.say('ann', 'support', texts.defers, on);
      await theAnswer(stage, question);
      await stage.restart();
      await stage.edit(question, texts.full);
      await stage.until(
        async () => titles.full.test((await stage.answers(question))[0]?.text ?? ''),
        'the change',
      );
    }),
  );

  it(
    'leaves an answer deleted that somebody deleted',
    onDiscord(async (stage) => {
      const { server, people } = stage;
      const question = await stage.say('ann', 'support', texts.defers, on);
      const { id } = await theAnswer(stage, question);
      const answer = server.botMessages(question.id).find((one) => one.id === id);
      assert.ok(answer);
      server.delete(people.sam, answer);
      await stage.edit(question, texts.full);
      await stage.quiet(250);
      assert.deepEqual(await stage.answers(question), []);
    }),
  );

  it(
    'is found again by a process that takes over after the nonce is forgotten',
    onDiscord(async (stage) => {
      stage.desk.stick('before-note');
      const question = await stage.say('ann', 'support', texts.defers, on);
      await stage.until(async () => (await stage.answers(question)).length === 1, 'the answer');
      stage.server.clock.advance(10 * 60_000);
      await stage.restart({ abruptly: true });
      await stage.quiet(250);
      await theAnswer(stage, question);
    }),
  );

  it(
    'goes on in a thread that was archived when the bot started',
    onDiscord(async (stage) => {
      const question = await stage.say('bob', 'support', texts.defers, on);
      await theAnswer(stage, question);
      const begun = stage.server.threadOn(stage.messageOf(question));
      assert.ok(begun);
      stage.server.archive(begun);
      await stage.restart();
      // Discord may tell of the message before it tells of the thread it woke.
      stage.server.holdEvents();
      const more = await stage.say('bob', 'support', texts.full, { under: question });
      stage.server.releaseEvents((events) => events.reverse());
      assert.match((await theAnswer(stage, more)).text, titles.full);
    }),
  );

  it(
    'survives a session that Discord ends, and one that it asks to resume',
    onDiscord(async (stage) => {
      const { server } = stage;
      server.requestReconnect();
      await server.until(() => server.sockets() === 0, 'the connection to go');
      await server.connected();
      await theAnswer(stage, await stage.say('ann', 'support', texts.defers, on));
      server.closeSockets(4009);
      await server.until(() => server.sockets() === 0, 'the connection to go');
      await server.connected();
      await theAnswer(stage, await stage.say('bob', 'support', texts.full, on));
    }),
  );
});
