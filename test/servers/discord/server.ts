import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { until } from '../slack/changes.ts';
import { recordOf } from '../slack/json.ts';
import type { Application, PrivilegedIntent } from './application.ts';
import { createBackend, realTiming, type Timing } from './backend.ts';
import { answerRequest } from './doors.ts';
import type { Fault } from './faults.ts';
import { createGateway } from './gateway/gateway.ts';
import type { Happening } from './gateway/sessions.ts';
import type { Message } from './messages/message.ts';
import { createAdministration } from './person/administration.ts';
import { createCommandUse } from './person/commands.ts';
import { createComponentUse } from './person/components.ts';
import { createConversation } from './person/conversation.ts';
import { createModalUse } from './person/modals.ts';
import type { OpenModals } from './person/outcome.ts';
import type { RateLimitTable } from './rest/rate-limits.ts';
import { createRouter } from './rest/router.ts';
import { pingsIn, shownText } from './shown-text.ts';
import type { Channel } from './world/channel.ts';
import type { User } from './world/guild.ts';
import { ordinary, type Permission } from './world/permissions.ts';
import { idOf, type Ref } from './world/world.ts';

export interface DiscordServerOptions extends Partial<Timing> {
  readonly application?: Partial<Omit<Application, 'id' | 'privilegedIntents'>>;
  /** Switched on in the portal; the message content's is, unless said otherwise. */
  readonly privilegedIntents?: readonly PrivilegedIntent[];
  /** What the bot's own role lets it do. */
  readonly botPermissions?: readonly Permission[];
  readonly rateLimits?: Partial<RateLimitTable>;
}

const supportBot: readonly Permission[] = [
  ...ordinary,
  'ManageMessages',
  'ManageThreads',
  'CreatePrivateThreads',
];

export type DiscordServer = Awaited<ReturnType<typeof createDiscordServer>>;

/** A Discord of one's own on 127.0.0.1: what the app talks to, and the people who talk to the app. */
export async function createDiscordServer(options: DiscordServerOptions = {}) {
  const {
    application: changesToApp,
    privilegedIntents = ['MessageContent'],
    botPermissions,
    rateLimits,
    ...timing
  } = options;
  const stopping = new AbortController();
  let url = '';
  const baseUrl = () => url;
  const backend = createBackend({
    application: { ...changesToApp, privilegedIntents: new Set(privilegedIntents) },
    timing: { ...realTiming, ...timing },
    rateLimits: rateLimits ?? {},
    baseUrl,
    signal: stopping.signal,
  });
  const { application, world, messages, interactions, sessions, calls, changes, faults, clock } = backend;
  const gateway = createGateway({ ...backend.timing, application, sessions, world, changes, baseUrl });
  const router = createRouter(gateway.url);

  const http = createServer((request, response) => {
    answerRequest(backend, router, request, response).catch((error: unknown) => {
      if (!stopping.signal.aborted) console.error('the local Discord server failed', error);
      response.destroy();
    });
  });
  http.on('upgrade', gateway.upgrade);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;

  const modals: OpenModals = new Map();
  const administration = createAdministration(backend, botPermissions ?? supportBot);
  administration.admitBot(world.home);

  const stillWaiting = () => {
    const last = calls.of().slice(-8);
    const lines = last.map(({ route, outcome }) => `${route}: ${outcome}`);
    return ` Last calls: ${lines.join(', ') || 'none'}. Unanswered interactions: ${interactions.pending()}.`;
  };
  const waitUntil = <T>(condition: () => T | Promise<T>, what?: string, timeoutMs?: number) =>
    until(changes, condition, {
      describe: stillWaiting,
      ...(what === undefined ? {} : { what }),
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
    });
  const busy = () => calls.pending() + interactions.pending() > 0;

  return {
    application,
    url,
    /** For `rest.api`. */
    apiUrl: `${url}/api`,
    botToken: application.token,
    /** Signing in with Discord: who is signed in in the browser. */
    oauth: backend.oauth,
    bot: world.bot,
    guild: world.home,
    clock,
    ...administration,
    ...createConversation(backend),
    ...createCommandUse(backend, modals),
    ...createComponentUse(backend, modals),
    ...createModalUse(backend, modals),

    channel: (id: string): Channel | undefined => world.channels.get(id),
    messages: (channel: Ref): Message[] => messages.history(idOf(channel)),
    /** What the app's bot has posted there, ephemeral messages aside. */
    botMessages: (channel: Ref): Message[] =>
      messages
        .history(idOf(channel))
        .filter(({ author, type }) => author === world.bot && type !== 18 && type !== 21),
    ephemerals: (user: User): Message[] => messages.ephemerals(user.id),
    directMessages: (user: User): Message[] => messages.history(world.directWith(user).id),
    threads: (channel: Channel): Channel[] =>
      world.threadsOf(channel.guildId ?? '').filter(({ parentId }) => parentId === channel.id),
    threadOn: (message: Message): Channel | undefined => world.channels.get(message.threadId ?? ''),
    shown: shownText,
    /** Whom the message notified. */
    pings: pingsIn,
    commands: (guild?: Ref) => backend.commands.of(guild === undefined ? undefined : idOf(guild)),

    calls: calls.of,
    lateAcks: interactions.lateAcks,
    /** How long the app took to answer each interaction, those in time. */
    acksMs: (): readonly number[] => interactions.acksMs,
    fault: (fault: Fault): void => faults.add(fault),
    clearFaults: faults.clear,
    /** What the gateway was given to tell, oldest first, whoever was there to hear it. */
    events: (name?: string): Happening[] =>
      sessions.log.filter((event) => name === undefined || event.name === name),
    /** Tells it again: an event, or that this message was posted. */
    redeliver: (what: Happening | Message): void => {
      const isOf = (event: Happening) => 'id' in what && recordOf(event.data(0)).id === what.id;
      const found =
        'data' in what ? what : sessions.log.find((event) => event.name === 'MESSAGE_CREATE' && isOf(event));
      if (!found) throw new Error('the app was never told of that');
      sessions.deliver(found);
    },
    holdEvents: sessions.hold,
    releaseEvents: sessions.release,
    sendEvent: (name: string, data: Record<string, unknown>): void =>
      backend.announce.other(name, world.home.id, data),
    sockets: gateway.connections,
    identifies: gateway.identifies,
    dropSockets: gateway.drop,
    closeSockets: gateway.close,
    requestReconnect: gateway.requestReconnect,
    invalidateSession: (resumable = false): void => gateway.invalidate(resumable),
    /** Heartbeats get no answer, until `acknowledgeHeartbeats(true)`. */
    acknowledgeHeartbeats: gateway.acknowledge,

    until: waitUntil,
    /** Waits until the app holds a connection past IDENTIFY or RESUME. */
    connected: (count = 1) =>
      waitUntil(() => gateway.connections() >= count, `${count} connection(s)`, 60_000),
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
      gateway.stop();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}
