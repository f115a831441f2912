import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { reasonRules } from '../bot/bounce/reasons/index.ts';
import { checkAsks } from '../bot/desk/check-asks.ts';
import { checkDrafts } from '../bot/desk/check-drafts.ts';
import { fit } from '../bot/desk/confidence.ts';
import type { Diagnose } from '../bot/desk/diagnosis.ts';
import { loadAllowedWords } from '../bot/knowledge/checks/allowed-words.ts';
import type { CheckFinding } from '../bot/knowledge/checks/finding.ts';
import { createSpellingCheck } from '../bot/knowledge/checks/spelling.ts';
import { checkCoverage, checkStructure, checkTitles } from '../bot/knowledge/checks/structure.ts';
import { houseFactsFrom } from '../bot/knowledge/house-facts.ts';
import type { KnowledgeBase } from '../bot/knowledge/knowledge-base.ts';
import { createDraftFolder } from '../bot/learning/drafts/draft-folder.ts';
import { readSettings, type Settings } from '../bot/settings.ts';
import { openDesk } from './open-desk.ts';
import { endQuietlyWithoutReader } from './print.ts';

/** Checks the whole knowledge base, or the drafts beside it; the exit code is 1 when anything was found. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: 'boolean' }, drafts: { type: 'boolean' } } });
  const { knowledge, diagnose } = await openDesk();
  const settings = readSettings(process.env);
  const checkSpelling = createSpellingCheck(await loadAllowedWords(settings.kbDir));
  const { articles, folder, findings } = values.drafts
    ? await checkFolderOfDrafts(knowledge, settings, checkSpelling)
    : checkInService(knowledge, diagnose, settings.kbDir, checkSpelling);

  if (values.json) process.stdout.write(`${JSON.stringify({ articles, findings }, null, 2)}\n`);
  else {
    for (const { check, path, line, message } of findings)
      process.stdout.write(`${path || folder}:${line} ${check}: ${message}\n`);
    const what = values.drafts ? 'drafts' : 'articles';
    process.stdout.write(`${articles} ${what} checked, ${findings.length} findings\n`);
  }
  if (findings.length > 0) process.exitCode = 1;
}

interface Checked {
  readonly articles: number;
  readonly folder: string;
  readonly findings: readonly CheckFinding[];
}

type CheckSpelling = ReturnType<typeof createSpellingCheck>;

function checkInService(
  { library, problems }: KnowledgeBase,
  diagnose: Diagnose,
  folder: string,
  checkSpelling: CheckSpelling,
): Checked {
  const findings: CheckFinding[] = problems.map((problem) => ({ check: 'front-matter', ...problem }));
  findings.push(
    ...checkCoverage(
      reasonRules.map(({ reason }) => reason),
      library,
    ),
    ...checkTitles(library.articles),
  );
  for (const article of library.articles) {
    const source = readFileSync(join(folder, article.path), 'utf8');
    findings.push(
      ...checkStructure(article, source, library),
      ...checkSpelling(article, source),
      ...checkAsks(article, source, diagnose),
    );
  }
  return { articles: library.articles.length, folder, findings };
}

async function checkFolderOfDrafts(
  { library }: KnowledgeBase,
  { draftsDir: folder, kbDir, house }: Settings,
  checkSpelling: CheckSpelling,
): Promise<Checked> {
  const drafts = await createDraftFolder(folder, kbDir).read();
  const parts = { library, facts: houseFactsFrom(house), weights: fit.rank, checkSpelling };
  return { articles: drafts.length, folder, findings: await checkDrafts(drafts, parts) };
}

endQuietlyWithoutReader();
await main();
