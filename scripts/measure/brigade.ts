import type { Diagnose } from '../../bot/desk/diagnosis.ts';
import type { Ballot } from '../../bot/memory/votes.ts';
import type { LabelledQuestion } from './labelled.ts';

const dayMs = 86_400_000;

export interface Brigade {
  readonly people: number;
  /** They come back on so many days, each person on one of them. */
  readonly days: number;
  readonly from: number;
}

/** People who agree to vote for the runner-up and against the right article of every one of some questions. */
export function brigadeOn(
  questions: readonly LabelledQuestion[],
  diagnose: Diagnose,
  { people, days, from }: Brigade,
): Ballot[] {
  return questions.flatMap(({ id, text, slug }) => {
    const slugs = diagnose(text, { directed: true }).findings.map(({ article }) => article.slug);
    const other = slugs.find((one) => one !== slug);
    if (slug === null || other === undefined) return [];
    return Array.from({ length: people }, (_, person): Ballot[] => {
      const vote = {
        key: `brigade-${id}-${person}`,
        text,
        voter: `brigade-${person}`,
        at: from + (person % days) * dayMs + person,
      };
      return [
        { ...vote, slug, helped: false },
        { ...vote, slug: other, helped: true },
      ];
    }).flat();
  });
}
