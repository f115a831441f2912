import { hash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Article, type Parsed, type Problem, parseArticle } from './article.ts';
import { gently } from './gently.ts';
import type { HouseFacts } from './house-facts.ts';
import { buildLibrary, type Library } from './library.ts';

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
const articlesBetweenPauses = 200;

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
  return gently(collect(files));
}

/** Of two files with one slug the first is in service. */
function* collect(files: ReadonlyMap<string, LoadedFile>): Generator<void, LoadedLibrary> {
  const bySlug = new Map<string, Article>();
  const problems: Problem[] = [];
  const twice: Problem[] = [];
  for (const file of files.values()) {
    problems.push(...file.problems);
    const { article } = file;
    const other = article && bySlug.get(article.slug);
    if (article && !other) bySlug.set(article.slug, article);
    if (article && other) {
      const message = `has the same slug as ${other.path}: rename one of the two`;
      twice.push({ path: article.path, line: 1, message });
    }
    if (bySlug.size % articlesBetweenPauses === 0) yield;
  }
  const library = yield* buildLibrary([...bySlug.values()]);
  return { library, problems: [...problems, ...twice], files };
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
  try {
    const paths = await filesBelow(folder, '', 0);
    return paths.filter((path) => /\/(?!README\.md$)[^/]*\.md$/.test(path)).sort();
  } catch (error) {
    throw new Error(
      `The knowledge base folder ${folder} cannot be read: set KB_DIR to a folder with TOPIC/SLUG.md files`,
      { cause: error },
    );
  }
}

/** Articles lie in the first folders; deeper ones are read so that a file put there is told of. */
const deepest = 4;

/** Paths with `/`, without what is hidden. Folder by folder: a recursive `readdir` holds everybody up. */
async function filesBelow(folder: string, path: string, depth: number): Promise<string[]> {
  const files: string[] = [];
  for (const entry of await readdir(join(folder, path), { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue;
    const below = path === '' ? entry.name : `${path}/${entry.name}`;
    const isLinked = entry.isSymbolicLink() && (await isFolder(join(folder, below)));
    if (!entry.isDirectory() && !isLinked) files.push(below);
    else if (depth < deepest) files.push(...(await filesBelow(folder, below, depth + 1)));
  }
  return files;
}

/** Whether a link leads to one; not when it leads nowhere. */
const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** `undefined` when the file went away between listing and reading. */
async function readSource(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
