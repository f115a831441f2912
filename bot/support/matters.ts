import { createHash } from 'node:crypto';
import { reasonRules } from '../bounce/reasons/index.ts';
import type { Library } from '../knowledge/library.ts';
import { isNamedBy } from '../learning/incidents/fingerprint.ts';
import type { ResilientMemory } from '../memory/resilient/resilient.ts';

/** What a notice can be about: an article, a bounce reason, or an error that customers brought lately. */
export interface Matters {
  /**
   * The matter that staff wrote (a slug, a reason, a fingerprint or its first parts such as `microsoft`) or that a
   * button carries; `undefined`: nothing is known by it.
   */
  named(written: string): Promise<string | undefined>;
}

export interface MattersParts {
  readonly memory: Pick<ResilientMemory, 'incidents'>;
  library(): Library;
}

const dayMs = 86_400_000;
const mostIncidents = 1000;

export function createMatters({ memory, library }: MattersParts): Matters {
  const reasons = new Set<string>(reasonRules.map(({ reason }) => reason));
  return {
    async named(written) {
      const words = written.trim();
      if (words === '') return undefined;
      if (library().get(words) || reasons.has(words)) return words;
      const brought = (await memory.incidents.since(Date.now() - dayMs, mostIncidents)) ?? [];
      const known = brought.find(
        ({ fingerprint }) => shortMatter(fingerprint) === words || isNamedBy(fingerprint, words),
      );
      return known && (shortMatter(known.fingerprint) === words ? known.fingerprint : words);
    },
  };
}

/** An error's fingerprint in 12 letters, for the id of a button. */
export function shortMatter(fingerprint: string): string {
  return createHash('sha256').update(fingerprint).digest('base64url').slice(0, 12);
}
