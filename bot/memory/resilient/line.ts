import { type Outage, OutageError, outageOf } from '../engines/outage.ts';
import type { Memory, Vitals } from '../memory.ts';

/** Whether the memory can be reached right now. */
export interface LineState {
  readonly reading: boolean;
  readonly writing: boolean;
  /** Since when not, and why, for an operator. */
  readonly since: number | undefined;
  readonly outage: Outage | undefined;
}

export interface LineOptions {
  readonly open: () => Promise<Memory>;
  readonly onChange: (state: LineState) => void;
  readonly now: () => number;
  /** A call that takes longer counts as failed. */
  readonly callMs: number;
  /** How often it is looked whether the memory is still there. */
  readonly checkMs: number;
  readonly retryMs: number;
  readonly mostRetryMs: number;
  /** Calls at once; more are not tried. */
  readonly mostCalls: number;
}

/** The way to the memory: knows whether it is open, tries again by itself, and never lets calls pile up. */
export interface Line {
  readonly state: LineState;
  readonly memory: Memory | undefined;
  /** Throws an outage at once while it is known that the call cannot succeed. */
  call<Result>(kind: 'read' | 'write', work: (memory: Memory) => Promise<Result>): Promise<Result>;
  vitals(): Promise<Vitals | undefined>;
  close(): Promise<void>;
}

/** Outages after which the old connection may be of no more use. */
const reopened = new Set<Outage['kind']>(['away', 'refused', 'broken', 'read-only']);

const open = { reading: true, writing: true, since: undefined, outage: undefined } satisfies LineState;

/** Throws where trying again would not help: a newer schema, a wrong key or password. */
export async function createLine(options: LineOptions): Promise<Line> {
  const { now, callMs, mostCalls } = options;
  let memory: Memory | undefined;
  let state: LineState = open;
  let calls = 0;
  let retry: NodeJS.Timeout | undefined;
  let closed = false;

  const change = (next: LineState) => {
    const changed =
      next.reading !== state.reading ||
      next.writing !== state.writing ||
      next.outage?.kind !== state.outage?.kind;
    state = next;
    if (changed) options.onChange(next);
  };
  const fail = (outage: Outage, kind: 'read' | 'write') => {
    const lost = kind === 'read' || (reopened.has(outage.kind) && outage.kind !== 'read-only');
    change({ reading: state.reading && !lost, writing: false, since: state.since ?? now(), outage });
    if (retry === undefined && !closed) wait(options.retryMs);
  };
  const wait = (ms: number) => {
    retry = setTimeout(() => void tryAgain(Math.min(ms * 2, options.mostRetryMs)), ms);
    retry.unref();
  };
  const tryAgain = async (nextMs: number) => {
    try {
      if (!memory || reopened.has(state.outage?.kind ?? 'away')) await reopen();
      await within(callMs, memory?.vitals());
      change({ ...state, reading: true });
      await within(callMs, memory?.pulses.probe());
      retry = undefined;
      if (!closed) change(open);
    } catch (error) {
      const outage = outageOf(error) ?? {
        kind: 'away',
        sentence: error instanceof Error ? error.message : String(error),
      };
      if (closed) return;
      change({ ...state, outage });
      wait(nextMs);
    }
  };
  const reopen = async () => {
    const fresh = await options.open();
    const before = memory;
    memory = fresh;
    if (closed) await fresh.close();
    // What still runs on the old one gets its error; nobody waits for it.
    void before?.close().catch(() => {});
  };

  try {
    memory = await options.open();
  } catch (error) {
    const outage = outageOf(error);
    if (!outage) throw error;
    if (outage.kind === 'refused') throw new Error(outage.sentence, { cause: error });
    fail(outage, 'read');
  }

  const call: Line['call'] = async (kind, work) => {
    if (!memory || !(kind === 'read' ? state.reading : state.writing))
      throw new OutageError(state.outage?.kind ?? 'away');
    if (calls >= mostCalls) throw new OutageError('slow', 'Too many calls wait for the database');
    calls += 1;
    try {
      return await within(callMs, work(memory));
    } catch (error) {
      const outage = outageOf(error);
      if (outage) fail(outage, kind);
      throw error;
    } finally {
      calls -= 1;
    }
  };
  const vitals = () => call('write', (open) => open.vitals()).catch(() => undefined);
  const check = setInterval(() => void vitals(), options.checkMs);
  check.unref();

  return {
    get state() {
      return state;
    },
    get memory() {
      return memory;
    },
    call,
    vitals,
    async close() {
      closed = true;
      clearInterval(check);
      clearTimeout(retry);
      await memory?.close();
    },
  };
}

async function within<Result>(ms: number, work: Promise<Result> | undefined): Promise<Result> {
  if (!work) throw new OutageError('away');
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new OutageError('slow')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
