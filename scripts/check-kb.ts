import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { reasonRules } from '../bot/bounce/reasons/index.ts';
import { checkAsks } from '../bot/desk/check-asks.ts';
import type { CheckFinding } from '../bot/knowledge/checks/finding.ts';
import { createSpellingCheck } from '../bot/knowledge/checks/spelling.ts';
import { checkCoverage, checkStructure, checkTitles } from '../bot/knowledge/checks/structure.ts';
import { readSettings } from '../bot/settings.ts';
import { openDesk } from './open-desk.ts';

/** Checks the whole knowledge base; the exit code is 1 when anything was found. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: 'boolean' } } });
  const { knowledge, diagnose } = await openDesk();
  const folder = readSettings(process.env).kbDir;
  const { library } = knowledge;
  const wordsFile = join(folder, 'words.txt');
  const allowed = existsSync(wordsFile)
    ? readFileSync(wordsFile, 'utf8')
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
    : [];
  const checkSpelling = createSpellingCheck(allowed);

  const findings: CheckFinding[] = knowledge.problems.map((problem) => ({
    check: 'front-matter',
    ...problem,
  }));
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

  if (values.json)
    process.stdout.write(`${JSON.stringify({ articles: library.articles.length, findings }, null, 2)}\n`);
  else {
    for (const { check, path, line, message } of findings)
      process.stdout.write(`${path || folder}:${line} ${check}: ${message}\n`);
    process.stdout.write(`${library.articles.length} articles checked, ${findings.length} findings\n`);
  }
  if (findings.length > 0) process.exitCode = 1;
}

await main();
