/** Remembers values for a time, at most so many; the one that was not wanted for longest goes first. */
export interface Expiring<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value, keepMs: number): void;
  readonly size: number;
}

export function createExpiring<Value>(most: number, now: () => Date): Expiring<Value> {
  const entries = new Map<string, { readonly value: Value; readonly until: number }>();
  const sweep = (at: number) => {
    for (const [key, { until }] of entries) if (until <= at) entries.delete(key);
    for (const key of entries.keys()) {
      if (entries.size <= most) return;
      entries.delete(key);
    }
  };
  return {
    get: (key) => {
      const entry = entries.get(key);
      if (!entry) return undefined;
      entries.delete(key);
      if (entry.until <= now().getTime()) return undefined;
      entries.set(key, entry);
      return entry.value;
    },
    set: (key, value, keepMs) => {
      const at = now().getTime();
      entries.delete(key);
      entries.set(key, { value, until: at + keepMs });
      if (entries.size > most) sweep(at);
    },
    get size() {
      return entries.size;
    },
  };
}
