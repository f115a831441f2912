import type { ClockHour } from '../../hour.ts';
import {
  type DomainHealth,
  judgeBlock,
  type MailHealth,
  type MailLimits,
  shareOf,
} from '../../mail-health.ts';
import type { Account } from '../../panel.ts';
import { type StatRow, statRowShape } from './whm-shapes.ts';

/** The rows of one user, and whether the server is known to count by domain. */
export interface UserRows {
  readonly rows: readonly StatRow[];
  readonly byDomain: boolean;
}

/** Whose row it is; read before anything else, because a server may hand out everybody's. */
export function userOfRow(row: unknown): string {
  return typeof row === 'object' && row !== null && 'USER' in row ? String(row.USER) : '';
}

/** `undefined`: a row of this user that cannot be understood. System mail is left out. */
export function rowsOf(rows: readonly unknown[], user: string): StatRow[] | undefined {
  const own = rows.filter((row) => userOfRow(row) === user).map((row) => statRowShape.safeParse(row));
  if (own.some((row) => !row.success)) return undefined;
  return own.flatMap((row) =>
    row.success && row.data.DOMAIN !== '' && row.data.DOMAIN !== '-system-' ? [row.data] : [],
  );
}

/** Two rows of one user are the only proof that `group=domain` was heeded. */
export function countsByDomain(rows: readonly unknown[]): boolean {
  const seen = new Set<string>();
  for (const user of rows.map(userOfRow)) {
    if (user === '' || user === '-remote-' || user === 'root') continue;
    if (seen.has(user)) return true;
    seen.add(user);
  }
  return false;
}

export function healthOf(
  account: Account,
  { rows, byDomain }: UserRows,
  hour: ClockHour,
  readAt: Date,
): MailHealth {
  const countedPer = byDomain ? 'domain' : 'account';
  // No row means that nothing was sent.
  const shown = rows.length > 0 ? rows : [nothingSent(account)];
  const domains = shown.map((row) => domainHealth(row, countedPer, account.limits));
  return { hour, domains, outgoing: account.outgoing, readAt };
}

function nothingSent({ ref, domain }: Account): StatRow {
  const flag = { reached: false, tripped: undefined };
  const counts = { DEFERCOUNT: 0, FAILCOUNT: 0, DEFERFAILCOUNT: 0, SENDCOUNT: 0, SUCCESSCOUNT: 0 };
  return { USER: ref.user, DOMAIN: domain, ...counts, REACHED_MAXDEFERFAIL: flag, REACHED_MAXEMAILS: flag };
}

function domainHealth(
  row: StatRow,
  countedPer: DomainHealth['countedPer'],
  limits: MailLimits,
): DomainHealth {
  const { DEFERCOUNT: deferred, FAILCOUNT: failed, SUCCESSCOUNT: delivered, SENDCOUNT: sent } = row;
  const sum = deferred === undefined || failed === undefined ? undefined : deferred + failed;
  const deferFail = row.DEFERFAILCOUNT ?? sum;
  const block = judgeBlock({ deferFail, delivered, limits, flag: row.REACHED_MAXDEFERFAIL });
  const mails = row.REACHED_MAXEMAILS;
  return {
    ...{ domain: row.DOMAIN, countedPer, deferred, failed, delivered, sent, waiting: undefined },
    sharePercent:
      deferFail === undefined || delivered === undefined ? undefined : shareOf(deferFail, delivered),
    limits: {
      ...limits,
      // What the server itself named when the limit was reached is the value that applies.
      ...(block.tripped ? { deferFailCount: block.tripped.limit } : {}),
      ...(mails?.tripped ? { sendingPerHour: mails.tripped.limit } : {}),
    },
    block,
    sendingLimitReached: mails === undefined ? 'unknown' : mails.reached ? 'yes' : 'no',
  };
}
