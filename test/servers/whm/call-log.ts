export interface WhmCallEntry {
  readonly name: string;
  readonly form: URLSearchParams;
  readonly authorization: string;
  readonly method: string;
  readonly url: string;
}

/** What reached the server, and how much of it at once. */
export function createCallLog() {
  const calls: WhmCallEntry[] = [];
  const inFlight = new Map<string, number>();
  let mostInFlight = 0;
  return {
    begin: (call: WhmCallEntry): (() => void) => {
      calls.push(call);
      const now = (inFlight.get(call.name) ?? 0) + 1;
      inFlight.set(call.name, now);
      mostInFlight = Math.max(mostInFlight, now);
      return () => inFlight.set(call.name, (inFlight.get(call.name) ?? 1) - 1);
    },
    of: (name?: string): readonly WhmCallEntry[] =>
      calls.filter((call) => name === undefined || call.name === name),
    /** Calls by function: `accountsummary 1, listaccts 1`. */
    counts: (): Readonly<Record<string, number>> =>
      Object.fromEntries([...Map.groupBy(calls, ({ name }) => name)].map(([name, of]) => [name, of.length])),
    /** Most calls of one function that ran at the same time. */
    mostInFlight: (): number => mostInFlight,
    clear: (): void => {
      calls.length = 0;
      mostInFlight = 0;
    },
  };
}
