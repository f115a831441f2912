import { createAccountDesk } from './accounts/account-desk.ts';
import { createAccountOrders } from './accounts/account-orders.ts';
import type { AccountParts, BreakIn } from './accounts/account-parts.ts';
import { breakInAnswer } from './accounts/break-in-answer.ts';
import { createMailer, type Mailer } from './accounts/mailer.ts';
import { createOwnNumbers } from './accounts/own-numbers.ts';
import type { Runs } from './desk/orders/order.ts';
import type { Outreach } from './desk/outreach.ts';
import type { OwnNumbers } from './desk/own-numbers.ts';
import type { Identity } from './desk/question.ts';
import type { Reply } from './desk/reply.ts';
import { createAccounts } from './hosting/accounts.ts';
import type { HostCall, NoteHostCall } from './hosting/host-call.ts';
import { type OpenedPanels, openPanels } from './hosting/open-panels.ts';
import type { Panel } from './hosting/panel.ts';
import type { HouseFacts } from './knowledge/house-facts.ts';
import type { Library } from './knowledge/library.ts';
import type { Log } from './log.ts';
import type { HandOff } from './memory/hand-offs.ts';
import type { Memory } from './memory/memory.ts';
import type { ResilientMemory } from './memory/resilient/resilient.ts';
import type { Metrics } from './metrics.ts';
import type { Billing } from './open-billing.ts';
import { checkMail, checkPanel } from './set-up-checks.ts';
import type { Settings } from './settings.ts';
import type { StaffPlaces } from './support/staff-places.ts';
import type { SignIn } from './web/sign-in/sign-in.ts';

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
  readonly demo?: { readonly panels: readonly Panel[]; readonly mailer: Mailer } | undefined;
}

/** The hosting panels, and what people ask about accounts on them. */
export interface OpenedAccounts {
  readonly own: OwnNumbers;
  readonly runs: Runs;
  /** For staff's eyes: how the mail of somebody's linked account is. */
  healthOf(customer: Identity): Promise<Reply | undefined>;
  /** Opens a ticket for a customer whose address a linked account tells, and gives its number. */
  readonly openTicket: ((handOff: HandOff) => Promise<string | undefined>) | undefined;
  /** Pages for signing in, where that is set up: see `WebAppParts`. */
  readonly signInPages: SignIn['pages'] | undefined;
  /** Ends what goes on by itself and waits for mails under way. */
  close(): Promise<void>;
}

const watchEveryMs = 30_000;

/** `undefined`: no panel is set up. Throws with a sentence for every mistake in the settings. */
export async function openAccounts(parts: OpenAccountsParts): Promise<OpenedAccounts | undefined> {
  const { settings, log } = parts;
  const { panels, hosts } = panelsFrom(parts);
  if (panels.length === 0 && settings.whmcsUrl !== undefined)
    throw new Error('WHM_SERVERS: is needed with WHMCS_URL: name the servers that its products live on.');
  if (panels.length === 0) return undefined;

  const there = (): Memory => {
    const memory = parts.memory.strict();
    if (!memory) throw new Error('The memory is away');
    return memory;
  };
  const links = { of: (person: Identity) => there().links.of(person) };
  const accounts = createAccounts({ panels, links, audit: (note) => there().audit.append(note) });
  const mailer = parts.demo?.mailer ?? mailerFrom(settings);
  const shared = { ...deskParts(parts), accounts, links, mailer };
  const billing = await billingFrom(parts, shared, hosts);
  const openTicket = billing?.openTicket;
  const desk = createAccountDesk({
    ...shared,
    ...(billing?.signIn ? { otherMethods: [billing.signIn.method] } : {}),
  });

  // What is wrong with a pretended server is no news.
  if (!parts.demo) for (const panel of panels) void checkPanel(panel, log);
  if (mailer) void checkMail(mailer, log);
  const watching = setInterval(() => void desk.runWatches(), watchEveryMs);
  watching.unref();

  return {
    own: createOwnNumbers(desk),
    runs: createAccountOrders(desk),
    healthOf: (customer) => desk.healthForStaff(customer),
    openTicket: openTicket && ((handOff) => openTicket(handOff, desk)),
    signInPages: billing?.signIn?.pages,
    async close() {
      clearInterval(watching);
      await desk.settled();
      mailer?.close();
      await billing?.close();
      await Promise.all(panels.map((panel) => panel.close()));
    },
  };
}

function noteFor({ metrics, hosts }: OpenAccountsParts): NoteHostCall {
  return (call) => {
    metrics?.hostCalled(call.server, call.outcome, call.seconds);
    hosts?.note(call);
  };
}

function panelsFrom(parts: OpenAccountsParts): Pick<OpenedPanels, 'panels' | 'hosts'> {
  const { demo, env, log } = parts;
  if (demo) return { panels: demo.panels, hosts: new Map() };
  const opened = openPanels(env, log, noteFor(parts));
  if (opened.problems.length > 0)
    throw new Error(`Settings to put right:\n  ${opened.problems.join('\n  ')}`);
  return opened;
}

/** WHMCS, where the settings name one; its libraries are heavy. */
async function billingFrom(
  parts: OpenAccountsParts,
  shared: ReturnType<typeof deskParts> & Pick<AccountParts, 'accounts'>,
  hosts: OpenedPanels['hosts'],
): Promise<Billing | undefined> {
  const { settings, log, outreachOn } = parts;
  if (settings.whmcsUrl === undefined) return undefined;
  const { openBilling } = await import('./open-billing.ts');
  return openBilling({
    ...{ settings, log, hosts, note: noteFor(parts) },
    shared: {
      ...shared,
      called: async (person) => ({ name: await outreachOn(person.platform)?.nameOf(person) }),
      tell: (person, answer, key) => tellOn(parts, person, answer, key),
    },
  });
}

async function tellOn(
  { outreachOn }: OpenAccountsParts,
  person: Identity,
  reply: Reply,
  key: string,
): Promise<void> {
  const outreach = outreachOn(person.platform);
  if (!outreach) throw new Error(`No platform ${person.platform} is connected`);
  await outreach.tell(person, reply, key);
}

function deskParts(parts: OpenAccountsParts): Omit<AccountParts, 'accounts' | 'links' | 'mailer'> {
  const { settings, memory, facts, library, log } = parts;
  return {
    ...{ library, facts },
    memory: () => memory.strict(),
    tell: (person, reply, { key }) => tellOn(parts, person, reply, key),
    tellStaff: (breakIn) => alarm(parts, breakIn),
    timeZone: settings.timeZone,
    addresses: settings.addresses,
    sample: parts.demo !== undefined,
    limits: { watchMs: settings.watchHours * 3_600_000 },
    onError: (error, what) => log.error({ err: error, what }, 'account_desk_failed'),
  };
}

/** In the staff's channel, and in the log for those who have none. */
async function alarm({ staffPlaces, outreachOn, log }: OpenAccountsParts, breakIn: BreakIn): Promise<void> {
  const { account, domain, causes, seenBy } = breakIn;
  log.warn({ server: account.server, causes }, 'signs_of_break_in');
  const at = staffPlaces.for(undefined);
  const day = new Date().toISOString().slice(0, 10);
  if (!at) return;
  const name = await outreachOn(seenBy.platform)?.nameOf(seenBy);
  const reply = { ...breakInAnswer(breakIn, name), audience: 'public' as const };
  await outreachOn(at.platform)?.post(at, reply, `break-in ${domain} ${day}`);
}

function mailerFrom({ smtpUrl: url, mailFrom: from }: Settings): Mailer | undefined {
  return url === undefined || from === undefined ? undefined : createMailer({ url, from });
}
