import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import type { Report } from '../../bot/learning/report/report.ts';
import { runScript } from './run-script.ts';

describe('npm run report', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hostdesk-report-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const run = (...args: string[]) => runScript('report.ts', args, { DATA_DIR: folder });

  it('shows a made-up time, the same each run, to whoever wants to see what it is like', async () => {
    const args = ['--demo', '--since', '2026-11-02', '--until', '2026-11-04', '--json'];
    const [first, second] = await Promise.all([run(...args), run(...args)]);
    assert.equal(first.stderr, '');
    assert.equal(first.stdout, second.stdout);
    const report = JSON.parse(first.stdout) as Report;
    const { asked, decided, helped } = report.figures;
    assert.equal(report.spans.length, 3);
    for (const count of [asked, decided.answer, decided.unsure, decided.silent, helped]) assert.ok(count > 0);
    assert.ok(
      report.gaps.some(({ people }) => people > 1),
      'questions that mean the same came together',
    );
  });

  it('writes a page', async () => {
    const file = join(folder, 'report.html');
    const { stdout } = await run('--demo', '--days', '1', '--until', '2026-11-04', '--html', file);
    assert.equal(stdout, `${file}\n`);
    assert.match(
      readFileSync(file, 'utf8'),
      /^<!doctype html>[\s\S]*2026-11-04 to 2026-11-04[\s\S]*<\/html>\n$/,
    );
  });

  it('says what is wrong with an order it cannot carry out', async () => {
    for (const [args, said] of [
      [['--days', '0'], /--days is a whole number/],
      [['--days', '3', '--since', '2026-11-01'], /not both/],
      [['--since', '2026-02-30'], /"2026-02-30" is no day/],
      [['--since', '2026-11-05', '--until', '2026-11-03'], /--since must be before/],
      [['--days', '7'], /There is no memory in .*: set DATA_DIR/],
    ] as const) {
      const { code, stderr } = await run(...args);
      assert.equal(code, 2, args.join(' '));
      assert.match(stderr, said);
    }
  });
});
