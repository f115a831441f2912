import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { readBounce } from '../bot/bounce/read-bounce.ts';
import { labelledBounces } from './measure/labelled.ts';
import { type EngineTimes, engineNames, timeEngine } from './measure/time-engine.ts';
import { type PasteHold, type ReloadTimes, timePastes, timeReload } from './measure/time-holds.ts';
import {
  botFlags,
  middleOf,
  type StartTimes,
  timeBot,
  timeFilter,
  timeThroughNpm,
} from './measure/time-starts.ts';
import { repository } from './open-desk.ts';
import { endQuietlyWithoutReader } from './print.ts';

const { values: given } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    /** What a child measures: `engine`, `bounces`, `pastes` or `reload`. */
    part: { type: 'string' },
    engine: { type: 'string', default: '' },
    size: { type: 'string', default: '0' },
  },
});
const { short } = given;
const sizes = short ? [20] : [51, 1000, 10_000];
const files = short ? 200 : 10_000;
/** No further questions after this. */
const patienceMs = short ? 500 : 15_000;
/** An engine that does not come back is ended after this; building counts too. */
const longestMs = short ? 60_000 : 120_000;
const widths = [21, 8, 9, 10, 10, 8, 8, 7, 8, 8];

/** Prints speed and memory beside fuse.js and MiniSearch, line by line; what is measured runs in a process of its own. */
async function main(): Promise<void> {
  printRow([
    'engine',
    'articles',
    'build ms',
    'memory MB',
    'questions',
    'p50 ms',
    'p99 ms',
    'pastes',
    'p50 ms',
    'p99 ms',
  ]);
  for (const size of sizes)
    for (const name of engineNames)
      printRow(rowOf(name, size, await childLines<EngineTimes>('engine', name, size)));
  print(
    `(a paste has 4,000 characters; no further ones are asked after ${patienceMs / 1000} s, and an engine that does`,
  );
  print(
    `not come back is ended after ${longestMs / 1000} s; "-" where nothing came back, or fewer than 20 for p99)\n`,
  );

  print(`bounces read a second, one core: ${await child<number>('bounces')}`);
  await printStarts();
  const holds = await child<PasteHold[]>('pastes');
  const worst = holds.slice(0, 3).map(({ what, longestMs }) => `${longestMs.toFixed(0)} ms (${what})`);
  print(`longest hold of the event loop by 10 MB of ${holds.length} kinds: ${worst.join(', ')}`);
  const { openMs, reloadMs, longestMs: heldMs, residentMb } = await child<ReloadTimes>('reload');
  print(
    `${files.toLocaleString('en')} files: opened in ${openMs.toFixed(0)} ms; one saved, all reloaded in ` +
      `${reloadMs.toFixed(0)} ms, longest hold ${heldMs.toFixed(0)} ms; ${residentMb.toFixed(0)} MB resident`,
  );
}

async function printStarts(): Promise<void> {
  const say = (what: string, { readyMs, restMb }: StartTimes) =>
    print(
      `${what}: start to ready: ${readyMs.toFixed(0)} ms; memory at rest: ${restMb.toFixed(0)} MB resident`,
    );
  await timeFilter(true);
  say('npm run ask', await middleOf(short ? 1 : 5, () => timeFilter(true)));
  if (short) return;
  say('  the first time, no code compiled before', await middleOf(5, () => timeFilter(false)));
  say('  with the start of npm itself', await middleOf(3, timeThroughNpm));
  say('npm start on Slack and Discord', await middleOf(3, timeBot));
}

/** One part of the work. Gives what it tells, line by line. */
async function* tellPart(): AsyncGenerator<unknown> {
  if (given.part === 'engine') yield* timeEngine(given.engine, Number(given.size), patienceMs);
  if (given.part === 'bounces') yield bouncesPerSecond();
  if (given.part === 'pastes') yield await timePastes();
  if (given.part === 'reload') yield await timeReload(files);
}

async function child<Line>(part: string): Promise<Line> {
  const [line] = await childLines<Line>(part);
  if (line === undefined) throw new Error(`${part}: nothing was measured`);
  return line;
}

/** What a process of its own tells until it ends or must be ended. */
async function childLines<Line>(part: string, engine = '', size = 0): Promise<Line[]> {
  const flags = part === 'engine' ? ['--expose-gc', '--max-old-space-size=8192'] : botFlags;
  const args = ['--part', part, '--engine', engine, '--size', String(size), ...(short ? ['--short'] : [])];
  const running = spawn(process.execPath, [...flags, 'scripts/bench.ts', ...args], {
    cwd: repository,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const timer = setTimeout(() => running.kill('SIGKILL'), longestMs);
  const lines: Line[] = [];
  for await (const line of createInterface(running.stdout)) lines.push(JSON.parse(line) as Line);
  clearTimeout(timer);
  return lines;
}

function rowOf(name: string, size: number, told: readonly EngineTimes[]): string[] {
  const row = [name, String(size), '-', '-', '-', '-', '-', '-', '-', '-'];
  for (const one of told) {
    if (one.step === 'built') row.splice(2, 2, one.buildMs.toFixed(0), one.memoryMb.toFixed(0));
    else row.splice(one.step === 'questions' ? 4 : 7, 3, `${one.ms.length}/${one.of}`, ...quantiles(one.ms));
  }
  return row;
}

function quantiles(values: readonly number[]): [string, string] {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return [at(0.5)?.toFixed(2) ?? '-', sorted.length < 20 ? '-' : (at(0.99)?.toFixed(2) ?? '-')];
}

function bouncesPerSecond(): number {
  const samples = labelledBounces('tune')
    .filter((sample) => sample.errors.length > 0)
    .map((sample) => sample.text);
  for (const text of samples) readBounce(text);
  const start = performance.now();
  let read = 0;
  while (performance.now() - start < (short ? 1000 : 3000)) {
    for (const text of samples) readBounce(text);
    read += samples.length;
  }
  return Math.round((read * 1000) / (performance.now() - start));
}

function printRow(cells: readonly string[]): void {
  print(
    cells
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join(' '),
  );
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

endQuietlyWithoutReader();
if (given.part === undefined) await main();
else for await (const line of tellPart()) print(JSON.stringify(line));
