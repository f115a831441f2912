import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { type Article, type Parsed, type Problem, parseArticle } from './article.ts';
import { gently } from './gently.ts';
import type { HouseFacts } from './house-facts.ts';
import { createLibrary, type Library } from './library.ts';

export interface LoadedLibrary {
  readonly library: Library;
  readonly problems: readonly Problem[];
}

const maxFileBytes = 256 * 1024;
const filesAtOnce = 64;

/**
 * Reads every `TOPIC/SLUG.md` below `folder`. A broken file is a problem and not an article, unless `previous`
 * has it: then the last good version stays in service.
 */
export async function loadLibrary(
  folder: string,
  facts: HouseFacts,
  previous?: Library,
): Promise<LoadedLibrary> {
  const paths = await articlePaths(folder);
  const articles: Article[] = [];
  const problems: Problem[] = [];
  const inService = new Map(previous?.articles.map((article) => [article.path, article]));
  for (let at = 0; at < paths.length; at += filesAtOnce) {
    const batch = paths.slice(at, at + filesAtOnce);
    const sources = await Promise.all(batch.map((path) => readSource(join(folder, path))));
    await gently(parseAll(batch, sources, facts, inService, articles, problems));
  }
  problems.push(...twiceUsedSlugs(articles));
  return { library: createLibrary(firstOfEachSlug(articles)), problems };
}

function* parseAll(
  paths: readonly string[],
  sources: readonly (string | undefined)[],
  facts: HouseFacts,
  inService: ReadonlyMap<string, Article>,
  articles: Article[],
  problems: Problem[],
): Generator<void, void> {
  for (const [at, path] of paths.entries()) {
    const source = sources[at];
    if (source === undefined) continue;
    const parsed: Parsed =
      source.length > maxFileBytes
        ? { problems: [{ path, line: 1, message: `is larger than ${maxFileBytes} bytes: split it` }] }
        : parseArticle(source, path, facts);
    problems.push(...parsed.problems);
    const article = parsed.article ?? inService.get(path);
    if (article) articles.push(article);
    yield;
  }
}

async function articlePaths(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true }).catch((error: Error) => {
    throw new Error(
      `The knowledge base folder ${folder} cannot be read: set KB_DIR to a folder with TOPIC/SLUG.md files`,
      {
        cause: error,
      },
    );
  });
  return entries
    .map((entry) => entry.split(sep).join('/'))
    .filter(
      (path) =>
        path.endsWith('.md') && path.includes('/') && !path.endsWith('/README.md') && !/(^|\/)\./.test(path),
    )
    .sort();
}

/** `undefined` when the file went away between listing and reading. */
async function readSource(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function twiceUsedSlugs(articles: readonly Article[]): Problem[] {
  const first = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { slug, path } of articles) {
    const other = first.get(slug);
    if (other === undefined) first.set(slug, path);
    else problems.push({ path, line: 1, message: `has the same slug as ${other}: rename one of the two` });
  }
  return problems;
}

function firstOfEachSlug(articles: readonly Article[]): Article[] {
  const bySlug = new Map<string, Article>();
  for (const article of articles) if (!bySlug.has(article.slug)) bySlug.set(article.slug, article);
  return [...bySlug.values()];
}
