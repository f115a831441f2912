import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../bot/main.ts', import.meta.url));
/** As `npm start` has them. */
const startFlags = [
  '--max-semi-space-size=4',
  '--import',
  new URL('../../bot/compile-cache.js', import.meta.url).href,
];
const kb = fileURLToPath(new URL('../../kb', import.meta.url));

export interface LogLine {
  readonly level: number;
  readonly msg: string;
  readonly [field: string]: unknown;
}

/** The bot as an operator starts it, in a process of its own. */
export interface BotProcess {
  readonly child: ChildProcess;
  /** Until it says `ready`; rejects with what it said when it ended before. */
  readonly ready: Promise<void>;
  /** The exit code; null when it was killed. */
  readonly ended: Promise<number | null>;
  /** What it logged so far, without what was no log line. */
  readonly log: readonly LogLine[];
  /** Everything on standard error that is no log line: what stops a start is said there. */
  said(): string;
  /** As a power cut does. */
  kill(): Promise<void>;
  /** As an operator does; gives the exit code. */
  stop(): Promise<number | null>;
}

export interface BotOptions {
  /** Modules that are loaded before the bot. */
  readonly preload?: readonly URL[];
  readonly nodeFlags?: readonly string[];
  /** Another program than the bot, which says `ready` as the bot does. */
  readonly program?: URL;
}

/** Settings come from `env` alone, never from the environment or the folder of whoever tests. */
export function startBot(env: Readonly<Record<string, string>>, options: BotOptions = {}): BotProcess {
  const { preload = [], nodeFlags = [], program } = options;
  const folder = mkdtempSync(join(tmpdir(), 'hostdesk-bot-'));
  const imports = preload.flatMap((url) => ['--import', url.href]);
  const child = spawn(
    process.execPath,
    [...startFlags, ...nodeFlags, ...imports, program ? fileURLToPath(program) : main],
    {
      cwd: folder,
      env: { PATH: process.env.PATH ?? '', KB_DIR: kb, DATA_DIR: folder, PORT: 'off', ...env },
      stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    },
  );
  const log: LogLine[] = [];
  const rest: string[] = [];
  let isReady = () => {};
  const saidReady = new Promise<void>((resolve) => {
    isReady = resolve;
  });
  if (!child.stderr) throw new Error('No output to read');
  createInterface({ input: child.stderr }).on('line', (text) => {
    const line = lineFrom(text);
    if (!line) rest.push(text);
    else log.push(line);
    if (line?.msg === 'ready') isReady();
    if (process.env.DEBUG) console.error(child.pid, text);
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  void ended.then(() => rmSync(folder, { recursive: true, force: true }));
  const endedEarly = ended.then((code) => {
    throw new Error(`the bot ended with ${code}: ${rest.join('\n')}`);
  });
  const ready = Promise.race([saidReady, endedEarly]);
  ready.catch(() => {});
  endedEarly.catch(() => {});
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return {
    ...{ child, ready, ended, log },
    said: () => rest.join('\n'),
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  };
}

function lineFrom(text: string): LogLine | undefined {
  try {
    const line = JSON.parse(text) as LogLine;
    return typeof line.msg === 'string' ? line : undefined;
  } catch {
    return undefined;
  }
}
