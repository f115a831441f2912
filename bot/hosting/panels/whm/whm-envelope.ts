import { z } from 'zod';
import type { Fault } from '../../host-answer.ts';
import { hostText } from '../../host-text.ts';
import type { GuardedResponse } from '../../http/guard.ts';

export type Opened =
  | { readonly kind: 'data'; readonly data: unknown; readonly metadata: unknown }
  | { readonly kind: 'failed'; readonly fault: Fault; readonly error: string };

const legacy = z.object({
  cpanelresult: z.object({
    error: z.string().optional(),
    data: z.object({ reason: z.string().optional() }).optional(),
  }),
});
const envelope = z.object({
  data: z.unknown(),
  metadata: z.object({ result: z.unknown(), reason: z.unknown() }),
});

const failed = (fault: Fault, error: string): Opened => ({ kind: 'failed', fault, error });

/** What a response of WHM API 1 holds: its status first, then its type, then the two shapes in which it says no. */
export function openEnvelope(response: GuardedResponse): Opened {
  if (response.kind === 'failed') return failed(response.fault, response.error);
  const { status, contentType } = response;
  const body = jsonFrom(response.text);
  const said = legacyReason(body) ?? '';
  if (status === 401 || status === 403) return failed('access-denied', `HTTP ${status} ${said}`.trim());
  if (status >= 500 || status === 429) return failed('server-error', `HTTP ${status} ${said}`.trim());
  if (status !== 200) return failed('call-failed', `HTTP ${status} ${said}`.trim());
  if (body === undefined || !/\bjson\b/i.test(contentType)) {
    return failed(
      'not-json',
      `an answer of the type ${hostText(contentType, 60) || '(none)'} that is not JSON`,
    );
  }
  if (said !== '') return failed(faultOfReason(said), said);
  const opened = envelope.safeParse(body);
  if (!opened.success) return failed('wrong-shape', 'no data and metadata in the answer');
  const { result, reason } = opened.data.metadata;
  if (Number(result) === 1) return { kind: 'data', data: opened.data.data, metadata: opened.data.metadata };
  const words = hostText(reason, 200);
  return failed(faultOfReason(words), words || 'the call failed without a reason');
}

function jsonFrom(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function legacyReason(body: unknown): string | undefined {
  const parsed = legacy.safeParse(body);
  if (!parsed.success) return undefined;
  const { error, data } = parsed.data.cpanelresult;
  return hostText(error ?? data?.reason ?? 'an error without words', 200);
}

/** The vendor documents no codes for reasons, only sentences. */
function faultOfReason(reason: string): Fault {
  if (
    /does not exist|no such (?:user|account|domain)|(?:user|account|domain)\b.{0,40}\bnot found|invalid user|unknown (?:user|domain)/i.test(
      reason,
    )
  ) {
    return 'no-such-account';
  }
  return /access denied|permission|not (?:allowed|authorized)|privilege/i.test(reason)
    ? 'access-denied'
    : 'call-failed';
}
