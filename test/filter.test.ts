import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../scripts/ask.ts', import.meta.url));
const root = fileURLToPath(new URL('..', import.meta.url));

function run(
  args: readonly string[],
  input: string,
): Promise<{ out: string; err: string; code: number | null }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], { cwd: root });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    child.on('close', (code) => resolve({ out, err, code }));
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

const bounce =
  'Domain example.com has exceeded the max defers and failures per hour (5/5 (100%)) allowed. Message discarded.';

describe('the filter', () => {
  it('answers a line of JSON with the promised form', async () => {
    const { out } = await run(['--jsonl'], `${JSON.stringify({ id: 'q1', text: bounce })}\n`);
    const { elapsedMs, ...answer } = JSON.parse(out);
    assert.equal(typeof elapsedMs, 'number');
    assert.equal(answer.id, 'q1');
    assert.equal(answer.decision, 'answer');
    assert.equal(answer.articles[0].slug, 'max-defers-failures');
    assert.ok(answer.articles.length <= 3);
    for (const { slug, section, confidence } of answer.articles) {
      assert.equal(typeof slug, 'string');
      assert.ok(section === null || typeof section === 'string');
      assert.ok(confidence >= 0 && confidence <= 1);
    }
    assert.deepEqual(answer.mailErrors, [
      {
        reason: 'defer-fail-limit',
        replyCode: null,
        statusCode: null,
        clientCode: null,
        domain: 'example.com',
        count: 5,
        limit: 5,
        percent: 100,
        recipients: [],
        remoteHost: null,
        actor: 'sender',
        life: 'temporary',
        phrase: answer.mailErrors[0].phrase,
      },
    ]);
    assert.match(answer.mailErrors[0].phrase, /max defers and failures/);
  });

  it('gives a bad line an error and goes on in order', async () => {
    const lines = [
      'no json',
      '[1]',
      '{"id":1}',
      '{"id":2,"text":"  "}',
      JSON.stringify({ id: 3, text: 'a\0b' }),
      JSON.stringify({ id: 4, text: 'x'.repeat(10 * 1024 * 1024) }),
      'y'.repeat(17 * 1024 * 1024),
      '{"id":5,"text":"0x80042108"}',
    ];
    const { out, code } = await run(['--jsonl', '--mode', 'channel'], lines.join('\n'));
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      answers.map((answer) => answer.id),
      [null, null, 1, 2, 3, 4, null, 5],
    );
    assert.ok(answers.slice(0, 7).every((answer) => typeof answer.error === 'string'));
    assert.equal(answers[7].articles[0].slug, 'outlook-0x80042108');
    assert.equal(code, 0);
  });

  it('is silent in a channel and not when asked', async () => {
    const line = '{"id":1,"text":"anyone up for lunch at noon?"}\n';
    assert.equal(JSON.parse((await run(['--jsonl', '--mode', 'channel'], line)).out).decision, 'silent');
    assert.notEqual(JSON.parse((await run(['--jsonl'], line)).out).decision, 'silent');
  });

  it('prints for people without colours into a pipe', async () => {
    const { out } = await run([bounce], '');
    assert.match(out, /max defers and failures/i);
    assert.doesNotMatch(out, /\u001b/);
  });

  it('says how it is used when it is used wrongly', async () => {
    const { err, code } = await run(['--mode', 'loud'], '');
    assert.match(err, /--mode is directed or channel/);
    assert.equal(code, 2);
  });
});
