import type { HostAnswer, Reachability } from '../host-answer.ts';
import { createExpiring } from './expiring.ts';
import type { OneAtATime } from './one-at-a-time.ts';

/** Answers by key. Askers of the same key share one call; askers of different keys share one call where `loadAll` can. */
export interface Lookups<Value> {
  get(key: string, signal: AbortSignal): Promise<HostAnswer<Value>>;
  readonly size: number;
}

export interface LookupParts<Value> {
  readonly inTurn: OneAtATime;
  readonly load: (key: string) => Promise<HostAnswer<Value>>;
  /** One call for every key there is. Left out where that would be too much to ask for. */
  readonly loadAll?: () => Promise<HostAnswer<(key: string) => HostAnswer<Value>>>;
  readonly reachability: Reachability;
  readonly now: () => Date;
  readonly keepMs: number;
  readonly keepFailureMs: number;
  readonly mostKept: number;
  /** Keys that may wait for their turn; one more is told that the server is busy. */
  readonly mostWaiting: number;
}

/** So many single calls within `keepMs` are cheaper than one for everybody. */
const singlesBeforeAll = 3;
const avoidAllMs = 600_000;

interface Waiting<Value> {
  readonly answer: Promise<HostAnswer<Value>>;
  readonly settle: (answer: HostAnswer<Value>) => void;
  readonly fail: (error: unknown) => void;
  askers: number;
}

export function createLookups<Value>(parts: LookupParts<Value>): Lookups<Value> {
  const { inTurn, load, loadAll, reachability, now, keepMs, keepFailureMs, mostKept, mostWaiting } = parts;
  const kept = createExpiring<HostAnswer<Value>>(mostKept, now);
  const everybody = createExpiring<(key: string) => HostAnswer<Value>>(1, now);
  const avoidAll = createExpiring<true>(1, now);
  const underWay = new Map<string, Waiting<Value>>();
  let queue: string[] = [];
  let singles: number[] = [];

  const isWanted = (key: string) => (underWay.get(key)?.askers ?? 0) > 0;

  const settle = (key: string, answer: HostAnswer<Value>) => {
    kept.set(key, answer, answer.kind === 'ok' || answer.kind === 'not-found' ? keepMs : keepFailureMs);
    underWay.get(key)?.settle(answer);
    underWay.delete(key);
  };

  /** True when every key has its answer. */
  const settleTogether = async (keys: readonly string[]): Promise<boolean> => {
    singles = singles.filter((at) => at > now().getTime() - keepMs);
    const worthIt = keys.length > 1 || singles.length >= singlesBeforeAll;
    if (!loadAll || !worthIt || avoidAll.get('')) return false;
    const answer = await loadAll();
    if (answer.kind === 'ok') everybody.set('', answer.value, keepMs);
    // Refused or not understood: then one by one, which needs less.
    else if (answer.kind !== 'unreachable') avoidAll.set('', true, avoidAllMs);
    if (answer.kind !== 'ok' && answer.kind !== 'unreachable') return false;
    for (const key of keys) settle(key, answer.kind === 'ok' ? answer.value(key) : answer);
    return true;
  };

  const settleEach = async (keys: readonly string[]): Promise<void> => {
    for (const [index, key] of keys.entries()) {
      if (!isWanted(key)) {
        underWay.delete(key);
        continue;
      }
      singles.push(now().getTime());
      const answer = await load(key);
      settle(key, answer);
      if (answer.kind !== 'unreachable') continue;
      // A server that is down would let everybody wait in turn for the same news.
      for (const rest of keys.slice(index + 1)) settle(rest, answer);
      return;
    }
  };

  const work = async () => {
    const batch = queue;
    queue = [];
    const wanted = batch.filter(isWanted);
    for (const key of batch) if (!isWanted(key)) underWay.delete(key);
    try {
      if (wanted.length > 0 && !(await settleTogether(wanted))) await settleEach(wanted);
    } catch (error) {
      for (const key of wanted) underWay.get(key)?.fail(error);
      for (const key of wanted) underWay.delete(key);
    }
  };

  const begin = (key: string): Waiting<Value> => {
    const { promise, resolve, reject } = Promise.withResolvers<HostAnswer<Value>>();
    promise.catch(() => undefined);
    const waiting: Waiting<Value> = { answer: promise, settle: resolve, fail: reject, askers: 0 };
    underWay.set(key, waiting);
    queue.push(key);
    if (queue.length === 1) void inTurn(work);
    return waiting;
  };

  return {
    get: async (key, signal) => {
      const answer = kept.get(key) ?? everybody.get('')?.(key);
      if (answer) return answer;
      const together = loadAll !== undefined && !avoidAll.get('');
      if (!underWay.has(key) && !together && underWay.size >= mostWaiting) {
        return reachability.failure('busy', `${underWay.size} questions to this server are waiting already`);
      }
      const late = () =>
        reachability.failure('timeout', 'no answer within the time that the asker was given');
      if (signal.aborted) return late();
      const waiting = underWay.get(key) ?? begin(key);
      waiting.askers += 1;
      const answered = await unlessAborted(waiting.answer, signal);
      waiting.askers -= 1;
      return answered ?? late();
    },
    get size() {
      return kept.size;
    },
  };
}

/** `undefined`: the signal came first. */
function unlessAborted<Value>(answer: Promise<Value>, signal: AbortSignal): Promise<Value | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<Value | undefined>();
  const stop = () => resolve(undefined);
  signal.addEventListener('abort', stop, { once: true });
  answer.then(resolve, reject);
  return promise.finally(() => signal.removeEventListener('abort', stop));
}
