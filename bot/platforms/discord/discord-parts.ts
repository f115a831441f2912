import type { Client } from 'discord.js';
import type { Metrics } from '../../metrics.ts';
import type { PlatformDesk } from '../platform-desk.ts';
import type { Seen } from '../seen.ts';
import type { Listener } from './listeners/listener.ts';
import type { DiscordCalls } from './saying/discord-calls.ts';

/** `auto`, unless said otherwise: as many as Discord advises, all in this process. `ids`: those of `count` that this process runs. */
export type Shards = 'auto' | number | { readonly ids: readonly number[]; readonly count: number };

export interface DiscordParts extends PlatformDesk {
  readonly token: string;
  readonly applicationId: string;
  /** Commands for this server only, at once: for development. */
  readonly guildId?: string;
  readonly apiUrl?: string;
  readonly staffRoles: readonly string[];
  /** Channels and forums that the settings name to listen in: the start looks whether the bot may answer there. */
  readonly channels: readonly string[];
  /** The staff's own channel, for hand-offs and alerts. */
  readonly staffChannel?: string | undefined;
  readonly shards?: Shards;
  /** Of this process, over all channels; 50 unless said otherwise, which is what Discord allows a bot in all. */
  readonly requestsPerSecond?: number;
  /** How long an answer may take before it looks as if the bot were typing. */
  readonly typingAfterMs?: number;
  /** How long a form may wait for what it holds when it opens; Discord refuses one that comes after three seconds. */
  readonly prefillMs?: number;
  /** How often questions are looked for whose process died before it answered. */
  readonly takeUpEveryMs?: number;
  readonly metrics?: Pick<Metrics, 'rateLimited'>;
  readonly now?: () => number;
}

/** The parts as the listeners get them, with what the platform keeps beside them. */
export interface Kit extends PlatformDesk {
  readonly client: Client;
  readonly calls: DiscordCalls;
  readonly apiUrl: string;
  readonly listeners: readonly Listener[];
  readonly staffRoles: ReadonlySet<string>;
  readonly typingAfterMs: number;
  readonly prefillMs: number;
  readonly now: () => number;
  /** Commands and presses this process has taken on. */
  readonly seen: Seen;
  /** What was pressed on which message, so that a second click does nothing. */
  readonly pressed: Seen;
}
