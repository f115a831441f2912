import { createHash } from 'node:crypto';
import type { AccountLink } from '../hosting/account-links.ts';
import { choiceOf } from '../hosting/accounts.ts';
import type { AccountRef } from '../hosting/panel.ts';

/** Names one of a person's own accounts in 12 letters, so that it fits the id of a button. It opens nothing by itself. */
export function shortChoice(account: AccountRef): string {
  return createHash('sha256').update(choiceOf(account)).digest('base64url').slice(0, 12);
}

/** What `Accounts.own` takes. A choice that is none of these links goes on as it is, to be refused and noted there. */
export function longChoice(links: readonly AccountLink[], choice: string | undefined): string | undefined {
  const link = links.find(({ account }) => shortChoice(account) === choice);
  return link ? choiceOf(link.account) : choice;
}
