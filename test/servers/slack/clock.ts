export interface Clock {
  nowMs(): number;
  nowSeconds(): number;
  /** Moves the server's clock; what expires by the clock (triggers, response URLs, tokens) notices. */
  advance(ms: number): void;
  /** A message timestamp: unique and rising, as Slack's are. */
  ts(): string;
}

export function createClock(): Clock {
  let offsetMs = 0;
  let lastMicros = 0;
  const nowMs = () => Date.now() + offsetMs;
  return {
    nowMs,
    nowSeconds: () => Math.floor(nowMs() / 1000),
    advance: (ms) => {
      offsetMs += ms;
    },
    ts: () => {
      lastMicros = Math.max(lastMicros + 1, nowMs() * 1000);
      const micros = String(lastMicros % 1_000_000).padStart(6, '0');
      return `${Math.floor(lastMicros / 1_000_000)}.${micros}`;
    },
  };
}
