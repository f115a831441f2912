import type { ReasonRule } from '../reason.ts';

/** Nothing decisive in the text; ask for the full bounce, do not guess. */
export const unknown = {
  reason: 'unknown',
  kind: 'bounce',
  actor: 'host',
  life: 'unknown',
  phrases: [],
} as const satisfies ReasonRule;
