import type { Engine } from './engines/engine.ts';
import type { Keep } from './keep.ts';
import type { KeyRing } from './keys.ts';

/** What every concern of the memory is made from. */
export interface MemoryParts {
  readonly engine: Engine;
  readonly keep: Keep;
  readonly keys: KeyRing;
  readonly now: () => number;
  /** Names this process among all that share the database. */
  readonly owner: string;
  /** How long a process may be silent before another takes over what it had begun. */
  readonly leaseMs: number;
}
