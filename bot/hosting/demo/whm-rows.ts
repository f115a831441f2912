import type { SampleAccount } from './sample-accounts.ts';
import type { SampleEvent, SampleHour } from './sample-mail.ts';

type Row = Record<string, unknown>;

export function accountRow(account: SampleAccount): Row {
  const { user, domains, owner, email, uid, startedAt, percent, minimum, perHour, suspended, outgoing } =
    account;
  return {
    ...{
      user,
      domain: domains[0],
      email,
      owner,
      plan: 'sample data',
      uid: String(uid),
      unix_startdate: startedAt,
    },
    ...{ suspended: Number(suspended ?? false), suspendreason: 'not suspended', is_locked: 0 },
    ...{
      max_defer_fail_percentage: percent,
      min_defer_fail_to_trigger_protection: minimum,
      max_email_per_hour: perHour,
    },
    ...{
      outgoing_mail_hold: Number(outgoing === 'held'),
      outgoing_mail_suspended: Number(outgoing === 'suspended'),
    },
  };
}

/** The rows that every server adds, for mail from outside and for its own. */
const otherRows: readonly Row[] = [
  {
    ...{ DEFERCOUNT: 386, DEFERFAILCOUNT: 469, DOMAIN: '', FAILCOUNT: 83, OWNER: 'root', PRIMARY_DOMAIN: '' },
    ...{
      REACHED_MAXDEFERFAIL: 0,
      REACHED_MAXEMAILS: 0,
      SENDCOUNT: 634,
      SUCCESSCOUNT: 551,
      TOTALSIZE: 33_506_067,
      USER: '-remote-',
    },
  },
  {
    ...{
      DEFERCOUNT: 0,
      DEFERFAILCOUNT: 0,
      DOMAIN: '-system-',
      FAILCOUNT: 0,
      OWNER: 'root',
      PRIMARY_DOMAIN: '',
    },
    ...{
      REACHED_MAXDEFERFAIL: 0,
      REACHED_MAXEMAILS: 0,
      SENDCOUNT: 24,
      SUCCESSCOUNT: 24,
      TOTALSIZE: 75_129,
      USER: 'root',
    },
  },
];

interface AccountHour {
  readonly account: SampleAccount;
  readonly hour: SampleHour;
}

/** A row a domain, or one for the whole account under one of its domains; none where nothing was sent. */
export function statRows(
  accounts: readonly SampleAccount[],
  hours: readonly AccountHour[],
  byDomain: boolean,
  { from, to }: { from: number; to: number },
): Row[] {
  const rows = accounts.flatMap((account) => {
    const own = hours.filter((each) => each.account.user === account.user).map(({ hour }) => hour);
    const events = own
      .flatMap((hour) => hour.events)
      .filter(({ at }) => at.getTime() >= from && at.getTime() <= to);
    const groups = byDomain
      ? Map.groupBy(events, ({ domain }) => domain)
      : new Map([[account.domains[0], events]]);
    return [...groups]
      .filter(([, sent]) => sent.length > 0)
      .map(([domain, sent]) => statRow(account, domain, sent, own));
  });
  return [...otherRows, ...rows];
}

function statRow(
  { user, owner, domains, lifted }: SampleAccount,
  domain: string,
  events: readonly SampleEvent[],
  hours: readonly SampleHour[],
): Row {
  const count = (wanted: SampleEvent['outcome']) => events.filter(({ outcome }) => outcome === wanted).length;
  const [success, failed, deferred] = [count('success'), count('failure'), count('defer')];
  const reached = (which: 'reachedDeferFail' | 'reachedEmails') =>
    hours.map((hour) => hour[which].get(domain)).find((words) => words !== undefined) ?? 0;
  return {
    ...{
      DEFERCOUNT: deferred,
      DEFERFAILCOUNT: deferred + failed,
      DOMAIN: domain,
      FAILCOUNT: failed,
      OWNER: owner,
    },
    ...{
      PRIMARY_DOMAIN: domains[0],
      SENDCOUNT: success + failed,
      SUCCESSCOUNT: success,
      TOTALSIZE: success * 2745,
      USER: user,
    },
    ...{
      REACHED_MAXDEFERFAIL: lifted ? 0 : reached('reachedDeferFail'),
      REACHED_MAXEMAILS: reached('reachedEmails'),
    },
  };
}

export function recordRow(event: SampleEvent): Row {
  const seconds = Math.floor(event.at.getTime() / 1000);
  const success = event.outcome === 'success';
  return {
    ...{
      actiontime: event.at.toISOString(),
      actionunixtime: seconds,
      sendunixtime: seconds,
      msgid: event.message,
    },
    ...{
      deliveredto: success ? event.recipient : null,
      deliverydomain: null,
      deliveryuser: null,
      domain: event.domain,
    },
    ...{
      host: event.host || null,
      ip: null,
      message: event.answer,
      recipient: event.recipient,
      router: event.router,
    },
    ...{
      sender: event.sender,
      senderauth: event.from.senderauth,
      senderhost: event.from.senderhost,
      senderip: event.from.senderip,
    },
    ...{
      size: 2745,
      spamscore: 0,
      transport: event.host ? 'remote_smtp' : null,
      transport_is_remote: Number(event.remote),
    },
    ...{ type: event.outcome, user: event.user },
  };
}
