import { parseArgs } from 'node:util';
import { loadEnvFile } from '../bot/env-file.ts';
import { type Exported, exportedTables } from '../bot/memory/export-lines.ts';
import type { Memory } from '../bot/memory/memory.ts';
import { type Person, personFromKey, personKey } from '../bot/memory/person.ts';
import { readSettings, type Settings } from '../bot/settings.ts';
import { openKept } from './open-kept.ts';
import { endQuietlyWithoutReader, print } from './print.ts';

const usage = `Usage:
  npm run --silent memory -- export                       everything, a JSON object a line
  npm run --silent memory -- export --table audit         one table; may be given again for another
  npm run --silent memory -- export --person PERSON       what belongs to one person
  npm run --silent memory -- forget --person PERSON       takes away what belongs to one person
  npm run --silent memory -- sweep                        takes away now what is older than the settings say

PERSON is PLATFORM/WORKSPACE/ID, as slack/T0123/U0456. The running bot need not be stopped.
`;

const operator: Person = { platform: 'console', workspace: '', id: 'operator' };

async function main(): Promise<void> {
  loadEnvFile();
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { person: { type: 'string' }, table: { type: 'string', multiple: true } },
  });
  const person = values.person === undefined ? undefined : parsePerson(values.person);
  const tables = values.table?.map(parseTable);
  const [command = '', ...more] = positionals;
  const work = Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (!work || more.length > 0 || (command === 'forget' && !person)) throw new Error(usage);
  const settings = readSettings(process.env);
  const memory = await openKept(settings);
  try {
    await work(memory, { person, tables, settings });
  } finally {
    await memory.close();
  }
}

interface Given {
  readonly person: Person | undefined;
  readonly tables: readonly Exported[] | undefined;
  readonly settings: Settings;
}

const commands: Readonly<Record<string, (memory: Memory, given: Given) => Promise<void>>> = {
  async export(memory, { person, tables }) {
    for await (const line of memory.export({ ...(person ? { person } : {}), ...(tables ? { tables } : {}) }))
      await print(line);
    await note(memory, 'memory.export', person ? personKey(person) : 'everyone', 'exported');
  },
  async forget(memory, { person }) {
    const outcome = rowsIn(person ? await memory.forgetPerson(person) : {});
    // Without the name: the line stays when everything else of them has gone.
    await note(memory, 'person.forget', 'a person', outcome);
    await print(`Forgotten: ${outcome}\n`);
  },
  async sweep(memory, { settings: { questionsDays, votesDays, auditDays } }) {
    const outcome = rowsIn(await memory.sweep({ questionsDays, votesDays, auditDays }));
    await note(memory, 'memory.sweep', 'retention', outcome);
    await print(`Taken away: ${outcome}\n`);
  },
};

async function note(memory: Memory, action: string, about: string, outcome: string): Promise<void> {
  await memory.audit.append({ by: operator, action, about, why: 'command', outcome });
}

function parsePerson(key: string): Person {
  const person = personFromKey(key);
  if (person.platform === '' || person.id === '')
    throw new Error(`"${key}" names nobody: write PLATFORM/WORKSPACE/ID, as slack/T0123/U0456`);
  return person;
}

function parseTable(name: string): Exported {
  const table = exportedTables.find((one) => one === name);
  if (!table) throw new Error(`There is no table ${name} to export: ${exportedTables.join(', ')}`);
  return table;
}

function rowsIn(counts: Readonly<Record<string, number>>): string {
  return (
    Object.entries(counts)
      .map(([table, rows]) => `${rows} of ${table}`)
      .join(', ') || 'nothing'
  );
}

endQuietlyWithoutReader();
try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
