import { loadAllowedWords } from '../knowledge/checks/allowed-words.ts';
import type { CheckFinding } from '../knowledge/checks/finding.ts';
import { createSpellingCheck } from '../knowledge/checks/spelling.ts';
import type { WeightsBySize } from '../knowledge/evidence.ts';
import type { HouseFacts } from '../knowledge/house-facts.ts';
import type { Library } from '../knowledge/library.ts';
import type { Search } from '../knowledge/search.ts';
import { type DraftInput, draftFrom } from '../learning/drafts/draft.ts';
import { createDraftFolder } from '../learning/drafts/draft-folder.ts';
import { checkDrafts } from './check-drafts.ts';

/** Turns what staff chose into the file of an article that is not in service. */
export interface DraftDesk {
  /** Saves it, whatever the checks find: `path` is below the folder of drafts. Rejects when it cannot be written. */
  save(input: DraftInput): Promise<{ path: string; findings: readonly CheckFinding[] }>;
}

export interface DraftDeskParts {
  readonly knowledge: { readonly library: Library; readonly search: Search };
  readonly facts: HouseFacts;
  readonly weights: WeightsBySize;
  readonly draftsDir: string;
  readonly kbDir: string;
}

export function createDraftDesk({ knowledge, facts, weights, draftsDir, kbDir }: DraftDeskParts): DraftDesk {
  const folder = createDraftFolder(draftsDir, kbDir);
  return {
    async save(input) {
      const { library, search } = knowledge;
      const draft = draftFrom(input, library, search);
      const path = await folder.save(draft, library);
      // Made anew each time: a dictionary is large, and drafts are few.
      const checkSpelling = createSpellingCheck(await loadAllowedWords(kbDir));
      const saved = { path, source: draft.source };
      return { path, findings: await checkDrafts([saved], { library, facts, weights, checkSpelling }) };
    },
  };
}
