import type { Log } from '../../log.ts';
import type { AccountLinks } from '../account-links.ts';
import type { Panel } from '../panel.ts';
import { createWhmPanel } from '../panels/whm/whm.ts';
import { startDemoHost } from './demo-host.ts';
import { sampleAccounts } from './sample-accounts.ts';

/** The demonstration: a pretended host whose sample accounts belong to whoever asks. Never beside a real host. */
export interface Demo {
  readonly panels: readonly Panel[];
  readonly links: AccountLinks;
  /** What there is to look at. */
  readonly accounts: readonly { readonly user: string; readonly domain: string; readonly about: string }[];
  stop(): Promise<void>;
}

export async function openDemo(log: Log, now: () => Date = () => new Date()): Promise<Demo> {
  const host = await startDemoHost(now);
  const panel = createWhmPanel({ servers: [host.server], log, now });
  return {
    panels: [panel],
    links: {
      of: async (asker) =>
        sampleAccounts.map(({ user, domains, owner, uid, startedAt }) => ({
          ...{ person: asker, account: { server: host.server.name, user, owner } },
          ...{ identity: `${uid}:${startedAt}`, domain: domains[0] },
        })),
    },
    accounts: sampleAccounts.map(({ user, domains, about }) => ({ user, domain: domains[0], about })),
    stop: async () => {
      await panel.close();
      await host.stop();
    },
  };
}
