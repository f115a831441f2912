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

  it('shows a made-up time, the same each run, as figures and as a page', async () => {
    const file = join(folder, 'report.html');
    const args = ['--demo', '--since', '2026-11-03', '--until', '2026-11-04'];
    const [json, page] = await Promise.all([run(...args, '--json'), run(...args, '--html', file)]);
    assert.deepEqual([json.stderr, page.stdout], ['', `${file}\n`]);
    const report = JSON.parse(json.stdout) as Report;
    const { asked, decided, helped } = report.figures;
    assert.equal(report.spans.length, 2);
    for (const count of [asked, decided.answer, decided.unsure, decided.silent, helped]) assert.ok(count > 0);
    assert.ok(
      report.gaps.some(({ people }) => people > 1),
      'questions that mean the same came together',
    );
    const html = readFileSync(file, 'utf8');
    assert.match(html, /^<!doctype html>[\s\S]*2026-11-03 to 2026-11-04[\s\S]*<\/html>\n$/);
    assert.match(html, /Sample data/);
    assert.ok(html.includes(`<dt>asked</dt><dd><b>${asked}</b>`), 'another run, the same figures');
  });

  it('says what is wrong with an order it cannot carry out', async () => {
    for (const [args, said] of [
      [['--days', '3', '--since', '2026-11-01'], /not both/],
      [['--since', '2026-02-30'], /"2026-02-30" is no day/],
      [['--days', '7'], /There is no memory in .*: set DATA_DIR/],
    ] as const) {
      const { code, stderr } = await run(...args);
      assert.equal(code, 2, args.join(' '));
      assert.match(stderr, said);
    }
  });
});
