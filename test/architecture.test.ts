import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const files = readdirSync(join(root, 'bot'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => `bot/${file.replaceAll('\\', '/')}`);

interface Import {
  readonly file: string;
  /** Path from the repository's root, or the package's name. */
  readonly target: string;
  readonly local: boolean;
}

const imports: Import[] = files.flatMap((file) => {
  const source = readFileSync(join(root, file), 'utf8');
  return [...source.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, name = '']) => {
    const local = name.startsWith('.');
    const target = local ? relative(root, normalize(join(root, dirname(file), name))) : packageOf(name);
    return { file, target, local };
  });
});

function packageOf(name: string): string {
  const parts = name.split('/');
  return name.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
}

const folderOf = (path: string, depth: number) => path.split('/').slice(0, depth).join('/');

describe('the architecture', () => {
  it('has arrows that point one way', () => {
    const mayImport: Record<string, readonly string[]> = {
      'bot/markdown': [],
      'bot/bounce': [],
      'bot/knowledge': ['bot/markdown'],
      'bot/hosting': [],
      'bot/memory': [],
      'bot/learning': ['bot/bounce', 'bot/knowledge', 'bot/memory', 'bot/markdown'],
      'bot/accounts': [
        'bot/desk',
        'bot/hosting',
        'bot/memory',
        'bot/knowledge',
        'bot/markdown',
        'bot/bounce',
      ],
      'bot/desk': [
        'bot/bounce',
        'bot/knowledge',
        'bot/learning',
        'bot/hosting',
        'bot/memory',
        'bot/markdown',
      ],
      'bot/support': [
        'bot/desk',
        'bot/knowledge',
        'bot/memory',
        'bot/markdown',
        'bot/bounce',
        'bot/learning',
      ],
      'bot/platforms': [
        'bot/desk',
        'bot/knowledge',
        'bot/bounce',
        'bot/hosting',
        'bot/memory',
        'bot/markdown',
      ],
      'bot/web': ['bot/accounts', 'bot/desk', 'bot/knowledge', 'bot/hosting', 'bot/memory', 'bot/markdown'],
    };
    const wrong = imports.filter(({ file, target, local }) => {
      const allowed = mayImport[folderOf(file, 2)];
      const to = folderOf(target, 2);
      const anywhere = ['bot/log.ts', 'bot/metrics.ts', 'bot/privacy'].includes(to);
      return local && allowed !== undefined && to !== folderOf(file, 2) && !anywhere && !allowed.includes(to);
    });
    assert.deepEqual(wrong, []);
  });

  it('keeps the members of a shelf apart', () => {
    for (const shelf of ['bot/platforms', 'bot/hosting/panels', 'bot/bounce/reasons']) {
      const depth = shelf.split('/').length + 1;
      const wrong = imports.filter(({ file, target, local }) => {
        const [from, to] = [folderOf(file, depth), folderOf(target, depth)];
        const listed = /\/(?:index|panels|platforms)\.ts$/.test(file);
        const folder = !from.endsWith('.ts') || shelf === 'bot/bounce/reasons';
        return (
          local &&
          !listed &&
          folder &&
          from.startsWith(`${shelf}/`) &&
          to.startsWith(`${shelf}/`) &&
          from !== to &&
          // What the chats share stands as files on the shelf itself.
          !(shelf === 'bot/platforms' && to.endsWith('.ts')) &&
          !/\/(?:platform|panel)\.ts$/.test(to)
        );
      });
      assert.deepEqual(wrong, [], shelf);
    }
  });

  it('imports nothing of scripts or tests', () => {
    assert.deepEqual(
      imports.filter(({ target, local }) => local && /^(?:scripts|test)\//.test(target)),
      [],
    );
  });

  it('imports each npm package in one folder', () => {
    // zod is the language of schemas, wherever data from outside is read.
    const everywhere = new Set(['zod']);
    const folders = new Map<string, Set<string>>();
    for (const { file, target, local } of imports) {
      if (local || target.startsWith('node:') || everywhere.has(target)) continue;
      const folder =
        dirname(file) === 'bot' ? file : folderOf(file, file.startsWith('bot/platforms') ? 3 : 2);
      folders.set(target, (folders.get(target) ?? new Set()).add(folder));
    }
    const spread = [...folders]
      .filter(([, used]) => used.size > 1)
      .map(([name, used]) => `${name}: ${[...used].join(', ')}`);
    assert.deepEqual(spread, []);
  });
});
