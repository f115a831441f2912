import { setImmediate } from 'node:timers/promises';
import type { Library } from '../knowledge/library.ts';
import type { Search } from '../knowledge/search.ts';
import { createDiagnose, type Diagnose } from './diagnosis.ts';

/** Articles of which a question and a paste are asked. */
const mostArticles = 40;

/**
 * Asks some of the library's own questions and pastes, one a turn: the first answers of a process take several times
 * as long as later ones, and should be nobody's.
 */
export async function warmUp(
  { library, search }: { readonly library: Library; readonly search: Search },
  diagnose: Diagnose = createDiagnose(library, search),
): Promise<void> {
  for (const { asks, examples } of library.articles.slice(0, mostArticles)) {
    for (const text of [...asks.slice(0, 1), ...examples.must.slice(0, 1)]) {
      diagnose(text, { directed: true });
      await setImmediate();
    }
  }
}
