import type { Backend } from '../backend.ts';
import type { Installation } from '../installs.ts';
import type { Json } from '../json.ts';
import type { Refused } from '../payload-rules/refusal.ts';
import type { Arguments } from './arguments.ts';

export interface Call {
  readonly backend: Backend;
  readonly args: Arguments;
  readonly installation: Installation;
  readonly token: string;
}

export type Run = (call: Call) => Json;

/** A method for the bot's token. `scopes`: any one of them is enough; none: no scope is needed. */
export interface BotMethod {
  readonly scopes: readonly string[];
  readonly run: Run;
}

export type Methods = Readonly<Record<string, BotMethod>>;

/** Slack's `ok: false`. The dispatcher turns it into the answer. */
export class Refusal extends Error {
  readonly error: string;
  readonly details: Json;

  constructor(error: string, details: Json = {}) {
    super(error);
    this.error = error;
    this.details = details;
  }
}

export function refuse(error: string, details: Json = {}): never {
  throw new Refusal(error, details);
}

export function refuseIf(problem: Refused | undefined): void {
  if (problem) refuse(problem.error, problem.details);
}
