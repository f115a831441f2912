import type { Learned } from '../../knowledge/learned.ts';
import type { Library } from '../../knowledge/library.ts';
import type { Search } from '../../knowledge/search.ts';
import type { Ballot, Tally } from '../../memory/votes.ts';
import { articleTerms } from './article-terms.ts';
import { createExampleIndex } from './example-index.ts';
import { type Example, examplesOf } from './examples.ts';
import { type Vector, vectorOf } from './question-vectors.ts';
import { voterWeights } from './voices.ts';

/** What a question whose examples agree adds to a confirmed article at most, and takes from a refuted one. */
const [mostConfirmed, mostRefuted] = [1.5, 0.5];
/** The examples that say most are kept. */
const mostExamples = 3000;

export interface Lesson {
  readonly ballots: readonly Ballot[];
  readonly tallies: readonly Tally[];
  readonly library: Library;
  readonly search: Search;
  /** Vectors of texts that were read before over the same search. */
  readonly vectors: Map<string, Vector>;
}

/** Turns votes into bounded terms; pure, and paused after each text that is read. */
export function* learnedFrom(lesson: Lesson): Generator<void, Learned> {
  const { library, search, vectors } = lesson;
  const ballots = lesson.ballots.filter(({ slug }) => library.get(slug)?.kind === 'article');
  for (const { text } of ballots) {
    if (vectors.has(text)) continue;
    vectors.set(text, vectorOf(search.read(text), search));
    yield;
  }
  const weights = voterWeights(ballots);
  const bySlug = Map.groupBy(ballots, ({ slug }) => slug);
  const terms = articleTerms(bySlug, weights);
  const examples: Example[] = [];
  for (const [slug, own] of bySlug) {
    examples.push(...examplesOf(slug, own, (text) => vectors.get(text) ?? new Map(), weights));
    yield;
  }
  examples.sort(
    (a, b) =>
      Math.abs(b.strength) - Math.abs(a.strength) || b.lastAt - a.lastAt || (a.slug < b.slug ? -1 : 1),
  );
  const index = createExampleIndex(examples.slice(0, mostExamples));
  const helped = new Map(lesson.tallies.map((tally) => [tally.slug, tally.helped]));
  return {
    termsFor(query) {
      const near = index.near(vectorOf(query, search));
      return {
        confirmed: [...near].flatMap(([slug, { confirmed }]) => (confirmed > 0 ? [slug] : [])),
        termOf(slug) {
          const { confirmed = 0, refuted = 0 } = near.get(slug) ?? {};
          return (terms.get(slug) ?? 0) + mostConfirmed * confirmed + mostRefuted * refuted;
        },
      };
    },
    helped: (slug) => helped.get(slug) ?? 0,
  };
}
