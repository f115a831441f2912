import { CamelCasePlugin, Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Tables } from '../tables.ts';
import type { Engine } from './engine.ts';

export interface PostgresOptions {
  /** `postgres://user:password@host:port/database?sslmode=verify-full&sslrootcert=FILE` */
  readonly url: string;
  readonly connections?: number;
  /** How long to wait for a connection, and at most for a query. */
  readonly connectMs?: number;
  readonly queryMs?: number;
}

/** OIDs of int8 and numeric: times, counts and sums, all below 2^53. */
const numbers = new Set([20, 1700]);

export async function openPostgres(options: PostgresOptions): Promise<Engine> {
  const { url, connections = 10, connectMs = 3000, queryMs = 10_000 } = options;
  const pool = new pg.Pool({
    connectionString: verified(url),
    max: connections,
    connectionTimeoutMillis: connectMs,
    query_timeout: queryMs,
    statement_timeout: queryMs,
    idle_in_transaction_session_timeout: queryMs,
    keepAlive: true,
    application_name: 'hostdesk',
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        numbers.has(oid) ? Number : pg.types.getTypeParser(oid, format),
    },
  });
  // A connection that breaks while nobody waits on it is told here; whoever asks next gets the error or a new one.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin()] });
  return {
    name: 'postgres',
    where: placeOf(url),
    db,
    rowAddress: 'ctid',
    transaction: (locks, work) =>
      db.transaction().execute(async (tx) => {
        // In one order everywhere, so that two transactions never wait for each other.
        for (const lock of [...new Set(locks)].sort())
          await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 5))`.execute(tx);
        return work(tx);
      }),
    async check() {
      await sql`select 1`.execute(db);
    },
    async scrub() {},
    close: () => db.destroy(),
  };
}

/** Where TLS is asked for, the server's certificate is verified; there is no half of it. */
function verified(text: string): string {
  const url = parseUrl(text);
  const mode = url.searchParams.get('sslmode');
  if (mode === 'no-verify' || url.searchParams.has('uselibpqcompat')) {
    throw new Error(
      'DATABASE_URL: TLS is verified or not used. Take no-verify and uselibpqcompat away; a certificate of your own is named by sslrootcert=FILE',
    );
  }
  if (mode !== null && mode !== 'disable') url.searchParams.set('sslmode', 'verify-full');
  return url.href;
}

function placeOf(text: string): string {
  const { hostname, port, pathname } = parseUrl(text);
  return `${hostname}${port === '' ? '' : `:${port}`}${pathname}`;
}

/** The error of `URL` would carry the password. */
function parseUrl(text: string): URL {
  const url = URL.parse(text);
  if (url && /^postgres(?:ql)?:$/.test(url.protocol)) return url;
  throw new Error('DATABASE_URL: must look like postgres://user:password@host:5432/database');
}
