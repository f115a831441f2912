import type { ReasonRule } from '../reason.ts';

/** CPanel max defers and failures per hour; the block lifts as the hour rolls on, the discarded message must be sent again. */
export const deferFailLimit = {
  reason: 'defer-fail-limit',
  kind: 'bounce',
  actor: 'sender',
  life: 'temporary',
  phrases: [
    {
      says: '(exceed*|surpass*|over|went over|gone over|hit|reached|passed|above|past|reach|violat*|breached|crossed) .. (defer*|deferr*|deferral*) (and|&|or|/|n|plus|) (fail*|failures|failiures|failed)',
      sample:
        'Domain example.com has exceeded the max defers and failures per hour (5/5 (100%)) allowed. Message discarded.',
      source: 'cPanel Exim',
    },
    {
      says: '(exceed*|surpass*|over|went over|hit|reached|above|passed) .. (fail*) (and|&|or|/|n|) (defer*|deferr*)',
      sample: 'Domain example.com has exceeded the max failures and defers per hour allowed',
      source: 'cPanel Exim',
    },
    {
      says: '(max|maximum|maximun|maxmium) (number of |) (defers|defer|deferrals|deferred|deferral) (and|&|or|/|n|) (fail*)',
      sample: 'example.com max defers and failures per hour (5/5 (100%))',
      source: 'cPanel Exim',
    },
    {
      says: '(defers|defer|deferrals|deferred) (and|&|or|/|n|) (fail*) per (hour|hr) .. (exceed*|allowed|discarded|reached|limit|over)',
      sample: 'defers and failures per hour (5/5 (100%)) allowed. Message discarded.',
      source: 'cPanel Exim',
    },
    {
      says: 'domain .. (defers|deferrals) and fail* per hour',
      sample: 'Domain example.com: max defers and failures per hour (5/5 (100%)) allowed',
      source: 'cPanel Exim',
    },
  ],
} as const satisfies ReasonRule;
