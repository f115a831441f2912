import { z } from 'zod';
import { listIn } from './whm-shapes.ts';

/** Whoever holds one of these can do harm far beyond reading counters. */
const tooWide = [
  'all',
  'create-user-session',
  'manage-api-tokens',
  'passwd',
  'cpanel-api',
  'kill-acct',
  'edit-account',
  'suspend-acct',
] as const;
const needed = ['track-email', 'acct-summary'] as const;
const useful = ['list-accts'] as const;

/** What `myprivs` says about a token. */
export interface Privileges {
  readonly held: readonly string[];
  /** Held, harmful, and not allowed by the operator: with any of these the token is not used. */
  readonly tooWide: readonly string[];
  readonly missing: readonly string[];
  /** Without these the bot asks more often. */
  readonly missingUseful: readonly string[];
}

/** What an operator may allow by name. */
export const nameablePrivileges: readonly string[] = [...tooWide, ...needed, ...useful];

const shape = z.record(z.string(), z.unknown());

/** `undefined`: not the documented shape. */
export function privilegesFrom(data: unknown, allowed: readonly string[]): Privileges | undefined {
  const first = shape.safeParse(listIn(data, 'privileges')?.[0]);
  if (!first.success) return undefined;
  const held = Object.keys(first.data).filter((name) => Number(first.data[name]) === 1);
  const has = (name: string) => held.includes(name) || held.includes('all');
  return {
    held,
    tooWide: tooWide.filter((name) => held.includes(name) && !allowed.includes(name)),
    missing: needed.filter((name) => !has(name)),
    missingUseful: useful.filter((name) => !has(name)),
  };
}
