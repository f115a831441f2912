import type { Log } from '../../../log.ts';
import type { Deliveries, Delivery } from '../../delivery.ts';
import { failureWords } from '../../failure-words.ts';
import { createReachability, type HostAnswer, type HostFailure } from '../../host-answer.ts';
import type { NoteHostCall } from '../../host-call.ts';
import { hostName } from '../../host-text.ts';
import { hourOf } from '../../hour.ts';
import type { Known, MailHealth } from '../../mail-health.ts';
import type { Account, CheckLine, Found, MailFact, Panel } from '../../panel.ts';
import {
  createMailcowServer,
  hitsAsked,
  type MailcowLimits,
  type MailcowServerConfig,
} from './mailcow-server.ts';
import { type QueueItem, type RateHit, recipientFrom } from './mailcow-shapes.ts';

export interface MailcowPanel extends Panel {
  readonly deliveries: NonNullable<Panel['deliveries']>;
}

export interface MailcowParts {
  readonly servers: readonly MailcowServerConfig[];
  readonly log: Log;
  readonly limits?: Partial<MailcowLimits>;
  readonly now?: () => Date;
  readonly note?: NoteHostCall | undefined;
}

/** Counts nothing by the hour; knows what waits now, and for what it waits. */
const gives: ReadonlySet<MailFact> = new Set([
  'sending-limit',
  'sending-limit-reached',
  'outgoing-state',
  'waiting',
  'deliveries',
]);

const usualLimits: MailcowLimits = {
  ...{ timeoutMs: 10_000, mostBytes: 8 * 1024 * 1024, keepMs: 45_000, keepFailureMs: 5_000, mostKept: 500 },
  ...{ mostWaiting: 20, retryMs: 250, refusedMs: 60_000, downMs: 15_000 },
};

/** Mailcow. An account is a domain, by its name. Throws when a server's settings cannot be right. */
export function createMailcowPanel({
  servers: configs,
  log,
  limits,
  now = () => new Date(),
  note,
}: MailcowParts): MailcowPanel {
  const parts = { limits: { ...usualLimits, ...limits }, log, now, note };
  const servers = new Map(configs.map((config) => [config.name, createMailcowServer(config, parts)]));
  const unknown = (name: string): HostFailure =>
    createReachability(name, now).failure('no-such-server', 'no server of this name is set up');

  return {
    name: 'mailcow',
    servers: [...servers.keys()],
    gives,
    find: async (name, signal): Promise<Found> => {
      const domain = hostName(name.slice(name.lastIndexOf('@') + 1));
      if (domain === undefined) return { accounts: [], failures: [] };
      const answers = await Promise.all(
        [...servers.values()].map((server) => server.domains.get(domain, signal)),
      );
      return {
        accounts: answers.flatMap((answer) => (answer.kind === 'ok' ? [answer.value] : [])),
        failures: answers.flatMap((answer) =>
          answer.kind === 'ok' || answer.kind === 'not-found' ? [] : [answer],
        ),
      };
    },
    account: async ({ server, user }, signal) => {
      const domain = hostName(user);
      const known = servers.get(server);
      if (!known) return unknown(server);
      return domain
        ? known.domains.get(domain, signal)
        : createReachability(server, now).failure('no-such-account', 'no domain');
    },
    mailHealth: async (account, signal) => {
      const server = servers.get(account.ref.server);
      if (!server) return unknown(account.ref.server);
      const [queue, hits] = await Promise.all([server.queue(signal), server.hits(signal)]);
      if (queue.kind !== 'ok') return queue;
      if (hits.kind !== 'ok') return hits;
      return { ...queue, value: healthOf(account, queue.value, hits.value, queue.readAt) };
    },
    deliveries: async (account, range, signal) => {
      const queue = await servers.get(account.ref.server)?.queue(signal);
      if (!queue) return unknown(account.ref.server);
      if (queue.kind !== 'ok') return queue;
      const records = waitingOf(account, queue.value)
        .flatMap(deliveriesOf)
        .filter(({ at }) => at >= range.from && at <= range.to);
      const deliveries: Deliveries = { records, covers: new Set(['deferred']), cutOff: new Set() };
      return { ...queue, value: deliveries };
    },
    check: (signal) =>
      Promise.all([...servers].map(async ([name, server]) => checkLine(name, await server.queue(signal)))),
    close: async () => {
      await Promise.all([...servers.values()].map((server) => server.close()));
    },
  };
}

function checkLine(server: string, answer: HostAnswer<unknown>): CheckLine {
  if (answer.kind !== 'ok') return { server, level: 'broken', text: failureWords(answer) };
  return { server, level: 'good', text: 'the queue can be read; Mailcow keeps no counts by the hour' };
}

const isOf = (address: string, { domain }: Account): boolean => address.endsWith(`@${domain}`);
const waitingOf = (account: Account, queue: readonly QueueItem[]) =>
  queue.filter(({ sender }) => isOf(sender, account));

function healthOf(
  account: Account,
  queue: readonly QueueItem[],
  hits: readonly RateHit[],
  readAt: Date,
): MailHealth {
  const hour = hourOf(readAt);
  const waiting = waitingOf(account, queue).reduce((sum, { recipients }) => sum + recipients.length, 0);
  return {
    ...{ hour, outgoing: account.outgoing, readAt },
    domains: [
      {
        ...{ domain: account.domain, countedPer: 'domain', waiting, limits: account.limits },
        ...{
          deferred: undefined,
          failed: undefined,
          delivered: undefined,
          sent: undefined,
          sharePercent: undefined,
        },
        block: { state: 'unknown', certainty: 'unknown', tripped: undefined, since: undefined },
        sendingLimitReached: limitReached(account, hits, hour.start),
      },
    ],
  };
}

function limitReached(account: Account, hits: readonly RateHit[], from: Date): Known {
  const since = (hit: RateHit) => hit.time * 1000 >= from.getTime();
  if (hits.some((hit) => since(hit) && isOf(hit.user, account))) return 'yes';
  // A log that is full of this hour may have lost a line of ours.
  return hits.length >= hitsAsked && hits.every(since) ? 'unknown' : 'no';
}

function deliveriesOf({
  queue_name: queue,
  queue_id: messageId,
  arrival_time: arrived,
  sender,
  recipients,
}: QueueItem): Delivery[] {
  if (queue !== 'deferred') return [];
  return recipients.map((each) => {
    const { recipient, reason } = recipientFrom(each);
    return {
      ...{
        outcome: 'deferred',
        at: new Date(arrived * 1000),
        messageId,
        sender,
        recipient,
        domain: sender.split('@')[1] ?? '',
      },
      ...{
        via: 'unknown',
        senderIp: '',
        remoteHost: hostOf(reason),
        remote: true,
        text: reason,
        stoppedBy: undefined,
      },
    };
  });
}

/** Postfix begins with the receiving server: "host mx1.example.com 192.0.2.1 said: 450 …". */
function hostOf(reason: string): string {
  return hostName(/^(?:host|connect to) ([a-z0-9.-]+)/i.exec(reason)?.[1]) ?? '';
}
