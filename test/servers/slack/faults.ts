import type { Json } from './json.ts';

export type FaultKind =
  /** 429 with Retry-After; nothing happened. */
  | 'rate-limited'
  | 'http-500'
  /** The connection breaks before anything happened. */
  | 'reset-before'
  /** It happened; the connection breaks before the answer. */
  | 'reset-after'
  /** It happens late. */
  | 'slow'
  /** It happens at once, the answer comes late. */
  | 'slow-answer'
  /** `ok: false` with the error you name. */
  | 'platform-error';

export interface Fault {
  /** A Web API method, or `response_url`, `files.upload`, `files.download`; `*` is all of them. */
  readonly method: string;
  readonly kind: FaultKind;
  readonly times?: number;
  readonly retryAfterSeconds?: number;
  readonly delayMs?: number;
  readonly error?: string;
  /** Only calls with these arguments. */
  readonly when?: (args: Json) => boolean;
}

export type Faults = ReturnType<typeof createFaults>;

/** Things that go wrong, in the order they were asked for; each is used up by the calls it hits. */
export function createFaults() {
  let planned: (Fault & { left: number })[] = [];
  return {
    add: (fault: Fault): void => {
      planned.push({ ...fault, left: fault.times ?? 1 });
    },
    take: (method: string, args: Json): Fault | undefined => {
      const fault = planned.find(
        (of) => of.left > 0 && (of.method === '*' || of.method === method) && (of.when?.(args) ?? true),
      );
      if (fault) fault.left -= 1;
      return fault;
    },
    clear: (): void => {
      planned = [];
    },
  };
}
