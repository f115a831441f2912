import { createLookups, type Lookups } from '../../calls/lookups.ts';
import type { HostAnswer } from '../../host-answer.ts';
import type { Account } from '../../panel.ts';
import { noSuchAccount, type TokenParts, wrongShape } from './token-parts.ts';
import { accountFrom, isUserName } from './whm-account.ts';
import * as requests from './whm-requests.ts';
import { listIn } from './whm-shapes.ts';

export function createAccountLookups(parts: TokenParts): Lookups<Account> {
  const { server, limits, now, reachability, ask, inTurn } = parts;
  const load = async (user: string): Promise<HostAnswer<Account>> => {
    const answer = await ask(requests.accountSummary(user));
    if (answer.kind !== 'ok') return answer;
    const account = listIn(answer.value, 'acct')?.map((row) => accountFrom(row, server))[0];
    if (!account) return wrongShape(parts, 'accountsummary: no account in the answer');
    return account.ref.user === user ? { ...answer, value: account } : noSuchAccount(parts);
  };
  const loadAll = async (): Promise<HostAnswer<(user: string) => HostAnswer<Account>>> => {
    const answer = await ask(requests.allAccounts);
    if (answer.kind !== 'ok') return answer;
    const rows = listIn(answer.value, 'acct');
    if (!rows) return wrongShape(parts, 'listaccts: no list of accounts in the answer');
    const accounts = new Map(
      rows.flatMap((row) => accountFrom(row, server) ?? []).map((account) => [account.ref.user, account]),
    );
    const find = (user: string): HostAnswer<Account> => {
      const account = accounts.get(user);
      return account ? { ...answer, value: account } : noSuchAccount(parts);
    };
    return { ...answer, value: find };
  };
  return createLookups({ ...limits, now, reachability, inTurn: inTurn.accounts, load, loadAll });
}

/** From a domain, main or addon, to the user name that it belongs to. */
export function createOwnerLookups(parts: TokenParts): Lookups<string> {
  const { limits, now, reachability, ask, inTurn } = parts;
  const load = async (domain: string): Promise<HostAnswer<string>> => {
    const answer = await ask(requests.domainOwner(domain));
    if (answer.kind !== 'ok') return answer;
    const data = answer.value;
    const user = typeof data === 'object' && data !== null && 'user' in data ? data.user : undefined;
    return typeof user === 'string' && isUserName(user) ? { ...answer, value: user } : noSuchAccount(parts);
  };
  return createLookups({ ...limits, now, reachability, inTurn: inTurn.owners, load });
}
