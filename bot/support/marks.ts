import { reasonRules } from '../bounce/reasons/index.ts';
import type { Consulted } from '../desk/desk.ts';
import type { Library } from '../knowledge/library.ts';
import type { ResilientMemory } from '../memory/resilient/resilient.ts';

export interface MarksParts {
  readonly memory: Pick<ResilientMemory, 'incidents'>;
  library(): Library;
}

/** What a notice can be about: an article by its slug, or a bounce reason. */
export function createMarks({ library }: MarksParts) {
  const reasons = new Set<string>(reasonRules.map(({ reason }) => reason));
  return {
    marksOf({ diagnosis, reply }: Consulted): readonly string[] {
      const shown = reply?.sources[0]?.slug;
      return [...(shown === undefined ? [] : [shown]), ...diagnosis.mailErrors.map(({ reason }) => reason)];
    },
    async markNamed(written: string): Promise<string | undefined> {
      const word = written.trim();
      return library().get(word) || reasons.has(word) ? word : undefined;
    },
  };
}
