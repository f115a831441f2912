import { hostAddress } from '../../host-text.ts';
import type { OutgoingState } from '../../mail-health.ts';
import type { Account } from '../../panel.ts';
import { accountShape } from './whm-shapes.ts';

const userName = /^[a-z0-9][a-z0-9_.-]{0,63}$/;
export const isUserName = (text: string): boolean => userName.test(text);

/** `undefined`: the row is none of an account. */
export function accountFrom(row: unknown, server: string): Account | undefined {
  const parsed = accountShape.safeParse(row);
  if (!parsed.success || !isUserName(parsed.data.user) || parsed.data.domain === '') return undefined;
  const { user, domain, owner, email, plan, suspended, uid, unix_startdate: started, ...rest } = parsed.data;
  return {
    ref: { server, user, ...(owner === '' ? {} : { owner }) },
    domain,
    // Both are needed: a new account may get the old one's uid, or its name on the same day.
    identity: /^\d+$/.test(uid) && /^\d+$/.test(started) ? `${uid}:${started}` : undefined,
    email: email
      .split(/[\s,;]+/)
      .map(hostAddress)
      .find((address) => address !== undefined),
    plan,
    suspended,
    outgoing: outgoingFrom(rest.outgoing_mail_suspended, rest.outgoing_mail_hold),
    limits: {
      deferFailCount: rest.min_defer_fail_to_trigger_protection,
      deferFailPercent: rest.max_defer_fail_percentage,
      sendingPerHour: rest.max_email_per_hour,
    },
  };
}

function outgoingFrom(suspended: unknown, hold: unknown): OutgoingState {
  if (Number(suspended) === 1) return 'suspended';
  if (Number(hold) === 1) return 'held';
  return suspended === undefined && hold === undefined ? 'unknown' : 'open';
}
