import { join } from 'node:path';
import { fit } from '../../bot/desk/confidence.ts';
import { createDiagnose } from '../../bot/desk/diagnosis.ts';
import type { Article } from '../../bot/knowledge/article.ts';
import { createLibrary } from '../../bot/knowledge/library.ts';
import { createSearch } from '../../bot/knowledge/search.ts';
import { openDesk, repository } from '../open-desk.ts';
import { engines } from './engines.ts';
import { growArticles } from './grow.ts';
import { labelledQuestions } from './labelled.ts';

const ownName = 'Hostdesk';
export const engineNames = [ownName, ...Object.keys(engines)];

/** What is told step by step, so that an engine that must be ended halfway leaves what it did. */
export type EngineTimes =
  | { readonly step: 'built'; readonly buildMs: number; readonly memoryMb: number }
  | { readonly step: 'questions' | 'pastes'; readonly ms: readonly number[]; readonly of: number };

const mostPastes = 60;
const fewFirst = 30;
const firstMs = 500;

/** Builds one engine over a library of some size and asks it the labelled questions, none of them twice. */
export async function* timeEngine(
  name: string,
  size: number,
  patienceMs: number,
): AsyncGenerator<EngineTimes> {
  const { knowledge } = await openDesk(join(repository, 'kb'));
  const real = knowledge.library.articles.filter((article) => article.kind === 'article');
  const articles = growArticles(real, size);
  const before = usedBytes();
  const start = performance.now();
  const find = findWith(name, articles);
  const buildMs = performance.now() - start;
  yield { step: 'built', buildMs, memoryMb: Math.max(0, usedBytes() - before) / 1e6 };

  const texts = labelledQuestions('tune').map((question) => question.text);
  const asked = texts.slice(0, -fewFirst);
  const questions = asked.filter((text) => text.length < 300);
  const pastes = asked.filter((text) => text.length >= 400).map(longPaste);
  // As the bot does once it is ready; each engine gets as long for it.
  times(texts.slice(-fewFirst), find, firstMs);
  yield { step: 'questions', ms: times(questions, find, patienceMs), of: questions.length };
  const fewPastes = pastes.slice(0, mostPastes);
  yield { step: 'pastes', ms: times(fewPastes, find, patienceMs), of: fewPastes.length };
}

function findWith(name: string, articles: readonly Article[]): (text: string) => unknown {
  const engine = engines[name];
  if (engine) return engine(articles);
  const library = createLibrary(articles);
  const diagnose = createDiagnose(library, createSearch(library, fit.rank));
  return (text) => diagnose(text, { directed: true });
}

function usedBytes(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** 4,000 characters of one paste, as mail programs add them: repeated headers and quotes. */
function longPaste(text: string): string {
  let paste = text;
  for (let at = 0; paste.length < 4000; at++) paste += `\n> ${at} ${text.slice(0, 500)}`;
  return paste.slice(0, 4000);
}

function times(texts: readonly string[], find: (text: string) => unknown, patienceMs: number): number[] {
  const taken: number[] = [];
  const end = performance.now() + patienceMs;
  for (const text of texts) {
    const start = performance.now();
    find(text);
    taken.push(performance.now() - start);
    if (performance.now() > end) break;
  }
  return taken;
}
