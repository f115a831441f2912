import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { readBounce } from '../../bot/bounce/read-bounce.ts';
import { createAnswerLimit } from '../../bot/desk/answer-limit.ts';
import { createSetRules } from '../../bot/desk/channel-rules.ts';
import { createConversations } from '../../bot/desk/conversation.ts';
import type { Consult } from '../../bot/desk/desk.ts';
import { createVolatileMemory, type DeskMemory } from '../../bot/desk/desk-memory.ts';
import { createOrders } from '../../bot/desk/orders/orders.ts';
import type { Poster } from '../../bot/desk/poster.ts';
import { createPrivateMatters } from '../../bot/desk/private-matters.ts';
import type { Question } from '../../bot/desk/question.ts';
import { createReception, type Reception, type ReceptionParts } from '../../bot/desk/reception.ts';
import type { Reply } from '../../bot/desk/reply.ts';
import { textKept } from '../../bot/desk/text-read.ts';

const reply = (title: string): Reply => ({
  kind: 'answer',
  title,
  body: '',
  facts: [],
  sources: [],
  actions: [],
  audience: 'public',
});

/** Answers what begins with "?" and is silent otherwise. */
const consult: Consult = async ({ text, directed }) => {
  const answers = text.includes('?');
  const diagnosis = {
    decision: answers ? 'answer' : directed ? 'unsure' : 'silent',
    findings: [],
    handOff: undefined,
    mailErrors: [],
    corrected: new Map(),
  } as const;
  return { diagnosis, reply: answers ? reply(text) : undefined };
};

const question = (id: string, text: string, more: Partial<Question> = {}): Question => ({
  id,
  text,
  attachments: [],
  asker: { platform: 'p', workspace: 'w', id: 'ann', staff: false },
  place: { platform: 'p', workspace: 'w', channel: 'c', thread: 't', private: false },
  directed: false,
  ...more,
});

/** No orders, no accounts, no people: what the reception is by itself. It listens everywhere. */
const alone = {
  rules: createSetRules({ p: ['c'] }),
  privateMatters: createPrivateMatters({ orders: createOrders({ runs: {}, onError: assert.fail }) }),
  onError: assert.fail,
} satisfies Partial<ReceptionParts>;

describe('the reception', () => {
  let time: number;
  let memory: DeskMemory;
  let reception: Reception;
  let posts: string[];
  let told: string[];
  let shown: string[];
  let updates: string[];
  const poster: Poster = {
    async post(_question, { title }) {
      posts.push(title);
      return `m${posts.length}`;
    },
    find: async () => undefined,
    async update(_question, messageId, { title }) {
      updates.push(`${messageId} ${title}`);
    },
    async tell(_question, text) {
      told.push(text);
    },
    async show(_question, { title }) {
      shown.push(title);
    },
  };
  beforeEach(() => {
    time = 1_000_000;
    [posts, told, shown, updates] = [[], [], [], []];
    memory = createVolatileMemory();
    const now = () => time;
    const conversations = createConversations(now);
    reception = createReception({
      ...alone,
      consult,
      memory,
      conversations,
      limit: createAnswerLimit(3, now),
      now,
    });
  });

  it('answers a question once, however often it is delivered at the same time', async () => {
    const outcomes = await Promise.all([1, 2, 3].map(() => reception.receive(question('a', 'why?'), poster)));
    assert.deepEqual(outcomes.sort(), ['answered', 'duplicate', 'duplicate']);
    assert.deepEqual(posts, ['why?']);
  });

  it('does not post again what already stands after a crash between post and note', async () => {
    const abandoned = createReception({
      ...alone,
      consult,
      memory: { ...memory, claim: async () => 'abandoned' },
      conversations: createConversations(),
      limit: createAnswerLimit(3),
    });
    await abandoned.receive(question('a', 'why?'), { ...poster, find: async () => 'm7' });
    assert.deepEqual(posts, []);
    assert.equal((await memory.answerTo('a'))?.messageId, 'm7');
  });

  it('lets others go first where processes cannot agree, and then posts nothing that stands', async () => {
    let standing: string | undefined;
    const giveWay = async () => {
      standing = 'm8';
    };
    const divided = createReception({
      ...alone,
      consult,
      memory: { ...memory, claim: async () => 'abandoned', giveWay },
      conversations: createConversations(),
      limit: createAnswerLimit(3),
    });
    await divided.receive(question('a', 'why?'), { ...poster, find: async () => standing });
    assert.deepEqual(posts, []);
    assert.equal((await memory.answerTo('a'))?.messageId, 'm8');
  });

  it('puts together what somebody began with and the question that followed', async () => {
    assert.equal(await reception.receive(question('a', 'hello'), poster), 'silent');
    assert.equal(await reception.receive(question('b', 'my mail bounces?'), poster), 'answered');
    assert.deepEqual(posts, ['hello\nmy mail bounces?']);
  });

  it('forgets a beginning after two minutes, and another person never gets it', async () => {
    await reception.receive(question('a', 'hello'), poster);
    await reception.receive(
      question('b', 'x?', { asker: { platform: 'p', workspace: 'w', id: 'bob', staff: false } }),
      poster,
    );
    time += 121_000;
    await reception.receive(question('c', 'y?'), poster);
    assert.deepEqual(posts, ['x?', 'y?']);
  });

  it('is quiet in a thread where staff speak, until it is mentioned', async () => {
    await reception.staffSpoke(question('s', 'I am on it'));
    assert.equal(await reception.receive(question('a', 'why?'), poster), 'quiet');
    assert.equal(await reception.receive(question('b', 'why?', { directed: true }), poster), 'answered');
    assert.equal(await reception.receive(question('c', 'and this?'), poster), 'answered');
  });

  it('answers a person only so often a minute and says so once', async () => {
    const outcomes: string[] = [];
    for (let at = 0; at < 6; at++) outcomes.push(await reception.receive(question(`q${at}`, 'why?'), poster));
    assert.deepEqual(outcomes, ['answered', 'answered', 'answered', 'limited', 'limited', 'limited']);
    assert.equal(told.length, 1);
    time += 61_000;
    assert.equal(await reception.receive(question('later', 'why?'), poster), 'answered');
  });

  it('counts what is asked privately among a person’s answers, and says once that it was too much', async () => {
    assert.equal(await reception.receive(question('a', 'why?'), poster), 'answered');
    const replies: (string | undefined)[] = [];
    for (let at = 0; at < 5; at++)
      replies.push((await reception.askPrivately(question(`p${at}`, 'how?'))).reply?.title);
    assert.deepEqual(replies, ['how?', 'how?', 'One moment', undefined, undefined]);
    assert.equal(await reception.receive(question('b', 'why?'), poster), 'limited');
    assert.equal(told.length, 0, 'they know it already');
  });

  it('says that a question cannot get lost once it is claimed, and only then fetches its files', async () => {
    const order: string[] = [];
    const watched = createReception({
      ...alone,
      consult,
      memory: {
        ...memory,
        async claim(key) {
          order.push('claimed');
          return memory.claim(key);
        },
      },
      conversations: createConversations(),
      limit: createAnswerLimit(3),
    });
    await watched.receive(question('a', ''), poster, {
      onTaken: () => order.push('taken'),
      async complete() {
        order.push('fetched');
        return question('a', '', { directed: true, unread: 'other' });
      },
    });
    assert.deepEqual(order, ['claimed', 'taken', 'fetched']);
  });

  it('lets go of a question that it could not answer, and posts none that another has taken over', async () => {
    const letGo: string[] = [];
    const unlucky = createReception({
      ...alone,
      consult,
      memory: { ...memory, letGo: (key) => letGo.push(key), holds: async (key) => key !== 'b' },
      conversations: createConversations(),
      limit: createAnswerLimit(9),
    });
    const failing = { ...poster, post: () => Promise.reject(new Error('Slack is away')) };
    await assert.rejects(unlucky.receive(question('a', 'why?'), failing), /away/);
    assert.deepEqual(letGo, ['a']);
    const asking: Poster = {
      ...poster,
      post: async (asked, given, key, isOurs) =>
        (await isOurs()) ? poster.post(asked, given, key, isOurs) : undefined,
    };
    assert.equal(await unlucky.receive(question('b', 'why?'), asking), 'duplicate');
    assert.equal(await unlucky.receive(question('c', 'how?'), asking), 'answered');
    assert.deepEqual(posts, ['how?']);
    assert.equal(await memory.answerTo('b'), undefined);
  });

  it('updates its answer when the question is edited within two minutes, and not later', async () => {
    await reception.receive(question('a', 'why?'), poster);
    assert.equal(await reception.edited(question('a', 'why not?'), poster), 'answered');
    assert.deepEqual(updates, ['m1 why not?']);
    time += 121_000;
    assert.equal(await reception.edited(question('a', 'really?'), poster), 'not-ours');
    assert.equal(await reception.edited(question('never-seen', 'x?'), poster), 'not-ours');
  });

  it('answers when a silent question is edited into a clear one', async () => {
    await reception.receive(question('a', 'hm'), poster);
    await reception.edited(question('a', 'why?'), poster);
    assert.deepEqual(posts, ['why?']);
  });

  it('posts once what one edit made answerable, though the edit is delivered to two processes', async () => {
    await reception.receive(question('a', 'hm'), poster);
    const parts = { ...alone, consult, memory, conversations: createConversations(), now: () => time };
    const other = createReception({ ...parts, limit: createAnswerLimit(3) });
    const outcomes = await Promise.all(
      [reception, other].map((one) => one.edited(question('a', 'why?'), poster)),
    );
    assert.deepEqual(outcomes.sort(), ['answered', 'duplicate']);
    assert.deepEqual(posts, ['why?']);
  });

  it('waits with an edit until the question itself is answered', async () => {
    const both = [
      reception.receive(question('a', 'why?'), poster),
      reception.edited(question('a', 'how?'), poster),
    ];
    assert.deepEqual(await Promise.all(both), ['answered', 'answered']);
    assert.deepEqual([posts, updates], [['why?'], ['m1 how?']]);
  });

  it('knows who goes on in a thread it answered them in', async () => {
    await reception.receive(question('a', 'why?'), poster);
    assert.ok(await reception.follows(question('b', 'and?')));
    const place = { ...question('b', '').place, thread: 'another' };
    assert.ok(!(await reception.follows(question('b', 'and?', { place }))));
    const asker = { ...question('b', '').asker, id: 'bob' };
    assert.ok(!(await reception.follows(question('b', 'and?', { asker }))));
    await reception.receive(question('c', 'hm', { place }), poster);
    assert.ok(!(await reception.follows(question('d', 'and?', { place }))), 'it was silent there');
  });

  it('answers who goes on, but not to a word that asks for nothing', async () => {
    const followsUp = { followsUp: true };
    assert.equal(await reception.receive(question('a', 'and this?', followsUp), poster), 'answered');
    assert.equal(await reception.receive(question('b', 'ok then', followsUp), poster), 'silent');
  });

  it('says why it did not read a file when all hangs on it, and only when asked', async () => {
    const unsure: Consult = async (asked) => ({
      ...(await consult(asked)),
      reply: asked.directed ? { ...reply('I am not sure'), kind: 'unsure' } : undefined,
    });
    const conversations = createConversations();
    const limit = createAnswerLimit(9);
    const unsureReception = createReception({ ...alone, consult: unsure, memory, conversations, limit });
    const unread = { unread: 'picture' } as const;
    assert.equal(await unsureReception.receive(question('a', '', unread), poster), 'silent');
    await unsureReception.receive(question('b', '', { ...unread, directed: true }), poster);
    await unsureReception.receive(question('c', '', { ...unread, followsUp: true }), poster);
    assert.deepEqual(posts, ['I cannot read pictures', 'I cannot read pictures']);
  });

  it('delivers what staff chose once, notes it as the answer, and is then quiet there', async () => {
    const chosen = { ...reply('Chosen'), sources: [{ slug: 'chosen', title: 'Chosen' }] };
    const outcomes = await Promise.all(
      [1, 2].map(() => reception.deliver(question('s', 'help'), chosen, poster)),
    );
    assert.deepEqual(outcomes.sort(), ['answered', 'duplicate']);
    assert.deepEqual(posts, ['Chosen']);
    assert.equal((await memory.answerTo('s'))?.shown, 'chosen');
    assert.equal(await reception.receive(question('a', 'why?'), poster), 'quiet');
  });

  describe('with more than articles', () => {
    const own = {
      asked: (text: string) => text === 'am I blocked?',
      numbers: async () => reply('Live numbers'),
      comparePaste: async () => reply('Your paste and the server'),
    };
    const orders = createOrders({
      onError: assert.fail,
      runs: {
        unlink: async () => ({ replies: [reply('Your links')] }),
        hodone: async () => ({ replies: [], settled: 'Closed.' }),
        acshow: async ({ values }) => ({ replies: [reply(`Account ${values.name}: ${values.why}`)] }),
      },
    });
    const withMore = (more: Partial<ReceptionParts> = {}) =>
      createReception({
        ...alone,
        ...{ consult, memory, own, conversations: createConversations(), limit: createAnswerLimit(9) },
        privateMatters: createPrivateMatters({ orders, own }),
        ...more,
      });
    const directed = { directed: true };
    const staff = { asker: { platform: 'p', workspace: 'w', id: 'sam', staff: true }, directed: true };

    it('shows live numbers to the asker alone, and after an answer what the host says of the paste', async () => {
      const outcome = await withMore().receive(question('a', 'am I blocked?', directed), poster);
      assert.deepEqual([outcome, posts, shown], ['answered-privately', [], ['Live numbers']]);
      await withMore().receive(question('b', 'why?', directed), poster);
      assert.deepEqual([posts, shown.at(-1)], [['why?'], 'Your paste and the server']);
    });

    it('shows no numbers unasked', async () => {
      await withMore().receive(question('a', 'am I blocked?'), poster);
      assert.deepEqual([posts, shown[0]], [['am I blocked?'], 'Your paste and the server']);
    });

    it('carries out orders that are said to it, each by whoever may give it', async () => {
      const desk = withMore();
      await desk.receive(question('a', 'links', directed), poster);
      await desk.receive(question('b', 'account show x.example they asked', staff), poster);
      await desk.receive(question('c', 'account show x.example', staff), poster);
      await desk.receive(question('d', 'account show x.example why?', directed), poster);
      assert.deepEqual(shown.slice(0, 3), [
        'Your links',
        'Account x.example: they asked',
        'Something is missing',
      ]);
      assert.deepEqual(posts, ['account show x.example why?']);
    });

    it('leaves the answer standing when what comes after it fails', async () => {
      const failures: unknown[] = [];
      const comparePaste = async () => {
        throw new Error('the host is away');
      };
      const desk = withMore({ own: { ...own, comparePaste }, onError: (error) => failures.push(error) });
      assert.equal(await desk.receive(question('a', 'why?'), poster), 'answered');
      assert.deepEqual([posts, failures.length], [['why?'], 1]);
    });

    it('passes on what is written where people have taken over, and says so once', async () => {
      let passed = 0;
      const beside = {
        lead: async (_: Question, consulted: Awaited<ReturnType<Consult>>) => consulted,
        answered: async () => {},
        passOn: async () => (passed++ === 0 ? ('first' as const) : ('passed' as const)),
      };
      const desk = withMore({ beside });
      for (const id of ['a', 'b'])
        assert.equal(await desk.receive(question(id, 'why?', directed), poster), 'passed-on');
      assert.deepEqual([posts.length, told.length], [0, 1]);
    });

    it('does what staff set for the channel', async () => {
      const rule = { threshold: undefined, language: undefined, handOffs: undefined };
      const off = withMore({ rules: { of: () => ({ ...rule, listening: 'off' }) } });
      assert.equal(await off.receive(question('a', 'why?'), poster), 'quiet');
      assert.equal(await off.receive(question('b', 'why?', directed), poster), 'quiet');
      assert.deepEqual([posts.length, told.length], [0, 1]);
      const mentions = withMore({ rules: { of: () => ({ ...rule, listening: 'mentions' }) } });
      assert.equal(await mentions.receive(question('c', 'why?'), poster), 'quiet');
      assert.equal(await mentions.receive(question('d', 'why?', directed), poster), 'answered');
    });
  });

  it('keeps nothing of an address or an IP', async () => {
    await reception.receive(question('a', 'why? ann@example.com 192.0.2.9'), poster);
    assert.equal((await memory.answerTo('a'))?.text, 'why? a***@example.com 192.0.x.x');
  });

  it('keeps what a file says too, and of a long one the words that decided', async () => {
    const file = { name: 'message.txt', text: '550 5.1.1 no such user ann@example.com' };
    await reception.receive(question('a', 'what is this?', { attachments: [file] }), poster);
    assert.equal(
      (await memory.answerTo('a'))?.text,
      'what is this?\n\n550 5.1.1 no such user a***@example.com',
    );
    const long = `Dear all,\n${'We write at length. '.repeat(500)}\n552 5.2.2 Mailbox full\n${'Regards. '.repeat(500)}`;
    const kept = textKept(long, readBounce(long));
    assert.ok(kept.length <= 4000);
    assert.deepEqual(
      readBounce(kept).map(({ reason, statusCode }) => [reason, statusCode]),
      [['mailbox-full', '5.2.2']],
    );
  });
});
