import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findGaps } from '../bot/learning/gaps/find-gaps.ts';
import { readReport } from '../bot/learning/report/report.ts';
import { reportPage } from '../bot/learning/report/report-page.ts';
import { reportText } from '../bot/learning/report/report-text.ts';
import type { Memory } from '../bot/memory/memory.ts';
import { openMemory } from '../bot/memory/open-memory.ts';
import { maskPersonal } from '../bot/privacy/mask.ts';
import { readSettings } from '../bot/settings.ts';
import { openDesk } from './open-desk.ts';
import { openKept } from './open-kept.ts';
import { endQuietlyWithoutReader, print } from './print.ts';
import { fillDemo } from './report/demo.ts';

const usage = `Usage:
  npm run --silent report                        the last 30 days, as text
  npm run --silent report -- --days 7            another number of days, up to now or to --until
  npm run --silent report -- --since 2026-11-01 --until 2026-11-30
  npm run --silent report -- --json              the same for programs
  npm run --silent report -- --html FILE         a page with charts
  npm run --silent report -- --demo              a made-up month, to see what it is like
`;

const dayMs = 86_400_000;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      days: { type: 'string' },
      since: { type: 'string' },
      until: { type: 'string' },
      json: { type: 'boolean' },
      html: { type: 'string' },
      demo: { type: 'boolean' },
    },
  });
  const { since, until } = parsePeriod(values, Date.now());
  const running = values.demo ? undefined : await openKept(readSettings(process.env));
  const { knowledge, diagnose } = await openDesk();
  const { library } = knowledge;
  const { memory, close } = running
    ? { memory: running, close: () => running.close() }
    : await openDemo((open, clock) => fillDemo({ memory: open, clock, library, diagnose }, since, until));
  try {
    const gaps = await findGaps({ questions: memory.questions, library }, since, until);
    const report = await readReport({ memory, gaps }, since, until);
    if (values.html !== undefined) {
      writeFileSync(
        values.html,
        reportPage(report, (slug) => library.get(slug)?.title ?? slug, { sample: values.demo ?? false }),
      );
      await print(`${values.html}\n`);
    } else if (values.json) await print(`${JSON.stringify(report, null, 2)}\n`);
    else
      await print(`${values.demo ? 'Sample data: nobody asked any of this.\n\n' : ''}${reportText(report)}`);
  } finally {
    await close();
  }
}

interface Given {
  readonly days?: string | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

/** Whole days by UTC, the last one included. */
function parsePeriod({ days, since, until }: Given, now: number): { since: number; until: number } {
  if (days !== undefined && since !== undefined) throw new Error(`--days or --since, not both\n${usage}`);
  const end = until === undefined ? now : parseDay(until) + dayMs;
  const count = Number(days ?? 30);
  if (!Number.isInteger(count) || count < 1) throw new Error(`--days is a whole number from 1 on\n${usage}`);
  const today = Math.floor((end - 1) / dayMs) * dayMs;
  const begin = since === undefined ? today - (count - 1) * dayMs : parseDay(since);
  if (begin >= end) throw new Error(`--since must be before --until, and not in the future\n${usage}`);
  return { since: begin, until: end };
}

function parseDay(text: string): number {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  // 2026-02-30 would be the second of March.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text)
    throw new Error(`"${text}" is no day: write it as 2026-11-23\n${usage}`);
  return time;
}

interface Opened {
  readonly memory: Memory;
  close(): Promise<void>;
}

/** A memory in a folder of its own that is gone afterwards. */
async function openDemo(fill: (memory: Memory, clock: { now: number }) => Promise<void>): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'hostdesk-demo-'));
  const clock = { now: 0 };
  const memory = await openMemory({ folder, mask: maskPersonal, now: () => clock.now });
  await fill(memory, clock);
  return {
    memory,
    async close() {
      await memory.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

endQuietlyWithoutReader();
try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
