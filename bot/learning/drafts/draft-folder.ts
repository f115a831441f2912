import { mkdir, readdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import type { Library } from '../../knowledge/library.ts';
import type { Draft } from './draft.ts';

/** The drafts on disk, outside the knowledge base: `FOLDER/TOPIC/SLUG.md`. */
export interface DraftFolder {
  /** Gives the path below the folder. Never replaces a file, and takes no slug that an article or another draft has. */
  save(draft: Draft, library: Library): Promise<string>;
  /** Path below the folder and text of each. */
  read(): Promise<readonly SavedDraft[]>;
}

export interface SavedDraft {
  readonly path: string;
  readonly source: string;
}

const name = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;
const mostWithOneName = 1000;

/** Throws when the folder overlaps the knowledge base's. */
export function createDraftFolder(folder: string, kbFolder: string): DraftFolder {
  if (overlap(folder, kbFolder))
    throw new Error(
      `The folder of drafts ${folder} overlaps the knowledge base ${kbFolder}: set DRAFTS_DIR to another`,
    );
  return {
    async save({ topic, slug, source }, library) {
      if (!name.test(topic) || !name.test(slug))
        throw new Error(`A draft’s topic and slug are small letters, digits and hyphens: ${topic}/${slug}`);
      await mkdir(join(folder, topic), { recursive: true });
      if ((await realpath(join(folder, topic))) !== join(await realpath(folder), topic))
        throw new Error(`${join(folder, topic)} leads out of the folder of drafts`);
      const taken = new Set((await pathsIn(folder)).map(slugOf));
      for (let number = 1; number <= mostWithOneName; number++) {
        const wanted = number === 1 ? slug : `${slug}-${number}`;
        if (library.get(wanted) || taken.has(wanted)) continue;
        const path = `${topic}/${wanted}.md`;
        if (await writeNew(join(folder, path), source)) return path;
      }
      throw new Error(`There are ${mostWithOneName} drafts named ${slug}: tidy up ${folder}`);
    },
    async read() {
      const paths = await pathsIn(folder);
      return Promise.all(
        paths.map(async (path) => ({ path, source: await readFile(join(folder, path), 'utf8') })),
      );
    },
  };
}

/** Whether two folders are one, or one lies in the other. */
export function overlap(one: string, other: string): boolean {
  const [a, b] = [`${resolve(one)}${sep}`, `${resolve(other)}${sep}`];
  return a.startsWith(b) || b.startsWith(a);
}

async function pathsIn(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return found
    .map((path) => path.split(sep).join('/'))
    .filter((path) => path.endsWith('.md') && !/(?:^|\/)(?:\.|README\.md$)/.test(path))
    .sort();
}

const slugOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1, -'.md'.length);

/** False where a file stands already: two processes may want the same name at once. */
async function writeNew(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
