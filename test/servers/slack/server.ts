import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type App, appFromManifest, fullApp } from './app.ts';
import { createBackend, realTiming, type Timing } from './backend.ts';
import { until } from './changes.ts';
import { answerRequest } from './doors.ts';
import type { Fault } from './faults.ts';
import type { Message } from './messages.ts';
import { createAppHome } from './person/app-home.ts';
import { createCommands } from './person/commands.ts';
import { createConversation } from './person/conversation.ts';
import { createInteractions } from './person/interactions.ts';
import { createModals } from './person/modals.ts';
import { pingsIn, shownText } from './shown-text.ts';
import { createSignedHttp, type SignedHttp } from './signed-http.ts';
import { createSocketMode } from './socket-mode.ts';
import { type Channel, idOf, type NewChannel, type Team, type User } from './workspace.ts';

export interface SlackServerOptions extends Partial<Timing> {
  /** The product's own manifest: the server then refuses what it does not ask for. */
  readonly manifest?: unknown;
  /** Changes to the app, after the manifest. */
  readonly app?: Partial<App>;
  /** False: no team has the app until someone installs it through OAuth. */
  readonly installed?: boolean;
}

export type SlackServer = Awaited<ReturnType<typeof createSlackServer>>;

/** A Slack of one's own on 127.0.0.1: what the app talks to, and the people who talk to the app. */
export async function createSlackServer(options: SlackServerOptions = {}) {
  const { manifest, app: appChanges, installed = true, ...timing } = options;
  const described = manifest === undefined ? fullApp() : appFromManifest(manifest);
  const app: App = { ...described, ...appChanges };
  const stopping = new AbortController();
  let url = '';
  const backend = createBackend(app, { ...realTiming, ...timing }, () => url, stopping.signal);
  const { workspace, installs, messages, views, deliveries, calls, changes, faults, clock } = backend;
  const socketMode = createSocketMode({ appId: app.id, ...backend.timing, changes });
  deliveries.use(socketMode.transport);

  const openUrl = () => socketMode.openUrl(url);
  const http = createServer((request, response) => {
    answerRequest(backend, request, response, openUrl).catch((error: unknown) => {
      if (!stopping.signal.aborted) console.error('the local Slack server failed', error);
      response.destroy();
    });
  });
  http.on('upgrade', socketMode.upgrade);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;

  const team = workspace.home;
  if (installed) installs.install(team.id);
  const installationOf = (of: Team | string = team) => {
    const installation = installs.of(idOf(of));
    if (!installation) throw new Error('the app is not installed there');
    return installation;
  };

  const stillWaiting = () => {
    const last = calls.of().slice(-8);
    const lines = last.map(({ method, outcome }) => `${method}: ${outcome}`);
    return ` Last calls: ${lines.join(', ') || 'none'}. Unacknowledged: ${deliveries.pending()}.`;
  };
  const waitUntil = <T>(condition: () => T | Promise<T>, what?: string, timeoutMs?: number) =>
    until(changes, condition, {
      describe: stillWaiting,
      ...(what === undefined ? {} : { what }),
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
    });

  const busy = () => deliveries.pending() > 0 || calls.pending() > 0;

  return {
    app,
    url,
    /** For `clientOptions.slackApiUrl`. */
    apiUrl: `${url}/api/`,
    authorizeUrl: `${url}/oauth/v2/authorize`,
    team,
    clock,
    ...createConversation(backend),
    ...createAppHome(backend),
    ...createCommands(backend),
    ...createInteractions(backend),
    ...createModals(backend),

    get bot(): User {
      return installationOf().bot;
    },
    get botToken(): string {
      return installationOf().token;
    },
    get appToken(): string {
      return app.appToken;
    },
    installationOf,
    addTeam: workspace.addTeam,
    addUser: workspace.addUser,
    addGroup: workspace.addGroup,
    /** `withBot` (the default) puts the app's bot in it. */
    addChannel: ({ withBot = true, ...channel }: NewChannel & { withBot?: boolean }): Channel => {
      const bot = installs.of(channel.teamId ?? team.id)?.bot;
      const members = [...(channel.members ?? []), ...(withBot && bot ? [bot] : [])];
      return workspace.addChannel({ ...channel, members });
    },

    messages: (channel: Channel | string): Message[] => messages.live(idOf(channel)),
    replies: (parent: Message): Message[] => messages.repliesTo(parent.channel, parent.ts),
    /** What the app's bot has posted in the channel. */
    botMessages: (channel: Channel | string): Message[] =>
      messages.live(idOf(channel)).filter(({ app_id }) => app_id === app.id),
    ephemerals: (user: User | string): Message[] =>
      messages.ephemerals.filter(({ ephemeralFor, deleted }) => ephemeralFor === idOf(user) && !deleted),
    /** All the words a reader sees of it. */
    shown: shownText,
    /** Whom it notifies: people, groups, `here`, `channel`, `everyone`. */
    pings: pingsIn,
    /** The modal on top, if one is open. */
    view: (user: User | string) => views.stackOf(idOf(user)).at(-1),
    viewStack: (user: User | string) => [...views.stackOf(idOf(user))],
    home: (user: User | string) => views.homeOf(idOf(user)),
    status: (thread: Message): string | undefined =>
      backend.statuses.get(`${thread.channel} ${thread.thread_ts ?? thread.ts}`),
    prompts: (channel: Channel) => backend.prompts.get(channel.id),
    threadTitle: (thread: Message) =>
      backend.titles.get(`${thread.channel} ${thread.thread_ts ?? thread.ts}`),

    calls: calls.of,
    deliveries: () => deliveries.log,
    lateAcks: deliveries.lateAcks,
    strayAcks: socketMode.strayAcks,
    redeliver: deliveries.redeliver,
    repeat: deliveries.repeat,
    holdEvents: deliveries.hold,
    releaseEvents: deliveries.release,
    /** The next acknowledgements are lost on their way. */
    dropAcks: (times = 1): void => {
      for (let count = 0; count < times; count += 1) deliveries.ackFaults.push({ kind: 'drop' });
    },
    delayAcks: (delayMs: number, times = 1): void => {
      for (let count = 0; count < times; count += 1) deliveries.ackFaults.push({ kind: 'delay', delayMs });
    },
    fault: (fault: Fault): void => faults.add(fault),
    clearFaults: faults.clear,
    sockets: socketMode.connections,
    dropSockets: socketMode.drop,
    refreshSockets: socketMode.refresh,
    silenceSockets: socketMode.silence,
    sendEvent: (event: Record<string, unknown> & { type: string }, to: Team | string = team): void =>
      backend.announce.other(idOf(to), event),

    /** Sends everything to this address, signed, instead of over sockets; the address proves itself first. */
    deliverTo: async (eventsUrl: string): Promise<SignedHttp> => {
      const { ackTimeoutMs } = backend.timing;
      const { signingSecret } = app;
      const way = createSignedHttp({
        url: eventsUrl,
        signingSecret,
        ackTimeoutMs,
        clock,
        signal: stopping.signal,
      });
      await way.verifyUrl(app.verificationToken);
      deliveries.use(way.transport);
      return way;
    },
    /** Sign in with Slack: who is signed in in the browser, and what is wrong with the next ID tokens. */
    openid: backend.openid,
    /** As if a person had pressed Allow: the code to bring to `oauth.v2.access`. */
    allow: (user: User, scopes?: readonly string[]): string => installs.allow(user.teamId, user.id, scopes),
    install: (into: Team, scopes?: readonly string[]) => installs.install(into.id, scopes).installation,
    /** Tells the app, then takes its tokens away. */
    uninstall: (from: Team | string = team): void => {
      const teamId = idOf(from);
      const { bot } = installationOf(teamId);
      backend.announce.other(teamId, { type: 'tokens_revoked', tokens: { oauth: [], bot: [bot.id] } });
      backend.announce.other(teamId, { type: 'app_uninstalled' });
      installs.remove(teamId);
      changes.note();
    },

    until: waitUntil,
    /** Waits until the app holds a connection. */
    connected: (count = 1) =>
      waitUntil(() => socketMode.connections() >= count, `${count} connection(s)`, 60_000),
    /** Waits until nothing has been under way for a while: for tests that the app says nothing. */
    quiet: async (quietMs = 150, timeoutMs = 60_000): Promise<void> => {
      const deadline = Date.now() + timeoutMs;
      for (;;) {
        const changed = (await changes.next(quietMs)) === 'change';
        if (!changed && !busy()) return;
        if (Date.now() > deadline) throw new Error(`it did not become quiet.${stillWaiting()}`);
      }
    },
    stop: async (): Promise<void> => {
      stopping.abort();
      socketMode.stop();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}
