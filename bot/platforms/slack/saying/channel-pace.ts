import { setTimeout as sleep } from 'node:timers/promises';

/** Runs what posts to one channel in order and no faster than Slack lets it; channels do not wait for each other. */
export type ChannelPace = <Value>(channel: string, post: () => Promise<Value>) => Promise<Value>;

export interface PaceOptions {
  /** Between two posts to a channel. Slack: one second, and a few at once are tolerated. */
  readonly intervalMs?: number;
  readonly atOnce?: number;
  readonly now?: () => number;
}

interface Line {
  tail: Promise<unknown>;
  waiting: number;
  /** When the channel would be at rest again: each post moves it on by one interval. */
  busyUntil: number;
}

export function createChannelPace({
  intervalMs = 1000,
  atOnce = 3,
  now = Date.now,
}: PaceOptions = {}): ChannelPace {
  const lines = new Map<string, Line>();
  const forgetIdle = () => {
    for (const [channel, line] of lines)
      if (line.waiting === 0 && line.busyUntil <= now()) lines.delete(channel);
  };
  return (channel, post) => {
    if (lines.size > 1000) forgetIdle();
    const line = lines.get(channel) ?? { tail: Promise.resolve(), waiting: 0, busyUntil: 0 };
    lines.set(channel, line);
    line.waiting++;
    const mine = line.tail.then(async () => {
      const early = line.busyUntil - now() - (atOnce - 1) * intervalMs;
      if (early > 0) await sleep(early);
      line.busyUntil = Math.max(line.busyUntil, now()) + intervalMs;
      return post();
    });
    const leave = () => {
      line.waiting--;
    };
    line.tail = mine.then(leave, leave);
    return mine;
  };
}
