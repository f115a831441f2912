import type { AccountParts } from '../../accounts/account-parts.ts';
import { createLinkKeeper, type LinkKeeper } from '../../accounts/link-keeper.ts';
import type { Accounts } from '../../hosting/account-access.ts';
import { activeProducts } from '../../hosting/billing/client-products.ts';
import { clientsOf, type SignedIn, type SubjectKind } from '../../hosting/billing/signed-in-clients.ts';
import type { WhmcsApi } from '../../hosting/billing/whmcs-api.ts';
import type { HostFailure } from '../../hosting/host-answer.ts';
import type { Person } from '../../memory/person.ts';
import type { Outcome } from './sign-in-pages.ts';

export interface LinkAccountsParts extends Pick<AccountParts, 'memory' | 'mostPeople'> {
  readonly api: Pick<WhmcsApi, 'read'>;
  readonly subjectKind: SubjectKind;
  readonly accounts: Pick<Accounts, 'findForSignIn'>;
  /** Servers' names by the host names that WHMCS knows them by. */
  readonly hosts: ReadonlyMap<string, string>;
}

const waitMs = 15_000;
/** Products of one person that are looked at. */
const mostAccounts = 25;

interface Sold {
  readonly account: { readonly server: string; readonly user: string };
  readonly domain: string;
}

export type LinkAccounts = (person: Person, signedIn: SignedIn) => Promise<Outcome | HostFailure>;

/** Ties the accounts of whoever signed in to the chat user. A failure means that the billing system did not tell. */
export function createLinkAccounts(parts: LinkAccountsParts): LinkAccounts {
  const { api, subjectKind, accounts, hosts } = parts;
  const keeper = createLinkKeeper(parts);

  const soldTo = async (signedIn: SignedIn): Promise<readonly Sold[] | HostFailure> => {
    const clients = await clientsOf(api, signedIn, subjectKind);
    if (clients.kind !== 'ok') return clients;
    const sold = new Map<string, Sold>();
    for (const id of clients.value) {
      const products = await activeProducts(api, id);
      if (products.kind !== 'ok') return products;
      for (const { username: user, domain, hosts: at } of products.value) {
        const server = at.map((host) => hosts.get(host)).find((name) => name !== undefined);
        if (server !== undefined) sold.set(`${server}/${user}`, { account: { server, user }, domain });
      }
    }
    return [...sold.values()].slice(0, mostAccounts);
  };

  return async (person, signedIn) => {
    const sold = await soldTo(signedIn);
    if ('kind' in sold) return sold;
    const signal = AbortSignal.timeout(waitMs);
    const tied = await Promise.all(
      sold.map(async (one) => {
        const found = await accounts.findForSignIn(person, one, signal);
        if (found.kind !== 'ok' || !found.value) return { domain: one.domain, as: 'unsure' as const };
        return { domain: found.value.domain, as: await keeper.tie(person, found.value, 'sign-in') };
      }),
    );
    if (tied.length === 0) await noteNothing(keeper, person);
    const those = (as: (typeof tied)[number]['as']) =>
      tied.filter((one) => one.as === as).map(({ domain }) => domain);
    return { linked: those('linked'), full: those('full'), unsure: those('unsure') };
  };
}

const noteNothing = (keeper: LinkKeeper, person: Person) =>
  keeper.note(person, 'link.sign-in', 'billing system', 'wants to link', 'no account to link');
