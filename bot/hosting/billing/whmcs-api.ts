import { z } from 'zod';
import type { Log } from '../../log.ts';
import { createReachability, type Fault, type HostAnswer } from '../host-answer.ts';
import { type NoteHostCall, noteSent } from '../host-call.ts';
import { hostText, withoutSecrets } from '../host-text.ts';
import { createGuard, type GuardedResponse } from '../http/guard.ts';
import { createHostClient, type HostResponse } from '../http/host-client.ts';
import type { TlsTrust } from '../http/tls-trust.ts';
import type { Secret } from '../secret.ts';

/** Calls of the API for programs, by their names in WHMCS. Nothing here signs anybody in or asks for a password. */
type Action = 'GetClients' | 'GetClientsDetails' | 'GetClientsProducts' | 'GetUsers' | 'OpenTicket';

export interface WhmcsConfig {
  /** Where WHMCS lies, with its folder: `https://example.com/billing`. */
  readonly url: string;
  readonly trust: TlsTrust;
  readonly identifier: string;
  readonly secret: Secret;
}

/** The billing system, over one connection to one address. Nothing rejects. */
export interface WhmcsApi {
  /** Asks for something: may be asked twice where the network failed. */
  read(action: Action, parameters: Parameters): Promise<HostAnswer<unknown>>;
  /** Does something: is sent once, whatever the network does. */
  act(action: Action, parameters: Parameters): Promise<HostAnswer<unknown>>;
  /** For its other doors, sign-in among them: `path` is below `url`. */
  send(request: WhmcsRequest): Promise<HostResponse>;
  /** `url` without a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

export type Parameters = Readonly<Record<string, string>>;

export interface WhmcsRequest {
  readonly method: 'GET' | 'POST';
  /** Absolute, of the same server. */
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly form?: URLSearchParams;
}

export interface WhmcsParts {
  readonly config: WhmcsConfig;
  readonly log: Log;
  readonly note?: NoteHostCall | undefined;
  readonly now?: () => Date;
  readonly limits?: Partial<typeof usualLimits>;
}

const server = 'whmcs';
const usualLimits = {
  ...{ timeoutMs: 10_000, mostBytes: 4 * 1024 * 1024, retryMs: 250, refusedMs: 60_000, downMs: 15_000 },
};

/** Throws when the address is not plain `https:` or the trust cannot be set up. */
export function createWhmcsApi(parts: WhmcsParts): WhmcsApi {
  const { config, log, note, now = () => new Date() } = parts;
  const limits = { ...usualLimits, ...parts.limits };
  const url = config.url.replace(/\/+$/, '');
  const client = createHostClient({ url: new URL(url).origin, trust: config.trust, ...limits });
  const guard = createGuard(limits);
  const reachability = createReachability(server, now);
  const credentials = { identifier: config.identifier, secret: config.secret.reveal() };
  const path = `${new URL(url).pathname.replace(/\/$/, '')}/includes/api.php`;

  const post = (action: Action, parameters: Parameters): Promise<HostResponse> =>
    client.send({
      ...{ method: 'POST', path, headers: {} },
      form: new URLSearchParams({ ...parameters, ...credentials, action, responsetype: 'json' }),
    });
  const told = (action: Action, began: number, response: GuardedResponse): HostAnswer<unknown> => {
    const opened = openWhmcs(response);
    noteSent(note, server, 'fault' in opened ? opened.fault : 'ok', began);
    if (!('fault' in opened)) return { kind: 'ok', value: opened.body, readAt: reachability.answered() };
    const error = withoutSecrets(opened.error, [config.secret]);
    const failure = reachability.failure(opened.fault, error);
    log.warn(
      { server, function: action, fault: opened.fault, error, since: failure.since },
      'host_call_failed',
    );
    return failure;
  };

  return {
    read: async (action, parameters) => {
      const began = performance.now();
      return told(action, began, await guard(action, () => post(action, parameters)));
    },
    act: async (action, parameters) => {
      const began = performance.now();
      return told(action, began, await post(action, parameters));
    },
    send: ({ method, url: { pathname, search }, headers, form }) =>
      client.send({ method, headers, path: `${pathname}${search}`, ...(form ? { form } : {}) }),
    url,
    close: () => client.close(),
  };
}

const answer = z.looseObject({ result: z.string(), message: z.string().optional() });

type Opened = { readonly body: unknown } | { readonly fault: Fault; readonly error: string };

/** Success is `"result":"success"`, whatever the status; refusals come with 403 and a sentence. */
function openWhmcs(response: GuardedResponse): Opened {
  if (response.kind === 'failed') return response;
  const { status, text } = response;
  const parsed = answer.safeParse(jsonFrom(text));
  const said = hostText(parsed.data?.message, 200);
  if (status === 401 || status === 403)
    return { fault: 'access-denied', error: `HTTP ${status} ${said}`.trim() };
  if (status >= 500 || status === 429)
    return { fault: 'server-error', error: `HTTP ${status} ${said}`.trim() };
  if (!parsed.success) return { fault: 'not-json', error: `HTTP ${status}, no answer of its API` };
  if (parsed.data.result === 'success' && status === 200) return { body: parsed.data };
  if (/authentication|permission|not allowed|invalid ip/i.test(said))
    return { fault: 'access-denied', error: said };
  return { fault: 'call-failed', error: said || 'the call failed without a reason' };
}

function jsonFrom(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
