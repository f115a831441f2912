export type Json = Record<string, unknown>;

export const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const recordOf = (value: unknown): Json => (isRecord(value) ? value : {});

export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

export const recordsOf = (value: unknown): Json[] => listOf(value).filter(isRecord);

/** The string itself, or '' for anything that is not one. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A copy that later edits of the original do not reach: what Slack put on the wire stays as it was. */
export const snapshot = <T>(value: T): T => structuredClone(value);

/** The record without its undefined fields, so that optional fields can be written in one go. */
export function withoutUndefined<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
