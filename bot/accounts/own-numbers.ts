import type { OwnNumbers } from '../desk/own-numbers.ts';
import type { AccountDesk } from './account-desk.ts';
import { asksForNumbers } from './asks-for-numbers.ts';

/** The account desk as the reception needs it: asked by words, or by a paste that names an own domain. */
export function createOwnNumbers(desk: Pick<AccountDesk, 'numbers' | 'comparePaste'>): OwnNumbers {
  return {
    asked: asksForNumbers,
    numbers: (person) => desk.numbers(person),
    comparePaste: (person, errors) => desk.comparePaste(person, errors),
  };
}
