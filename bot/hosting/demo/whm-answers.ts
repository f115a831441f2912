import type { SampleAccount } from './sample-accounts.ts';
import type { SampleMail } from './sample-mail.ts';
import { search, stats } from './whm-queries.ts';
import { accountRow } from './whm-rows.ts';

/** How a server differs from the documentation; each was seen, or may be. */
export interface WhmWays {
  readonly heedsGroup: boolean;
  readonly heedsUser: boolean;
  readonly heedsFilters: boolean;
  readonly numbersAsText: boolean;
}

export interface WhmTokenGrant {
  readonly user: string;
  readonly token: string;
  readonly privileges: readonly string[];
}

export interface WhmAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

export interface WhmRequest {
  readonly name: string;
  readonly form: URLSearchParams;
  readonly authorization: string;
}

export interface WhmWorld {
  readonly accounts: readonly SampleAccount[];
  readonly mail: SampleMail;
  readonly tokens: readonly WhmTokenGrant[];
  readonly ways: WhmWays;
  readonly now: () => Date;
}

export const usualWays: WhmWays = {
  heedsGroup: true,
  heedsUser: true,
  heedsFilters: true,
  numbersAsText: false,
};

type Row = Record<string, unknown>;

/** WHM API 1 over sample accounts: what a real server says, in its own shapes. */
export function answerWhm(world: WhmWorld, { name, form, authorization }: WhmRequest): WhmAnswer {
  const grant = world.tokens.find(({ user, token }) => authorization === `whm ${user}:${token}`);
  if (!grant) return denied;
  const { privileges } = grant;
  const may = (privilege: string) => privileges.includes('all') || privileges.includes(privilege);
  const visible = world.accounts.filter(({ owner }) => privileges.includes('all') || owner === grant.user);
  const list = (key: string, rows: readonly Row[]) =>
    envelope(name, { [key]: answerRows(world, form, rows) });

  switch (name) {
    case 'myprivs':
      return envelope(name, {
        privileges: [
          Object.fromEntries(everyPrivilege.map((each) => [each, Number(privileges.includes(each))])),
        ],
      });
    case 'accountsummary':
      return may('acct-summary') ? summary(world, visible, form) : denied;
    case 'listaccts':
      return may('list-accts') ? list('acct', visible.map(accountRow)) : denied;
    case 'getdomainowner':
      return envelope(name, {
        user: visible.find(({ domains }) => domains.includes(form.get('domain') ?? ''))?.user ?? null,
      });
    case 'emailtrack_user_stats':
      return may('track-email') ? list('records', stats(world, visible, form)) : denied;
    case 'emailtrack_search':
      return may('track-email') ? list('records', search(world, visible, form)) : denied;
    default:
      return envelope(name, {}, `Unknown app ("${name}") requested for this version (1) of the API.`);
  }
}

const everyPrivilege = [
  'acct-summary',
  'all',
  'cpanel-api',
  'create-user-session',
  'edit-account',
  'kill-acct',
  'list-accts',
  'manage-api-tokens',
  'passwd',
  'suspend-acct',
  'track-email',
];

const json = (status: number, body: unknown): WhmAnswer => ({
  status,
  contentType: 'application/json; charset="utf-8"',
  body: JSON.stringify(body),
});

export const denied: WhmAnswer = json(403, {
  cpanelresult: {
    apiversion: '2',
    error: 'Access denied',
    data: { reason: 'Access denied', result: '0' },
    type: 'text',
  },
});

/** The old shape, in which some calls still say no. */
export const legacyRefusal = (reason: string): WhmAnswer =>
  json(200, { cpanelresult: { data: { reason, result: '0' }, error: reason } });

/** `refused`: the reason of a call that failed. */
export function envelope(command: string, data: unknown, refused?: string): WhmAnswer {
  return json(200, {
    data,
    metadata: { command, reason: refused ?? 'OK', result: refused === undefined ? 1 : 0, version: 1 },
  });
}

function summary(
  { accounts, ways }: WhmWorld,
  visible: readonly SampleAccount[],
  form: URLSearchParams,
): WhmAnswer {
  const isAsked = ({ user, domains }: SampleAccount) =>
    user === form.get('user') || domains[0] === form.get('domain');
  const found = visible.find(isAsked);
  if (found) return envelope('accountsummary', { acct: [asSent(ways, accountRow(found))] });
  const hidden = accounts.find(isAsked);
  return hidden
    ? envelope('accountsummary', {}, `Access Denied to Account ${hidden.user}`)
    : legacyRefusal('Account does not exist.');
}

function answerRows({ ways }: WhmWorld, form: URLSearchParams, rows: readonly Row[]): Row[] {
  const kept = ways.heedsFilters ? rows.filter((row) => passesFilters(row, form)) : rows;
  return kept.map((row) => asSent(ways, row));
}

function passesFilters(row: Row, form: URLSearchParams): boolean {
  return [...'abcdef'].every((letter) => {
    const [field, type, wanted] = ['field', 'type', 'arg0'].map(
      (part) => form.get(`api.filter.${letter}.${part}`) ?? '',
    );
    if (!field || wanted === undefined) return true;
    const value = String(row[field] ?? '');
    if (type === 'gt') return Number(value) > Number(wanted);
    return type === 'lt' ? Number(value) < Number(wanted) : value === wanted;
  });
}

function asSent({ numbersAsText }: WhmWays, row: Row): Row {
  if (!numbersAsText) return row;
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'number' ? String(value) : value]),
  );
}
