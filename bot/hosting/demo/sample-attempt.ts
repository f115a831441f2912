/** One recipient that a sample account tries to reach, before the host's limits have their say. */
export interface Attempt {
  /** Place within the hour, 0 up to 1. */
  readonly when: number;
  readonly domain: string;
  readonly sender: string;
  readonly recipient: string;
  readonly message: string;
  readonly from: Origin;
  readonly outcome: 'success' | 'defer' | 'failure';
  readonly answer: string;
  /** The receiving server; '' where none was reached. */
  readonly host: string;
}

export interface Origin {
  readonly senderauth: string;
  readonly senderhost: string;
  readonly senderip: string;
}

export const login = (ip: string): Origin => ({
  senderauth: 'dovecot_plain',
  senderhost: `[${ip}]`,
  senderip: ip,
});
export const program: Origin = { senderauth: 'localuser', senderhost: 'localhost', senderip: '127.0.0.1' };
export const outside = (host: string, ip: string): Origin => ({
  senderauth: 'unauthorized',
  senderhost: host,
  senderip: ip,
});
