import type { ResilientMemory } from './resilient/resilient.ts';
import type { Retention } from './sweep.ts';

export interface DailySweepParts {
  readonly memory: {
    readonly leases: Pick<ResilientMemory['leases'], 'take' | 'giveBack'>;
    strict(): { sweep(retention: Retention): Promise<Readonly<Record<string, number>>> } | undefined;
  };
  readonly retention: Retention;
  /** Told how many rows of what went. */
  onSwept(gone: Readonly<Record<string, number>>): void;
  onError(error: unknown): void;
  readonly now?: () => number;
}

const hourMs = 3_600_000;
const lease = 'daily sweep';
/** Shorter than a day, so that the next day's look, a little early or late, finds it free. */
const leaseMs = 23 * hourMs;

/** To be called as often as one likes: sweeps once a day, in one process for all that share the memory. */
export function createDailySweep({ memory, retention, onSwept, onError, now = Date.now }: DailySweepParts) {
  let nextAt = Number.NEGATIVE_INFINITY;
  return async (): Promise<void> => {
    const open = memory.strict();
    // Whoever holds the lease could take it again at every look.
    if (!open || now() < nextAt || (await memory.leases.take(lease, leaseMs)) !== true) return;
    nextAt = now() + leaseMs;
    try {
      onSwept(await open.sweep(retention));
    } catch (error) {
      nextAt = Number.NEGATIVE_INFINITY;
      await memory.leases.giveBack(lease);
      onError(error);
    }
  };
}

/** Looks at the start and every hour. Gives a function that ends it. */
export function startDailySweep(parts: DailySweepParts): () => void {
  const look = createDailySweep(parts);
  void look().catch(parts.onError);
  const timer = setInterval(() => void look().catch(parts.onError), hourMs);
  timer.unref();
  return () => clearInterval(timer);
}
