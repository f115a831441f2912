import type { Ballot } from '../../memory/votes.ts';

/** How many people stand behind what was said, after every cap. */
export interface Voices {
  readonly helped: number;
  readonly notHelped: number;
  /** Different people, uncapped. */
  readonly peopleHelped: number;
  readonly peopleNotHelped: number;
}

/** On so many articles a voter counts in full; on more, all their votes together count as on so many. */
const fullBreadth = 10;
const dayMs = 86_400_000;

/** Each voter's weight: who votes on everything says little about anything. */
export function voterWeights(ballots: readonly Ballot[]): ReadonlyMap<string, number> {
  const slugs = new Map<string, Set<string>>();
  for (const { voter, slug } of ballots) slugs.set(voter, (slugs.get(voter) ?? new Set()).add(slug));
  return new Map([...slugs].map(([voter, { size }]) => [voter, Math.min(1, fullBreadth / size)]));
}

/**
 * People, not clicks: a voter has one voice, the last. Of one day (UTC) no more than `mostADay` count, helped and not
 * helped in the proportion in which they came, so that a crowd of an hour is no more than a few people.
 */
export function voicesOf(
  ballots: readonly Ballot[],
  weights: ReadonlyMap<string, number>,
  mostADay: number,
): Voices {
  const last = new Map<string, Ballot>();
  for (const ballot of ballots) {
    const known = last.get(ballot.voter);
    if (!known || isLater(ballot, known)) last.set(ballot.voter, ballot);
  }
  const days = new Map<number, { helped: number; notHelped: number }>();
  let [peopleHelped, peopleNotHelped] = [0, 0];
  for (const { voter, helped, at } of last.values()) {
    const day = Math.floor(at / dayMs);
    const voices = days.get(day) ?? { helped: 0, notHelped: 0 };
    voices[helped ? 'helped' : 'notHelped'] += weights.get(voter) ?? 1;
    days.set(day, voices);
    if (helped) peopleHelped++;
    else peopleNotHelped++;
  }
  let [helped, notHelped] = [0, 0];
  for (const day of days.values()) {
    const scale = Math.min(1, mostADay / (day.helped + day.notHelped));
    helped += scale * day.helped;
    notHelped += scale * day.notHelped;
  }
  return { helped, notHelped, peopleHelped, peopleNotHelped };
}

/** Of votes of one moment the key decides, so that every process takes the same. */
function isLater(a: Ballot, b: Ballot): boolean {
  return a.at > b.at || (a.at === b.at && a.key > b.key);
}
