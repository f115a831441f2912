import type { Outreach } from '../desk/outreach.ts';

/** A place where people ask. Translates between its own messages and the desk's questions and replies. */
export interface Platform {
  readonly name: string;
  /** How it says what nobody asked for just then; works once it has started. */
  readonly outreach: Outreach;
  /** Resolves once questions can arrive; rejects with a sentence that names what to put right. */
  start(): Promise<void>;
  /** Whether questions can arrive right now. */
  connected(): boolean;
  /** Finishes what is in flight, then resolves. */
  stop(): Promise<void>;
}
