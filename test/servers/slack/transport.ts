import type { Json } from './json.ts';

export type EnvelopeType = 'events_api' | 'slash_commands' | 'interactive';

export interface Envelope {
  readonly type: EnvelopeType;
  readonly payload: Json;
  /** Whether what comes with the acknowledgement counts. */
  readonly acceptsResponse: boolean;
  readonly retryNum: number;
  readonly retryReason: string | undefined;
}

export type Ack =
  | { readonly ok: true; readonly body: unknown; readonly tookMs: number }
  | { readonly ok: false; readonly reason: FailureReason; readonly noRetry?: boolean };

export type FailureReason = 'timeout' | 'connection_failed' | 'http_error' | 'http_timeout';

/** A way to the app. `send` settles at the latest after the ack timeout; `onLate` hears of an ack after that. */
export interface Transport {
  send(envelope: Envelope, onLate: (tookMs: number) => void): Promise<Ack>;
  /** Resolves when there is something to send to. */
  available(): Promise<void>;
}
