import type { Log } from '../../../log.ts';
import { createReachability, type HostFailure } from '../../host-answer.ts';
import type { NoteHostCall } from '../../host-call.ts';
import { hostName } from '../../host-text.ts';
import type { Found, MailFact, Panel } from '../../panel.ts';
import { type WhmLimits, type WhmServerConfig, whmLimits } from './whm-config.ts';
import { createWhmServer } from './whm-server.ts';

export interface WhmPanel extends Panel {
  readonly deliveries: NonNullable<Panel['deliveries']>;
  /** Answers in memory. */
  readonly kept: number;
}

export interface WhmParts {
  readonly servers: readonly WhmServerConfig[];
  readonly log: Log;
  readonly limits?: Partial<WhmLimits>;
  readonly now?: () => Date;
  readonly note?: NoteHostCall | undefined;
}

const gives: ReadonlySet<MailFact> = new Set([
  ...(['deferred', 'failed', 'delivered', 'block', 'sending-limit', 'sending-limit-reached'] as const),
  ...(['outgoing-state', 'deliveries'] as const),
]);

/** cPanel & WHM, by WHM API 1. Throws when a server's settings cannot be right. */
export function createWhmPanel({
  servers: configs,
  log,
  limits,
  now = () => new Date(),
  note,
}: WhmParts): WhmPanel {
  const parts = { limits: { ...whmLimits, ...limits }, log, now, note };
  const servers = new Map(configs.map((config) => [config.name, createWhmServer(config, parts)]));
  const unknown = (name: string): HostFailure =>
    createReachability(name, now).failure('no-such-server', 'no server of this name is set up');

  return {
    name: 'whm',
    servers: [...servers.keys()],
    gives,
    find: async (name, signal): Promise<Found> => {
      const wanted = hostName(name);
      if (wanted === undefined) return { accounts: [], failures: [] };
      const answers = await Promise.all([...servers.values()].map((server) => server.find(wanted, signal)));
      return {
        accounts: answers.flatMap((answer) => (answer.kind === 'ok' ? [answer.value] : [])),
        failures: answers.flatMap((answer) =>
          answer.kind === 'ok' || answer.kind === 'not-found' ? [] : [answer],
        ),
      };
    },
    account: async ({ server, user, owner }, signal) =>
      servers.get(server)?.account(user, owner, signal) ?? unknown(server),
    mailHealth: async (account, signal) =>
      servers.get(account.ref.server)?.mailHealth(account, signal) ?? unknown(account.ref.server),
    deliveries: async (account, range, signal) =>
      servers.get(account.ref.server)?.deliveries(account, range, signal) ?? unknown(account.ref.server),
    check: async () => (await Promise.all([...servers.values()].map((server) => server.check()))).flat(),
    get kept() {
      return [...servers.values()].reduce((sum, { kept }) => sum + kept, 0);
    },
    close: async () => {
      await Promise.all([...servers.values()].map((server) => server.close()));
    },
  };
}
