import type { Receiver } from '@slack/bolt';

/** The way Slack's events come in. */
export interface Connection {
  readonly receiver: Receiver;
  /** Resolves once events can arrive; rejects with one sentence. */
  start(): Promise<void>;
  /** Whether events can arrive right now. */
  connected(): boolean;
  /** Nothing new comes in after this. */
  stop(): Promise<void>;
}
