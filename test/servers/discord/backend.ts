import { type Changes, createChanges } from '../slack/changes.ts';
import { type Clock, createClock } from '../slack/clock.ts';
import { type Announcements, createAnnouncements } from './announcements.ts';
import { type Application, createApplication } from './application.ts';
import { type CallLog, createCallLog } from './call-log.ts';
import { createFaults, type Faults } from './faults.ts';
import { createSessions, type Sessions } from './gateway/sessions.ts';
import { createInteractions, type Interactions } from './interactions/interactions.ts';
import { type Attachments, createAttachments } from './messages/attachments.ts';
import { createMessages, type Messages } from './messages/message.ts';
import { createOAuth, type OAuth } from './oauth.ts';
import { type Commands, createCommands } from './rest/command-store.ts';
import { createRateLimits, type RateLimits, type RateLimitTable } from './rest/rate-limits.ts';
import type { User } from './world/guild.ts';
import { createSnowflakes, type Snowflakes } from './world/snowflakes.ts';
import { createWorld, type World } from './world/world.ts';

export interface Timing {
  /** How long the app has to answer an interaction: 3 s, as Discord's. */
  readonly ackTimeoutMs: number;
  /** How long an interaction's token is good for, by the server's clock: 15 min. */
  readonly tokenLifeMs: number;
  /** How long a nonce is remembered, by the server's clock. */
  readonly nonceLifeMs: number;
  /** A forum post's thread is announced this long before its message is there. */
  readonly forumPostDelayMs: number;
  readonly heartbeatIntervalMs: number;
  readonly identifyIntervalMs: number;
  readonly guildsPerShard: number;
}

export const realTiming: Timing = {
  ackTimeoutMs: 3000,
  tokenLifeMs: 15 * 60_000,
  nonceLifeMs: 5 * 60_000,
  forumPostDelayMs: 20,
  heartbeatIntervalMs: 41_250,
  // Discord's is 5 s; tests that restart the app in one process would wait for nothing.
  identifyIntervalMs: 0,
  guildsPerShard: 2500,
};

/** Everything behind the doors of the server: what REST, the gateway and the people share. */
export interface Backend {
  readonly application: Application;
  readonly timing: Timing;
  readonly clock: Clock;
  readonly ids: Snowflakes;
  readonly changes: Changes;
  readonly world: World;
  readonly messages: Messages;
  readonly attachments: Attachments;
  readonly sessions: Sessions;
  readonly announce: Announcements;
  readonly interactions: Interactions;
  readonly commands: Commands;
  readonly oauth: OAuth;
  readonly rateLimits: RateLimits;
  readonly faults: Faults;
  readonly calls: CallLog;
  readonly baseUrl: () => string;
  readonly signal: AbortSignal;
}

export interface BackendOptions {
  readonly application: Partial<Omit<Application, 'id'>>;
  readonly timing: Timing;
  readonly rateLimits: Partial<RateLimitTable>;
  readonly baseUrl: () => string;
  readonly signal: AbortSignal;
}

export function createBackend({ timing, baseUrl, signal, ...options }: BackendOptions): Backend {
  const clock = createClock();
  const ids = createSnowflakes(clock);
  const changes = createChanges();
  const application = createApplication(ids.next(), options.application);
  const bot: User = {
    id: application.id,
    name: application.name,
    globalName: null,
    isBot: true,
    locale: 'en-US',
    acceptsDms: true,
    installedApp: false,
  };
  const world = createWorld(clock, ids, bot);
  const messages = createMessages(clock, ids);
  const attachments = createAttachments(clock, ids, baseUrl);
  const sessions = createSessions(changes);
  const announce = createAnnouncements({ world, messages, attachments }, sessions);
  return {
    application,
    timing,
    clock,
    ids,
    changes,
    world,
    messages,
    attachments,
    sessions,
    announce,
    interactions: createInteractions({ timing, clock, changes, announce }),
    commands: createCommands(application.id, ids),
    oauth: createOAuth(application, 'the-client-secret-of-the-application'),
    rateLimits: createRateLimits(clock, options.rateLimits),
    faults: createFaults(),
    calls: createCallLog(changes),
    baseUrl,
    signal,
  };
}
