import type { Fault } from './host-answer.ts';

/** One call that went out to a host, and what came of it. */
export interface HostCall {
  readonly server: string;
  readonly outcome: 'ok' | Fault;
  readonly seconds: number;
}

export type NoteHostCall = (call: HostCall) => void;

/** What a guard answers in the host's place. */
const unsent: ReadonlySet<HostCall['outcome']> = new Set(['refused-earlier', 'down-earlier']);

/** Notes the calls that went out; `began` in milliseconds of `performance.now()`. */
export function noteSent(
  note: NoteHostCall | undefined,
  server: string,
  outcome: HostCall['outcome'],
  began: number,
): void {
  if (!unsent.has(outcome)) note?.({ server, outcome, seconds: (performance.now() - began) / 1000 });
}

export interface LastAnswer {
  readonly server: string;
  readonly outcome: HostCall['outcome'];
  readonly at: Date;
  /** Since when it answers, or does not. */
  readonly since: Date;
}

/** Whether a server is well that answers so: that there is no such account is an answer too. */
export const isWell = ({ outcome }: Pick<HostCall, 'outcome'>): boolean =>
  outcome === 'ok' || outcome === 'no-such-account';

/** The latest answer of each server, for whoever looks after them. */
export function createLastAnswers(now: () => Date = () => new Date()) {
  const last = new Map<string, LastAnswer>();
  return {
    note: ({ server, outcome }: HostCall): void => {
      const at = now();
      const before = last.get(server);
      const since = before && isWell(before) === isWell({ outcome }) ? before.since : at;
      last.set(server, { server, outcome, at, since });
    },
    list: (): LastAnswer[] => [...last.values()],
  };
}
