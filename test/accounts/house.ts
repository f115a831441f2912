import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AccountAnswer } from '../../bot/accounts/account-answer.ts';
import { createAccountDesk } from '../../bot/accounts/account-desk.ts';
import type { AccountParts, BreakIn } from '../../bot/accounts/account-parts.ts';
import { createMailer } from '../../bot/accounts/mailer.ts';
import { createAccounts } from '../../bot/hosting/accounts.ts';
import { type SampleAccount, sampleAccounts } from '../../bot/hosting/demo/sample-accounts.ts';
import type { Panel } from '../../bot/hosting/panel.ts';
import { createWhmPanel } from '../../bot/hosting/panels/whm/whm.ts';
import { houseFactsFrom } from '../../bot/knowledge/house-facts.ts';
import { loadLibrary } from '../../bot/knowledge/load-library.ts';
import { openSqlite } from '../../bot/memory/engines/sqlite.ts';
import { parseKeys } from '../../bot/memory/keys.ts';
import { createMemory, type Memory } from '../../bot/memory/memory.ts';
import type { Person } from '../../bot/memory/person.ts';
import type { Place } from '../../bot/memory/place.ts';
import { maskPersonal } from '../../bot/privacy/mask.ts';
import { createCapturedLog } from '../hosting/captured-log.ts';
import { startSmtpServer } from '../servers/smtp/smtp-server.ts';
import { startWhmServer } from '../servers/whm/whm-server.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const facts = houseFactsFrom({ company: 'Sample Hosting', support_email: 'help@sample.example' });
const kb = fileURLToPath(new URL('../../kb', import.meta.url));
const { library } = await loadLibrary(kb, facts);

export const staff = { platform: 'slack', workspace: 'T1', id: 'U9', staff: true };
export const personOf = (id: string, changes: Partial<Person> = {}) => ({
  ...{ platform: 'slack', workspace: 'T1', id, staff: false },
  ...changes,
});
export const placeOf = (channel: string): Place => ({
  ...{ platform: 'slack', workspace: 'T1', channel, private: true },
});

export interface Told {
  readonly person: Person;
  readonly answer: AccountAnswer;
  readonly place: Place;
  readonly key: string;
}

export type House = Awaited<ReturnType<typeof openHouse>>;

/** A whole house: a WHM server, a mail server, a memory on disk, and as many account desks as processes. */
export async function openHouse(time = '2026-11-20T14:38:00Z') {
  const clock = { now: Date.parse(time) };
  const now = () => new Date(clock.now);
  // A copy that a test may change, as an operator changes accounts.
  const sample: SampleAccount[] = sampleAccounts.map((account) => ({ ...account }));
  const whm = await startWhmServer({ accounts: sample, now });
  const smtp = await startSmtpServer();
  const panel = createWhmPanel({
    ...{ servers: [whm.config()], log: createCapturedLog().log, now },
    limits: { keepMs: 0, keepFailureMs: 0, timeoutMs: 2_000, retryMs: 10, downMs: 0, refusedMs: 0 },
  });
  const mailer = createMailer({ url: smtp.url, from: 'Sample Hosting <help@sample.example>' });
  const folder = mkdtempSync(join(tmpdir(), 'hostdesk-accounts-'));
  const file = join(folder, 'memory.sqlite');
  const keys = parseKeys(Buffer.alloc(32, 7).toString('base64'));
  const memories: Memory[] = [];
  const told: Told[] = [];
  const alarms: BreakIn[] = [];
  const errors: { what: string; error: unknown }[] = [];

  const openProcess = async (
    changes: Partial<AccountParts> & { readonly panels?: readonly Panel[] } = {},
  ) => {
    const memory = await createMemory(await openSqlite({ file }), {
      ...{ mask: maskPersonal, keys, now: () => clock.now },
    });
    memories.push(memory);
    const accounts = createAccounts({
      panels: changes.panels ?? [panel],
      links: memory.links,
      audit: (note) => memory.audit.append(note),
    });
    const desk = createAccountDesk({
      ...{ accounts, links: memory.links, memory: () => memory, mailer, library: () => library, facts, now },
      tell: async (person, answer, { place, key }) => {
        told.push({ person, answer, place, key });
      },
      tellStaff: async (breakIn) => {
        alarms.push(breakIn);
      },
      limits: { codeFloorMs: 0 },
      onError: (error, what) => errors.push({ what, error }),
      ...changes,
    });
    return { memory, desk };
  };
  const first = await openProcess();

  const account = (user: string): SampleAccount =>
    sample.find((each) => each.user === user) ?? assert.fail(user);
  return {
    ...{ clock, whm, smtp, panel, told, alarms, errors, openProcess, account, file, ...first },
    /** As an operator does by hand. */
    change: (user: string, changes: Partial<SampleAccount>) => Object.assign(account(user), changes),
    link: async (person: Person, user: string) => {
      const { uid, startedAt, domains, owner } = account(user);
      const { platform, workspace, id } = person;
      return first.memory.links.add({
        ...{ person: { platform, workspace, id }, account: { server: 'web1', user, owner } },
        ...{ identity: `${uid}:${startedAt}`, domain: domains[0], proof: 'staff' as const },
      });
    },
    /** The code in the latest mail. */
    code: (): string => /^ {4}(\S+)$/m.exec(smtp.mails.at(-1)?.text ?? '')?.[1] ?? assert.fail('no code'),
    audit: async () =>
      (await first.memory.audit.read({ most: 500 })).map(({ action, about, outcome }) =>
        [action, about, outcome].join(' | '),
      ),
    close: async () => {
      mailer.close();
      await Promise.all(memories.map((memory) => memory.close()));
      await Promise.all([panel.close(), whm.stop(), smtp.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Everything an answer says, for searching in it. */
export const wordsOf = ({ title, body, facts, picture, actions }: AccountAnswer): string =>
  [
    ...[title, body, ...facts.flatMap(({ label, value }) => `${label}: ${value}`)],
    ...[picture?.alternative ?? '', ...actions.map((action) => JSON.stringify(action))],
  ].join('\n');

/** The orders an answer leads on to. */
export const stepsIn = ({ actions }: AccountAnswer) =>
  actions.flatMap((action) => (action.kind === 'order' ? [action] : []));
