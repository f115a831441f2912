import type { Accounts, AuditEntry, OwnReport, Staff } from './account-access.ts';
import type { AccountLink, AccountLinks, AccountTie, Asker } from './account-links.ts';
import type { HostFailure } from './host-answer.ts';
import { type Detail, readMailReport } from './mail-report.ts';
import type { Account, Panel } from './panel.ts';

export interface AccountsParts {
  readonly panels: readonly Panel[];
  readonly links: AccountLinks;
  readonly audit: (entry: AuditEntry) => Promise<void>;
  readonly now?: () => Date;
}

export function createAccounts({ panels, links, audit, now = () => new Date() }: AccountsParts): Accounts {
  const panelOf = new Map(panels.map((panel) => [panel.name, panel]));
  const note = ({ platform, workspace, id }: Asker, entry: Omit<AuditEntry, 'at' | 'who'>) =>
    audit({ ...entry, at: now(), who: { platform, workspace, id } });
  const find = async (name: string, signal: AbortSignal) => {
    const found = await Promise.all(
      panels.map(async (panel) => ({ panel, ...(await panel.find(name, signal)) })),
    );
    return {
      accounts: found.flatMap(({ panel, accounts }) => accounts.map((account) => ({ panel, account }))),
      failures: found.flatMap(({ failures }) => failures),
    };
  };

  const showLink = async (
    asker: Asker,
    link: AccountLink,
    detail: Detail,
    signal: AbortSignal,
  ): Promise<OwnReport> => {
    const { domain } = link;
    const panel = panelOf.get(link.panel);
    const answer = await panel?.account(
      { server: link.server, user: link.user, ...(link.owner ? { owner: link.owner } : {}) },
      signal,
    );
    if (
      !panel ||
      !answer ||
      answer.kind === 'not-found' ||
      (answer.kind === 'ok' && answer.value.identity !== link.identity)
    ) {
      const outcome =
        answer?.kind === 'ok'
          ? 'refused: another account bears this name now'
          : 'refused: no such account any more';
      await note(asker, {
        action: 'show-own',
        about: `${link.panel}/${link.server}/${link.user}`,
        why: 'own link',
        outcome,
      });
      return { kind: 'link-void', domain };
    }
    if (answer.kind !== 'ok') return { kind: 'unavailable', domain, failure: answer };
    const report = await readMailReport(panel, answer.value, detail, signal);
    return report.kind === 'ok'
      ? { kind: 'report', report: report.value }
      : { kind: 'unavailable', domain, failure: report };
  };

  return {
    own: async (asker, choice, detail, signal) => {
      const own = (await links.of(asker)).filter((link) => isSame(link.asker, asker));
      const [first] = own;
      if (choice === undefined && first && own.length > 1)
        return { kind: 'choose', choices: own.map(({ id, domain }) => ({ id, domain })) };
      const chosen = choice === undefined ? first : own.find(({ id }) => id === choice);
      if (chosen) return showLink(asker, chosen, detail, signal);
      if (choice !== undefined)
        await note(asker, {
          action: 'show-own',
          about: 'a link of somebody else, or none',
          why: '',
          outcome: 'refused',
        });
      return { kind: 'not-linked' };
    },

    showToStaff: async (staff, { name, why }, detail, signal) => {
      const about = { action: 'show-as-staff', about: name, why } as const;
      if (!(await isStaff(staff, about, note))) return { kind: 'not-staff' };
      const { accounts, failures } = await find(name, signal);
      const reports = await Promise.all(
        accounts.map(({ panel, account }) => readMailReport(panel, account, detail, signal)),
      );
      const found = reports.flatMap((report) => (report.kind === 'ok' ? [report.value] : []));
      const unread = reports.flatMap((report) => (report.kind === 'ok' ? [] : [report]));
      await note(staff, {
        ...about,
        outcome: outcomeOf(
          found.map(({ account }) => account),
          [...failures, ...unread],
        ),
      });
      return { kind: 'found', found, failures: [...failures, ...unread] };
    },

    findForStaff: async (staff, { name, why }, signal) => {
      const about = { action: 'find-as-staff', about: name, why } as const;
      if (!(await isStaff(staff, about, note))) return { kind: 'not-staff' };
      const { accounts, failures } = await find(name, signal);
      const found = accounts.flatMap(({ panel, account }) => tieOf(panel, account) ?? []);
      await note(staff, {
        ...about,
        outcome: outcomeOf(
          accounts.map(({ account }) => account),
          failures,
        ),
      });
      return { kind: 'found', found, failures };
    },

    findForCode: async (asker, name, signal) => {
      const { accounts } = await find(name, signal);
      const [only] = accounts;
      const tie = only && accounts.length === 1 ? tieOf(only.panel, only.account) : undefined;
      const email = only?.account.email;
      const outcome =
        tie && email ? `one account: ${tie.server}/${tie.user}` : `no code: ${accounts.length} accounts`;
      await note(asker, {
        action: 'find-for-code',
        about: name.slice(0, 253),
        why: 'wants to link',
        outcome,
      });
      return tie && email ? { tie, email } : undefined;
    },
  };
}

type Note = (who: Asker, entry: Omit<AuditEntry, 'at' | 'who'>) => Promise<void>;

async function isStaff(
  staff: Staff,
  about: Omit<AuditEntry, 'at' | 'who' | 'outcome'>,
  note: Note,
): Promise<boolean> {
  if (!staff.staff) await note(staff, { ...about, outcome: 'refused: not staff' });
  return staff.staff;
}

function isSame(one: Asker, other: Asker): boolean {
  return one.platform === other.platform && one.workspace === other.workspace && one.id === other.id;
}

/** `undefined`: the host does not say who the account is, so nothing may be tied to it. */
function tieOf(panel: Panel, { ref, identity, domain }: Account): AccountTie | undefined {
  return identity === undefined
    ? undefined
    : { panel: panel.name, server: ref.server, user: ref.user, owner: ref.owner, identity, domain };
}

function outcomeOf(accounts: readonly Account[], failures: readonly HostFailure[]): string {
  const shown = accounts.map(({ ref }) => `${ref.server}/${ref.user}`).join(', ') || 'nothing found';
  return failures.length === 0
    ? shown
    : `${shown}; not reached: ${failures.map(({ server, fault }) => `${server} (${fault})`).join(', ')}`;
}
