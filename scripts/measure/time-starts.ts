import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startBot } from '../../test/main/bot-process.ts';
import { createTown } from '../../test/main/town.ts';
import { repository } from '../open-desk.ts';

export interface StartTimes {
  /** From the start of the process to its first answer, or to the word `ready`. */
  readonly readyMs: number;
  /** Resident, a second later. */
  readonly restMb: number;
}

const restMs = 1000;
const scripts = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')).scripts as Record<
  string,
  string
>;
/** What stands between `node` and the program in the npm script, so that what is measured is what is run. */
const flagsOf = (script: string): string[] => (scripts[script] ?? '').split(' ').slice(1, -1);

/** Flags of `npm start` for V8 itself. */
export const botFlags = flagsOf('start').filter((flag) => /^--(?!import$)/.test(flag));

/** `npm run ask` as a filter; `keeping`: with the code compiled by a start before. */
export async function timeFilter(keeping: boolean): Promise<StartTimes> {
  const flags = flagsOf('ask').filter((flag) => keeping || !/^--import$|compile-cache/.test(flag));
  return timeProcess(process.execPath, [...flags, 'scripts/ask.ts', '--jsonl']);
}

/** The same through npm, whose own start comes on top. */
export const timeThroughNpm = (): Promise<StartTimes> =>
  timeProcess('npm', ['run', '--silent', 'ask', '--', '--jsonl']);

async function timeProcess(command: string, args: readonly string[]): Promise<StartTimes> {
  const start = performance.now();
  const bot = spawn(command, args, { cwd: repository, stdio: ['pipe', 'pipe', 'inherit'] });
  bot.stdin.write('{"id":1,"text":"0x80042108"}\n');
  await new Promise((resolve) => bot.stdout.once('data', resolve));
  const readyMs = performance.now() - start;
  await new Promise((resolve) => setTimeout(resolve, restMs));
  const restMb = residentMb(bot.pid ?? 0);
  bot.stdin.end();
  await new Promise((resolve) => bot.once('exit', resolve));
  return { readyMs, restMb };
}

/** `npm start` on Slack and Discord, both on this machine, with the memory in SQLite. */
export async function timeBot(): Promise<StartTimes> {
  const town = await createTown({ channels: 2 });
  try {
    const modules = flagsOf('start').filter((flag) => flag.endsWith('.js'));
    const preload = modules.map((module) => pathToFileURL(join(repository, module)));
    const start = performance.now();
    const bot = startBot(town.env, { preload, nodeFlags: botFlags });
    await bot.ready;
    const readyMs = performance.now() - start;
    await new Promise((resolve) => setTimeout(resolve, restMs));
    const restMb = residentMb(bot.child.pid ?? 0);
    await bot.stop();
    return { readyMs, restMb };
  } finally {
    await town.stop();
  }
}

function residentMb(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
}

/** The middle one of several starts. */
export async function middleOf(times: number, start: () => Promise<StartTimes>): Promise<StartTimes> {
  const all: StartTimes[] = [];
  for (let time = 0; time < times; time++) all.push(await start());
  all.sort((a, b) => a.readyMs - b.readyMs);
  return all[Math.floor(times / 2)] as StartTimes;
}
