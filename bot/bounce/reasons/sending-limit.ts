import type { ReasonRule } from '../reason.ts';

/** CPanel max emails per hour for the domain. */
export const sendingLimit = {
  reason: 'sending-limit',
  kind: 'bounce',
  actor: 'sender',
  life: 'temporary',
  phrases: [
    { says: '(exceed*|surpass*|over|went over|gone over|hit|reached|passed|above|past|reach|crossed) (the |my |its |their |our |a |) (max |maximum |max number of |maximum number of |limit of |) (email|emails|mails|messages|mail) (allowed |sent |limit |) (per|an|in an|each|every|/|a) (hour|hr)', sample: 'Domain example.com has exceeded the max emails per hour (123/100 (123%)) allowed. Message will be reattempted later', source: 'cPanel Exim' },
    { says: '(max|maximum) (number of |) (emails|email|mails|messages) (per|an|each|a) (hour|hr) (#|host!|allowed|exceed*|limit)', sample: 'max emails per hour (123/100 (123%)) allowed', source: 'cPanel Exim' },
    { says: 'domain .. (max|maximum|exceed*) .. (emails|email|mails|messages) per (hour|hr)', sample: 'Domain example.com has exceeded the max emails per hour (3/-1 (-300%)) allowed. Message discarded.', source: 'cPanel Exim' },
    { says: '(emails|email) per hour .. allowed', sample: 'emails per hour (123/100 (123%)) allowed. Message discarded. 550', source: 'cPanel Exim' },
    { says: '(hourly|per hour) (email|sending|mail|outgoing|outgoing email) (limit|quota|relay limit) .. (domain|account|exceed*|reached)', sample: '550 hourly email limit for your domain exceeded', source: 'many hosts' },
    { says: '(account|user|domain|mailbox|username|you) .. (exceed*|reached|hit) .. (hourly|per hour|an hour|daily|outgoing|relay|per day) (email |mail |message |sending |smtp |) (limit|quota|relay|relays|messages|emails|limits|maximum|rate)', sample: '550 Your account has exceeded the hourly limit of outgoing mail', source: 'many hosts' },
    { says: 'relay quota (exceeded|reached)', sample: '550 5.7.1 relay quota exceeded', source: 'GoDaddy' },
    { says: '(daily|hourly|smtp) (smtp |) relay (limit|quota)', sample: '554 daily relay limit of 250 exceeded: daily smtp relay limit', source: 'GoDaddy' },
    { says: 'this user (has |) (exceeded|reached) .. (messages|relays)', sample: '550 this user has exceeded its 24-hour quota of messages', source: 'GoDaddy' },
  ],
} as const satisfies ReasonRule;
