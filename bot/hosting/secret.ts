import { inspect } from 'node:util';

/** A token that shows itself to nobody who did not ask by name: not to a log, an error, JSON or a debugger's print. */
export interface Secret {
  reveal(): string;
}

export function createSecret(text: string): Secret {
  const hidden = () => '[secret]';
  return Object.freeze({ reveal: () => text, toString: hidden, toJSON: hidden, [inspect.custom]: hidden });
}
