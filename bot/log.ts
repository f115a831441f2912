import { pino } from 'pino';

export type Log = ReturnType<typeof createLog>;

/** JSON lines on standard error: standard output belongs to the terminal and the filter. */
export function createLog(level: string) {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2));
}
