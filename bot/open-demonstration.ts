import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Mailer } from './accounts/mailer.ts';
import { openDemo } from './hosting/demo/open-demo.ts';
import { type OpenDeskParts, openDesk } from './open-desk.ts';
import { openKeptMemory } from './open-kept-memory.ts';
import type { Platform } from './platforms/platform.ts';
import { consolePerson } from './platforms/terminal/console-desk.ts';
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
  // One person tries things out: nobody is flooded.
  const settings = { ...parts.settings, answersPerMinute: Number.MAX_SAFE_INTEGER };
  const { takeOverSeconds } = settings;
  const here = { databaseUrl: undefined, memoryKeys: undefined, takeOverSeconds };
  const memory = await openKeptMemory(here, { folder, log });
  const { id, platform, workspace } = consolePerson;
  for (const tie of demo.ties)
    await memory.strict()?.links.add({ person: { id, platform, workspace }, ...tie, proof: 'staff' });
  const { desk, close } = await openDesk({ ...parts, settings, memory, demo: { ...demo, mailer }, log });
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

/** Mails to owners of sample accounts are shown. */
const mailer: Mailer = {
  async send({ to, subject, text }) {
    process.stdout.write(`\n--- a mail to ${to} ---\n${subject}\n\n${text}\n`);
  },
  async check() {},
  close() {},
};

function greeting(articles: number, accounts: readonly string[]): string {
  return [
    'Hostdesk, a demonstration on this terminal (no chat platform is configured).',
    `It knows ${articles} articles. Paste a bounce or ask a question; a number does what stands behind it; "exit" ends.`,
    'SAMPLE DATA: /mail shows live numbers of pretended accounts on pretended servers, /help what else there is.',
    `The accounts: ${accounts.join(', ')}.`,
    'They are linked with you, but for tailor.example: /link tailor.example mails its owner a code, and you see the mail.',
  ].join('\n');
}
