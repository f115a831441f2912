import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Memory } from '../../bot/memory/memory.ts';
import { openMemory } from '../../bot/memory/open-memory.ts';
import { maskPersonal } from '../../bot/privacy/mask.ts';
import { day, personOf, questionOf } from '../memory/contract/set-up.ts';
import { runScript } from './run-script.ts';

describe('npm run memory', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hostdesk-operator-'));
  let memory: Memory;
  before(async () => {
    // Open all the while: the command works beside a running bot.
    memory = await openMemory({ folder, mask: maskPersonal });
    const old = { askedAt: Date.now() - 40 * day };
    await memory.questions.note(questionOf('kims', { ...old, text: 'the words of Kim' }));
    await memory.questions.note(questionOf('anns', { asker: personOf('U2'), askedAt: Date.now() }));
    await memory.votes.cast({ key: 'kims', slug: 'mailbox-full', by: personOf('U1'), helped: true });
    await memory.audit.append({
      by: personOf('S1'),
      action: 'account.show',
      about: 'server12/kimshop',
      why: '',
      outcome: '',
    });
  });
  after(async () => {
    await memory.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (...args: string[]) => runScript('memory.ts', args, { DATA_DIR: folder, QUESTIONS_DAYS: '30' });
  const rowsOf = (stdout: string) =>
    stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  const lastAudit = async () => {
    const [line] = await memory.audit.read({ most: 1 });
    return line && { by: line.by.platform, action: line.action, about: line.about, outcome: line.outcome };
  };

  it('exports everything as JSON lines', async () => {
    const { stdout } = await run('export');
    assert.deepEqual(
      rowsOf(stdout).map(({ table, key, id }) => [table, key ?? typeof id]),
      [
        ['questions', 'anns'],
        ['questions', 'kims'],
        ['votes', 'kims'],
        ['audit', 'string'],
      ],
    );
  });

  it('exports what belongs to one person', async () => {
    const rows = rowsOf((await run('export', '--person', 'slack/T1/U1')).stdout);
    assert.deepEqual(
      rows.map(({ table, person }) => [table, person]),
      [
        ['questions', 'U1'],
        ['votes', 'U1'],
      ],
    );
    assert.deepEqual(await lastAudit(), {
      by: 'console',
      action: 'memory.export',
      about: 'slack/T1/U1',
      outcome: 'exported',
    });
  });

  it('exports the audit', async () => {
    const rows = rowsOf((await run('export', '--table', 'audit')).stdout);
    assert.ok(rows.length >= 1);
    assert.ok(rows.every(({ table }) => table === 'audit'));
    assert.ok(rows.some(({ about }) => about === 'server12/kimshop'));
  });

  it('forgets a person, and notes that without their name', async () => {
    const { stdout } = await run('forget', '--person', 'slack/T1/U1');
    assert.equal(stdout, 'Forgotten: 1 of questions, 1 of votes\n');
    assert.equal(await memory.questions.get('kims'), undefined);
    assert.ok(await memory.questions.get('anns'));
    assert.deepEqual(await lastAudit(), {
      by: 'console',
      action: 'person.forget',
      about: 'a person',
      outcome: '1 of questions, 1 of votes',
    });
  });

  it('takes away now what is older than the settings say', async () => {
    await memory.questions.note(questionOf('old', { askedAt: Date.now() - 31 * day }));
    const { stdout } = await run('sweep');
    assert.equal(stdout, 'Taken away: 1 of questions\n');
    assert.ok(await memory.questions.get('anns'));
  });

  it('says what is wrong with an order it cannot carry out, and changes nothing', async () => {
    for (const [args, said] of [
      [['forget'], /Usage:/],
      [['constructor'], /Usage:/],
      [['export', '--table', 'installations'], /no table installations to export: questions, votes/],
      [['forget', '--person', 'slack/T1/kim@example.com'], /opaque id/],
    ] as const) {
      const { code, stderr } = await run(...args);
      assert.equal(code, 2, args.join(' '));
      assert.match(stderr, said);
    }
    const elsewhere = await runScript('memory.ts', ['export'], { DATA_DIR: join(folder, 'no-such') });
    assert.match(elsewhere.stderr, /no memory in .*no-such: set DATA_DIR or DATABASE_URL/);
  });
});
