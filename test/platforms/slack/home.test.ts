import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Runs } from '../../../bot/desk/orders/order.ts';
import { createOrders } from '../../../bot/desk/orders/orders.ts';
import type { Reply } from '../../../bot/desk/reply.ts';
import { saying } from '../../../bot/desk/saying.ts';
import { recordsOf, textOf } from '../../servers/slack/json.ts';
import { privateTo, theAnswer } from '../contract/on-stage.ts';
import { texts, titles } from '../contract/texts.ts';
import { createSlackStage, type SlackStage } from './slack-stage.ts';

/** Hand-offs that wait, and what staff did with them. */
function waitingOrders(took: (string | undefined)[], opened: string[]) {
  const waiting = (id: string): Reply => ({
    ...saying(`Somebody asks for a person (${id})`, [
      { kind: 'order', order: 'hoclm', label: 'Take it up', about: id },
      { kind: 'order', order: 'horep', label: 'Reply to the customer', about: id },
    ]),
  });
  const ids = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'h7'];
  const runs: Runs = {
    mail: async ({ by, place }) => ({ replies: [saying(`Numbers of ${by.id}, private: ${place.private}`)] }),
    dstat: async ({ place }) => {
      opened.push(place.channel);
      return { replies: [{ ...saying('How the desk is'), facts: [{ label: 'Memory', value: 'sqlite' }] }] };
    },
    waits: async () => ({ replies: ids.filter((id) => !took.includes(id)).map(waiting) }),
    hoclm: async ({ about }) => {
      took.push(about);
      return { replies: [] };
    },
    horep: async ({ about, values }) => ({ replies: [saying(`Sent to ${about}: ${values.text}`)] }),
  };
  return createOrders({ runs, onError: (error) => assert.fail(String(error)) });
}

describe("Slack's own pages", () => {
  let stage: SlackStage;
  const took: (string | undefined)[] = [];
  const asked: string[] = [];
  before(async () => {
    stage = await createSlackStage({ parts: { workingAfterMs: 0, orders: waitingOrders(took, asked) } });
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
    assert.doesNotMatch(home, /could not answer|asks for a person|How the desk is/);
    assert.deepEqual(stage.server.pings({ text: home }), []);
  });

  it('Home shows staff the state of the desk', async () => {
    await theAnswer(stage, await stage.say('bob', 'direct', 'tell me about gremlins in the flux valve'));
    const home = await homeOf('sam');
    assert.match(home, /could not answer/);
    assert.match(home, /gremlins/);
    assert.match(home, /None yet/);
    assert.match(home, /How the desk is[\s\S]*Memory[\s\S]*sqlite/);
    assert.deepEqual(asked, ['']);
    assert.match(home, /h1\)[\s\S]*h5\)/);
    assert.match(home, /2 more wait/);
  });

  it('Home lets staff take up who waits, and shows then who is left', async () => {
    const { server, people } = stage;
    const home = server.home(people.sam) ?? assert.fail('no Home');
    const published = server.calls('views.publish').length;
    assert.ok((await server.pressButton(people.sam, home, 'Take it up')).ok);
    await server.until(() => server.calls('views.publish').length > published, 'the new Home');
    await stage.quiet();
    assert.deepEqual(took, ['h1']);
    const { json } = server.home(people.sam) ?? assert.fail('no Home');
    assert.doesNotMatch(server.shown({ text: '', blocks: recordsOf(json.blocks) }), /h1\)/);
    const renewed = server.home(people.sam) ?? assert.fail('no Home');
    assert.ok((await server.pressButton(people.sam, renewed, 'Reply to the customer')).ok);
    await stage.until(async () => (await stage.form('sam')) !== undefined, 'a form');
    await stage.submit('sam', { 'What the customer will read': 'We are on it' });
    await stage.until(
      async () => (await stage.direct('sam')).some(({ text }) => text === 'Sent to h2: We are on it'),
      'the outcome',
    );
  });

  it('Home has a button for one’s own mail numbers, which come as a direct message', async () => {
    const { server, people } = stage;
    const home = server.home(people.ann) ?? assert.fail('no Home');
    assert.ok((await server.pressButton(people.ann, home, 'My mail numbers')).ok);
    const words = `Numbers of ${people.ann.id}, private: true`;
    await stage.until(async () => (await stage.direct('ann')).some(({ text }) => text === words), 'numbers');
    assert.deepEqual(await stage.privately('ann'), []);
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
