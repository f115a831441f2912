import type { Desk } from '../desk/desk.ts';

/** A place where people ask. Translates between its own messages and the desk's questions and replies. */
export interface Platform {
  readonly name: string;
  /** Resolves once questions can arrive. */
  start(desk: Desk): Promise<void>;
  /** Finishes what is in flight, then resolves. */
  stop(): Promise<void>;
}
