import type { Changes } from './changes.ts';
import type { Json } from './json.ts';

export interface ApiCall {
  readonly method: string;
  readonly args: Json;
  readonly token: string | undefined;
  readonly at: number;
  /** 'pending' until answered; then 'ok', Slack's error, or the fault's name. */
  outcome: string;
  answer?: Json;
}

export type CallLog = ReturnType<typeof createCallLog>;

export function createCallLog(changes: Changes) {
  const calls: ApiCall[] = [];
  return {
    begin: (method: string, args: Json, token?: string): ApiCall => {
      const call: ApiCall = { method, args, token, at: Date.now(), outcome: 'pending' };
      calls.push(call);
      changes.note();
      return call;
    },
    end: (call: ApiCall, outcome: string, answer?: Json): void => {
      call.outcome = outcome;
      if (answer) call.answer = answer;
      changes.note();
    },
    of: (method?: string): ApiCall[] =>
      calls.filter((call) => method === undefined || call.method === method),
    pending: (): number => calls.filter(({ outcome }) => outcome === 'pending').length,
  };
}
