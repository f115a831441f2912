import type { Log } from '../../log.ts';
import type { AccountTie } from '../account-links.ts';
import { hourMs, hourOf } from '../hour.ts';
import type { Panel } from '../panel.ts';
import { createMailcowPanel } from '../panels/mailcow/mailcow.ts';
import { createWhmPanel } from '../panels/whm/whm.ts';
import { startDeadHost, startDemoHost } from './demo-host.ts';
import { startDemoMailcow } from './demo-mailcow.ts';
import { mailcowCreated } from './mailcow-answers.ts';
import { type SampleAccount, sampleAccounts } from './sample-accounts.ts';
import type { Story } from './sample-stories.ts';

/** The demonstration: pretended hosts with sample accounts. Never beside a real host. */
export interface Demo {
  readonly panels: readonly Panel[];
  /** The sample accounts that whoever tries it begins with. */
  readonly ties: readonly AccountTie[];
  /** What there is to look at. */
  readonly accounts: readonly { readonly domain: string; readonly about: string }[];
  stop(): Promise<void>;
}

/** Stays unlinked, to be linked by whoever tries it. */
const stranger = 'tailor';

export async function openDemo(log: Log, now: () => Date = () => new Date()): Promise<Demo> {
  const [host, down, mailcow] = await Promise.all([
    startDemoHost(
      sampleAccounts.map((account) => withTurns(account, now)),
      now,
    ),
    startDeadHost(),
    startDemoMailcow(now),
  ]);
  const panels = [
    createWhmPanel({ servers: [host.server, down.server], log, now }),
    createMailcowPanel({ servers: [mailcow.server], log, now }),
  ];
  const own = sampleAccounts.filter(({ user }) => user !== stranger);
  return {
    panels,
    ties: [
      ...own.map(({ user, domains: [domain], owner, uid, startedAt }) => ({
        ...{ account: { server: host.server.name, user, owner }, identity: `${uid}:${startedAt}`, domain },
      })),
      tieOf(mailcow.server.name, 'choir.example', mailcowCreated),
      tieOf(down.server.name, 'archive.example', 'never asked'),
    ],
    accounts: [
      ...sampleAccounts.map(({ domains: [domain], about }) => ({ domain, about })),
      { domain: 'choir.example', about: 'on Mailcow, which counts nothing by the hour' },
      { domain: 'archive.example', about: 'its server is down' },
    ],
    stop: async () => {
      await Promise.all(panels.map((panel) => panel.close()));
      await Promise.all([host.stop(), down.stop(), mailcow.stop()]);
    },
  };
}

function tieOf(server: string, domain: string, identity: string): AccountTie {
  return { account: { server, user: domain }, identity, domain };
}

/** An old list is sent to every other hour only, so that its block is seen to clear. */
function withTurns(account: SampleAccount, now: () => Date): SampleAccount {
  if (account.user !== 'gardens') return account;
  const begun = hourOf(now()).start.getTime();
  const story: Story = (of, hour, random) => {
    const isTurn = Math.floor((now().getTime() - begun) / hourMs) % 2 === 0;
    return account.story(of, { ...hour, current: hour.current && isTurn }, random);
  };
  return { ...account, story };
}
