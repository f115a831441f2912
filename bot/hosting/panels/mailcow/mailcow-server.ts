import type { Log } from '../../../log.ts';
import { createLookups, type Lookups } from '../../calls/lookups.ts';
import { createOneAtATime } from '../../calls/one-at-a-time.ts';
import { createReachability, type HostAnswer } from '../../host-answer.ts';
import { type NoteHostCall, noteSent } from '../../host-call.ts';
import { withoutSecrets } from '../../host-text.ts';
import { createGuard } from '../../http/guard.ts';
import { createHostClient } from '../../http/host-client.ts';
import type { TlsTrust } from '../../http/tls-trust.ts';
import type { Account } from '../../panel.ts';
import type { Secret } from '../../secret.ts';
import { listFrom, openMailcow } from './mailcow-answer.ts';
import { domainShape, type QueueItem, queueItemShape, type RateHit, rateHitShape } from './mailcow-shapes.ts';

export interface MailcowServerConfig {
  readonly name: string;
  readonly url: string;
  readonly trust: TlsTrust;
  /** A read-only API key. */
  readonly key: Secret;
}

export interface MailcowLimits {
  readonly timeoutMs: number;
  readonly mostBytes: number;
  readonly keepMs: number;
  readonly keepFailureMs: number;
  readonly mostKept: number;
  readonly mostWaiting: number;
  readonly retryMs: number;
  readonly refusedMs: number;
  readonly downMs: number;
}

export const hitsAsked = 500;

export interface MailcowServer {
  /** An account is a domain. */
  readonly domains: Lookups<Account>;
  /** The whole server's queue and rate-limit log: one call, whoever asks. */
  queue(signal: AbortSignal): Promise<HostAnswer<readonly QueueItem[]>>;
  hits(signal: AbortSignal): Promise<HostAnswer<readonly RateHit[]>>;
  close(): Promise<void>;
}

export interface MailcowServerParts {
  readonly limits: MailcowLimits;
  readonly log: Log;
  readonly now: () => Date;
  readonly note: NoteHostCall | undefined;
}

export function createMailcowServer(
  config: MailcowServerConfig,
  { limits, log, now, note }: MailcowServerParts,
): MailcowServer {
  const { name: server, key } = config;
  const reachability = createReachability(server, now);
  const client = createHostClient({ url: config.url, trust: config.trust, ...limits });
  const guard = createGuard(limits);
  const headers = { 'x-api-key': key.reveal() };

  const ask = async (what: string, rest: string): Promise<HostAnswer<unknown>> => {
    const path = `/api/v1/get/${what}/${encodeURIComponent(rest)}`;
    const began = performance.now();
    const opened = openMailcow(await guard(what, () => client.send({ method: 'GET', path, headers })));
    noteSent(note, server, opened.kind === 'data' ? 'ok' : opened.fault, began);
    if (opened.kind === 'data') return { kind: 'ok', value: opened.data, readAt: reachability.answered() };
    const failure = reachability.failure(opened.fault, withoutSecrets(opened.error, [key]));
    log.warn(
      { server, function: what, fault: failure.fault, error: failure.error, since: failure.since },
      'host_call_failed',
    );
    return failure;
  };
  const lookups = <Value>(load: (asked: string) => Promise<HostAnswer<Value>>) =>
    createLookups({ ...limits, load, now, reachability, inTurn: createOneAtATime() });

  /** A list whose readable rows are kept; one without any readable row is not understood. */
  const list = <Row>(what: string, parse: (row: unknown) => Row | undefined) =>
    lookups(async (rest): Promise<HostAnswer<readonly Row[]>> => {
      const answer = await ask(what, rest);
      if (answer.kind !== 'ok') return answer;
      const rows = listFrom(answer.value);
      const read = rows?.flatMap((row) => parse(row) ?? []);
      if (!rows || !read || (rows.length > 0 && read.length === 0))
        return reachability.failure('wrong-shape', `${what}: no list that can be read`);
      return { ...answer, value: read };
    });
  const queue = list('mailq', (row) => queueItemShape.safeParse(row).data);
  const hits = list('logs/ratelimited', (row) => rateHitShape.safeParse(row).data);

  return {
    domains: lookups(async (domain): Promise<HostAnswer<Account>> => {
      const answer = await ask('domain', domain);
      if (answer.kind !== 'ok') return answer;
      if (listFrom(answer.value)?.length === 0)
        return reachability.failure('no-such-account', 'no such domain');
      const account = accountFrom(answer.value, server);
      if (!account) return reachability.failure('wrong-shape', 'domain: no domain in the answer');
      return account.domain === domain
        ? { ...answer, value: account }
        : reachability.failure('no-such-account', 'another domain came back');
    }),
    queue: (signal) => queue.get('all', signal),
    hits: (signal) => hits.get(String(hitsAsked), signal),
    close: () => client.close(),
  };
}

function accountFrom(data: unknown, server: string): Account | undefined {
  const parsed = domainShape.safeParse(data);
  if (!parsed.success || parsed.data.domain_name === '') return undefined;
  const { domain_name: domain, active, created, rl } = parsed.data;
  return {
    ref: { server, user: domain },
    domain,
    identity: created === '' ? undefined : created,
    ...{ email: undefined, plan: '', suspended: !active, outgoing: active ? 'open' : 'suspended' },
    // Mailcow knows no such block.
    limits: { deferFailCount: 'unknown', deferFailPercent: 'unknown', sendingPerHour: rl },
  };
}
