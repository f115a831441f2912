import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { privateTo, sideBySide, theAnswer } from '../contract/on-stage.ts';
import type { Shown } from '../contract/stage.ts';
import { texts, titles } from '../contract/texts.ts';
import { acted } from './acted.ts';
import { type DiscordStage, onDiscord } from './discord-stage.ts';

const callback = '/interactions/:interaction/:token/callback';
const original = '/webhooks/:application/:token/messages/:message';
const followUp = '/webhooks/:application/:token';

describe('commands and presses on Discord', sideBySide, () => {
  const askedBy = async (stage: DiscordStage, name: string) => {
    const { server, channels } = stage;
    const user = server.addUser({ name });
    const outcome = await server.slash(user, channels.support, '/ask', { question: texts.defers });
    await server.quiet();
    return { user, outcome };
  };
  const onlyAnswer = (stage: DiscordStage, user: Awaited<ReturnType<typeof askedBy>>['user']): string => {
    const shown = stage.server.ephemerals(user).map(stage.server.shown);
    assert.equal(shown.length, 1);
    return shown[0] ?? '';
  };

  for (const kind of ['http-500', 'reset-before', 'reset-after'] as const)
    it(
      `are acknowledged and answered once in spite of ${kind}`,
      onDiscord(async (stage) => {
        const { server } = stage;
        server.fault({ kind, path: callback });
        server.fault({ kind, path: original });
        const { user, outcome } = await askedBy(stage, `cleo-${kind}`);
        acted(outcome);
        assert.match(onlyAnswer(stage, user), titles.defers);
      }),
    );

  it(
    'are acknowledged before anything is looked up',
    onDiscord(async (stage) => {
      const { server, channels } = stage;
      stage.desk.stick('before-answer');
      const outcome = await server.slash(
        stage.people.bob,
        channels.support,
        '/ask',
        { question: texts.full },
        { patienceMs: 200 },
      );
      assert.equal(outcome.ok, true);
      assert.equal(outcome.thinking, true);
      await stage.restart({ abruptly: true });
    }),
  );

  it(
    'are dealt with once though they are delivered twice',
    onDiscord(async (stage) => {
      const { server, channels } = stage;
      const question = await stage.say('ann', 'support', texts.defers, { mention: true });
      const answer = await theAnswer(stage, question);
      await stage.press('ann', answer, 'Talk to a person');
      for (const event of server.events('INTERACTION_CREATE')) server.redeliver(event);
      await server.quiet();
      assert.equal(stage.desk.handedOver.length, 1);
      assert.ok(channels.support);
    }),
  );

  it(
    'bring in one person however often the button is pressed at once',
    onDiscord(async (stage) => {
      const { server, people } = stage;
      const question = await stage.say('bob', 'support', texts.full, { mention: true });
      const { id } = await theAnswer(stage, question);
      const thread = server.threadOn(stage.messageOf(question));
      const message = server.botMessages(thread ?? '').find((one) => one.id === id);
      assert.ok(message);
      const before = stage.desk.handedOver.length;
      await Promise.all([1, 2, 3].map(() => server.press(people.bob, message, 'Talk to a person')));
      await server.until(() => /A person was told/.test(server.shown(message)), 'the line');
      await server.quiet();
      assert.equal(stage.desk.handedOver.length, before + 1);
    }),
  );

  it(
    'say that something went wrong, and what was pressed can be pressed again',
    onDiscord(async (stage) => {
      const { server, people } = stage;
      const question = await stage.say('ann', 'direct', texts.full);
      const answer = await theAnswer(stage, question);
      server.fault({ kind: 'platform-error', code: 50035, path: original });
      await stage.press('ann', answer, 'Helped');
      await server.until(
        () => server.ephemerals(people.ann).some((one) => /went wrong/.test(server.shown(one))),
        'a word',
      );
      await stage.press('ann', answer, 'Helped');
      await stage.until(async () => ((await stage.answers(question))[0] as Shown).buttons.length === 0, 'it');
    }),
  );

  it(
    'are shown again when the answer to a further message was lost, rather than never',
    onDiscord(async (stage) => {
      const { server } = stage;
      const question = await stage.say('bob', 'support', texts.defers, { mention: true });
      const answer = await theAnswer(stage, question);
      const seen = (await stage.privately('bob')).length;
      server.fault({ kind: 'reset-before', path: followUp });
      await stage.press('bob', answer, 'Did not help');
      await privateTo(stage, 'bob', seen + 1);
    }),
  );

  it(
    'of an article that is gone say so',
    onDiscord(async (stage) => {
      const { server, channels, people } = stage;
      const question = server.say(people.ann, channels.watched, texts.defers);
      const thread = await server.until(() => server.threadOn(question), 'a thread');
      const [answer] = await server.until(
        () => server.botMessages(thread).length > 0 && server.botMessages(thread),
        'an answer',
      );
      assert.ok(answer);
      answer.components = JSON.parse(
        JSON.stringify(answer.components).replaceAll('max-defers-failures', 'no-such-article'),
      );
      acted(await server.press(people.ann, answer, 'Helped'));
      assert.match((await stage.privately('ann')).at(-1)?.text ?? '', /no longer there/);
    }),
  );
});
