import type { Log } from '../../../log.ts';
import type { Lookups } from '../../calls/lookups.ts';
import type { HostAnswer, HostFailure } from '../../host-answer.ts';
import { type NoteHostCall, noteSent } from '../../host-call.ts';
import { withoutSecrets } from '../../host-text.ts';
import type { Guard } from '../../http/guard.ts';
import type { HostClient } from '../../http/host-client.ts';
import type { Account } from '../../panel.ts';
import { createAccountLookups, createOwnerLookups } from './account-lookups.ts';
import { createHourLookups, type HourLookups } from './hour-lookups.ts';
import { createMailLookups, type MailLookups } from './mail-lookups.ts';
import type { TokenParts } from './token-parts.ts';
import type { WhmServerConfig, WhmToken } from './whm-config.ts';
import { openEnvelope } from './whm-envelope.ts';
import { type Privileges, privilegesFrom } from './whm-privileges.ts';
import type { WhmCall } from './whm-requests.ts';
import * as requests from './whm-requests.ts';

/** A server as one token sees it. */
export interface TokenView {
  readonly user: string;
  readonly privileges: () => Promise<HostAnswer<Privileges>>;
  readonly ask: TokenParts['ask'];
  readonly accounts: Lookups<Account>;
  readonly owners: Lookups<string>;
  readonly hours: HourLookups;
  readonly mail: MailLookups;
}

export interface Road extends Omit<TokenParts, 'ask' | 'server'> {
  readonly client: HostClient;
  readonly guard: Guard;
  readonly log: Log;
  readonly note: NoteHostCall | undefined;
}

export function createTokenView(token: WhmToken, config: WhmServerConfig, road: Road): TokenView {
  const call = createCaller(token, config, road);
  const privileges = createPrivilegeCheck(call, config, road);
  const ask = async (asked: WhmCall): Promise<HostAnswer<unknown>> => {
    const held = await privileges();
    if (held.kind !== 'ok') return held;
    const wide = held.value.tooWide.join(', ');
    if (wide === '') return call(asked);
    return road.reachability.failure(
      'token-too-wide',
      `the token of ${token.user} is not used, it also holds: ${wide}`,
    );
  };
  const parts: TokenParts = { ...road, server: config.name, ask };
  return {
    ...{
      user: token.user,
      privileges,
      ask,
      accounts: createAccountLookups(parts),
      owners: createOwnerLookups(parts),
    },
    ...{ hours: createHourLookups(parts), mail: createMailLookups(parts) },
  };
}

type Call = (call: WhmCall) => Promise<HostAnswer<unknown>>;

function createCaller(token: WhmToken, { name: server, tokens }: WhmServerConfig, road: Road): Call {
  const { client, guard, log, note, reachability } = road;
  const secrets = tokens.map(({ secret }) => secret);
  return async (call) => {
    const began = performance.now();
    const response = await guard(`${token.user} ${call.name}`, () =>
      client.send({
        ...{ method: 'POST', path: `/json-api/${call.name}`, form: requests.formOf(call) },
        headers: { authorization: `whm ${token.user}:${token.secret.reveal()}` },
      }),
    );
    const opened = openEnvelope(response);
    noteSent(note, server, opened.kind === 'data' ? 'ok' : opened.fault, began);
    const about = {
      server,
      token: token.user,
      function: call.name,
      ms: Math.round(performance.now() - began),
    };
    if (opened.kind === 'data') {
      log.debug(about, 'host_answered');
      return { kind: 'ok', value: opened.data, readAt: reachability.answered() };
    }
    const failure: HostFailure = reachability.failure(opened.fault, withoutSecrets(opened.error, secrets));
    if (failure.kind === 'not-found') log.debug(about, 'host_knows_no_such_account');
    else
      log.warn(
        { ...about, fault: failure.fault, error: failure.error, since: failure.since },
        'host_call_failed',
      );
    return failure;
  };
}

/** Asks once; a failure is asked again at the next use. */
function createPrivilegeCheck(
  call: Call,
  { allowedPrivileges }: WhmServerConfig,
  { inTurn, reachability }: Road,
) {
  let known: Promise<HostAnswer<Privileges>> | undefined;
  const check = async (): Promise<HostAnswer<Privileges>> => {
    const answer = await inTurn.privileges(() => call(requests.privileges));
    if (answer.kind !== 'ok') return answer;
    const held = privilegesFrom(answer.value, allowedPrivileges);
    return held
      ? { ...answer, value: held }
      : reachability.failure('wrong-shape', 'myprivs: no privileges in the answer');
  };
  return async (): Promise<HostAnswer<Privileges>> => {
    known ??= check();
    const answer = await known;
    if (answer.kind !== 'ok') known = undefined;
    return answer;
  };
}
