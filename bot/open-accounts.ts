import { createAccountDesk } from './accounts/account-desk.ts';
import { createAccountOrders } from './accounts/account-orders.ts';
import type { AccountParts } from './accounts/account-parts.ts';
import { breakInAnswer } from './accounts/break-in-answer.ts';
import { createMailer, type Mailer } from './accounts/mailer.ts';
import { createOwnNumbers } from './accounts/own-numbers.ts';
import type { Runs } from './desk/orders/order.ts';
import type { Outreach } from './desk/outreach.ts';
import type { OwnNumbers } from './desk/own-numbers.ts';
import type { Identity } from './desk/question.ts';
import type { Reply } from './desk/reply.ts';
import type { AccountLinks } from './hosting/account-links.ts';
import { createAccounts } from './hosting/accounts.ts';
import type { HostCall } from './hosting/host-call.ts';
import { openPanels } from './hosting/open-panels.ts';
import type { Panel } from './hosting/panel.ts';
import type { HouseFacts } from './knowledge/house-facts.ts';
import type { Library } from './knowledge/library.ts';
import type { Log } from './log.ts';
import type { Memory } from './memory/memory.ts';
import type { ResilientMemory } from './memory/resilient/resilient.ts';
import type { Metrics } from './metrics.ts';
import type { Settings } from './settings.ts';
import type { StaffPlaces } from './support/staff-places.ts';

export interface OpenAccountsParts {
  readonly settings: Settings;
  /** A panel's servers and tokens are named there. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly memory: ResilientMemory;
  readonly facts: HouseFacts;
  library(): Library;
  outreachOn(platform: string): Outreach | undefined;
  readonly staffPlaces: StaffPlaces;
  readonly log: Log;
  readonly metrics?: Pick<Metrics, 'hostCalled'> | undefined;
  readonly hosts?: { note(call: HostCall): void } | undefined;
  /** In place of those that the environment names: the demonstration. */
  readonly demo?: { readonly panels: readonly Panel[]; readonly links: AccountLinks } | undefined;
}

/** The hosting panels, and what people ask about accounts on them. */
export interface OpenedAccounts {
  readonly own: OwnNumbers;
  readonly runs: Runs;
  /** For staff's eyes: how the mail of somebody's linked account is. */
  healthOf(customer: Identity): Promise<Reply | undefined>;
  /** Ends what goes on by itself and waits for mails under way. */
  close(): Promise<void>;
}

const watchEveryMs = 30_000;
const checkMs = 30_000;

/** `undefined`: no panel is set up. Throws with a sentence for every mistake in the settings. */
export function openAccounts(parts: OpenAccountsParts): OpenedAccounts | undefined {
  const { settings, log, demo } = parts;
  const note = (call: HostCall) => {
    parts.metrics?.hostCalled(call.server, call.outcome, call.seconds);
    parts.hosts?.note(call);
  };
  const { panels, problems } = demo
    ? { panels: demo.panels, problems: [] }
    : openPanels(parts.env, log, note);
  if (problems.length > 0) throw new Error(`Settings to put right:\n  ${problems.join('\n  ')}`);
  if (panels.length === 0) return undefined;

  const mailer = mailerFrom(settings);
  const there = (): Memory => {
    const memory = parts.memory.strict();
    if (!memory) throw new Error('The memory is away');
    return memory;
  };
  const links = demo?.links ?? { of: (person: Identity) => there().links.of(person) };
  const accounts = createAccounts({ panels, links, audit: (note) => there().audit.append(note) });
  const desk = createAccountDesk({ ...deskParts(parts), accounts, links, mailer });

  for (const panel of panels) void check(panel, log);
  const watching = setInterval(() => void desk.runWatches(), watchEveryMs);
  watching.unref();

  return {
    own: createOwnNumbers(desk),
    runs: createAccountOrders(desk),
    healthOf: (customer) => desk.healthForStaff(customer),
    async close() {
      clearInterval(watching);
      await desk.settled();
      mailer?.close();
      await Promise.all(panels.map((panel) => panel.close()));
    },
  };
}

function deskParts(parts: OpenAccountsParts): Omit<AccountParts, 'accounts' | 'links' | 'mailer'> {
  const { settings, memory, facts, library, outreachOn, staffPlaces, log } = parts;
  return {
    memory: () => memory.strict(),
    library,
    facts,
    tell: async (person, reply, { key }) => {
      const outreach = outreachOn(person.platform);
      if (!outreach) throw new Error(`No platform ${person.platform} is connected`);
      await outreach.tell(person, reply, key);
    },
    tellStaff: async (breakIn) => {
      log.warn({ server: breakIn.account.server, causes: breakIn.causes }, 'signs_of_break_in');
      const at = staffPlaces.for(undefined);
      const outreach = at && outreachOn(at.platform);
      const day = new Date().toISOString().slice(0, 10);
      const key = `break-in ${breakIn.domain} ${day}`;
      await outreach?.post(
        at as NonNullable<typeof at>,
        { ...breakInAnswer(breakIn), audience: 'public' },
        key,
      );
    },
    timeZone: settings.timeZone,
    addresses: settings.addresses,
    limits: { watchMs: settings.watchHours * 3_600_000 },
    onError: (error, what) => log.error({ err: error, what }, 'account_desk_failed'),
  };
}

function mailerFrom({ smtpUrl: url, mailFrom: from }: Settings): Mailer | undefined {
  return url === undefined || from === undefined ? undefined : createMailer({ url, from });
}

/** What the set-up check found; a host that is down at the start is asked again when somebody asks. */
async function check(panel: Panel, log: Log): Promise<void> {
  const levels = { good: 'info', doubtful: 'warn', broken: 'error' } as const;
  try {
    for (const { server, level, text } of await panel.check(AbortSignal.timeout(checkMs)))
      log[levels[level]]({ panel: panel.name, server, text }, 'panel_checked');
  } catch (error) {
    log.error({ err: error, panel: panel.name }, 'panel_check_failed');
  }
}
