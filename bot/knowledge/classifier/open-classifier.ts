import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Article } from '../article.ts';
import { gently } from '../gently.ts';
import { type Classifier, createClassifier } from './classifier.ts';
import { lessonsOf, readLessons } from './lessons.ts';
import { type Learnt, trainClassifier } from './train-classifier.ts';

/** Lessons times articles: beyond, learning would take minutes, and the articles are ranked without. */
const mostWork = 6_000_000;
/** Counts up when the same lessons would give other weights. */
const version = 2;

/** Learns to tell the articles apart; `undefined` when they are too many. */
export function* learnClassifier(articles: readonly Article[]): Generator<void, Classifier | undefined> {
  const learnt = yield* learn(articles);
  return learnt && createClassifier(learnt);
}

/** The same, from `cacheFolder` where these very lessons have been learnt before. */
export async function openClassifier(
  articles: readonly Article[],
  cacheFolder: string,
): Promise<Classifier | undefined> {
  if (!isLearnable(articles)) return undefined;
  const file = `classifier-${await gently(keyOf(articles))}`;
  const kept = await readKept(join(cacheFolder, file), articles.length);
  if (kept) return createClassifier(kept);
  const learnt = await gently(learn(articles));
  if (!learnt) return undefined;
  // A cache that cannot be written costs the next start a second, nothing more.
  await keepOnly(cacheFolder, file, learnt).catch(() => undefined);
  return createClassifier(learnt);
}

function* learn(articles: readonly Article[]): Generator<void, Learnt | undefined> {
  return isLearnable(articles) ? yield* trainClassifier(yield* readLessons(articles)) : undefined;
}

function isLearnable(articles: readonly Article[]): boolean {
  let lessons = 0;
  for (const article of articles) {
    lessons += lessonsOf(article).length;
    if (lessons * articles.length > mostWork) return false;
  }
  return lessons > 0;
}

function* keyOf(articles: readonly Article[]): Generator<void, string> {
  const hash = createHash('sha256').update(`${version}`);
  for (const article of articles) {
    hash.update(JSON.stringify([article.kind, lessonsOf(article)]));
    yield;
  }
  return hash.digest('hex').slice(0, 32);
}

async function readKept(path: string, articles: number): Promise<Learnt | undefined> {
  try {
    const learnt = deserialize(await readFile(path)) as Learnt;
    const whole = learnt.weights.length === learnt.vocabulary.parts.length * (articles + 1);
    return whole && learnt.scales.length === articles + 1 ? learnt : undefined;
  } catch {
    return undefined;
  }
}

async function keepOnly(folder: string, file: string, learnt: Learnt): Promise<void> {
  await mkdir(folder, { recursive: true });
  const passing = join(folder, `${file}.${process.pid}`);
  await writeFile(passing, serialize(learnt));
  await rename(passing, join(folder, file));
  for (const other of await readdir(folder))
    if (other.startsWith('classifier-') && other !== file) await rm(join(folder, other), { force: true });
}
