/**
 * Everything that can go wrong between us and a host, and what that means to the person who asked:
 * `not-found` no such account, `refused` the host will not tell us, `unreachable` no answer in time,
 * `malformed` an answer that cannot be understood.
 */
const faults = {
  'no-such-account': 'not-found',
  'access-denied': 'refused',
  'call-failed': 'refused',
  'refused-earlier': 'refused',
  'token-too-wide': 'refused',
  'no-token': 'refused',
  'no-such-server': 'refused',
  redirect: 'refused',
  timeout: 'unreachable',
  connection: 'unreachable',
  'cut-off': 'unreachable',
  tls: 'unreachable',
  'wrong-certificate': 'unreachable',
  'server-error': 'unreachable',
  'down-earlier': 'unreachable',
  busy: 'unreachable',
  'not-json': 'malformed',
  'too-large': 'malformed',
  'wrong-shape': 'malformed',
} as const satisfies Record<string, 'not-found' | 'refused' | 'unreachable' | 'malformed'>;

export type Fault = keyof typeof faults;

export interface HostFailure {
  readonly kind: (typeof faults)[Fault];
  readonly fault: Fault;
  readonly server: string;
  /** For staff and the log, never for a customer. Cleaned, and free of secrets. */
  readonly error: string;
  /** When this server's current run of failures began. */
  readonly since: Date;
  readonly lastAnswered: Date | undefined;
}

export type HostAnswer<Value> =
  | { readonly kind: 'ok'; readonly value: Value; readonly readAt: Date }
  | HostFailure;

/** What a host's answers were like lately, for the "since" of its failures. */
export interface Reachability {
  failure(fault: Fault, error: string): HostFailure;
  answered(): Date;
}

export function createReachability(server: string, now: () => Date): Reachability {
  let failingSince: Date | undefined;
  let lastAnswered: Date | undefined;
  return {
    failure: (fault, error) => {
      const kind = faults[fault];
      const at = now();
      // "No such account" is an answer: the server is well.
      if (kind !== 'not-found') failingSince ??= at;
      return {
        kind,
        fault,
        server,
        error,
        since: kind === 'not-found' ? at : (failingSince ?? at),
        lastAnswered,
      };
    },
    answered: () => {
      failingSince = undefined;
      lastAnswered = now();
      return lastAnswered;
    },
  };
}
