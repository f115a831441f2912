/** Remembers what this process has taken on, so that it is dealt with once although it is delivered twice. */
export interface Seen {
  /** True the first time. Synchronous: nothing can come between the look and the note. */
  take(key: string): boolean;
  /** It came to nothing and may be tried again. */
  forget(key: string): void;
}

export function createSeen(most = 20_000): Seen {
  const keys = new Set<string>();
  return {
    take(key) {
      if (keys.has(key)) return false;
      keys.add(key);
      const oldest = keys.size > most ? keys.values().next().value : undefined;
      if (oldest !== undefined) keys.delete(oldest);
      return true;
    },
    forget: (key) => void keys.delete(key),
  };
}
