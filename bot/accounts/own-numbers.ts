import type { OwnNumbers } from '../desk/own-numbers.ts';
import type { AccountDesk } from './account-desk.ts';
import { asksForNumbers, domainAskedAbout } from './asks-for-numbers.ts';

/** The account desk as the reception needs it: asked by words, or by a paste that names an own domain. */
export function createOwnNumbers(desk: Pick<AccountDesk, 'numbers' | 'comparePaste'>): OwnNumbers {
  return {
    asked: (text) => asksForNumbers(text) || domainAskedAbout(text) !== undefined,
    numbers: async (person, text) => {
      const domain = domainAskedAbout(text);
      const named = domain && (await desk.comparePaste(person, [{ reason: 'defer-fail-limit', domain }]));
      return named || (asksForNumbers(text) ? desk.numbers(person) : undefined);
    },
    comparePaste: (person, errors) => desk.comparePaste(person, errors),
  };
}
