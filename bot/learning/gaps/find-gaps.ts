import { gently } from '../../knowledge/gently.ts';
import type { Library } from '../../knowledge/library.ts';
import type { Outcome } from '../../memory/outcomes.ts';
import { gapFrom } from './gap.ts';
import type { GapGroup } from './gap-group.ts';
import { groupGaps } from './group-gaps.ts';

export interface GapsParts {
  /** The memory, whether or not it may be away; away there are none. */
  readonly questions: {
    gaps(since: number, most: number, until?: number): Promise<readonly Outcome[] | undefined>;
  };
  readonly library: Library;
}

/** The newest so many are looked at; older ones were there to be seen before. */
const mostGaps = 10_000;

/** What could not be answered from `since` on, in groups that mean the same; takes its time without holding anybody up. */
export async function findGaps(
  { questions, library }: GapsParts,
  since: number,
  until?: number,
): Promise<readonly GapGroup[]> {
  const outcomes = (await questions.gaps(since, mostGaps, until)) ?? [];
  return gently(groupGaps(outcomes.map(gapFrom), library));
}
