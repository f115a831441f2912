import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Store } from '../engines/test-engines.ts';
import { createPlatformFile, type PlatformFile } from './platform-file.ts';

export interface KillCounts {
  kills: number;
  questions: number;
  answers: number;
  acknowledged: Record<string, number>;
  lost: string[];
  doubled: string[];
}

interface Said {
  readonly claim: Set<string>;
  readonly posted: Set<string>;
  readonly votes: Map<string, boolean>;
  readonly link: Set<string>;
  readonly watch: Set<string>;
  readonly fired: Set<string>;
  tried: number;
}

const worker = fileURLToPath(new URL('worker.ts', import.meta.url));
const leaseMs = 2500;

/** Kills real processes at random points, `kills` times, others alive; then lets those rest alone for a while. Counts what was lost or doubled. */
export async function runKills(
  store: Store,
  kills: number,
  { processes = 2, restMs = 0 } = {},
): Promise<KillCounts> {
  const folder = mkdtempSync(join(tmpdir(), 'hostdesk-kills-'));
  const file = join(folder, 'platform');
  const said: Said = {
    claim: new Set(),
    posted: new Set(),
    votes: new Map(),
    link: new Set(),
    watch: new Set(),
    fired: new Set(),
    tried: 0,
  };
  const startWorker = (more: Record<string, string>) =>
    startProcess({ ...store.env, PLATFORM_FILE: file, LEASE_MS: String(leaseMs), ...more }, said);
  // What the killed one had begun is delivered again.
  const next = () => startWorker({ FROM: String(Math.max(0, said.tried - 6)) });
  try {
    const alive = Array.from({ length: processes }, next);
    for (let killed = 0; killed < kills; killed++) {
      // Mostly one in the midst of its work, now and then one that is just starting.
      const starting = randomInt(5) === 0;
      const victim = starting ? alive.pop() : alive.shift();
      if (!starting) await victim?.ready;
      await delay(randomInt(0, 400));
      await victim?.kill();
      if (killed < kills - 1) alive.push(next());
    }
    await delay(restMs);
    // On a busy machine little is done between kills: the others go on until it is enough to tell.
    for (let waits = 0; alive.length > 0 && said.tried <= kills && waits < 600; waits++) await delay(50);
    for (const one of alive) await one.kill();
    const last = startWorker({ UNTIL: String(said.tried + 1) });
    assert.equal(await last.ended, 0, 'the last process finishes the work');
    return await verify(store, said, createPlatformFile(file), kills + alive.length);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Running {
  readonly ready: Promise<void>;
  readonly ended: Promise<number | null>;
  kill(): Promise<void>;
}

function startProcess(env: Record<string, string>, said: Said): Running {
  const child: ChildProcess = spawn(process.execPath, [worker], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { stdout } = child;
  if (!stdout) throw new Error('No output to read');
  let isReady = () => {};
  const ready = new Promise<void>((resolve) => {
    isReady = resolve;
  });
  // A line cut off by the kill was not acknowledged; readline gives it at the end, without its newline, and `note` refuses it.
  createInterface({ input: stdout }).on('line', (line) =>
    line.startsWith('ready') ? isReady() : note(line, said),
  );
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  void ended.then(isReady);
  return {
    ready,
    ended,
    async kill() {
      assert.equal(child.exitCode, null, 'a process ended before it was killed');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function note(line: string, said: Said): void {
  const [kind, name, value] = line.split(' ');
  if (name === undefined) return;
  if (kind === 'try') said.tried = Math.max(said.tried, Number(name));
  else if (kind === 'vote' && (value === 'true' || value === 'false'))
    said.votes.set(name, value === 'true' || said.votes.get(name) === true);
  else if (kind === 'claim' || kind === 'posted' || kind === 'link' || kind === 'watch' || kind === 'fired')
    said[kind].add(name);
}

async function verify(store: Store, said: Said, platform: PlatformFile, kills: number): Promise<KillCounts> {
  const memory = await store.open();
  const lost: string[] = [];
  const rows = { votes: new Set<string>(), links: new Set<string>(), watches: new Map<string, string>() };
  for await (const line of memory.export({ tables: ['votes', 'links', 'watches'] })) {
    const row = JSON.parse(line) as Record<string, string>;
    if (row.table === 'votes') rows.votes.add(row.key ?? '');
    else if (row.table === 'links') rows.links.add(row.account ?? '');
    else rows.watches.set(row.id ?? '', row.state ?? '');
  }
  const standing = new Map<string, number>();
  for (const { key } of platform.all()) standing.set(key, (standing.get(key) ?? 0) + 1);

  for (const key of said.claim) if (await memory.claims.once(key)) lost.push(`claim ${key}`);
  for (const key of said.votes.keys()) if (!rows.votes.has(key)) lost.push(`vote ${key}`);
  for (const name of said.link) if (!rows.links.has(name)) lost.push(`link ${name}`);
  for (const id of said.watch)
    if (rows.watches.get(id) !== 'fired' || standing.get(`watch-${id}`) !== 1) lost.push(`watch ${id}`);
  for (const id of said.fired) if (rows.watches.get(id) !== 'fired') lost.push(`fired ${id}`);
  for (const key of said.posted)
    if ((await memory.outbox.get(key))?.state !== 'posted') lost.push(`posted ${key}`);
  for (let n = 0; n <= said.tried; n++) if (!standing.has(`q${n}`)) lost.push(`answer q${n}`);
  await memory.close();

  const { claim, votes, link, watch, fired, posted } = said;
  return {
    kills,
    questions: said.tried + 1,
    answers: standing.size,
    acknowledged: {
      claims: claim.size,
      votes: votes.size,
      links: link.size,
      watches: watch.size,
      fired: fired.size,
      posted: posted.size,
    },
    lost,
    doubled: [...standing].filter(([, count]) => count > 1).map(([key]) => key),
  };
}
