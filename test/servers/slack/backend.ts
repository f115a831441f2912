import { type Announcements, createAnnouncements } from './announcements.ts';
import type { App } from './app.ts';
import { type CallLog, createCallLog } from './call-log.ts';
import { type Changes, createChanges } from './changes.ts';
import { type Clock, createClock } from './clock.ts';
import { createDeliveries, type Deliveries } from './delivery.ts';
import { createFaults, type Faults } from './faults.ts';
import { createFiles, type Files } from './files.ts';
import { createIds, type Ids } from './ids.ts';
import { createInstalls, type Installs } from './installs.ts';
import { createMessages, type Messages } from './messages.ts';
import { createOpenId, type OpenId } from './openid.ts';
import { createResponseUrls, type ResponseUrls } from './response-urls.ts';
import { createTriggers, type Triggers } from './triggers.ts';
import { createViews, type Views } from './views.ts';
import { createWorkspace, type Workspace } from './workspace.ts';

export interface Timing {
  /** How long the app has to acknowledge: 3 s, as Slack's. */
  readonly ackTimeoutMs: number;
  /** The waits before an event's retries: at once, a minute, five minutes, as Slack's. */
  readonly retryDelaysMs: readonly number[];
  readonly triggerLifeMs: number;
  readonly pingIntervalMs: number;
}

export const realTiming: Timing = {
  ackTimeoutMs: 3000,
  retryDelaysMs: [0, 60_000, 300_000],
  triggerLifeMs: 3000,
  pingIntervalMs: 10_000,
};

export interface Prompts {
  readonly title: string;
  readonly prompts: readonly { title: string; message: string }[];
  readonly threadTs: string | undefined;
}

/** Everything behind the doors of the server: what the Web API, the transports and the people share. */
export interface Backend {
  readonly app: App;
  readonly timing: Timing;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly changes: Changes;
  readonly workspace: Workspace;
  readonly installs: Installs;
  readonly openid: OpenId;
  readonly messages: Messages;
  readonly views: Views;
  readonly files: Files;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly faults: Faults;
  readonly calls: CallLog;
  readonly deliveries: Deliveries;
  readonly announce: Announcements;
  /** channel and thread → 'is thinking…' */
  readonly statuses: Map<string, string>;
  /** channel → the prompts pinned there */
  readonly prompts: Map<string, Prompts>;
  /** channel and thread → title */
  readonly titles: Map<string, string>;
  readonly baseUrl: () => string;
  readonly signal: AbortSignal;
}

export function createBackend(app: App, timing: Timing, baseUrl: () => string, signal: AbortSignal): Backend {
  const clock = createClock();
  const ids = createIds();
  const changes = createChanges();
  const workspace = createWorkspace(ids);
  const installs = createInstalls(app, workspace, clock, ids);
  const messages = createMessages(clock);
  const deliveries = createDeliveries({ ...timing, changes, signal });
  return {
    app,
    timing,
    clock,
    ids,
    changes,
    workspace,
    installs,
    openid: createOpenId(app, baseUrl),
    messages,
    views: createViews(app.id, ids, clock.nowSeconds),
    files: createFiles(clock, ids, baseUrl),
    triggers: createTriggers(clock, timing.triggerLifeMs),
    responseUrls: createResponseUrls(clock, baseUrl),
    faults: createFaults(),
    calls: createCallLog(changes),
    deliveries,
    announce: createAnnouncements({ app, workspace, installs, messages, deliveries, clock, ids }),
    statuses: new Map(),
    prompts: new Map(),
    titles: new Map(),
    baseUrl,
    signal,
  };
}
