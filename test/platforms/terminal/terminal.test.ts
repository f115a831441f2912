import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createVolatileMemory } from '../../../bot/desk/desk-memory.ts';
import { createOrders } from '../../../bot/desk/orders/orders.ts';
import type { Question } from '../../../bot/desk/question.ts';
import type { Reception } from '../../../bot/desk/reception.ts';
import type { Action, Reply } from '../../../bot/desk/reply.ts';
import { saying } from '../../../bot/desk/saying.ts';
import type { StaffDesk } from '../../../bot/desk/staff-desk.ts';
import { createLibrary } from '../../../bot/knowledge/library.ts';
import { createTerminal } from '../../../bot/platforms/terminal/terminal.ts';

const reply: Reply = {
  kind: 'answer',
  title: 'A title',
  body: 'Do this:\n\n1. First\n2. Second with `code`',
  facts: [{ label: 'Code', value: '550\u001b[2J' }],
  sources: [],
  actions: [{ kind: 'helped', slug: 'a' }, { kind: 'talk-to-person' }],
  audience: 'asker',
};

const place = { platform: 'terminal', workspace: '', channel: 'staff', private: false };

function open(isTTY: boolean) {
  const input = Object.assign(new PassThrough(), { isTTY });
  const output = Object.assign(new PassThrough(), { isTTY: false, columns: 80 });
  let shown = '';
  output.on('data', (chunk) => {
    shown += chunk;
  });
  const asked: Question[] = [];
  const ended = Promise.withResolvers<void>();
  const answered = Promise.withResolvers<void>();
  const library = () => createLibrary([]);
  const pressed: Action[] = [];
  const desk = {
    reception: {
      askPrivately: async (question: Question) => {
        asked.push(question);
        answered.resolve();
        return { reply, more: Promise.resolve(saying('From the host')) };
      },
    } as unknown as Reception,
    press: async (action: Action) => {
      pressed.push(action);
      return { kind: 'settled' as const, line: 'Marked.' };
    },
    orders: createOrders({
      onError: assert.fail,
      runs: {
        link: async ({ values }) => ({ replies: [saying(`Look into your mail, ${values.name}`)] }),
        audit: async () => ({
          replies: [{ ...saying('The audit'), file: { name: 'audit.jsonl', text: '{}\n' } }],
        }),
      },
    }),
    staffDesk: { search: (words: string) => saying(`Found for ${words}`) } as unknown as StaffDesk,
    ...{ memory: createVolatileMemory(), library },
  };
  const saved: string[] = [];
  const terminal = createTerminal({
    ...{ input, output, greeting: 'A demonstration', desk },
    save: async (name) => {
      saved.push(name);
      return `/somewhere/${name}`;
    },
    onEnd: ended.resolve,
  });
  const shows = async (words: RegExp) => {
    for (let waits = 0; !words.test(shown); waits++) {
      assert.ok(waits < 500, `${words} in ${shown}`);
      await sleep(10);
    }
  };
  const start = () => terminal.start();
  return {
    input,
    asked,
    pressed,
    saved,
    shows,
    ended: ended.promise,
    answered: answered.promise,
    start,
    terminal,
    shown: () => shown,
  };
}

describe('the terminal', () => {
  it('reads a pipe to its end as one question, answers and ends', async () => {
    const { input, asked, ended, start, shown } = open(false);
    await start();
    input.write('first line\n');
    input.end('second line\n');
    await ended;
    assert.deepEqual(
      asked.map((question) => question.text),
      ['first line\nsecond line\n'],
    );
    assert.ok(asked[0]?.directed && asked[0].place.private);
    assert.match(shown(), /1\. First\n2\. Second with code/);
  });

  it('ends when it is told to, although a pipe is still open, and answers nothing half read', async () => {
    const { input, asked, ended, start, terminal } = open(false);
    await start();
    input.write('first line\n');
    await terminal.stop();
    await ended;
    assert.deepEqual(asked, []);
  });

  it('takes lines that arrive together for one paste', async () => {
    const { input, asked, answered, start, terminal } = open(true);
    await start();
    input.write('550 5.1.1\nno such user\nsorry\n');
    await answered;
    assert.deepEqual(
      asked.map((question) => question.text),
      ['550 5.1.1\nno such user\nsorry'],
    );
    await terminal.stop();
  });

  it('says that it is a demonstration', async () => {
    const { start, shown, terminal } = open(true);
    await start();
    assert.match(shown(), /A demonstration/);
    await terminal.stop();
  });

  it('lets no control character of a paste reach the screen', async () => {
    const { input, ended, start, shown } = open(false);
    await start();
    input.end('x');
    await ended;
    assert.ok(!shown().includes('\u001b'));
    assert.match(shown(), /550\[2J/);
  });

  it('shows what the host says after the answer, and numbers what can be done next', async () => {
    const { input, shows, start, terminal, pressed } = open(true);
    await start();
    input.write('why?\n');
    await shows(/1 {2}Helped\n {2}2 {2}Talk to a person[\s\S]*From the host/);
    await terminal.outreach.post(place, reply, 'a key');
    await shows(/staff’s channel[\s\S]*3 {2}Helped\n {2}4 {2}Talk to a person/);
    input.write('5\n');
    await shows(/Nothing stands behind 5/);
    input.write('4\n');
    await shows(/Marked\./);
    input.write('x?\n');
    await shows(/Marked\.[\s\S]*1 {2}Helped/);
    input.write('1\n');
    await shows(/Marked\.[\s\S]*Marked\./);
    assert.deepEqual(
      pressed.map(({ kind }) => kind),
      ['talk-to-person', 'helped'],
    );
    await terminal.stop();
  });

  it('carries out orders, asks for what they lack, and keeps files', async () => {
    const { input, shows, start, terminal, saved } = open(true);
    await start();
    input.write('/link\n');
    await shows(/Domain or user name/);
    input.write('gardens.example\n');
    await shows(/Look into your mail, gardens\.example/);
    input.write('/account audit\n');
    await shows(/Saved as \/somewhere\/audit\.jsonl/);
    input.write('/kb search bounces\n');
    await shows(/Found for bounces/);
    input.write('/kb post bounces\n');
    await shows(/\/kb search WORDS/);
    input.write('/nonsense\n');
    await shows(/There is no \/nonsense/);
    input.write('/help\n');
    await shows(/`?\/link`?: Links your hosting account/);
    assert.deepEqual(saved, ['audit.jsonl']);
    await terminal.stop();
  });
});
