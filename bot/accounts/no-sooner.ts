import { setTimeout as pause } from 'node:timers/promises';

/** Answers after `ms` at the earliest, also with a failure: quicker work does not show. */
export async function noSooner<Value>(ms: number, work: () => Promise<Value>): Promise<Value> {
  const floor = pause(ms);
  try {
    return await work();
  } finally {
    await floor;
  }
}
