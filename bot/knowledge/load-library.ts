import { hash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { type Article, type Parsed, type Problem, parseArticle } from './article.ts';
import { gently } from './gently.ts';
import type { HouseFacts } from './house-facts.ts';
import { createLibrary, type Library } from './library.ts';

export interface LoadedLibrary {
  readonly library: Library;
  readonly problems: readonly Problem[];
  /** By path. */
  readonly files: ReadonlyMap<string, LoadedFile>;
}

interface LoadedFile {
  /** Tells whether the file is still the same. */
  readonly digest: string;
  /** Its last good version. */
  readonly article: Article | undefined;
  readonly problems: readonly Problem[];
}

const maxFileBytes = 256 * 1024;
const filesAtOnce = 64;

/**
 * Reads every `TOPIC/SLUG.md` below `folder`. A broken file is a problem and not an article, unless `previous`
 * has it: then the last good version stays in service. A file that has not changed since is not parsed again.
 */
export async function loadLibrary(
  folder: string,
  facts: HouseFacts,
  previous?: LoadedLibrary,
): Promise<LoadedLibrary> {
  const paths = await articlePaths(folder);
  const files = new Map<string, LoadedFile>();
  for (let at = 0; at < paths.length; at += filesAtOnce) {
    const batch = paths.slice(at, at + filesAtOnce);
    const sources = await Promise.all(batch.map((path) => readSource(join(folder, path))));
    await gently(parseAll(batch, sources, facts, previous?.files, files));
  }
  const articles = [...files.values()].flatMap(({ article }) => article ?? []);
  const problems = [...files.values()].flatMap((file) => file.problems);
  problems.push(...twiceUsedSlugs(articles));
  return { library: createLibrary(firstOfEachSlug(articles)), problems, files };
}

function* parseAll(
  paths: readonly string[],
  sources: readonly (string | undefined)[],
  facts: HouseFacts,
  previous: ReadonlyMap<string, LoadedFile> | undefined,
  files: Map<string, LoadedFile>,
): Generator<void, void> {
  for (const [at, path] of paths.entries()) {
    const source = sources[at];
    if (source === undefined) continue;
    const digest = hash('sha256', source, 'base64');
    const before = previous?.get(path);
    if (before?.digest === digest) files.set(path, before);
    else {
      const parsed: Parsed =
        source.length > maxFileBytes
          ? { problems: [{ path, line: 1, message: `is larger than ${maxFileBytes} bytes: split it` }] }
          : parseArticle(source, path, facts);
      files.set(path, { digest, article: parsed.article ?? before?.article, problems: parsed.problems });
    }
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
