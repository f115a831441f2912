import { createHmac } from 'node:crypto';
import type { Clock } from './clock.ts';
import { isRecord } from './json.ts';
import type { Ack, Envelope, Transport } from './transport.ts';

export interface SignedHttpOptions {
  readonly url: string;
  readonly signingSecret: string;
  readonly ackTimeoutMs: number;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** What a test may forge. */
export interface Forgery {
  readonly secret?: string;
  /** Seconds since 1970 to claim and to sign with. */
  readonly timestamp?: number;
  readonly signature?: string;
}

const formType = 'application/x-www-form-urlencoded';
const jsonType = 'application/json';

export const signatureOf = (secret: string, timestamp: number, body: string): string =>
  `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;

function bodyOf({ type, payload }: Pick<Envelope, 'type' | 'payload'>): {
  body: string;
  contentType: string;
} {
  if (type === 'events_api') return { body: JSON.stringify(payload), contentType: jsonType };
  const fields =
    type === 'interactive'
      ? { payload: JSON.stringify(payload) }
      : Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, String(value)]));
  return { body: new URLSearchParams(fields).toString(), contentType: formType };
}

async function ackBody(response: Response): Promise<unknown> {
  const text = await response.text();
  if (!text) return undefined;
  if (!response.headers.get('content-type')?.includes('json')) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export type SignedHttp = ReturnType<typeof createSignedHttp>;

export function createSignedHttp({ url, signingSecret, ackTimeoutMs, clock, signal }: SignedHttpOptions) {
  function post(body: string, contentType: string, headers: Record<string, string>, forgery: Forgery = {}) {
    const timestamp = forgery.timestamp ?? clock.nowSeconds();
    const signature = forgery.signature ?? signatureOf(forgery.secret ?? signingSecret, timestamp, body);
    return fetch(url, {
      method: 'POST',
      body,
      redirect: 'manual',
      signal,
      headers: {
        'Content-Type': contentType,
        'User-Agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
        'X-Slack-Request-Timestamp': String(timestamp),
        'X-Slack-Signature': signature,
        ...headers,
      },
    });
  }

  async function attempt(envelope: Envelope): Promise<Ack> {
    const startedAt = Date.now();
    const { body, contentType } = bodyOf(envelope);
    const retry: Record<string, string> =
      envelope.retryNum === 0
        ? {}
        : {
            'X-Slack-Retry-Num': String(envelope.retryNum),
            'X-Slack-Retry-Reason': envelope.retryReason ?? 'unknown_error',
          };
    let response: Response;
    try {
      response = await post(body, contentType, retry);
    } catch {
      return { ok: false, reason: 'connection_failed' };
    }
    const answer = await ackBody(response).catch(() => undefined);
    if (!response.ok) {
      const noRetry = response.headers.get('x-slack-no-retry') === '1';
      return { ok: false, reason: 'http_error', noRetry };
    }
    return { ok: true, body: envelope.acceptsResponse ? answer : undefined, tookMs: Date.now() - startedAt };
  }

  const transport: Transport = {
    available: () => Promise.resolve(),
    send: (envelope, onLate) =>
      new Promise((resolve) => {
        let expired = false;
        const timer = setTimeout(() => {
          expired = true;
          resolve({ ok: false, reason: 'http_timeout' });
        }, ackTimeoutMs);
        void attempt(envelope).then((ack) => {
          clearTimeout(timer);
          if (!expired) resolve(ack);
          else if (ack.ok) onLate(ack.tookMs);
        });
      }),
  };

  return {
    transport,
    /** A request of any body, signed well or badly: for what an app must refuse. */
    send: async (body: string, contentType: string = jsonType, forgery: Forgery = {}) => {
      const response = await post(body, contentType, {}, forgery);
      return { status: response.status, body: await response.text() };
    },
    /** Slack's check that the address is the app's own; throws when the challenge does not come back. */
    verifyUrl: async (token: string): Promise<void> => {
      const challenge = `challenge-${clock.nowMs()}`;
      const body = JSON.stringify({ token, challenge, type: 'url_verification' });
      const response = await post(body, jsonType, {});
      const answer = await ackBody(response);
      const echoed = isRecord(answer) ? answer.challenge : answer;
      if (!response.ok || echoed !== challenge)
        throw new Error(`${url} did not answer the challenge: ${response.status} ${JSON.stringify(answer)}`);
    },
  };
}
