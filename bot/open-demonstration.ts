import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { openDemo } from './hosting/demo/open-demo.ts';
import { type OpenDeskParts, openDesk } from './open-desk.ts';
import { openKeptMemory } from './open-kept-memory.ts';
import type { Platform } from './platforms/platform.ts';
import { createTerminal } from './platforms/terminal/terminal.ts';

/**
 * The whole desk on a terminal, for whoever tries it: a pretended host with sample accounts, and a memory that is gone
 * with the process.
 */
export async function openDemonstration(
  parts: Omit<OpenDeskParts, 'memory' | 'demo'>,
  onEnd: () => void,
): Promise<Platform> {
  const { knowledge } = parts;
  // What a pretended server warns of is no news, and would stand between question and answer.
  const log = parts.log.child({}, process.env.LOG_LEVEL ? {} : { level: 'error' });
  const folder = mkdtempSync(join(tmpdir(), 'hostdesk-'));
  const demo = await openDemo(log);
  const { takeOverSeconds } = parts.settings;
  const here = { databaseUrl: undefined, memoryKeys: undefined, takeOverSeconds };
  const memory = await openKeptMemory(here, { folder, log });
  const { desk, close } = await openDesk({ ...parts, memory, demo, log });
  const saved = join(tmpdir(), 'hostdesk-demonstration');
  return createTerminal({
    input: process.stdin,
    output: process.stdout,
    greeting: greeting(
      knowledge.library.articles.length,
      demo.accounts.map(({ domain, about }) => `${domain} (${about})`),
    ),
    desk,
    async save(name, content) {
      const path = `${saved}-${basename(name)}`;
      await writeFile(path, content, { mode: 0o600 });
      return path;
    },
    onEnd: () => {
      onEnd();
      void close()
        .then(() => Promise.all([memory.close(), demo.stop()]))
        .finally(() => rmSync(folder, { recursive: true, force: true }));
    },
  });
}

function greeting(articles: number, accounts: readonly string[]): string {
  return [
    'Hostdesk, a demonstration on this terminal (no chat platform is configured).',
    `It knows ${articles} articles. Paste a bounce or ask a question; a number does what stands behind it; "exit" ends.`,
    'SAMPLE DATA: /mail shows live numbers of pretended accounts on a pretended server, /help what else there is.',
    `The accounts: ${accounts.join(', ')}.`,
  ].join('\n');
}
