import * as cockatiel from 'cockatiel';
import type { HostResponse } from './host-client.ts';

export type GuardedResponse =
  | HostResponse
  | { readonly kind: 'failed'; readonly fault: 'refused-earlier' | 'down-earlier'; readonly error: string };

export interface Pauses {
  /** Before the one retry after a network error. */
  readonly retryMs: number;
  /** How long a server that refused is left alone; doubled, up to sixteen times, while it keeps refusing. */
  readonly refusedMs: number;
  /** How long a server that did not answer three times running is left alone. */
  readonly downMs: number;
}

/** Keeps us from asking a server again that refused or that is down. `key`: what a refusal is about, a token and a function. */
export type Guard = (key: string, send: () => Promise<HostResponse>) => Promise<GuardedResponse>;

const refusedStatus = new Set([401, 403, 429]);
const isRefusal = (answer: unknown) => {
  const response = answer as HostResponse;
  return response.kind === 'response' && refusedStatus.has(response.status);
};
const faultOf = (answer: unknown) => {
  const response = answer as HostResponse;
  return response.kind === 'failed' ? response.fault : undefined;
};
const isNetworkError = (answer: unknown) => ['connection', 'cut-off'].includes(faultOf(answer) ?? '');
const isDown = (answer: unknown) => isNetworkError(answer) || faultOf(answer) === 'timeout';

export function createGuard({ retryMs, refusedMs, downMs }: Pauses): Guard {
  const { circuitBreaker, ConsecutiveBreaker, ConstantBackoff, ExponentialBackoff, handleWhenResult } =
    cockatiel;
  const backoff = new ConstantBackoff(retryMs);
  const retryOnce = cockatiel.retry(handleWhenResult(isNetworkError), { maxAttempts: 1, backoff });
  const whenDown = circuitBreaker(handleWhenResult(isDown), {
    halfOpenAfter: downMs,
    breaker: new ConsecutiveBreaker(3),
  });
  const whenRefused = new Map<string, ReturnType<typeof circuitBreaker>>();

  const refusalsOf = (key: string) => {
    const known = whenRefused.get(key);
    if (known) return known;
    const generator = cockatiel.noJitterGenerator;
    const halfOpenAfter = new ExponentialBackoff({
      initialDelay: refusedMs,
      maxDelay: refusedMs * 16,
      generator,
    });
    // The first refusal is enough: the host's brute-force guard may lock our address out.
    const breaker = circuitBreaker(handleWhenResult(isRefusal), {
      halfOpenAfter,
      breaker: new ConsecutiveBreaker(1),
    });
    whenRefused.set(key, breaker);
    return breaker;
  };

  return async (key, send) => {
    const refusals = refusalsOf(key);
    try {
      return await cockatiel.wrap(whenDown, refusals, retryOnce).execute(send);
    } catch (error) {
      if (!cockatiel.isBrokenCircuitError(error)) throw error;
      if (refusals.state === cockatiel.CircuitState.Closed) {
        return {
          kind: 'failed',
          fault: 'down-earlier',
          error: 'not asked again yet: it did not answer three times running',
        };
      }
      return {
        kind: 'failed',
        fault: 'refused-earlier',
        error: 'not asked again yet: it refused this token',
      };
    }
  };
}
