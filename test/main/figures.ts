import { once } from 'node:events';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { BotProcess } from './bot-process.ts';

/** What a process says of itself. Times since its start, or since it was last asked. */
export interface Figures {
  readonly cpuMs: number;
  /** How late the event loop was, 99 times of 100 at most, and at most. */
  readonly loopP99Ms: number;
  readonly loopMaxMs: number;
  readonly rssMb: number;
  /** After a garbage collection, where the process was started with `--expose-gc`. */
  readonly heapMb: number;
}

const self = new URL(import.meta.url);
/** To be loaded before the bot, so that it can be asked. */
export const figuresPreload = self;

/** Asks a process that was started with the preload. */
export async function figuresOf({ child, said }: BotProcess): Promise<Figures> {
  if (!child.connected) throw new Error(`the process has ended: ${said().slice(-300)}`);
  const answer = once(child, 'message', { signal: AbortSignal.timeout(30_000) });
  child.send('figures');
  return ((await answer) as [Figures])[0];
}

function listen(): void {
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  let cpu = process.cpuUsage();
  process.on('message', (message) => {
    if (message !== 'figures') return;
    globalThis.gc?.();
    const used = process.cpuUsage(cpu);
    const { rss, heapUsed } = process.memoryUsage();
    const figures: Figures = {
      cpuMs: (used.user + used.system) / 1000,
      loopP99Ms: loop.percentile(99) / 1e6,
      loopMaxMs: loop.max / 1e6,
      rssMb: rss / 2 ** 20,
      heapMb: heapUsed / 2 ** 20,
    };
    process.send?.(figures);
    cpu = process.cpuUsage();
    loop.reset();
  });
  // Being asked keeps nobody alive.
  process.channel?.unref();
}

if (process.channel && process.execArgv.includes(self.href)) listen();
