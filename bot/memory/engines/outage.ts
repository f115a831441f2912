/** What kept the memory from reading or writing, in words for an operator. */
export interface Outage {
  readonly kind: 'full' | 'locked' | 'read-only' | 'away' | 'refused' | 'slow' | 'broken';
  readonly sentence: string;
}

const outages = {
  full: 'The disk of the database is full: free space on it',
  locked: 'Another program holds the database locked: end it, or wait until it is done',
  'read-only': 'The database cannot be written: check the owner and the mode of the data folder',
  away: 'The database does not answer: check that it runs and can be reached',
  refused: 'The database refuses this user, or there is no such database: check DATABASE_URL',
  slow: 'The database answers too slowly',
  broken: 'The database file is damaged or was taken away: put the last backup in its place',
} satisfies Record<Outage['kind'], string>;

/** SQLite's primary result codes. */
const sqliteKinds: Readonly<Record<number, Outage['kind']>> = {
  5: 'locked',
  6: 'locked',
  8: 'read-only',
  10: 'away',
  11: 'broken',
  13: 'full',
  14: 'away',
  26: 'broken',
};

/** Classes and codes of SQLSTATE. */
const postgresKinds: readonly (readonly [RegExp, Outage['kind']])[] = [
  [/^53100$/, 'full'],
  [/^(?:28|3D|42501)/, 'refused'],
  [/^(?:08|53|57P|58)/, 'away'],
  [/^(?:55P03|40001|40P01)$/, 'locked'],
  [/^25006$/, 'read-only'],
  [/^57014$/, 'slow'],
  [/^XX/, 'broken'],
];

const connection =
  /^(?:ECONN|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENOENT|EACCES|EIO|EROFS|ENOSPC|EDQUOT)/;
const lostConnection =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout|database is not open|database is closed|driver has already been destroyed|not queryable|bad decrypt record mac/i;

/** `undefined`: no outage but a mistake in the program. */
export function outageOf(error: unknown): Outage | undefined {
  const kind = kindOf(error, 3);
  return kind && { kind, sentence: outages[kind] };
}

function kindOf(error: unknown, deep: number): Outage['kind'] | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, errcode } = error as { code?: unknown; errcode?: unknown };
  if (error instanceof OutageError) return error.kind;
  if (code === 'ERR_SQLITE_ERROR' && typeof errcode === 'number') return sqliteKinds[errcode & 0xff];
  if (typeof code === 'string') {
    if (code === 'ENOSPC' || code === 'EDQUOT') return 'full';
    if (code === 'EROFS' || code === 'EACCES') return 'read-only';
    if (connection.test(code)) return 'away';
    const known = code.length === 5 ? postgresKinds.find(([pattern]) => pattern.test(code)) : undefined;
    if (known) return known[1];
  }
  if (lostConnection.test(error.message)) return 'away';
  const causes = error instanceof AggregateError ? error.errors : [error.cause];
  return deep > 0
    ? causes.map((cause) => kindOf(cause, deep - 1)).find((kind) => kind !== undefined)
    : undefined;
}

export function isLocked(error: unknown): boolean {
  return kindOf(error, 0) === 'locked';
}

/** Thrown where the memory itself finds that the database is not to be had. */
export class OutageError extends Error {
  readonly kind: Outage['kind'];
  constructor(kind: Outage['kind'], message: string = outages[kind]) {
    super(message);
    this.kind = kind;
  }
}
