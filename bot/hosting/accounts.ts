import type { Accounts, AuditNote, OwnReport, Staff, StaffQuestion } from './account-access.ts';
import type { AccountLink, AccountLinks, AccountTie, Asker } from './account-links.ts';
import { createReachability, type HostAnswer, type HostFailure } from './host-answer.ts';
import { type Detail, readMailReport } from './mail-report.ts';
import type { Account, AccountRef, Panel } from './panel.ts';

export interface AccountsParts {
  readonly panels: readonly Panel[];
  readonly links: AccountLinks;
  /** Writes a line that stays. */
  readonly audit: (note: AuditNote) => Promise<unknown>;
}

/** Throws when two panels have a server of the same name. */
export function createAccounts({ panels, links, audit }: AccountsParts): Accounts {
  const panelOf = panelsByServer(panels);

  const find = async (name: string, signal: AbortSignal) => {
    const found = await Promise.all(panels.map((panel) => panel.find(name, signal)));
    return {
      accounts: found.flatMap(({ accounts }) => accounts),
      failures: found.flatMap(({ failures }) => failures),
    };
  };
  const read = async (account: Account, detail: Detail, signal: AbortSignal) => {
    const panel = panelOf.get(account.ref.server);
    return panel ? readMailReport(panel, account, detail, signal) : noServer(account.ref);
  };

  /** The account behind a link, as it is now; `undefined`: it is not the linked one any more. */
  const accountOf = async ({ account, identity }: AccountLink, signal: AbortSignal) => {
    const answer: HostAnswer<Account> =
      (await panelOf.get(account.server)?.account(account, signal)) ?? noServer(account);
    if (answer.kind === 'not-found') return undefined;
    return answer.kind === 'ok' && answer.value.identity !== identity ? undefined : answer;
  };

  const showLink = async (link: AccountLink, detail: Detail, signal: AbortSignal): Promise<OwnReport> => {
    const { domain, person: by, account } = link;
    const answer = await accountOf(link, signal);
    if (answer === undefined) {
      const outcome = 'refused: the account is gone, or another bears its name';
      await audit({ by, action: 'account.show-own', about: choiceOf(account), why: 'own link', outcome });
      return { kind: 'link-void', domain };
    }
    const report = answer.kind === 'ok' ? await read(answer.value, detail, signal) : answer;
    if (report.kind === 'ok') return { kind: 'report', report: report.value };
    return { kind: 'unavailable', domain, account, failure: report };
  };

  /** The accounts that staff named, if it is staff who asks. `outcome` is for the audit. */
  const forStaff = async (
    staff: Staff,
    action: AuditNote['action'],
    { name, why }: StaffQuestion,
    signal: AbortSignal,
  ) => {
    const note = (outcome: string) => audit({ by: personOf(staff), action, about: name, why, outcome });
    if (staff.staff) return { ...(await find(name, signal)), note };
    await note('refused: not staff');
    return undefined;
  };

  return {
    own: async (asker, choice, detail, signal) => {
      const own = (await links.of(asker)).filter(({ person }) => isSame(person, asker));
      const [first] = own;
      if (choice === undefined && first && own.length > 1) {
        return {
          kind: 'choose',
          choices: own.map(({ account, domain }) => ({ id: choiceOf(account), domain })),
        };
      }
      const chosen = choice === undefined ? first : own.find(({ account }) => choiceOf(account) === choice);
      if (chosen) return showLink(chosen, detail, signal);
      if (choice !== undefined) {
        const refused = { about: choice.slice(0, 300), why: 'own link', outcome: 'refused: none of theirs' };
        await audit({ by: personOf(asker), action: 'account.show-own', ...refused });
      }
      return { kind: 'not-linked' };
    },

    showToStaff: async (staff, question, detail, signal) => {
      const looked = await forStaff(staff, 'account.show', question, signal);
      if (!looked) return { kind: 'not-staff' };
      const reports = await Promise.all(looked.accounts.map((account) => read(account, detail, signal)));
      const found = reports.flatMap((report) => (report.kind === 'ok' ? [report.value] : []));
      const failures = [
        ...looked.failures,
        ...reports.flatMap((report) => (report.kind === 'ok' ? [] : [report])),
      ];
      await looked.note(
        outcomeOf(
          found.map(({ account }) => account.ref),
          failures,
        ),
      );
      return { kind: 'found', found, failures };
    },

    findForStaff: async (staff, question, signal) => {
      const looked = await forStaff(staff, 'account.find', question, signal);
      if (!looked) return { kind: 'not-staff' };
      const { accounts, failures } = looked;
      await looked.note(
        outcomeOf(
          accounts.map(({ ref }) => ref),
          failures,
        ),
      );
      return { kind: 'found', found: accounts.flatMap((account) => tieOf(account) ?? []), failures };
    },

    findForCode: async (asker, name, signal) => {
      const { accounts } = await find(name, signal);
      const [only] = accounts;
      const tie = only && accounts.length === 1 ? tieOf(only) : undefined;
      const email = only?.email;
      const outcome =
        tie && email ? `one account: ${choiceOf(tie.account)}` : `no code: ${accounts.length} accounts fit`;
      const about = name.slice(0, 300);
      await audit({ by: personOf(asker), action: 'account.code', about, why: 'wants to link', outcome });
      return tie && email ? { tie, email } : undefined;
    },

    findForSignIn: async (asker, { account: ref, domain }, signal) => {
      const answer = (await panelOf.get(ref.server)?.account(ref, signal)) ?? noServer(ref);
      const note = (outcome: string) =>
        audit({
          ...{ by: personOf(asker), action: 'account.sign-in', about: choiceOf(ref), outcome },
          why: 'theirs by the billing system',
        });
      if (answer.kind !== 'ok') {
        await note(`not found: ${answer.fault}`);
        return answer;
      }
      const tie = answer.value.domain === domain ? tieOf(answer.value) : undefined;
      await note(tie ? 'found' : 'refused: it is not the account that was sold');
      return { ...answer, value: tie };
    },
  };
}

function panelsByServer(panels: readonly Panel[]): ReadonlyMap<string, Panel> {
  const entries = panels.flatMap((panel) => panel.servers.map((server) => [server, panel] as const));
  const byServer = new Map(entries);
  if (byServer.size < entries.length)
    throw new Error('Two servers have the same name: give each one of its own');
  return byServer;
}

const noServer = ({ server }: AccountRef): HostFailure =>
  createReachability(server, () => new Date()).failure('no-such-server', 'no server of this name is set up');

/** Names an account among the links of one person. It opens nothing by itself. */
export const choiceOf = ({ server, user }: AccountRef): string => `${server}/${user}`;

const personOf = ({ platform, workspace, id }: Asker): Asker => ({ platform, workspace, id });

function isSame(one: Asker, other: Asker): boolean {
  return one.platform === other.platform && one.workspace === other.workspace && one.id === other.id;
}

/** `undefined`: the host does not say who the account is, so nothing may be tied to it. */
function tieOf({ ref, identity, domain }: Account): AccountTie | undefined {
  return identity === undefined ? undefined : { account: ref, identity, domain };
}

function outcomeOf(accounts: readonly AccountRef[], failures: readonly HostFailure[]): string {
  const shown = accounts.map(choiceOf).join(', ') || 'nothing found';
  if (failures.length === 0) return shown;
  return `${shown}; not reached: ${failures.map(({ server, fault }) => `${server} (${fault})`).join(', ')}`;
}
