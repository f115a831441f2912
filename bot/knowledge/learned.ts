import type { Query } from './read-query.ts';

/** What people's votes taught. Without a history all is zero and no article is near. */
export interface Learned {
  termsFor(query: Query): LearnedTerms;
  /** People who said that an article helped, without the imported count in its front matter. */
  helped(slug: string): number;
}

/** What votes add to the scores of one question. */
export interface LearnedTerms {
  /** Articles that were confirmed for questions like it, which may share no word with it. */
  readonly confirmed: Iterable<string>;
  termOf(slug: string): number;
}

/** The most that votes can move a score, whoever casts them and however many; half of all right answers lead by 4.6 and more. */
export const learnedBounds = { least: -1.3, most: 2.3 } as const;

export function boundedTerm(term: number): number {
  // `|| 0`: what is no number moves nothing.
  return Math.max(learnedBounds.least, Math.min(learnedBounds.most, term)) || 0;
}
