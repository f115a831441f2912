import type { Ballot } from '../../bot/memory/votes.ts';
import { day, start } from '../memory/contract/set-up.ts';

let keys = 0;
/** A vote of somebody of their own on a question of its own, but for what is given. */
export const ballot = (given: Partial<Ballot> = {}): Ballot => {
  keys += 1;
  return { key: `q${keys}`, text: 't', slug: 'a', voter: `U${keys}`, helped: true, at: start, ...given };
};
/** Votes of so many people, spread over so many days; `voter` begins their names. */
export const people = (count: number, days: number, given: Partial<Ballot>): Ballot[] =>
  Array.from({ length: count }, (_, at) =>
    ballot({ voter: `${given.voter ?? 'P'}${at}`, at: start + (at % days) * day, ...without(given) }),
  );
const without = ({ voter: _, ...rest }: Partial<Ballot>) => rest;
