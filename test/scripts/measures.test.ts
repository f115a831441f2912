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

/** Percentages on the first line that begins so. */
function percentsOf(output: string, line: string): number[] {
  const found = output.split('\n').find((one) => one.trimStart().startsWith(line));
  assert.ok(found, `no line "${line}" in:\n${output}`);
  return [...found.matchAll(/([\d.]+) %/g)].map(([, percent]) => Number(percent));
}

describe('the measuring commands, in short', () => {
  it('print answer quality on the split that nothing was tuned on', async () => {
    const output = await run('eval.ts', '--short');
    const percentOf = (line: string) => percentsOf(output, line)[0] ?? Number.NaN;
    assert.ok(percentOf('first reason right') >= 90, output);
    assert.ok(percentOf('a reason named where there is no mail error') <= 20, output);
    assert.ok(percentOf('all') >= 92, output);
    const [answered, right, outOfScope, smallTalk] = percentsOf(
      output.slice(output.indexOf('In a channel')),
      'all',
    );
    assert.ok((answered ?? 0) >= 60 && (right ?? 0) >= 98 && (outOfScope ?? 100) <= 3, output);
    assert.equal(smallTalk, 0);
  });

  it('print speed and memory', async () => {
    const output = await run('bench.ts', '--short');
    for (const engine of ['Hostdesk', 'fuse.js, defaults', 'fuse.js, best setting', 'MiniSearch'])
      assert.ok(output.includes(engine));
    assert.match(output, /bounces read a second, one core: \d{3,}/);
    assert.match(output, /start to ready: \d+ ms; memory at rest: \d+ MB/);
  });
});
