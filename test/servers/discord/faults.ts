import type { ApiCall } from './call-log.ts';

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
  /** Refused with the `code` you name. */
  | 'platform-error';

export interface Fault {
  readonly kind: FaultKind;
  /** GET, POST, …; any when not said. */
  readonly method?: string;
  /** The route (`/channels/:channel/messages`), or what the path must match; any when not said. */
  readonly path?: string | RegExp;
  readonly times?: number;
  readonly retryAfterSeconds?: number;
  /** With 'rate-limited': the limit over everything. */
  readonly global?: boolean;
  readonly delayMs?: number;
  readonly code?: number;
  /** Only calls like this. */
  readonly when?: (call: ApiCall) => boolean;
}

function hits({ method, path, when }: Fault, call: ApiCall): boolean {
  const [calledMethod = '', route = ''] = call.route.split(' ');
  if (method !== undefined && method !== calledMethod) return false;
  if (typeof path === 'string' && path !== '*' && path !== route) return false;
  if (path instanceof RegExp && !path.test(call.path)) return false;
  return when?.(call) ?? true;
}

export type Faults = ReturnType<typeof createFaults>;

/** Things that go wrong, in the order they were asked for; each is used up by the calls it hits. */
export function createFaults() {
  let planned: (Fault & { left: number })[] = [];
  return {
    add: (fault: Fault): void => {
      planned.push({ ...fault, left: fault.times ?? 1 });
    },
    take: (call: ApiCall): Fault | undefined => {
      const fault = planned.find((of) => of.left > 0 && hits(of, call));
      if (fault) fault.left -= 1;
      return fault;
    },
    clear: (): void => {
      planned = [];
    },
  };
}
