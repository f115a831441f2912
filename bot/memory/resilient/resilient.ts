import type { Claims } from '../claims.ts';
import { OutageError, outageOf } from '../engines/outage.ts';
import type { Concerns, Memory, Vitals } from '../memory.ts';
import { type CallKind, type ConcernName, callKinds } from './calls.ts';
import { createLine, type Line, type LineState } from './line.ts';
import { type OwnedOutbox, withOwnClaims, withOwnOutbox } from './own-claims.ts';

/** The same calls, but what the database cannot do comes back as `undefined` and never throws. */
export type Soft<Concern> = {
  readonly [Call in keyof Concern]: Concern[Call] extends (...given: infer Given) => Promise<infer Result>
    ? (...given: Given) => Promise<Result | undefined>
    : Concern[Call];
};

type SoftConcerns = { readonly [Name in ConcernName]: Soft<Concerns[Name]> };

export interface MemoryState extends LineState {
  /** Writes that were lost since the start, by what they were: `votes.cast`. */
  readonly notRemembered: Readonly<Record<string, number>>;
}

/** A memory that may be away while the desk goes on answering. */
export interface ResilientMemory extends Omit<SoftConcerns, 'claims' | 'outbox'> {
  /** Never `undefined`: without a database this process keeps its own claims. */
  readonly claims: Claims;
  readonly outbox: OwnedOutbox;
  state(): MemoryState;
  /** `undefined` while it is away. */
  vitals(): Promise<Vitals | undefined>;
  /** The memory itself, for an operator's command, which wants to hear of a failure. `undefined` while it is away. */
  strict(): Memory | undefined;
  close(): Promise<void>;
}

export interface ResilientOptions {
  /** Called at the start and whenever the memory has to be opened anew. */
  readonly open: () => Promise<Memory>;
  /** The memory went away or came back. */
  readonly onChange?: (state: MemoryState) => void;
  /** A write was lost; `total` counts those like it. */
  readonly onNotRemembered?: (what: string, total: number) => void;
  /** A call failed for another reason than an outage: a mistake in the program. */
  readonly onError?: (error: unknown, what: string) => void;
  readonly now?: () => number;
  readonly callMs?: number;
  readonly checkMs?: number;
  readonly retryMs?: number;
  readonly mostRetryMs?: number;
  readonly mostCalls?: number;
}

/** Throws only where trying again would not help: a newer schema, a missing key. */
export async function openResilientMemory(options: ResilientOptions): Promise<ResilientMemory> {
  const { open, onChange, now = Date.now, mostCalls = 1000 } = options;
  const { callMs = 4000, checkMs = 5000, retryMs = 1000, mostRetryMs = 10_000 } = options;
  const notRemembered: Record<string, number> = {};
  const stateOf = (line: LineState): MemoryState => ({ ...line, notRemembered: { ...notRemembered } });
  const line = await createLine({
    ...{ open, now, callMs, checkMs, retryMs, mostRetryMs, mostCalls },
    onChange: (state) => onChange?.(stateOf(state)),
  });
  const lost = (what: string) => {
    const total = (notRemembered[what] ?? 0) + 1;
    notRemembered[what] = total;
    options.onNotRemembered?.(what, total);
  };
  const soft = softConcerns(line, lost, options.onError);
  return {
    ...soft,
    claims: withOwnClaims(soft.claims),
    outbox: withOwnOutbox(soft.outbox),
    state: () => stateOf(line.state),
    vitals: () => line.vitals(),
    strict: () => (line.state.reading ? line.memory : undefined),
    close: () => line.close(),
  };
}

type AnyCall = (...given: unknown[]) => unknown;

function softConcerns(
  line: Line,
  lost: (what: string) => void,
  onError: ResilientOptions['onError'],
): SoftConcerns {
  const soften = (concern: ConcernName, name: string, kind: CallKind): AnyCall => {
    const what = `${concern}.${name}`;
    if (kind === 'stream') {
      return (...given) => {
        if (!line.memory) throw new OutageError('away');
        return callOf(line.memory, concern, name)(...given);
      };
    }
    return async (...given) => {
      try {
        return await line.call(kind === 'read' ? 'read' : 'write', async (memory) =>
          callOf(memory, concern, name)(...given),
        );
      } catch (error) {
        if (!outageOf(error)) onError?.(error, what);
        if (kind === 'write') lost(what);
        return undefined;
      }
    };
  };
  const concerns = Object.entries(callKinds).map(([concern, calls]) => {
    const soft = Object.entries(calls).map(([name, kind]) => [
      name,
      soften(concern as ConcernName, name, kind),
    ]);
    return [concern, Object.fromEntries(soft)];
  });
  return Object.fromEntries(concerns) as SoftConcerns;
}

function callOf(memory: Memory, concern: ConcernName, name: string): AnyCall {
  return (memory[concern] as unknown as Readonly<Record<string, AnyCall>>)[name] as AnyCall;
}
