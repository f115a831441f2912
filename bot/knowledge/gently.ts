import { setImmediate } from 'node:timers/promises';

const sliceMs = 10;

/** Runs a computation that pauses by `yield`, giving others their turn every ten milliseconds. */
export async function gently<Result>(steps: Generator<void, Result>): Promise<Result> {
  let until = performance.now() + sliceMs;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    await setImmediate();
    until = performance.now() + sliceMs;
  }
}

/** Runs it without a pause. */
export function atOnce<Result>(steps: Generator<void, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
