import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import type { Engine } from '../../bot/memory/engines/engine.ts';
import { openPostgres } from '../../bot/memory/engines/postgres.ts';
import { openSqlite } from '../../bot/memory/engines/sqlite.ts';
import { loadKeyFile, parseKeys } from '../../bot/memory/keys.ts';
import { beginning } from '../../bot/memory/migrations/001-beginning.ts';
import { migrate } from '../../bot/memory/migrations/migrate.ts';
import { openMemory } from '../../bot/memory/open-memory.ts';
import { seal, unseal } from '../../bot/memory/sealed.ts';
import { maskPersonal } from '../../bot/privacy/mask.ts';
import { personOf } from './contract/set-up.ts';
import { type Store, type TestEngine, testEngines, testKeys } from './engines/test-engines.ts';

const opener = fileURLToPath(new URL('engines/open-once.ts', import.meta.url));

const folder = new URL('../../bot/memory/migrations/', import.meta.url);
const steps = readdirSync(folder).filter((file) => /^\d{3}-/.test(file)).length;

for (const { name, start } of testEngines) {
  describe(`the schema on ${name}`, () => {
    let engine: TestEngine;
    before(async () => {
      engine = await start();
    });
    after(() => engine.remove());

    const bare = ({ env }: Store): Promise<Engine> =>
      name === 'sqlite'
        ? openSqlite({ file: join(env.MEMORY_FOLDER ?? '', 'memory.sqlite') })
        : openPostgres({ url: env.DATABASE_URL ?? '' });

    it('is made once when several processes start at once', async () => {
      const store = await engine.createStore();
      const made = await Promise.all(Array.from({ length: 4 }, () => openInProcess(store.env)));
      assert.deepEqual(made, ['opened', 'opened', 'opened', 'opened']);
      const opened = await bare(store);
      const { rows } = await sql<{ step: number }>`select step from schema_steps order by step`.execute(
        opened.db,
      );
      await opened.close();
      assert.deepEqual(
        rows.map(({ step }) => Number(step)),
        Array.from({ length: steps }, (_, at) => at + 1),
      );
    });

    it('goes forwards from an older program’s, keeping what is there', async () => {
      const store = await engine.createStore();
      const old = await bare(store);
      assert.equal(await migrate(old, [beginning]), 1);
      await old.db.insertInto('revisions').values({ name: 'old', number: 7 }).execute();
      await old.close();
      const memory = await store.open();
      assert.equal((await memory.revisions.read()).get('old'), 7);
      await memory.close();
    });

    it('is left alone when a newer program was here, with a sentence that says so', async () => {
      const store = await engine.createStore();
      const newer = await bare(store);
      await migrate(newer, [beginning, ...Array.from({ length: steps }, () => async () => {})]);
      await newer.close();
      await assert.rejects(
        store.open(),
        new RegExp(
          `by a newer Hostdesk \\(schema ${steps + 1}, this program knows ${steps}\\)\\. Start the newer`,
        ),
      );
    });

    it('stays as it was when a step fails', async () => {
      const store = await engine.createStore();
      const opened = await bare(store);
      const broken = async () => {
        throw new Error('step failed');
      };
      await assert.rejects(migrate(opened, [beginning, broken]), /step failed/);
      assert.equal(await migrate(opened, [beginning]), 1, 'nothing of it had stayed');
      await opened.close();
    });

    it('lets nobody change or take away a line of the audit, by whatever statement', async () => {
      const store = await engine.createStore();
      const memory = await store.open();
      const id = await memory.audit.append({
        by: personOf('S1'),
        action: 'account.show',
        about: 'a',
        why: 'w',
        outcome: 'o',
      });
      const opened = await bare(store);
      const statements = [
        sql`update audit set outcome = 'x'`,
        sql`delete from audit`,
        sql`delete from audit where id = ${id}`,
        ...(name === 'sqlite'
          ? [
              sql`insert or replace into audit select id, at, platform, workspace, person, action, about, why, 'x' from audit`,
            ]
          : [sql`truncate audit`]),
      ];
      for (const statement of statements) await assert.rejects(statement.execute(opened.db), /append-only/);
      await opened.close();
      assert.equal((await memory.audit.read({ most: 5 }))[0]?.outcome, 'o');
      await memory.close();
    });
  });
}

describe('the SQLite file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hostdesk-file-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('is for its owner alone, and so are its side files and the key', async () => {
    const data = join(folder, 'data');
    const memory = await openMemory({ folder: data, mask: maskPersonal });
    await memory.pulses.beat();
    for (const file of ['memory.sqlite', 'memory.sqlite-wal', 'memory.sqlite-shm', 'memory.key']) {
      assert.equal((statSync(join(data, file)).mode & 0o777).toString(8), '600', file);
    }
    assert.equal((statSync(data).mode & 0o777).toString(8), '700');
    await memory.close();
  });

  it('is missed when somebody takes it away', async () => {
    const file = join(folder, 'gone', 'memory.sqlite');
    const engine = await openSqlite({ file });
    await engine.check();
    rmSync(file);
    await assert.rejects(engine.check(), /damaged or was taken away/);
    await engine.close();
  });
});

describe('the keys', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hostdesk-keys-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('are the same for whoever loads the file, and not the program’s to replace', () => {
    const file = join(folder, 'memory.key');
    assert.equal(loadKeyFile(file).current, loadKeyFile(file).current);
    writeFileSync(file, 'too short');
    assert.throws(() => loadKeyFile(file), /32 bytes in base64/);
    assert.equal(readFileSync(file, 'utf8'), 'too short');
  });

  it('are needed with a shared database', async () => {
    await assert.rejects(
      openMemory({ folder, databaseUrl: 'postgres://127.0.0.1/x', mask: maskPersonal }),
      /MEMORY_KEYS.*the same for every process/,
    );
  });

  it('open only what was sealed for the same row, untouched', () => {
    const keys = parseKeys(testKeys);
    const sealed = seal(keys, 'row 1', 'token');
    assert.equal(unseal(keys, 'row 1', sealed), 'token');
    assert.throws(() => unseal(keys, 'row 2', sealed));
    const parts = sealed.split('.');
    for (const at of [2, 3, 4]) {
      const changed = parts
        .map((part, index) => (index === at ? `${part.startsWith('A') ? 'B' : 'A'}${part.slice(1)}` : part))
        .join('.');
      assert.throws(() => unseal(keys, 'row 1', changed));
    }
  });

  it('stay out of what is said of a broken URL', async () => {
    const broken = openPostgres({ url: 'postgres://kim:geheim@host:port/x' });
    await assert.rejects(
      broken,
      (error: Error) => /must look like/.test(error.message) && !JSON.stringify(error).includes('geheim'),
    );
  });

  it('never go over a line that is not verified', async () => {
    for (const tail of ['sslmode=no-verify', 'uselibpqcompat=true&sslmode=require']) {
      await assert.rejects(
        openPostgres({ url: `postgres://u:p@127.0.0.1/x?${tail}` }),
        /TLS is verified or not used/,
      );
    }
  });
});

function openInProcess(env: Readonly<Record<string, string>>): Promise<string> {
  const child = spawn(process.execPath, [opener], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  return new Promise((resolve) => child.once('close', () => resolve(said)));
}
