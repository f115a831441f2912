import type { Json } from '../json.ts';

/** What Slack answers instead of doing it: the body of an `ok: false`. */
export interface Refused {
  readonly error: string;
  readonly details: Json;
}

export function refused(error: string, issues: readonly string[] = []): Refused {
  if (issues.length === 0) return { error, details: {} };
  const messages = issues.map((issue) => `[ERROR] ${issue}`);
  return { error, details: { errors: [...issues], response_metadata: { messages } } };
}

export const pointed = (issue: string, at: string): string => `${issue} [json-pointer:${at}]`;
