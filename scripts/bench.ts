import { execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { readBounce } from '../bot/bounce/read-bounce.ts';
import { fit } from '../bot/desk/confidence.ts';
import { createDiagnose } from '../bot/desk/diagnosis.ts';
import { createLibrary } from '../bot/knowledge/library.ts';
import { createSearch } from '../bot/knowledge/search.ts';
import { engines } from './measure/engines.ts';
import { growArticles } from './measure/grow.ts';
import { labelledBounces, labelledQuestions } from './measure/labelled.ts';
import { table } from './measure/share.ts';
import { openDesk, repository } from './open-desk.ts';

const own = 'Hostdesk';
/** Give up on an engine's questions after this; what was measured until then is printed. */
const patienceMs = process.argv.includes('--short') ? 2000 : 20_000;

interface Measured {
  readonly buildMs: number;
  readonly heapMb: number;
  readonly question: readonly number[];
  readonly paste: readonly number[];
}

/** Prints speed and memory beside fuse.js and MiniSearch; each engine and size runs in a process of its own. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      engine: { type: 'string' },
      size: { type: 'string' },
      short: { type: 'boolean' },
      bounces: { type: 'boolean' },
    },
  });
  if (values.engine)
    return void process.stdout.write(JSON.stringify(await measure(values.engine, Number(values.size))));
  if (values.bounces) return void process.stdout.write(String(bouncesPerSecond()));

  const sizes = values.short ? [51] : [51, 1000, 10_000];
  const rows = [
    ['engine', 'articles', 'build ms', 'heap MB', 'question p50', 'p99 ms', 'paste p50', 'p99 ms'],
  ];
  for (const size of sizes) {
    for (const engine of [own, ...Object.keys(engines)]) {
      const result = JSON.parse(
        child(['--engine', engine, '--size', String(size), ...(values.short ? ['--short'] : [])]),
      ) as Measured;
      rows.push([
        engine,
        String(size),
        result.buildMs.toFixed(0),
        result.heapMb.toFixed(0),
        ...quantiles(result.question),
        ...quantiles(result.paste),
      ]);
    }
  }
  print(
    `${table(rows)}\n(a paste has 4,000 characters; "-" where an engine was too slow to finish one in ${patienceMs / 1000} s)\n`,
  );
  print(`bounces read a second, one core: ${child(['--bounces'])}`);
  const start = await startToReady();
  print(
    `start to ready: ${start.readyMs.toFixed(0)} ms; memory at rest: ${start.restMb.toFixed(0)} MB resident`,
  );
  const { longestMs, what } = await longestHold();
  print(`longest hold of the event loop by one hostile text: ${longestMs.toFixed(1)} ms (${what})`);
}

function child(args: readonly string[]): string {
  const script = join(repository, 'scripts/bench.ts');
  return execFileSync(process.execPath, ['--expose-gc', '--max-old-space-size=8192', script, ...args], {
    encoding: 'utf8',
    cwd: repository,
  });
}

async function measure(name: string, size: number): Promise<Measured> {
  const { knowledge } = await openDesk(join(repository, 'kb'));
  const real = knowledge.library.articles.filter((article) => article.kind === 'article');
  const articles = growArticles(real, size);
  globalThis.gc?.();
  const before = process.memoryUsage();
  const start = performance.now();
  let find: (text: string) => unknown;
  if (name === own) {
    const library = createLibrary(articles);
    const diagnose = createDiagnose(library, createSearch(library, fit.rank));
    find = (text) => diagnose(text, { directed: true });
  } else find = (engines[name] as (typeof engines)[string])(articles);
  const buildMs = performance.now() - start;
  globalThis.gc?.();
  const after = process.memoryUsage();
  const heapMb = (after.heapUsed + after.external - before.heapUsed - before.external) / 1e6;

  const questions = labelledQuestions('tune')
    .filter((question) => question.text.length < 300)
    .map((question) => question.text);
  const pastes = labelledQuestions('tune')
    .filter((question) => question.text.length >= 400)
    .map((question) => longPaste(question.text));
  for (const text of questions.slice(0, 50)) if (size <= 51) find(text);
  return { buildMs, heapMb, question: times(questions, find), paste: times(pastes.slice(0, 60), find) };
}

/** 4,000 characters of one paste, as mail programs add them: repeated headers and quotes. */
function longPaste(text: string): string {
  let paste = text;
  for (let at = 0; paste.length < 4000; at++) paste += `\n> ${at} ${text.slice(0, 500)}`;
  return paste.slice(0, 4000);
}

function times(texts: readonly string[], find: (text: string) => unknown): number[] {
  const taken: number[] = [];
  const end = performance.now() + patienceMs;
  for (const text of texts) {
    const start = performance.now();
    find(text);
    taken.push(performance.now() - start);
    if (performance.now() > end) break;
  }
  return taken;
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
  while (performance.now() - start < 3000) {
    for (const text of samples) readBounce(text);
    read += samples.length;
  }
  return Math.round((read * 1000) / (performance.now() - start));
}

/** Starts the bot as the operator does, with a pipe that stays open, and waits for its first answer. */
async function startToReady(): Promise<{ readyMs: number; restMb: number }> {
  const start = performance.now();
  const bot = spawn(process.execPath, [join(repository, 'scripts/ask.ts'), '--jsonl'], {
    cwd: repository,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  bot.stdin.write('{"id":1,"text":"0x80042108"}\n');
  await new Promise((resolve) => bot.stdout.once('data', resolve));
  const readyMs = performance.now() - start;
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const status = execFileSync('ps', ['-o', 'rss=', '-p', String(bot.pid)], { encoding: 'utf8' });
  bot.stdin.end();
  await new Promise((resolve) => bot.once('exit', resolve));
  return { readyMs, restMb: Number(status) / 1024 };
}

/** What a hostile paste can do to everyone else who waits. */
async function longestHold(): Promise<{ longestMs: number; what: string }> {
  const { diagnose } = await openDesk(join(repository, 'kb'));
  const hostile: [string, string][] = [
    ['1 MB of one letter', 'a'.repeat(1e6)],
    ['1 MB of words', 'mail server error 550 '.repeat(5e4)],
    ['1 MB of addresses', 'a.b@c.example.com,'.repeat(6e4)],
    ['1 MB of brackets', '<[({'.repeat(2.5e5)],
    ['1 MB of quotes', '> '.repeat(5e5)],
    ['1 MB of digits and dots', '5.1.1.'.repeat(1.7e5)],
    ['1 MB of lines', '550 5.1.1 no such user\n'.repeat(4.4e4)],
    ['1 MB of misspelt words', Array.from({ length: 1e5 }, (_, at) => `wrd${at.toString(36)}x`).join(' ')],
  ];
  let longestMs = 0;
  let what = '';
  for (const [name, text] of hostile) {
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    await new Promise((resolve) => setImmediate(resolve));
    diagnose(text, { directed: true });
    await new Promise((resolve) => setTimeout(resolve, 5));
    delay.disable();
    const heldMs = delay.max / 1e6;
    if (heldMs > longestMs) [longestMs, what] = [heldMs, name];
  }
  return { longestMs, what };
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

await main();
