import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Names and terms that no dictionary has, from `words.txt` beside the topics; none when there is no such file. */
export async function loadAllowedWords(folder: string): Promise<string[]> {
  const text = await readFile(join(folder, 'words.txt'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
