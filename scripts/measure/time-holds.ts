import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fit } from '../../bot/desk/confidence.ts';
import { createDesk } from '../../bot/desk/desk.ts';
import type { Question } from '../../bot/desk/question.ts';
import { houseFactsFrom } from '../../bot/knowledge/house-facts.ts';
import { openKnowledgeBase } from '../../bot/knowledge/knowledge-base.ts';
import { openDesk, repository } from '../open-desk.ts';
import { growArticles } from './grow.ts';
import { hostileTexts } from './hostile-texts.ts';
import { longestHold } from './longest-hold.ts';
import { writeArticles } from './write-articles.ts';

export interface PasteHold {
  readonly what: string;
  readonly longestMs: number;
}

/** What a hostile paste can do to everyone else who waits: the longest hold of each text, the worst first. */
export async function timePastes(): Promise<PasteHold[]> {
  const { diagnose } = await openDesk(join(repository, 'kb'));
  const consult = createDesk({
    diagnose: () => diagnose,
    onError: (error) => {
      throw error;
    },
  });
  await consult(questionOf('550 5.1.1 no such user'));
  const holds: PasteHold[] = [];
  for (const [what, text] of Object.entries(hostileTexts))
    holds.push({ what, longestMs: await longestHold(() => consult(questionOf(text))) });
  return holds.sort((a, b) => b.longestMs - a.longestMs);
}

function questionOf(text: string): Question {
  const asker = { platform: 'bench', workspace: '', id: 'ann', staff: false };
  const place = { platform: 'bench', workspace: '', channel: 'bench', private: true };
  return { id: 'bench', text, attachments: [], asker, place, directed: true };
}

export interface ReloadTimes {
  readonly openMs: number;
  readonly reloadMs: number;
  readonly longestMs: number;
  readonly residentMb: number;
}

/** Opens a folder of so many articles, saves one of them and reloads. */
export async function timeReload(size: number): Promise<ReloadTimes> {
  const { knowledge } = await openDesk(join(repository, 'kb'));
  const folder = mkdtempSync(join(tmpdir(), 'hostdesk-bench-'));
  try {
    const real = knowledge.library.articles.filter((article) => article.kind === 'article');
    const articles = growArticles(real, size);
    writeArticles(articles, folder);
    const parts = { folder, facts: houseFactsFrom({}), weights: fit.rank };
    const opened = performance.now();
    const base = await openKnowledgeBase(parts);
    const openMs = performance.now() - opened;
    if (base.library.articles.length !== size || base.problems.length > 0)
      throw new Error(`${base.library.articles.length} articles; ${JSON.stringify(base.problems[0])}`);
    appendFileSync(join(folder, articles[0]?.path ?? ''), '\nA sentence more.\n');
    const reloaded = performance.now();
    const longestMs = await longestHold(() => base.reload());
    const reloadMs = performance.now() - reloaded;
    return { openMs, reloadMs, longestMs, residentMb: process.memoryUsage().rss / 1e6 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
