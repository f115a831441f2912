import { setTimeout as sleep } from 'node:timers/promises';
import type { DeskMemory } from './desk-memory.ts';

/** Together some three seconds. */
const waitsMs = [50, 100, 200, 400, 800, 1600];

/**
 * An answer stands a moment before it is noted, perhaps by another process. What is pressed in between looks again
 * until the note is there, but not for ever, and not while nothing is remembered.
 */
export async function onceNoted<Value>(
  { agreeing }: Pick<DeskMemory, 'agreeing'>,
  look: () => Promise<Value | undefined>,
): Promise<Value | undefined> {
  for (const waitMs of waitsMs) {
    const found = await look();
    if (found !== undefined || agreeing?.() === false) return found;
    await sleep(waitMs);
  }
  return look();
}
