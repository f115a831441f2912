/** Runs some work and gives how long the event loop was held at most meanwhile, in milliseconds. */
export async function longestHold(work: () => Promise<unknown>): Promise<number> {
  let longestMs = 0;
  let last = performance.now();
  let isRunning = true;
  const turn = () => {
    const now = performance.now();
    longestMs = Math.max(longestMs, now - last);
    last = now;
    if (isRunning) setImmediate(turn);
  };
  setImmediate(turn);
  await work();
  // The turn after the work belongs to it.
  await new Promise((resolve) => setImmediate(resolve));
  isRunning = false;
  turn();
  return longestMs;
}
