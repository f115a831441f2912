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
}

/** The latest answer of each server, for whoever looks after them. */
export function createLastAnswers(now: () => Date = () => new Date()) {
  const last = new Map<string, LastAnswer>();
  return {
    note: ({ server, outcome }: HostCall): void => {
      last.set(server, { server, outcome, at: now() });
    },
    list: (): LastAnswer[] => [...last.values()],
  };
}
