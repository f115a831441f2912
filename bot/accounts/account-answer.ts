import type { Action, Fact, Picture, Reply, Source } from '../desk/reply.ts';

/** The orders that answers about accounts lead on to, by their codes: see `accountOrders`. */
export type AccountOrder = 'mail' | 'addr' | 'watch' | 'link' | 'code' | 'signin' | 'unlink';

/** A further step. `choice`: one of the presser's own links in 12 letters (`shortChoice`); opens nothing for anybody else. */
export function step(order: AccountOrder, label: string, choice?: string): Action {
  return { kind: 'order', order, label, ...(choice === undefined ? {} : { about: choice }) };
}

/** What is said about accounts is for the asker alone. */
export type AccountAnswer = Reply & { readonly audience: 'asker' };

interface Said {
  readonly kind?: Reply['kind'];
  readonly title: string;
  /** Paragraphs of Markdown; empty ones are left out. */
  readonly body: readonly string[];
  readonly facts?: readonly Fact[];
  readonly sources?: readonly Source[];
  readonly actions?: readonly Action[];
  readonly picture?: Picture | undefined;
}

export function answerOf(said: Said): AccountAnswer {
  const { kind = 'answer', title, body, facts = [], sources = [], actions = [], picture } = said;
  const text = body.filter((part) => part !== '').join('\n\n');
  const shown = { kind, title, body: text, facts, sources, actions, audience: 'asker' as const };
  return picture ? { ...shown, picture } : shown;
}
