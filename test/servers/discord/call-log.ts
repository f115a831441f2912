import type { Changes } from '../slack/changes.ts';
import type { Json } from '../slack/json.ts';

export interface ApiCall {
  /** Method and route, such as `POST /channels/:channel/messages`; the whole path where there is no such route. */
  readonly route: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly files: readonly string[];
  readonly authorized: boolean;
  readonly at: number;
  /** 'pending' until answered; then 'ok', Discord's code, or the fault's name. */
  outcome: string;
  status?: number;
  answer?: unknown;
}

export type NewCall = Omit<ApiCall, 'at' | 'outcome' | 'status' | 'answer'>;

export type CallLog = ReturnType<typeof createCallLog>;

export function createCallLog(changes: Changes) {
  const calls: ApiCall[] = [];
  return {
    begin: (call: NewCall): ApiCall => {
      const begun: ApiCall = { ...call, at: Date.now(), outcome: 'pending' };
      calls.push(begun);
      changes.note();
      return begun;
    },
    end: (
      call: ApiCall,
      outcome: string,
      answer: { status?: number; body?: Json | Json[] | undefined } = {},
    ): void => {
      call.outcome = outcome;
      if (answer.status !== undefined) call.status = answer.status;
      if (answer.body !== undefined) call.answer = answer.body;
      changes.note();
    },
    of: (route?: string): ApiCall[] => calls.filter((call) => route === undefined || call.route === route),
    pending: (): number => calls.filter(({ outcome }) => outcome === 'pending').length,
  };
}
