import { hourMs } from '../hour.ts';
import type { SampleAccount } from './sample-accounts.ts';
import type { SampleMail } from './sample-mail.ts';
import type { WhmWorld } from './whm-answers.ts';
import { recordRow, statRows } from './whm-rows.ts';

type Row = Record<string, unknown>;

export function stats(
  { mail, ways, now }: WhmWorld,
  visible: readonly SampleAccount[],
  form: URLSearchParams,
): Row[] {
  const asked = ways.heedsUser ? form.get('user') : undefined;
  const accounts = visible.filter(({ user }) => !asked || user === asked);
  const [from, to] = [
    Number(form.get('starttime')) * 1000,
    Math.min(Number(form.get('endtime')) * 1000, now().getTime()),
  ];
  const byDomain = ways.heedsGroup && form.get('group') === 'domain';
  return statRows(accounts, hoursOf(mail, accounts, from, to, now), byDomain, { from, to });
}

export function search(
  { mail, now }: WhmWorld,
  visible: readonly SampleAccount[],
  form: URLSearchParams,
): Row[] {
  const to = now().getTime();
  const most = Number(form.get('max_results_by_type') ?? 250);
  const hours = hoursOf(mail, visible, to - 24 * hourMs, to, now);
  const events = hours.flatMap(({ hour }) => hour.events).filter(({ at }) => at.getTime() <= to);
  return ['success', 'defer', 'failure'].flatMap((type) =>
    form.get(type) === '1'
      ? events
          .filter(({ outcome }) => outcome === type)
          .toSorted((one, other) => other.at.getTime() - one.at.getTime())
          .slice(0, most)
          .map(recordRow)
      : [],
  );
}

function hoursOf(
  mail: SampleMail,
  accounts: readonly SampleAccount[],
  from: number,
  to: number,
  now: () => Date,
) {
  const oldest = now().getTime() - 25 * hourMs;
  const hours: { account: SampleAccount; hour: ReturnType<SampleMail['hour']> }[] = [];
  for (let start = Math.floor(Math.max(from, oldest) / hourMs) * hourMs; start <= to; start += hourMs) {
    hours.push(...accounts.map((account) => ({ account, hour: mail.hour(account, start) })));
  }
  return hours;
}
