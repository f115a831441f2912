import type { Staff, StaffQuestion } from '../hosting/account-access.ts';
import type { Person } from '../memory/person.ts';
import type { Place } from '../memory/place.ts';
import type { AccountAnswer } from './account-answer.ts';
import type { AccountParts } from './account-parts.ts';
import { createBackground } from './background.ts';
import type { CalledBy } from './chat-user-words.ts';
import { createLinkDesk } from './link-desk.ts';
import { methodsOf } from './link-method.ts';
import { createNumbersDesk } from './numbers-desk.ts';
import { notNow, offerLinking } from './own-answers.ts';
import type { PastedNumbers } from './paste-words.ts';
import type { AddressTaste } from './reasons-words.ts';
import { beginSignIn } from './sign-in.ts';
import { type Contact, createStaffAccounts } from './staff-accounts.ts';
import { createWatchDesk } from './watch-desk.ts';

/**
 * What customers and staff ask about accounts, whatever the platform. Every answer is for the asker alone. Nothing
 * rejects: what goes wrong is told to `onError`, and the asker hears that it cannot be done now.
 */
export interface AccountDesk {
  /** `choice`: from an offer; `addresses`: what this owner wants to see of recipients. */
  numbers(person: Person, choice?: string, addresses?: AddressTaste): Promise<AccountAnswer>;
  /** `undefined`: the paste is about nobody's account that the asker may see. */
  comparePaste(person: Person, pasted: readonly PastedNumbers[]): Promise<AccountAnswer | undefined>;
  /** `question`: the key of what was asked before it, which is helped when the block clears and nothing is asked again. */
  watch(person: Person, choice: string | undefined, place: Place, question?: string): Promise<AccountAnswer>;
  /** Gives how many watches were looked at. */
  runWatches(): Promise<number>;
  /** The ways there are to link. */
  offerLink(): AccountAnswer;
  startLink(person: Person, name: string, called?: CalledBy): Promise<AccountAnswer>;
  finishLink(person: Person, code: string): Promise<AccountAnswer>;
  /** The address where the person signs in, for them alone. */
  beginSignIn(person: Person): Promise<AccountAnswer>;
  ownLinks(person: Person): Promise<AccountAnswer>;
  unlink(person: Person, choice: string): Promise<AccountAnswer>;
  staffShow(staff: Staff, question: StaffQuestion): Promise<readonly AccountAnswer[]>;
  /** For the staff whom a customer asked for help; `undefined`: nothing is linked or to be had. */
  healthForStaff(customer: Person): Promise<AccountAnswer | undefined>;
  /** Where the owner of the customer's account is reached, for a ticket; never to be shown. */
  contactOf(customer: Person): Promise<Contact | undefined>;
  staffLink(staff: Staff, question: StaffQuestion, person: Person, called?: CalledBy): Promise<AccountAnswer>;
  staffUnlink(staff: Staff, question: StaffQuestion, person: Person): Promise<AccountAnswer>;
  /** `name`: a domain, a user name or SERVER/USER; everything where it is left out. */
  staffAudit(staff: Staff, name?: string): Promise<AccountAnswer>;
  /** When mails and alarms under way are done: before the process stops. */
  settled(): Promise<void>;
}

export function createAccountDesk(parts: AccountParts): AccountDesk {
  const { onError } = parts;
  const background = createBackground(onError);
  const numbers = createNumbersDesk(parts, background);
  const watches = createWatchDesk(parts);
  const linking = createLinkDesk(parts, background);
  const staffDesk = createStaffAccounts(parts, background);

  /** `otherwise` where the work could not be done. */
  const safely = async <Value>(what: string, work: () => Value | Promise<Value>, otherwise: () => Value) => {
    try {
      return await work();
    } catch (error) {
      onError(error, what);
      return otherwise();
    }
  };

  return {
    numbers: (person, choice, addresses) =>
      safely('numbers', () => numbers.numbers(person, choice, addresses), notNow),
    comparePaste: (person, pasted) =>
      safely(
        'comparePaste',
        () => numbers.comparePaste(person, pasted),
        () => undefined,
      ),
    watch: (person, choice, place, question) =>
      safely('watch', () => watches.watch(person, choice, place, question), notNow),
    runWatches: () =>
      safely(
        'runWatches',
        () => watches.runWatches(),
        () => 0,
      ),
    offerLink: () => offerLinking(methodsOf(parts)),
    startLink: (person, name, called) =>
      safely('startLink', () => linking.startLink(person, name, called), notNow),
    finishLink: (person, code) => safely('finishLink', () => linking.finishLink(person, code), notNow),
    beginSignIn: (person) => safely('beginSignIn', () => beginSignIn(parts, person), notNow),
    ownLinks: (person) => safely('ownLinks', () => linking.ownLinks(person), notNow),
    unlink: (person, choice) => safely('unlink', () => linking.unlink(person, choice), notNow),
    staffShow: (staff, question) =>
      safely(
        'staffShow',
        () => staffDesk.staffShow(staff, question),
        () => [notNow()],
      ),
    healthForStaff: (customer) =>
      safely(
        'healthForStaff',
        () => staffDesk.healthForStaff(customer),
        () => undefined,
      ),
    contactOf: (customer) =>
      safely(
        'contactOf',
        () => staffDesk.contactOf(customer),
        () => undefined,
      ),
    staffLink: (staff, question, person, called) =>
      safely('staffLink', () => staffDesk.staffLink(staff, question, person, called), notNow),
    staffUnlink: (staff, question, person) =>
      safely('staffUnlink', () => staffDesk.staffUnlink(staff, question, person), notNow),
    staffAudit: (staff, name) => safely('staffAudit', () => staffDesk.staffAudit(staff, name), notNow),
    settled: () => background.settled(),
  };
}
