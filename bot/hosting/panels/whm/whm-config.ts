import type { TlsTrust } from '../../http/tls-trust.ts';
import type { Secret } from '../../secret.ts';

export interface WhmToken {
  /** The WHM user whom the token belongs to: root, or a reseller who sees only his own accounts. */
  readonly user: string;
  readonly secret: Secret;
}

export interface WhmServerConfig {
  /** The operator's name for it; stored in links, shown to staff. */
  readonly name: string;
  /** `https://HOST:2087` */
  readonly url: string;
  readonly trust: TlsTrust;
  readonly tokens: readonly WhmToken[];
  /** Privileges that the operator accepts although the bot does not need them. */
  readonly allowedPrivileges: readonly string[];
}

export interface WhmLimits {
  readonly timeoutMs: number;
  readonly mostBytes: number;
  /** How long an answer is kept. */
  readonly keepMs: number;
  readonly keepFailureMs: number;
  /** Kept answers a function and token. */
  readonly mostKept: number;
  readonly mostWaiting: number;
  readonly mostRecords: number;
  readonly retryMs: number;
  readonly refusedMs: number;
  readonly downMs: number;
}

export const whmLimits: WhmLimits = {
  timeoutMs: 10_000,
  mostBytes: 8 * 1024 * 1024,
  keepMs: 45_000,
  keepFailureMs: 5_000,
  mostKept: 500,
  mostWaiting: 20,
  mostRecords: 1_000,
  retryMs: 250,
  refusedMs: 60_000,
  downMs: 15_000,
};
