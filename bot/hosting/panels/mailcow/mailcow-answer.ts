import { z } from 'zod';
import type { Fault } from '../../host-answer.ts';
import { hostText } from '../../host-text.ts';
import type { GuardedResponse } from '../../http/guard.ts';

export type Opened =
  | { readonly kind: 'data'; readonly data: unknown }
  | { readonly kind: 'failed'; readonly fault: Fault; readonly error: string };

const complaint = z.object({ type: z.enum(['error', 'danger']), msg: z.unknown() });
const failed = (fault: Fault, error: string): Opened => ({ kind: 'failed', fault, error });

/** What a response of the Mailcow API holds. An empty list or a missing object is `{}` there. */
export function openMailcow(response: GuardedResponse): Opened {
  if (response.kind === 'failed') return failed(response.fault, response.error);
  const { status, contentType } = response;
  const body = jsonFrom(response.text);
  const complained = complaint.safeParse(Array.isArray(body) ? body[0] : body);
  const said = complained.success ? hostText(complained.data.msg, 200) : '';
  if (status === 401 || status === 403) return failed('access-denied', `HTTP ${status} ${said}`.trim());
  if (status >= 500 || status === 429) return failed('server-error', `HTTP ${status} ${said}`.trim());
  if (status !== 200) return failed('call-failed', `HTTP ${status} ${said}`.trim());
  if (body === undefined || !/\bjson\b/i.test(contentType)) {
    return failed(
      'not-json',
      `an answer of the type ${hostText(contentType, 60) || '(none)'} that is not JSON`,
    );
  }
  if (!complained.success) return { kind: 'data', data: body };
  return failed(
    /access|denied|authentication/i.test(said) ? 'access-denied' : 'call-failed',
    said || 'an error without words',
  );
}

function jsonFrom(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `{}` stands for an empty list. `undefined`: no list at all. */
export function listFrom(data: unknown): readonly unknown[] | undefined {
  if (Array.isArray(data)) return data;
  return typeof data === 'object' && data !== null && Object.keys(data).length === 0 ? [] : undefined;
}
