/** Work that goes on after the reply. */
export interface Background {
  /** Begins after whoever asked has had the reply; a failure is told to `onError`. */
  start(what: string, work: () => Promise<unknown>): void;
  /** When all of it is done: for stopping. */
  settled(): Promise<void>;
}

export function createBackground(onError: (error: unknown, what: string) => void): Background {
  const underWay = new Set<Promise<unknown>>();
  return {
    start: (what, work) => {
      const done = new Promise<void>((resolve) => setImmediate(resolve))
        .then(work)
        .catch((error: unknown) => onError(error, what))
        .finally(() => underWay.delete(done));
      underWay.add(done);
    },
    settled: async () => {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}
