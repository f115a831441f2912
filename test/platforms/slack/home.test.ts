import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { recordsOf, textOf } from '../../servers/slack/json.ts';
import { privateTo, theAnswer } from '../contract/on-stage.ts';
import { texts, titles } from '../contract/texts.ts';
import { createSlackStage, type SlackStage } from './slack-stage.ts';

describe("Slack's own pages", () => {
  let stage: SlackStage;
  before(async () => {
    stage = await createSlackStage({ parts: { workingAfterMs: 0 } });
  });
  after(() => stage.close());

  const homeOf = async (who: 'ann' | 'sam') => {
    const { server, people } = stage;
    server.openHome(people[who]);
    await server.until(() =>
      server.calls('views.publish').some(({ args }) => args.user_id === people[who].id),
    );
    await stage.quiet();
    const { json } = server.home(people[who]) ?? assert.fail('no Home');
    return server.shown({ text: '', blocks: recordsOf(json.blocks) });
  };

  it('Home says what the bot does and what I asked lately', async () => {
    await theAnswer(stage, await stage.say('ann', 'direct', texts.defers));
    const home = await homeOf('ann');
    assert.match(home, /What I do/);
    assert.match(home, /Explain this bounce/);
    assert.match(home, titles.defers);
    assert.doesNotMatch(home, /could not answer/);
    assert.deepEqual(stage.server.pings({ text: home }), []);
  });

  it('Home shows staff the state of the desk', async () => {
    await theAnswer(stage, await stage.say('bob', 'direct', 'tell me about gremlins in the flux valve'));
    const home = await homeOf('sam');
    assert.match(home, /could not answer/);
    assert.match(home, /gremlins/);
    assert.match(home, /None yet/);
  });

  it('Home has a form to ask with; the answer comes as a direct message', async () => {
    const { server, people } = stage;
    const home = server.home(people.ann) ?? assert.fail('no Home');
    await server.pressButton(people.ann, home, 'Ask a question');
    const form = await server.until(() => server.view(people.ann), 'the form');
    const before = server.botMessages(server.openDm(people.ann)).length;
    assert.ok((await server.submitView(people.ann, form, { question: texts.full })).ok);
    await server.until(() => server.botMessages(server.openDm(people.ann)).length > before, 'the answer');
    assert.match(server.shown(server.botMessages(server.openDm(people.ann)).at(-1) as never), titles.full);
  });

  it('Messages offers questions that people really ask, on no thread', async () => {
    const { server, people } = stage;
    const channel = server.openMessagesTab(people.bob);
    const offered = await server.until(() => server.prompts(channel), 'prompts');
    assert.ok(offered.prompts.length > 0 && offered.prompts.length <= 4);
    assert.equal(offered.threadTs, undefined);
    const { title, message } = offered.prompts[0] ?? assert.fail('none');
    const article = stage.desk.library().articles.find((one) => one.title.startsWith(textOf(title)));
    assert.ok(article?.asks.includes(message));
  });

  it('a question that takes a moment shows that it is being worked on, until it is answered', async () => {
    const { server } = stage;
    stage.server.fault({ method: 'chat.postMessage', kind: 'rate-limited', retryAfterSeconds: 1 });
    const question = await stage.say('ann', 'direct', texts.defers);
    const message = stage.messageOf(question);
    await server.until(() => server.status(message) !== undefined, 'a status');
    await theAnswer(stage, question);
    assert.equal(server.status(message), undefined);
  });

  it('and none is shown for what gets no answer', async () => {
    const { server } = stage;
    const calls = server.calls('assistant.threads.setStatus').length;
    await stage.say('bob', 'watched', texts.smallTalk);
    await stage.quiet();
    assert.equal(server.calls('assistant.threads.setStatus').length, calls);
    assert.deepEqual(await privateTo(stage, 'bob', 0), []);
  });
});
