import type { AccountTie } from '../hosting/account-links.ts';
import { choiceOf } from '../hosting/accounts.ts';
import type { Linking, Proof } from '../memory/links.ts';
import type { Person } from '../memory/person.ts';
import { type AccountParts, memoryOf, personOf } from './account-parts.ts';

/** Every way of linking ends here, so that each link and each refusal leaves a line in the audit. */
export interface LinkKeeper {
  tie(person: Person, tie: AccountTie, proof: Proof, by?: Person, why?: string): Promise<Linking>;
  untie(person: Person, account: AccountTie['account'], by?: Person, why?: string): Promise<boolean>;
  note(by: Person, action: LinkAction, about: string, why: string, outcome: string): Promise<void>;
}

export type LinkAction =
  | 'link.code'
  | 'link.sign-in'
  | 'link.add'
  | 'link.refused'
  | 'link.remove'
  | 'link.notice'
  | 'account.hand-off'
  | 'audit.read';

const proofWords: Record<Proof, string> = { code: 'emailed code', 'sign-in': 'signed in', staff: 'staff' };

export function createLinkKeeper(parts: Pick<AccountParts, 'memory' | 'mostPeople'>): LinkKeeper {
  const note: LinkKeeper['note'] = async (by, action, about, why, outcome) => {
    await memoryOf(parts).audit.append({
      by: personOf(by),
      action,
      about: about.slice(0, 300),
      why,
      outcome,
    });
  };
  return {
    note,
    tie: async (person, { account, identity, domain }, proof, by = person, why = proofWords[proof]) => {
      const link = { person: personOf(person), account, identity, domain, proof };
      // The line first: a link that nobody could note must not come to be.
      await note(by, 'link.add', choiceOf(account), why, `for ${nameOf(person)}: begun`);
      const linking = await memoryOf(parts).links.add(link, parts.mostPeople ?? 1);
      await note(by, 'link.add', choiceOf(account), why, `for ${nameOf(person)}: ${linking}`);
      return linking;
    },
    untie: async (person, account, by = person, why = 'own wish') => {
      const { links, watches } = memoryOf(parts);
      const removed = await links.remove(personOf(person), account);
      for (const watch of await watches.of(personOf(person))) {
        if (choiceOf(watch.account) === choiceOf(account)) await watches.cancel(watch.id, personOf(person));
      }
      const outcome = `for ${nameOf(person)}: ${removed ? 'removed' : 'there was none'}`;
      await note(by, 'link.remove', choiceOf(account), why, outcome);
      return removed;
    },
  };
}

export const nameOf = ({ platform, workspace, id }: Person): string => `${platform}/${workspace}/${id}`;
