import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { openPostgres } from '../../bot/memory/engines/postgres.ts';
import { openSqlite } from '../../bot/memory/engines/sqlite.ts';
import { parseKeys } from '../../bot/memory/keys.ts';
import { createMemory, type Memory } from '../../bot/memory/memory.ts';
import { migrate } from '../../bot/memory/migrations/migrate.ts';
import {
  type MemoryState,
  openResilientMemory,
  type ResilientMemory,
} from '../../bot/memory/resilient/resilient.ts';
import { maskPersonal } from '../../bot/privacy/mask.ts';
import { personOf, placeOf, questionOf } from './contract/set-up.ts';
import { type LocalPostgres, startPostgres } from './engines/local-postgres.ts';
import { testKeys } from './engines/test-engines.ts';

const folder = mkdtempSync(join(tmpdir(), 'hostdesk-outage-'));
const lockers: ChildProcess[] = [];
after(() => {
  for (const locker of lockers) locker.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const options = { mask: maskPersonal, keys: parseKeys(testKeys) };
const vote = { key: 'q1', slug: 'a', by: personOf('U1'), helped: true };
const work = { kind: 'answer', to: personOf('U1'), place: placeOf('t'), text: 't', directed: true };

/** A resilient memory, with what it told. */
async function resilient(open: () => Promise<Memory>) {
  const told: MemoryState[] = [];
  const lost: string[] = [];
  const errors: unknown[] = [];
  const memory = await openResilientMemory({
    open,
    onChange: (state) => told.push(state),
    onNotRemembered: (what) => lost.push(what),
    onError: (error) => errors.push(error),
    ...{ callMs: 2000, checkMs: 200, retryMs: 50, mostRetryMs: 200 },
  });
  return { memory, told, lost, errors };
}

async function until(what: string, holds: () => boolean): Promise<void> {
  const end = Date.now() + 20_000;
  while (!holds()) {
    assert.ok(Date.now() < end, `${what}, within 20 s`);
    await delay(20);
  }
}

/** What the desk does for each question: it must never throw, and never answer a redelivery. */
async function answersOnce(memory: ResilientMemory, key: string): Promise<void> {
  const claim = await memory.claims.claim(key);
  // While nobody can say, it is looked whether another process did it.
  assert.equal(claim, memory.state().writing ? 'new' : 'abandoned');
  assert.equal(await memory.claims.claim(key), 'taken', 'a redelivery');
  assert.equal(await memory.claims.once(`event ${key}`), true);
  assert.equal(await memory.claims.once(`event ${key}`), false);
  assert.deepEqual(await memory.outbox.claim(key, work), { as: 'new' });
  assert.equal((await memory.outbox.claim(key, work)).as, 'taken');
  assert.equal(await memory.outbox.posting(key), true);
  await memory.outbox.posted(key, `m-${key}`);
  assert.equal(await memory.claims.finish(key), true);
}

describe('a memory whose SQLite disk is full', () => {
  it('still reads, says what is not remembered, and recovers when there is room', async () => {
    const file = join(folder, 'full', 'memory.sqlite');
    const { memory, told, lost, errors } = await resilient(async () =>
      createMemory(await openSqlite({ file, mostPages: 150 }), options),
    );
    await memory.votes.cast(vote);
    for (let n = 0; memory.state().writing; n++)
      await memory.questions.note(questionOf(`q${n}`, { text: 'words '.repeat(500) }));
    assert.equal(told[0]?.outage?.kind, 'full');
    assert.match(told[0]?.outage?.sentence ?? '', /disk of the database is full/);
    assert.equal(memory.state().reading, true);
    assert.ok(await memory.questions.get('q0'), 'what was noted is still read');
    assert.equal(await memory.votes.cast(vote), undefined);
    assert.ok(lost.includes('votes.cast') && lost.includes('questions.note'));
    assert.equal(memory.state().notRemembered['votes.cast'], 1);
    await answersOnce(memory, 'while-full');

    const other = await openSqlite({ file });
    await other.db.deleteFrom('questions').execute();
    await other.close();
    await until('it recovers', () => memory.state().writing);
    assert.equal(await memory.votes.cast(vote), true);
    await answersOnce(memory, 'afterwards');
    assert.equal(await memory.claims.claim('while-full'), 'taken', 'a late redelivery');
    assert.equal(memory.state().outage, undefined);
    assert.deepEqual(errors, []);
    await memory.close();
  });
});

describe('a memory whose SQLite file is locked by another program', () => {
  it('does not hold up the event loop, still answers, and recovers', async () => {
    const file = join(folder, 'locked', 'memory.sqlite');
    const { memory, told, lost } = await resilient(async () =>
      createMemory(await openSqlite({ file, lockWaitMs: 1200 }), options),
    );
    await memory.votes.cast(vote);
    const locker = await lockInProcess(file);
    const loop = monitorEventLoopDelay({ resolution: 5 });
    loop.enable();
    assert.equal(await memory.votes.cast(vote), undefined);
    await answersOnce(memory, 'while-locked');
    loop.disable();
    assert.equal(told[0]?.outage?.kind, 'locked');
    assert.deepEqual(lost, ['votes.cast']);
    assert.ok(loop.max / 1e6 < 600, `the event loop was held up for ${loop.max / 1e6} ms`);
    assert.equal((await memory.votes.tallies())?.length, 1, 'reading goes on');
    locker.kill('SIGKILL');
    await until('it recovers', () => memory.state().writing);
    assert.equal(await memory.votes.cast(vote), true);
    await memory.close();
  });

  it('waits for a lock that is soon gone, and loses nothing', async () => {
    const file = join(folder, 'busy', 'memory.sqlite');
    const { memory, lost } = await resilient(async () => createMemory(await openSqlite({ file }), options));
    const locker = await lockInProcess(file);
    const cast = memory.votes.cast(vote);
    await delay(300);
    locker.kill('SIGKILL');
    assert.equal(await cast, true);
    assert.deepEqual(lost, []);
    await memory.close();
  });
});

describe('a memory whose SQLite file is taken away', () => {
  it('notices, and goes on with a new one', async () => {
    const own = join(folder, 'taken');
    const { memory, told } = await resilient(async () =>
      createMemory(await openSqlite({ file: join(own, 'memory.sqlite') }), options),
    );
    await memory.votes.cast(vote);
    rmSync(own, { recursive: true });
    await until('it notices', () => told.length > 0);
    assert.equal(told[0]?.outage?.kind, 'broken');
    await until('it goes on', () => memory.state().writing);
    assert.equal(await memory.votes.cast(vote), true);
    await memory.close();
  });
});

describe('a memory whose PostgreSQL goes away', () => {
  let server: LocalPostgres;
  before(async () => {
    server = await startPostgres();
  });
  after(() => server.remove());

  it('still answers, says so, and recovers when the server is back, with all it had', async () => {
    const url = await server.createDatabase();
    const { memory, told, lost, errors } = await resilient(async () =>
      createMemory(await openPostgres({ url }), options),
    );
    await memory.votes.cast(vote);
    await answersOnce(memory, 'before');
    await server.stop();
    await answersOnce(memory, 'while-away');
    assert.equal(await memory.votes.cast({ ...vote, key: 'q2' }), undefined);
    assert.equal(await memory.links.of(personOf('U1')), undefined);
    assert.equal(await memory.vitals(), undefined);
    assert.deepEqual(lost, ['votes.cast']);
    assert.equal(memory.state().reading, false);
    assert.equal(memory.strict(), undefined);
    assert.match(told.at(-1)?.outage?.sentence ?? '', /does not answer/);

    await server.startAgain();
    await until('it recovers', () => memory.state().writing);
    assert.equal(await memory.claims.claim('before'), 'taken');
    assert.equal(await memory.claims.claim('while-away'), 'taken');
    assert.deepEqual(await memory.votes.tallies(), [{ slug: 'a', helped: 1, notHelped: 0 }]);
    assert.equal((await memory.vitals())?.engine, 'postgres');
    assert.deepEqual(errors, []);
    await memory.close();
  });

  it('starts without it, and takes it up when it comes', async () => {
    const url = await server.createDatabase();
    await server.stop();
    const { memory } = await resilient(async () => createMemory(await openPostgres({ url }), options));
    assert.equal(memory.state().reading, false);
    await answersOnce(memory, 'at-start');
    assert.throws(() => memory.questions.between(0, 1), /does not answer/);
    await server.startAgain();
    await until('it takes it up', () => memory.state().writing);
    assert.equal(await memory.votes.cast(vote), true);
    await memory.close();
  });

  it('stops the start where waiting would not help', async () => {
    const url = await server.createDatabase();
    const newer = await openPostgres({ url });
    await migrate(
      newer,
      Array.from({ length: 9 }, () => async () => {}),
    );
    await newer.close();
    await assert.rejects(
      resilient(async () => createMemory(await openPostgres({ url }), options)),
      /newer Hostdesk/,
    );
    const wrong = url.replace(':loopback-only', ':wrong');
    await assert.rejects(
      resilient(async () => createMemory(await openPostgres({ url: wrong }), options)),
      /check DATABASE_URL/,
    );
  });
});

describe('a memory that no longer answers', () => {
  it('lets no calls pile up', async () => {
    let started = 0;
    const hanging = async () =>
      ({
        votes: {
          tallies: () => {
            started += 1;
            return new Promise(() => {});
          },
        },
        close: async () => {},
      }) as unknown as Memory;
    const memory = await openResilientMemory({ open: hanging, callMs: 100, mostCalls: 50 });
    const begin = Date.now();
    const answers = await Promise.all(Array.from({ length: 5000 }, () => memory.votes.tallies()));
    assert.ok(answers.every((answer) => answer === undefined));
    assert.ok(Date.now() - begin < 2000);
    assert.equal(started, 50);
    assert.equal(await memory.votes.tallies(), undefined);
    assert.equal(started, 50, 'known to be away: not even tried');
    await memory.close();
  });

  it('hands on a mistake of the program without taking it for an outage', async () => {
    const file = join(folder, 'mistake', 'memory.sqlite');
    const { memory, errors } = await resilient(async () => createMemory(await openSqlite({ file }), options));
    assert.equal(await memory.votes.cast({ ...vote, key: 'kim@example.com' }), undefined);
    assert.equal(errors.length, 1);
    assert.equal(memory.state().writing, true);
    await memory.close();
  });
});

function lockInProcess(file: string) {
  const script = `
    const { DatabaseSync } = require('node:sqlite');
    const db = new DatabaseSync(process.argv[1]);
    db.exec('begin immediate');
    process.stdout.write('locked');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['-e', script, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  lockers.push(child);
  return new Promise<typeof child>((resolve) => child.stdout.once('data', () => resolve(child)));
}
