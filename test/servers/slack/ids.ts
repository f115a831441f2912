import { randomBytes, randomUUID } from 'node:crypto';

export interface Ids {
  /** `U0TEST0001`, `C0TEST0002`, …: rising, so that a failing test prints the same ids every time. */
  next(prefix: string): string;
}

export function createIds(): Ids {
  let count = 0;
  return {
    next: (prefix) => {
      count += 1;
      return `${prefix}0TEST${count.toString(36).toUpperCase().padStart(4, '0')}`;
    },
  };
}

export const uuid = (): string => randomUUID();

export const hex = (bytes: number): string => randomBytes(bytes).toString('hex');

/** What Slack fills in where an app gave no block_id or action_id. */
export const shortId = (): string => randomBytes(4).toString('base64url').slice(0, 5);
