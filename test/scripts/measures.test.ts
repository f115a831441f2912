import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = async (script: string, ...args: string[]) =>
  (
    await promisify(execFile)(process.execPath, ['--expose-gc', `scripts/${script}`, ...args], {
      cwd: root,
      maxBuffer: 1e7,
    })
  ).stdout;

/** First percentage on the line that begins so. */
function percentOf(output: string, line: string): number {
  const found = output.split('\n').find((one) => one.trimStart().startsWith(line));
  assert.ok(found, `no line "${line}" in:\n${output}`);
  return Number(/([\d.]+) %/.exec(found)?.[1]);
}

describe('the measuring commands, in short', () => {
  it('print answer quality on the split that nothing was tuned on', async () => {
    const output = await run('eval.ts', '--short');
    assert.ok(percentOf(output, 'first reason right') >= 90, output);
    assert.ok(percentOf(output, 'a reason named where there is no mail error') <= 20, output);
    assert.ok(percentOf(output, 'all') >= 84, output);
    assert.ok(percentOf(output, 'of these right') >= 95, output);
    assert.equal(percentOf(output, 'small talk answered'), 0);
  });

  it('print speed and memory', async () => {
    const output = await run('bench.ts', '--short');
    for (const engine of ['Hostdesk', 'fuse.js, defaults', 'fuse.js, best setting', 'MiniSearch'])
      assert.ok(output.includes(engine));
    assert.match(output, /bounces read a second, one core: \d{3,}/);
    assert.match(output, /start to ready: \d+ ms; memory at rest: \d+ MB/);
  });
});
