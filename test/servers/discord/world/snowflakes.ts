import type { Clock } from '../../slack/clock.ts';

export interface Snowflakes {
  /** Rising, with the time of the server's clock inside, as Discord's ids are. */
  next(): string;
}

const discordEpochMs = 1_420_070_400_000;

export function createSnowflakes(clock: Clock): Snowflakes {
  let last = 0n;
  return {
    next: () => {
      const now = BigInt(clock.nowMs() - discordEpochMs) << 22n;
      last = now > last ? now : last + 1n;
      return String(last);
    },
  };
}
