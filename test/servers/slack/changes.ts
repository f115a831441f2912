/** Wakes whoever waits for the server to have changed, so that tests need no fixed sleeps. */
export interface Changes {
  note(): void;
  /** Resolves at the next change, or after `ms`; says which. */
  next(ms: number): Promise<'change' | 'time'>;
}

export function createChanges(): Changes {
  let waiting: (() => void)[] = [];
  return {
    note: () => {
      const woken = waiting;
      waiting = [];
      for (const wake of woken) wake();
    },
    next: (ms) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => resolve('time'), ms);
        waiting.push(() => {
          clearTimeout(timer);
          resolve('change');
        });
      }),
  };
}

const pollMs = 20;

type Truthy<T> = Exclude<T, false | 0 | '' | null | undefined>;

/** Waits for the condition to give something truthy and returns that; throws with `describe()` after the time. */
export async function until<T>(
  changes: Changes,
  condition: () => T | Promise<T>,
  { timeoutMs = 5000, what = 'the condition', describe = (): string => '' } = {},
): Promise<Truthy<T>> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const value = await condition();
    if (value) return value as Truthy<T>;
    if (Date.now() >= deadline)
      throw new Error(`${what} did not come true within ${timeoutMs} ms.${describe()}`);
    // The condition may look at the app under test, of which the server hears nothing: so look again soon.
    await changes.next(pollMs);
  }
}
