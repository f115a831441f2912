import type { types } from '@slack/bolt';
import type { Metrics } from '../../metrics.ts';
import type { PlatformDesk } from '../platform-desk.ts';
import type { Seen } from '../seen.ts';
import type { Mount } from './connection/signed-http.ts';
import type { SlackOAuth } from './installations/oauth.ts';
import type { ChannelPace, PaceOptions } from './saying/channel-pace.ts';
import type { Staff } from './staff.ts';

export interface SlackParts extends PlatformDesk {
  /** For one workspace. Either this or `oauth`. */
  readonly token?: string;
  /** For several workspaces; over HTTP only. */
  readonly oauth?: SlackOAuth;
  /** Socket Mode where it is set. */
  readonly appToken?: string;
  /** Signed HTTP otherwise, where `mount` puts it. */
  readonly signingSecret?: string;
  readonly mount?: Mount;
  readonly apiUrl?: string;
  /** Ids of users (U…) and user groups (S…). */
  readonly staff: readonly string[];
  /** Ids of channels that the operator set it to listen in: the start looks whether it can. */
  readonly channels: readonly string[];
  /** Where hand-offs go: the start looks whether the bot is in it. */
  readonly staffChannel?: string | undefined;
  readonly pace?: PaceOptions;
  readonly metrics?: Pick<Metrics, 'rateLimited'>;
  /** How long an answer may take before the thread says that it is being worked on. */
  readonly workingAfterMs?: number;
  /** How often questions are looked for whose process died before it answered. */
  readonly takeUpEveryMs?: number;
  readonly now?: () => number;
}

/** The desk as the listeners get it, with what the platform keeps beside it. */
export interface Kit extends PlatformDesk {
  readonly apiUrl: string;
  readonly installations: SlackOAuth['installations'] | undefined;
  readonly workingAfterMs: number;
  readonly now: () => number;
  readonly staff: Staff;
  readonly pace: ChannelPace;
  readonly seen: Seen;
  /** Private messages as they were sent: Slack never shows them to the bot again. By the copy's id. */
  readonly copies: Shelf<readonly types.KnownBlock[]>;
  /** Channel → key of the question answered there last. */
  readonly lastAnswered: Shelf<string>;
  /** Person → when they were last told that their paste shows addresses. */
  readonly warned: Shelf<number>;
}

export interface Shelf<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
}

/** Forgets the oldest beyond `most`. */
export function createShelf<Value>(most: number): Shelf<Value> {
  const kept = new Map<string, Value>();
  return {
    get: (key) => kept.get(key),
    set(key, value) {
      kept.delete(key);
      kept.set(key, value);
      const oldest = kept.size > most ? kept.keys().next().value : undefined;
      if (oldest !== undefined) kept.delete(oldest);
    },
  };
}
