import type { Ballot } from '../../memory/votes.ts';
import { voicesOf } from './voices.ts';

/** The most that an article's votes over all its questions move its score. */
const mostTerm = 0.15;
/** People that an article is taken to have heard from before anybody voted: few votes move little. */
const priorPeople = 20;
/** Share of helped votes that is taken for ordinary before there are many, and its bounds afterwards. */
const [usualShare, leastShare, mostShare] = [0.75, 0.5, 0.9];
/** This far from the ordinary share an article has its whole term. */
const fullDistance = 0.5;
const mostADay = 5;

/** What each article gains or loses by its votes, smoothed towards what is ordinary for all. */
export function articleTerms(
  bySlug: ReadonlyMap<string, readonly Ballot[]>,
  weights: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const voices = [...bySlug].map(([slug, ballots]) => ({ slug, ...voicesOf(ballots, weights, mostADay) }));
  const helped = voices.reduce((sum, one) => sum + one.helped, priorPeople * usualShare);
  const all = voices.reduce((sum, one) => sum + one.helped + one.notHelped, priorPeople);
  const ordinary = Math.max(leastShare, Math.min(mostShare, helped / all));
  return new Map(
    voices.map((one) => {
      const share = (one.helped + priorPeople * ordinary) / (one.helped + one.notHelped + priorPeople);
      const distance = Math.max(-1, Math.min(1, (share - ordinary) / fullDistance));
      return [one.slug, mostTerm * distance];
    }),
  );
}
