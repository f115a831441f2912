import { setTimeout as sleep } from 'node:timers/promises';
import { App } from '@slack/bolt';
import type { Platform } from '../platform.ts';
import { createSeen } from '../seen.ts';
import { acknowledgingWhenTaken } from './connection/acknowledge.ts';
import { clientOptions, libraryLogger, slackApi } from './connection/client-options.ts';
import type { Connection } from './connection/connection.ts';
import { type Identity, identify } from './connection/identify.ts';
import { createOpenTeam } from './connection/open-team.ts';
import { createSignedHttp } from './connection/signed-http.ts';
import { createSocket } from './connection/socket.ts';
import { boltEar } from './hearing/ear.ts';
import { oauthOptions } from './installations/oauth.ts';
import { type Authorize, oneRefresh } from './installations/one-refresh.ts';
import { listen } from './listeners/listen.ts';
import { botScopes } from './manifest.ts';
import { resumeAbandoned } from './resume.ts';
import { createChannelPace } from './saying/channel-pace.ts';
import { createOutreach } from './saying/outreach.ts';
import { createShelf, type Kit, type SlackParts } from './slack-parts.ts';
import { createStaff, isGroup } from './staff.ts';

const longestDrainMs = 20_000;

/** The desk on Slack: one workspace by token or several by OAuth, over Socket Mode or signed HTTP. */
export function createSlack(parts: SlackParts): Platform {
  const { apiUrl = slackApi, log, takeUpEveryMs = 60_000 } = parts;
  const kit = createKit(parts, apiUrl);
  // Events of workspaces whose token cannot be had right now: Slack is to send them again.
  const refused = new WeakSet<object>();
  const { connection, authorize } = connect(parts, apiUrl, (body) => refused.add(body));
  const inFlight = new Set<Promise<unknown>>();
  let identity: Identity | undefined;
  let resuming: NodeJS.Timeout | undefined;

  const app = new App({
    receiver: acknowledgingWhenTaken(connection.receiver, log, (body) => refused.has(body)),
    authorize: authorize ?? (async () => known(identity)),
    clientOptions: clientOptions(apiUrl, log, parts.metrics),
    logger: libraryLogger(log),
    convoStore: false,
  });
  const track = async <Value>(work: Promise<Value>): Promise<Value> => {
    inFlight.add(work);
    return work.finally(() => inFlight.delete(work));
  };
  app.use(({ next }) => track(next()));
  app.error(async (error) => log.error({ err: error }, 'slack_event_failed'));
  listen(boltEar(app, log, kit.seen), kit);

  const openTeam = createOpenTeam({
    authorize,
    identity: () => known(identity),
    apiUrl,
    log,
    metrics: parts.metrics,
  });
  const outreach = createOutreach(kit, openTeam);
  const resume = () =>
    track(resumeAbandoned(kit, openTeam)).catch((error) => log.error({ err: error }, 'slack_resume_failed'));

  return {
    name: 'slack',
    outreach: {
      ...outreach,
      post: (...given) => track(outreach.post(...given)),
      update: (...given) => track(outreach.update(...given)),
      tell: (...given) => track(outreach.tell(...given)),
    },
    async start() {
      const { token, channels, staffChannel, staff } = parts;
      if (token !== undefined)
        identity = await identify({
          ...{ token, apiUrl, channels, staffChannel },
          options: clientOptions(apiUrl, log, parts.metrics),
          scopes: botScopes(),
          staffGroups: staff.filter(isGroup),
          onLesserScopeMissing: (why) => log.warn({ why }, 'slack_scope_missing'),
        });
      await connection.start();
      if (!parts.memory.abandoned) return;
      resuming = setInterval(resume, takeUpEveryMs).unref();
      void resume();
    },
    connected: connection.connected,
    async stop() {
      clearInterval(resuming);
      await connection.stop();
      const drained = async () => {
        while (inFlight.size > 0) await Promise.allSettled(inFlight);
      };
      await Promise.race([drained(), sleep(longestDrainMs, undefined, { ref: false })]);
      if (inFlight.size > 0) log.warn({ left: inFlight.size }, 'slack_stopped_in_the_middle');
    },
  };
}

function createKit(parts: SlackParts, apiUrl: string): Kit {
  const { now = Date.now, log } = parts;
  const onError = (error: unknown) => log.warn({ err: error }, 'slack_staff_unknown');
  return {
    ...parts,
    apiUrl,
    now,
    installations: parts.oauth?.installations,
    workingAfterMs: parts.workingAfterMs ?? 400,
    staff: createStaff({ ids: parts.staff, now, onError }),
    pace: createChannelPace(parts.pace),
    seen: createSeen(),
    copies: createShelf(500),
    lastAnswered: createShelf(2000),
    warned: createShelf(5000),
  };
}

/** `authorize` finds a workspace's token; undefined where there is but one. */
function connect(
  parts: SlackParts,
  apiUrl: string,
  onAway: (body: object) => void,
): { connection: Connection; authorize: Authorize | undefined } {
  const { token, oauth, appToken, signingSecret, mount, log, now = Date.now } = parts;
  if ((token === undefined) === (oauth === undefined))
    throw new Error(
      'Slack: set SLACK_BOT_TOKEN for one workspace, or SLACK_CLIENT_ID and SLACK_CLIENT_SECRET for several, not both.',
    );
  const options = clientOptions(apiUrl, log, parts.metrics);
  const logger = libraryLogger(log);
  if (appToken !== undefined) {
    if (oauth)
      throw new Error(
        'Slack: several workspaces need HTTP: take SLACK_APP_TOKEN away, set SLACK_SIGNING_SECRET.',
      );
    return { connection: createSocket({ appToken, apiUrl, options, logger, log }), authorize: undefined };
  }
  if (signingSecret === undefined)
    throw new Error('Slack: set SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (signed HTTP).');
  if (mount === undefined) throw new Error('Slack: signed HTTP needs a port: take PORT=off away.');
  const connection = createSignedHttp({
    ...{ signingSecret, mount, logger },
    ...(oauth ? { oauth: oauthOptions(oauth, botScopes(), apiUrl, options, now) } : {}),
  });
  const { installer } = connection.receiver;
  return { connection, authorize: installer && oneRefresh(installer.authorize, onAway) };
}

function known(identity: Identity | undefined) {
  if (!identity) throw new Error('Slack: the bot has not started yet');
  return { ...identity };
}
