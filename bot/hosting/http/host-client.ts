import { Agent, fetch, type Response } from 'undici';
import { hostText } from '../host-text.ts';
import { createConnector, type TlsTrust, tlsFaultOf } from './tls-trust.ts';

export interface HostRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly form?: URLSearchParams;
}

export type TransportFault =
  | 'timeout'
  | 'connection'
  | 'cut-off'
  | 'tls'
  | 'wrong-certificate'
  | 'too-large'
  | 'redirect';

export type HostResponse =
  | {
      readonly kind: 'response';
      readonly status: number;
      readonly contentType: string;
      readonly text: string;
    }
  | { readonly kind: 'failed'; readonly fault: TransportFault; readonly error: string };

/** Asks one server over HTTPS. Follows no redirect, because the token would travel with it. Never rejects. */
export interface HostClient {
  send(request: HostRequest): Promise<HostResponse>;
  close(): Promise<void>;
}

export interface HostClientParts {
  /** `https://HOST:PORT`, nothing else. */
  readonly url: string;
  readonly trust: TlsTrust;
  readonly timeoutMs: number;
  readonly mostBytes: number;
}

/** Throws when the address is not plain `https:` or the trust cannot be set up. */
export function createHostClient({ url, trust, timeoutMs, mostBytes }: HostClientParts): HostClient {
  const base = serverAddress(url);
  const connectMs = Math.min(5_000, timeoutMs);
  const agent = new Agent({ connect: createConnector(trust, connectMs), connections: 4, pipelining: 1 });
  return {
    send: async ({ method, path, headers, form }) => {
      const signal = AbortSignal.timeout(timeoutMs);
      try {
        const response = await fetch(new URL(path, base), {
          ...{ method, headers: { accept: 'application/json', 'user-agent': 'hostdesk', ...headers } },
          ...{ body: form ?? null, redirect: 'manual', dispatcher: agent, signal },
        });
        return await read(response, mostBytes);
      } catch (error) {
        return failureFrom(error);
      }
    },
    async close() {
      if (!agent.closed) await agent.close();
    },
  };
}

/** Throws unless `url` is the plain address of an HTTPS server. */
export function serverAddress(url: string): URL {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (address?.protocol !== 'https:') throw new Error('the address of a host must begin with https://');
  if (address.username !== '' || address.password !== '')
    throw new Error('the address of a host must not hold a password');
  if (address.pathname !== '/' || address.search !== '')
    throw new Error('the address of a host has no path: https://HOST:PORT');
  return address;
}

async function read(response: Response, mostBytes: number): Promise<HostResponse> {
  if (response.status >= 300 && response.status < 400) {
    await response.body?.cancel();
    return {
      kind: 'failed',
      fault: 'redirect',
      error: `HTTP ${response.status}, a redirect, which is not followed`,
    };
  }
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  // Counted as it comes, after unpacking: neither the announced length nor the packed one can be trusted.
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) {
      return {
        kind: 'failed',
        fault: 'too-large',
        error: `HTTP ${response.status}, more than ${mostBytes} bytes`,
      };
    }
    chunks.push(chunk);
  }
  const contentType = response.headers.get('content-type') ?? '';
  return {
    kind: 'response',
    status: response.status,
    contentType,
    text: Buffer.concat(chunks).toString('utf8'),
  };
}

const slow = new Set(['UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);
const broken = new Set(['UND_ERR_SOCKET', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'HPE_INVALID_EOF_STATE']);

function failureFrom(error: unknown): HostResponse {
  const { name, code, message } = innermost(error);
  // Node advises a flag that this bot does not need.
  const said = hostText(`${code} ${message.replace(/; if the root CA.*$/s, '')}`, 200);
  const fault = (): TransportFault => {
    if (name === 'TimeoutError' || slow.has(code)) return 'timeout';
    return tlsFaultOf(code) ?? (broken.has(code) ? 'cut-off' : 'connection');
  };
  return { kind: 'failed', fault: fault(), error: said };
}

/** undici says "fetch failed" or "terminated" and keeps what happened in the cause. */
function innermost(error: unknown): { name: string; code: string; message: string } {
  let found = error;
  for (let depth = 0; depth < 5; depth += 1) {
    if (found instanceof AggregateError && found.errors.length > 0) found = found.errors[0];
    else if (found instanceof Error && found.cause instanceof Error) found = found.cause;
    else break;
  }
  if (!(found instanceof Error)) return { name: '', code: '', message: String(found) };
  const code = 'code' in found && typeof found.code === 'string' ? found.code : '';
  return { name: found.name, code, message: found.message };
}
