import { sql } from 'kysely';
import type { MemoryParts } from './parts.ts';
import { type Person, personColumns } from './person.ts';
import type { Tables } from './tables.ts';

/** A table that is worth taking along. */
export type Exported = Exclude<
  keyof Tables,
  'auditRetention' | 'claims' | 'codes' | 'installations' | 'leases' | 'pulses' | 'revisions' | 'tickets'
>;

const whose = ['platform', 'workspace', 'person'];
const thread = ['platform', 'placeWorkspace', 'channel', 'thread'];

/** What is worth taking along, and by what its rows are told apart. Secrets and bookkeeping stay. */
const exported: Readonly<Record<Exported, { readonly key: readonly string[]; readonly personal: boolean }>> =
  {
    questions: { key: ['key'], personal: true },
    votes: { key: ['key', 'slug', ...whose], personal: true },
    links: { key: [...whose, 'server', 'account'], personal: true },
    codeSends: { key: ['id'], personal: true },
    outbox: { key: ['key'], personal: true },
    watches: { key: ['id'], personal: true },
    handOffs: { key: ['id'], personal: true },
    quietThreads: { key: thread, personal: false },
    channelSettings: { key: ['platform', 'workspace', 'channel', 'name'], personal: false },
    audit: { key: ['id'], personal: true },
    sightings: { key: ['fingerprint', ...whose], personal: true },
    incidentAlerts: { key: ['fingerprint'], personal: false },
    notices: { key: ['id'], personal: false },
    noticeAskers: { key: ['notice', ...whose], personal: true },
  };

export const exportedTables = Object.keys(exported) as readonly Exported[];

export interface ExportOptions {
  /** Only what belongs to one person. */
  readonly person?: Person;
  /** Only these tables, as `audit`. */
  readonly tables?: readonly Exported[];
}

const page = 200;

/** JSON, a row a line, read page by page: neither the process nor the database holds it all. */
export async function* exportLines(
  { engine: { db } }: MemoryParts,
  { person, tables }: ExportOptions = {},
): AsyncGenerator<string> {
  for (const [table, { key, personal }] of Object.entries(exported)) {
    if ((person && !personal) || (tables && !tables.includes(table as Exported))) continue;
    const columns = sql.join(key.map((column) => sql.ref(column)));
    const mine = person
      ? sql`(platform, workspace, person) = (${sql.join(Object.values(personColumns(person)))})`
      : sql`1 = 1`;
    let after: readonly unknown[] | undefined;
    do {
      const beyond = after ? sql`(${columns}) > (${sql.join(after)})` : sql`1 = 1`;
      const { rows }: { rows: Record<string, unknown>[] } = await sql<Record<string, unknown>>`
        select * from ${sql.table(table)} where ${mine} and ${beyond} order by ${columns} limit ${sql.lit(page)}`.execute(
        db,
      );
      for (const row of rows) yield `${JSON.stringify({ table, ...row })}\n`;
      const last = rows.length === page ? rows.at(-1) : undefined;
      after = last && key.map((column) => last[column]);
    } while (after);
  }
}
