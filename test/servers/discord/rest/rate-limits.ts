import { createHash } from 'node:crypto';
import type { Clock } from '../../slack/clock.ts';

export interface RateLimit {
  readonly limit: number;
  readonly perMs: number;
}

/** By route; `*` for the others, `global` over all, `rename` for a channel's name and topic. */
export type RateLimitTable = Readonly<Record<string, RateLimit>>;

const perFiveSeconds = { limit: 5, perMs: 5000 };

/** Discord publishes none; these are what its headers have said for years. */
export const realRateLimits: RateLimitTable = {
  '*': { limit: 50, perMs: 1000 },
  global: { limit: 50, perMs: 1000 },
  rename: { limit: 2, perMs: 600_000 },
  'POST /channels/:channel/messages': perFiveSeconds,
  'PATCH /channels/:channel/messages/:message': perFiveSeconds,
  'DELETE /channels/:channel/messages/:message': perFiveSeconds,
  'POST /channels/:channel/typing': perFiveSeconds,
  'PUT /channels/:channel/messages/:message/reactions/:emoji/@me': { limit: 1, perMs: 250 },
  'DELETE /channels/:channel/messages/:message/reactions/:emoji/@me': { limit: 1, perMs: 250 },
  'POST /webhooks/:application/:token': { limit: 5, perMs: 2000 },
  'PATCH /webhooks/:application/:token/messages/:message': { limit: 5, perMs: 2000 },
  'PUT /applications/:application/commands': { limit: 2, perMs: 1000 },
};

/** For tests that are about something else and send much. */
export const generousRateLimits: RateLimitTable = Object.fromEntries(
  Object.keys(realRateLimits).map((route) => [route, { limit: 10_000, perMs: 1000 }]),
);

export interface Verdict {
  readonly headers: Readonly<Record<string, string>>;
  /** Set when this request is one too many. */
  readonly refused?: { readonly retryAfterSeconds: number; readonly global: boolean };
}

interface Window {
  used: number;
  endsAt: number;
}

const seconds = (ms: number) => Math.max(0, Math.ceil(ms) / 1000);

export type RateLimits = ReturnType<typeof createRateLimits>;

export function createRateLimits(clock: Clock, changes: Partial<RateLimitTable> = {}) {
  const table: Record<string, RateLimit | undefined> = { ...realRateLimits, ...changes };
  const windows = new Map<string, Window>();
  const limitOf = (route: string): RateLimit => table[route] ?? table['*'] ?? perFiveSeconds;

  function windowOf(key: string, perMs: number): Window {
    const now = clock.nowMs();
    const known = windows.get(key);
    if (known && known.endsAt > now) return known;
    const opened = { used: 0, endsAt: now + perMs };
    windows.set(key, opened);
    return opened;
  }

  function count(route: string, major: string): Verdict {
    const { limit, perMs } = limitOf(route);
    const window = windowOf(`${route} ${major}`, perMs);
    window.used += 1;
    const resetAfter = seconds(window.endsAt - clock.nowMs());
    const headers = {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(Math.max(0, limit - window.used)),
      'x-ratelimit-reset': String(seconds(window.endsAt)),
      'x-ratelimit-reset-after': String(resetAfter),
      'x-ratelimit-bucket': createHash('md5').update(route).digest('hex'),
    };
    if (window.used <= limit) return { headers };
    return { headers, refused: { retryAfterSeconds: resetAfter, global: false } };
  }

  return {
    /** Counts a request. `major`: the channel, server or webhook in the path, for each of which the limit is its own. */
    count: (route: string, major: string, countsGlobally: boolean): Verdict => {
      if (!countsGlobally) return count(route, major);
      const { limit, perMs } = limitOf('global');
      const everything = windowOf('global', perMs);
      everything.used += 1;
      if (everything.used <= limit) return count(route, major);
      const retryAfterSeconds = seconds(everything.endsAt - clock.nowMs());
      return { headers: {}, refused: { retryAfterSeconds, global: true } };
    },
  };
}
