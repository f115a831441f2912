import type { Term } from './word-weights.ts';

/** Groups that each have a leader: the text that came first. */
export interface Leaders {
  /** Gives the name of the leader that it joins, which is its own where it resembles none. */
  join(name: string, terms: readonly Term[], nearest: string | undefined): string;
}

/** Cosine from which two questions mean the same, and from which they do when the same article came nearest to both. */
const alike = 0.47;
const alikeWithArticle = 0.3;

interface Leader {
  readonly name: string;
  readonly nearest: string | undefined;
  readonly weights: ReadonlyMap<string, number>;
}

/** Compares a text only with the leaders that share one of its telling words (prefix filtering), not with all. */
export function createLeaders(): Leaders {
  const leaders: Leader[] = [];
  const byTerm = new Map<string, number[]>();
  return {
    join(name, terms, nearest) {
      let best: { leader: Leader; cosine: number } | undefined;
      for (const at of candidates(terms, byTerm)) {
        const leader = leaders[at] as Leader;
        const cosine = terms.reduce(
          (sum, { term, weight }) => sum + weight * (leader.weights.get(term) ?? 0),
          0,
        );
        const enough = nearest !== undefined && nearest === leader.nearest ? alikeWithArticle : alike;
        if (cosine >= enough && cosine > (best?.cosine ?? 0)) best = { leader, cosine };
      }
      if (best) return best.leader.name;
      leaders.push({ name, nearest, weights: new Map(terms.map(({ term, weight }) => [term, weight])) });
      for (const { term } of terms) {
        const list = byTerm.get(term);
        if (list) list.push(leaders.length - 1);
        else byTerm.set(term, [leaders.length - 1]);
      }
      return name;
    },
  };
}

/** Numbers of the leaders that may be near enough, ascending: two unit vectors that share none of the heaviest terms cannot be. */
function candidates(terms: readonly Term[], byTerm: ReadonlyMap<string, readonly number[]>): number[] {
  const found = new Set<number>();
  let rest = terms.reduce((sum, { weight }) => sum + weight * weight, 0);
  for (const { term, weight } of terms) {
    if (Math.sqrt(Math.max(0, rest)) < alikeWithArticle) break;
    for (const at of byTerm.get(term) ?? []) found.add(at);
    rest -= weight * weight;
  }
  return [...found].sort((a, b) => a - b);
}
