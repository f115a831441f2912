import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { runScript } from './run-script.ts';

describe('npm run kb:check -- --drafts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hostdesk-check-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const check = (...args: string[]) =>
    runScript('check-kb.ts', ['--drafts', ...args], { DRAFTS_DIR: folder });

  it('checks the drafts and nothing else', async () => {
    mkdirSync(join(folder, 'account'));
    writeFileSync(join(folder, 'account', 'broken.md'), '---\ntitle: [\n---\ntext\n');
    writeFileSync(
      join(folder, 'account', 'passkeys.md'),
      '---\ntitle: Passkeys in the panel\nsummary: A passkey signs you in without a password.\nasks:\n  - passkey\n---\n## Steps\nPress it.\n',
    );
    const { stdout, code } = await check('--json');
    assert.equal(code, 1);
    const { articles, findings } = JSON.parse(stdout) as {
      articles: number;
      findings: { path: string; check: string; message: string }[];
    };
    assert.equal(articles, 2);
    assert.ok(
      findings.some(({ path, message }) => path === 'account/broken.md' && /not valid YAML/.test(message)),
    );
    assert.ok(
      findings.some(({ path, message }) => path === 'account/passkeys.md' && /asks: has 1/.test(message)),
    );
    assert.ok(findings.every(({ message }) => !message.startsWith('reviewed')));
  });
});
