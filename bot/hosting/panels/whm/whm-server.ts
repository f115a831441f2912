import type { Log } from '../../../log.ts';
import { createExpiring } from '../../calls/expiring.ts';
import { createOneAtATime } from '../../calls/one-at-a-time.ts';
import type { Deliveries, TimeRange } from '../../delivery.ts';
import { createReachability, type HostAnswer, type HostFailure } from '../../host-answer.ts';
import type { NoteHostCall } from '../../host-call.ts';
import { hourMs, hourOf } from '../../hour.ts';
import { createGuard } from '../../http/guard.ts';
import { createHostClient } from '../../http/host-client.ts';
import type { MailHealth } from '../../mail-health.ts';
import type { Account, CheckLine } from '../../panel.ts';
import { isUserName } from './whm-account.ts';
import { countingLine, privilegeLines } from './whm-check.ts';
import type { WhmLimits, WhmServerConfig } from './whm-config.ts';
import { countsByDomain, healthOf } from './whm-health.ts';
import * as requests from './whm-requests.ts';
import { listIn } from './whm-shapes.ts';
import { createTokenView, type TokenView } from './whm-token.ts';

export interface WhmServer {
  readonly name: string;
  find(name: string, signal: AbortSignal): Promise<HostAnswer<Account>>;
  account(user: string, owner: string | undefined, signal: AbortSignal): Promise<HostAnswer<Account>>;
  mailHealth(account: Account, signal: AbortSignal): Promise<HostAnswer<MailHealth>>;
  deliveries(account: Account, range: TimeRange, signal: AbortSignal): Promise<HostAnswer<Deliveries>>;
  check(): Promise<readonly CheckLine[]>;
  /** Answers in memory. */
  readonly kept: number;
  close(): Promise<void>;
}

export interface WhmServerParts {
  readonly limits: WhmLimits;
  readonly log: Log;
  readonly now: () => Date;
  readonly note: NoteHostCall | undefined;
}

/** Throws when the address, the CA file or the fingerprint is wrong. */
export function createWhmServer(config: WhmServerConfig, parts: WhmServerParts): WhmServer {
  const { limits, log, now, note } = parts;
  const reachability = createReachability(config.name, now);
  const client = createHostClient({ url: config.url, trust: config.trust, ...limits });
  const turn = createOneAtATime;
  const inTurn = { privileges: turn(), accounts: turn(), owners: turn(), stats: turn(), mail: turn() };
  const seen = { byDomain: false };
  const road = { client, guard: createGuard(limits), log, note, reachability, limits, now, inTurn, seen };
  const views = config.tokens.map((token) => createTokenView(token, config, road));
  const sawIt = createExpiring<TokenView>(limits.mostKept, now);
  const noToken = () => reachability.failure('no-token', 'no token is set for this server');

  const ownersFirst = (owner: string | undefined) =>
    views.toSorted((one, other) => Number(other.user === owner) - Number(one.user === owner));

  /** The first token that knows; else the answer that says most. */
  const askEach = async <Value>(ask: (view: TokenView) => Promise<HostAnswer<Value>>, owner?: string) => {
    const failures: HostFailure[] = [];
    for (const view of ownersFirst(owner)) {
      const answer = await ask(view);
      if (answer.kind === 'ok') return { view, answer };
      failures.push(answer);
      if (answer.kind === 'unreachable') break;
    }
    return { view: undefined, answer: gravest(failures) ?? noToken() };
  };

  const account: WhmServer['account'] = async (user, owner, signal) => {
    if (!isUserName(user)) return reachability.failure('no-such-account', 'not a user name');
    const { view, answer } = await askEach((each) => each.accounts.get(user, signal), owner);
    if (view) sawIt.set(user, view, hourMs);
    return answer;
  };
  const viewOf = ({ ref }: Account) => sawIt.get(ref.user) ?? ownersFirst(ref.owner)[0];

  return {
    name: config.name,
    account,
    find: async (name, signal) => {
      if (!name.includes('.')) return account(name, undefined, signal);
      const { view, answer } = await askEach((each) => each.owners.get(name, signal));
      return answer.kind === 'ok' ? account(answer.value, view?.user, signal) : answer;
    },
    mailHealth: async (of, signal) => {
      const answer = (await viewOf(of)?.hours.get(of.ref.user, signal)) ?? noToken();
      if (answer.kind !== 'ok') return answer;
      return { ...answer, value: healthOf(of, answer.value, answer.value.hour, answer.readAt) };
    },
    deliveries: async (of, range, signal) =>
      (await viewOf(of)?.mail.get(of.ref.user, range, signal)) ?? noToken(),
    check: async () => {
      const lines: CheckLine[] = [];
      let counted = false;
      const day = { start: new Date(now().getTime() - 24 * hourMs), turns: hourOf(now()).turns };
      for (const view of views) {
        lines.push(...privilegeLines(config.name, view.user, await view.privileges()));
        const answer = await inTurn.stats(() => view.ask(requests.userStats(day, undefined)));
        if (answer.kind !== 'ok') continue;
        counted = true;
        seen.byDomain ||= countsByDomain(listIn(answer.value, 'records') ?? []);
      }
      return counted ? [...lines, countingLine(config.name, seen.byDomain)] : lines;
    },
    get kept() {
      return views.reduce(
        (sum, { accounts, owners, hours, mail }) =>
          sum + accounts.size + owners.size + hours.size + mail.size,
        0,
      );
    },
    close: () => client.close(),
  };
}

function gravest(failures: readonly HostFailure[]): HostFailure | undefined {
  const order: readonly HostFailure['kind'][] = ['unreachable', 'malformed', 'refused', 'not-found'];
  return failures.toSorted((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind))[0];
}
