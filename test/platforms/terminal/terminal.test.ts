import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { describe, it } from 'node:test';
import type { Diagnosis } from '../../../bot/desk/diagnosis.ts';
import type { Question } from '../../../bot/desk/question.ts';
import type { Reply } from '../../../bot/desk/reply.ts';
import { createLibrary } from '../../../bot/knowledge/library.ts';
import { createTerminal } from '../../../bot/platforms/terminal/terminal.ts';

const reply: Reply = {
  kind: 'answer',
  title: 'A title',
  body: 'Do this:\n\n1. First\n2. Second with `code`',
  facts: [{ label: 'Code', value: '550\u001b[2J' }],
  sources: [],
  actions: [],
  audience: 'asker',
};

const diagnosis: Diagnosis = {
  decision: 'answer',
  findings: [],
  handOff: undefined,
  mailErrors: [],
  corrected: new Map(),
};

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
  const consult = async (question: Question) => {
    asked.push(question);
    answered.resolve();
    return { diagnosis, reply };
  };
  const library = () => createLibrary([]);
  const terminal = createTerminal({
    input,
    output,
    greeting: 'A demonstration',
    consult,
    library,
    onEnd: ended.resolve,
  });
  const start = () => terminal.start();
  return {
    input,
    asked,
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
});
