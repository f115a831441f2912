import { type Article, parseDraft } from '../knowledge/article.ts';
import type { CheckFinding } from '../knowledge/checks/finding.ts';
import type { createSpellingCheck } from '../knowledge/checks/spelling.ts';
import { checkStructure, checkTitles } from '../knowledge/checks/structure.ts';
import { learnClassifier } from '../knowledge/classifier/open-classifier.ts';
import type { WeightsBySize } from '../knowledge/evidence.ts';
import { gently } from '../knowledge/gently.ts';
import type { HouseFacts } from '../knowledge/house-facts.ts';
import { createLibrary, type Library } from '../knowledge/library.ts';
import { sameText } from '../knowledge/same-asks.ts';
import { buildSearch } from '../knowledge/search.ts';
import type { SavedDraft } from '../learning/drafts/draft-folder.ts';
import { checkAsks } from './check-asks.ts';
import { createDiagnose } from './diagnosis.ts';

export interface DraftCheckParts {
  readonly library: Library;
  readonly facts: HouseFacts;
  readonly weights: WeightsBySize;
  readonly checkSpelling: ReturnType<typeof createSpellingCheck>;
}

/** The checks of the knowledge base on drafts, each as if all of them were in service beside the articles. */
export async function checkDrafts(
  drafts: readonly SavedDraft[],
  { library, facts, weights, checkSpelling }: DraftCheckParts,
): Promise<CheckFinding[]> {
  const findings: CheckFinding[] = [];
  const parsed: { article: Article; source: string }[] = [];
  for (const { path, source } of drafts) {
    const { article, problems } = parseDraft(source, path, facts);
    findings.push(...problems.map((problem) => ({ check: 'front-matter', ...problem }) as const));
    if (article) parsed.push({ article, source });
  }
  const articles = parsed.map(({ article }) => article);
  const together = createLibrary([...library.articles, ...articles]);
  const classifier = await gently(learnClassifier(together.articles));
  const search = await gently(buildSearch(together, weights, classifier));
  const diagnose = createDiagnose(together, search);
  for (const { article, source } of parsed)
    findings.push(
      ...slugsTaken(article, library),
      ...checkStructure(article, source, together),
      ...checkSpelling(article, source),
      ...checkAsks(article, source, diagnose),
    );
  findings.push(...asksTaken(articles, library));
  const paths = new Set(articles.map(({ path }) => path));
  findings.push(...checkTitles([...articles, ...library.articles]).filter(({ path }) => paths.has(path)));
  return findings;
}

function slugsTaken({ slug, path }: Article, library: Library): CheckFinding[] {
  const other = library.get(slug);
  return other
    ? [{ check: 'front-matter', path, line: 1, message: `has the slug of ${other.path}: rename the file` }]
    : [];
}

/** Ways of asking that an article in service has word for word: customers would find one of the two by chance. */
function asksTaken(drafts: readonly Article[], { articles }: Library): CheckFinding[] {
  const owners = new Map(articles.flatMap(({ slug, asks }) => asks.map((ask) => [sameText(ask), slug])));
  return drafts.flatMap(({ path, asks }) =>
    asks.flatMap((ask): CheckFinding[] => {
      const owner = owners.get(sameText(ask));
      return owner === undefined
        ? []
        : [{ check: 'asks', path, line: 1, message: `"${ask}" is one of the asks of ${owner}` }];
    }),
  );
}
