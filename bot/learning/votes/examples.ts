import type { Ballot } from '../../memory/votes.ts';
import { cosineOf, type Vector } from './question-vectors.ts';
import { voicesOf } from './voices.ts';

/** Questions that mean the same and what their votes say of one article. */
export interface Example {
  readonly slug: string;
  /** Of different ways to ask it, the commonest first. */
  readonly vectors: readonly Vector[];
  /** -1 to 1, from refuted to confirmed; never quite either. */
  readonly strength: number;
  readonly lastAt: number;
}

/** Cosine from which two questions count as the same neighbourhood. */
const sameQuestion = 0.6;
const mostVectors = 3;
/** Voices that are taken to be undecided before anybody voted. */
const undecided = 10;
const mostADay = 2;
/** One person may press in passing or by mistake; two who had the same question do not do so by chance. */
const leastPeople = 2;
/** So many times more people must say so than say the contrary. */
const clearMajority = 3;

/** Groups an article's ballots by question and keeps those on which people agree. */
export function examplesOf(
  slug: string,
  ballots: readonly Ballot[],
  vectorOf: (text: string) => Vector,
  weights: ReadonlyMap<string, number>,
): Example[] {
  const groups: { vectors: Vector[]; ballots: Ballot[] }[] = [];
  for (const { text, ballots: same } of byText(ballots)) {
    const vector = vectorOf(text);
    if (vector.size === 0) continue;
    const group = groups.find(({ vectors }) => cosineOf(vectors[0] as Vector, vector) >= sameQuestion);
    if (!group) groups.push({ vectors: [vector], ballots: [...same] });
    else {
      group.ballots.push(...same);
      if (group.vectors.length < mostVectors) group.vectors.push(vector);
    }
  }
  return groups.flatMap(({ vectors, ballots: voted }) => {
    const strength = strengthOf(voted, weights);
    const lastAt = Math.max(...voted.map(({ at }) => at));
    return strength === 0 ? [] : [{ slug, vectors, strength, lastAt }];
  });
}

/** Texts with their ballots, those with most first, then by text: the same in every process. */
function byText(ballots: readonly Ballot[]): { text: string; ballots: Ballot[] }[] {
  const texts = new Map<string, Ballot[]>();
  for (const ballot of ballots) {
    const same = texts.get(ballot.text);
    if (same) same.push(ballot);
    else texts.set(ballot.text, [ballot]);
  }
  return [...texts]
    .map(([text, same]) => ({ text, ballots: same }))
    .sort((a, b) => b.ballots.length - a.ballots.length || (a.text < b.text ? -1 : 1));
}

function strengthOf(ballots: readonly Ballot[], weights: ReadonlyMap<string, number>): number {
  const { helped, notHelped, peopleHelped, peopleNotHelped } = voicesOf(ballots, weights, mostADay);
  const confirmed = peopleHelped >= leastPeople && peopleHelped >= clearMajority * peopleNotHelped;
  const refuted = peopleNotHelped >= leastPeople && peopleNotHelped >= clearMajority * peopleHelped;
  return confirmed || refuted ? (helped - notHelped) / (helped + notHelped + undecided) : 0;
}
