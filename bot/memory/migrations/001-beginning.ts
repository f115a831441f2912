import { type CreateTableBuilder, type Kysely, sql } from 'kysely';
import type { Migration } from './migration.ts';

type Column = 'text' | 'bigint' | 'double precision';
type Columns = Readonly<Record<string, Column>>;

const person: Columns = { platform: 'text', workspace: 'text', person: 'text' };
const place: Columns = { placeWorkspace: 'text', channel: 'text', thread: 'text', private: 'bigint' };
const lease: Columns = { owner: 'text', leaseUntil: 'bigint' };
const whose = ['platform', 'workspace', 'person'];
const thread = ['platform', 'placeWorkspace', 'channel', 'thread'];

/** Columns marked with `?` may be null. */
const tables: Readonly<Record<string, { readonly key: readonly string[]; readonly columns: Columns }>> = {
  questions: {
    key: ['key'],
    columns: {
      ...{
        key: 'text',
        ...person,
        ...place,
        text: 'text',
        decision: 'text',
        slugs: 'text',
        'shown?': 'text',
      },
      ...{ confidence: 'double precision', reasons: 'text', 'messageId?': 'text' },
      ...{ askedAt: 'bigint', answeredAt: 'bigint', 'clearedAt?': 'bigint' },
    },
  },
  votes: {
    key: ['key', 'slug', ...whose],
    columns: { key: 'text', slug: 'text', ...person, helped: 'bigint', at: 'bigint' },
  },
  links: {
    key: [...whose, 'server', 'account'],
    columns: {
      ...person,
      server: 'text',
      account: 'text',
      'owner?': 'text',
      identity: 'text',
      domain: 'text',
      proof: 'text',
      at: 'bigint',
    },
  },
  codes: {
    key: [...whose, 'server', 'account'],
    columns: {
      ...person,
      server: 'text',
      account: 'text',
      fingerprint: 'text',
      tries: 'bigint',
      expiresAt: 'bigint',
    },
  },
  codeSends: {
    key: ['id'],
    columns: { id: 'text', ...person, 'server?': 'text', 'account?': 'text', at: 'bigint' },
  },
  tickets: { key: ['hash'], columns: { hash: 'text', sealed: 'text', expiresAt: 'bigint' } },
  claims: {
    key: ['key'],
    columns: {
      key: 'text',
      ...lease,
      state: 'text',
      takenAt: 'bigint',
      expiresAt: 'bigint',
      takeovers: 'bigint',
    },
  },
  outbox: {
    key: ['key'],
    columns: {
      ...{
        key: 'text',
        kind: 'text',
        ...person,
        ...place,
        text: 'text',
        directed: 'bigint',
        state: 'text',
        ...lease,
      },
      ...{
        takeovers: 'bigint',
        'messageId?': 'text',
        'why?': 'text',
        createdAt: 'bigint',
        updatedAt: 'bigint',
      },
    },
  },
  watches: {
    key: ['id'],
    columns: {
      ...{ id: 'text', kind: 'text', ...person, ...place, server: 'text', account: 'text', domain: 'text' },
      ...{ 'questionKey?': 'text', state: 'text', 'outcome?': 'text', dueAt: 'bigint', untilAt: 'bigint' },
      ...{ 'owner?': 'text', leaseUntil: 'bigint', createdAt: 'bigint' },
    },
  },
  handOffs: {
    key: ['id'],
    columns: {
      ...{ id: 'text', questionKey: 'text', ...person, ...place, summary: 'text', state: 'text' },
      ...{ 'staffWorkspace?': 'text', 'staffChannel?': 'text', 'staffMessageId?': 'text', 'ticket?': 'text' },
      ...{
        'claimedBy?': 'text',
        'claimedAt?': 'bigint',
        'resolvedBy?': 'text',
        'resolvedAt?': 'bigint',
        openedAt: 'bigint',
      },
    },
  },
  quietThreads: {
    key: thread,
    columns: { platform: 'text', placeWorkspace: 'text', channel: 'text', thread: 'text', until: 'bigint' },
  },
  channelSettings: {
    key: ['platform', 'workspace', 'channel', 'name'],
    columns: {
      platform: 'text',
      workspace: 'text',
      channel: 'text',
      name: 'text',
      value: 'text',
      setBy: 'text',
      setAt: 'bigint',
    },
  },
  revisions: { key: ['name'], columns: { name: 'text', number: 'bigint' } },
  leases: { key: ['name'], columns: { name: 'text', owner: 'text', until: 'bigint' } },
  pulses: { key: ['owner'], columns: { owner: 'text', at: 'bigint', ballast: 'text' } },
  installations: {
    key: ['platform', 'key'],
    columns: { platform: 'text', key: 'text', sealed: 'text', storedAt: 'bigint' },
  },
  audit: {
    key: ['id'],
    columns: {
      id: 'text',
      at: 'bigint',
      ...person,
      action: 'text',
      about: 'text',
      why: 'text',
      outcome: 'text',
    },
  },
  sightings: {
    key: ['fingerprint', ...whose],
    columns: { fingerprint: 'text', ...person, ...place, firstAt: 'bigint', lastAt: 'bigint' },
  },
  incidentAlerts: { key: ['fingerprint'], columns: { fingerprint: 'text', alertedAt: 'bigint' } },
  notices: {
    key: ['id'],
    columns: {
      id: 'text',
      text: 'text',
      matches: 'text',
      pinnedBy: 'text',
      pinnedAt: 'bigint',
      'endedBy?': 'text',
      'endedAt?': 'bigint',
    },
  },
  noticeAskers: {
    key: ['notice', ...whose],
    columns: {
      notice: 'text',
      ...person,
      ...place,
      'toldAt?': 'bigint',
      'owner?': 'text',
      leaseUntil: 'bigint',
    },
  },
};

const indexes: readonly (readonly [table: string, columns: readonly string[]])[] = [
  ['questions', [...whose, 'askedAt']],
  ['questions', ['platform', 'channel', 'messageId']],
  ['questions', [...thread, 'askedAt']],
  ['questions', ['askedAt', 'key']],
  ['votes', ['slug']],
  ['votes', whose],
  ['votes', ['at']],
  ['links', ['server', 'account']],
  ['codeSends', [...whose, 'at']],
  ['codeSends', ['server', 'account', 'at']],
  ['claims', ['expiresAt']],
  ['outbox', ['state', 'leaseUntil']],
  ['outbox', whose],
  ['outbox', ['updatedAt']],
  ['watches', ['state', 'dueAt']],
  ['watches', whose],
  ['handOffs', thread],
  ['handOffs', ['state', 'openedAt']],
  ['handOffs', ['questionKey']],
  ['handOffs', whose],
  ['audit', ['about', 'id']],
  ['audit', [...whose, 'id']],
  ['audit', ['at']],
  ['sightings', ['lastAt']],
  ['sightings', whose],
  ['noticeAskers', whose],
];

export const beginning: Migration = async (tx) => {
  for (const [name, { key, columns }] of Object.entries(tables)) await createTable(tx, name, key, columns);
  for (const [table, columns] of indexes) {
    await tx.schema
      .createIndex(`${table}By${columns.map(capital).join('')}`)
      .on(table)
      .columns([...columns])
      .execute();
  }
  // One at a time of what is not over: the database itself refuses the second.
  await tx.schema
    .createIndex('watchesOnce')
    .unique()
    .on('watches')
    .columns(['kind', ...whose, 'server', 'account', 'domain'])
    .where('state', 'in', ['waiting', 'firing'])
    .execute();
  await tx.schema
    .createIndex('handOffsOnce')
    .unique()
    .on('handOffs')
    .column('questionKey')
    .where(sql.ref('state'), '<>', 'resolved')
    .execute();
};

async function createTable(
  tx: Kysely<unknown>,
  name: string,
  key: readonly string[],
  columns: Columns,
): Promise<void> {
  let table: CreateTableBuilder<string, string> = tx.schema.createTable(name);
  for (const [marked, type] of Object.entries(columns)) {
    const optional = marked.endsWith('?');
    table = table.addColumn(optional ? marked.slice(0, -1) : marked, type, (column) =>
      optional ? column : column.notNull(),
    );
  }
  await table.addPrimaryKeyConstraint(`${name}Key`, key as string[]).execute();
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
