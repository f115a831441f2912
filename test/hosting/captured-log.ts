import { Writable } from 'node:stream';
import { pino } from 'pino';
import type { Log } from '../../bot/log.ts';

/** A log whose whole text can be read, at its most talkative. */
export function createCapturedLog(): { readonly log: Log; text(): string } {
  let text = '';
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      text += String(chunk);
      done();
    },
  });
  return { log: pino({ level: 'trace', base: null }, stream) as Log, text: () => text };
}
