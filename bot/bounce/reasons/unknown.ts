import type { ReasonRule } from '../reason.ts';

/** Nothing decisive in the text; ask for the full bounce, do not guess. */
export const unknown = {
  reason: 'unknown',
  kind: 'bounce',
  actor: 'host',
  life: 'unknown',
  phrases: [
    // What a server prints when it has nothing to say: the code's own meaning.
    { says: '5.0.0 service unavailable', sample: '554 5.0.0 Service unavailable', source: 'Sendmail' },
    {
      says: '(other or undefined|other undefined) (mail system |) status',
      sample: 'Status: OTHER OR UNDEFINED MAIL SYSTEM STATUS',
      source: 'RFC 3463',
    },
    {
      says: '(cannot|can not|unable to|could not) send (mail|message|email) an error occurred (while|when|during) (delivering|sending)',
      sample: 'Cannot Send Mail - An error occurred while delivering this message.',
      source: 'iPhone Mail',
    },
    {
      says: 'mail system error returned mail',
      sample: 'Mail System Error - Returned Mail',
      source: 'Domino',
      sure: true,
    },
  ],
} as const satisfies ReasonRule;
