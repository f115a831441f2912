import type { ReasonRule } from '../reason.ts';

/** CPanel max emails per hour for the domain. */
export const sendingLimit = {
  reason: 'sending-limit',
  kind: 'bounce',
  actor: 'sender',
  life: 'temporary',
  decidingCodes: ['5.1.90', '5.7.232', '5.7.233'],
  hintCodes: ['5.4.5'],
  phrases: [
    {
      says: '(exceed*|surpass*|over|went over|gone over|hit|reached|passed|above|past|reach|crossed) (the |my |its |their |our |a |) (max |maximum |max number of |maximum number of |limit of |) (email|emails|mails|messages|mail) (allowed |sent |limit |) (per|an|in an|each|every|/|a) (hour|hr)',
      sample:
        'Domain example.com has exceeded the max emails per hour (123/100 (123%)) allowed. Message will be reattempted later',
      source: 'cPanel Exim',
    },
    {
      says: '(max|maximum) (number of |) (emails|email|mails|messages) (per|an|each|a) (hour|hr) (#|host!|allowed|exceed*|limit)',
      sample: 'max emails per hour (123/100 (123%)) allowed',
      source: 'cPanel Exim',
    },
    {
      says: 'domain .. (max|maximum|exceed*) .. (emails|email|mails|messages) per (hour|hr)',
      sample:
        'Domain example.com has exceeded the max emails per hour (3/-1 (-300%)) allowed. Message discarded.',
      source: 'cPanel Exim',
    },
    {
      says: '(emails|email) per hour .. allowed',
      sample: 'emails per hour (123/100 (123%)) allowed. Message discarded. 550',
      source: 'cPanel Exim',
    },
    {
      says: '(hourly|per hour) (email|sending|mail|outgoing|outgoing email) (limit|quota|relay limit) .. (domain|account|exceed*|reached)',
      sample: '550 hourly email limit for your domain exceeded',
      source: 'many hosts',
    },
    {
      says: '(account|user|domain|mailbox|username|you) .. (exceed*|reached|hit) .. (hourly|per hour|an hour|daily|outgoing|relay|per day) (email |mail |message |sending |smtp |) (limit|quota|relay|relays|messages|emails|limits|maximum|rate)',
      sample: '550 Your account has exceeded the hourly limit of outgoing mail',
      source: 'many hosts',
    },
    { says: 'relay quota (exceeded|reached)', sample: '550 5.7.1 relay quota exceeded', source: 'GoDaddy' },
    {
      says: '(daily|hourly|smtp) (smtp |) relay (limit|quota)',
      sample: '554 daily relay limit of 250 exceeded: daily smtp relay limit',
      source: 'GoDaddy',
    },
    {
      says: 'this user (has |) (exceeded|reached) .. (messages|relays)',
      sample: '550 this user has exceeded its 24-hour quota of messages',
      source: 'GoDaddy',
    },
    {
      says: '(hourly|daily|per hour|per day|monthly|24 hour|per user|user|24 hours) (user |smtp |email |account |) (sending |send |outgoing |outbound |relay |submission |mailing ) (limit|quota|rate|maximum)',
      sample:
        '550 5.4.5 Daily user sending limit exceeded. https://support.google.com/mail/?p=UsersendLimitExceeded',
      source: 'Gmail',
    },
    {
      says: '(daily|hourly) sending (limit|quota)',
      sample: '550 5.4.5 Daily sending quota exceeded',
      source: 'Gmail',
    },
    {
      says: '.usersendlimitexceeded',
      sample: '550 5.4.5 https://support.google.com/mail/?p=UsersendLimitExceeded a1',
      source: 'Gmail',
    },
    {
      says: '(sending|send|outgoing|submission|outbound|mailing|sender|envoi|sent) (mail |message |email |) (limit|limits|quota|quotas) (has been |is |was |have been |) (exceed*|reached|hit)',
      sample: '550 Send quota exceeded',
      source: 'T-Online',
    },
    {
      says: '(reached|exceeded|hit|over) a limit for sending',
      sample: 'You have reached a limit for sending mail. Your message was not sent.',
      source: 'Gmail',
    },
    {
      says: '(exceed*|reached|over|surpass*|hit) (the |your |its |their |a |) (daily |hourly |) (sending|send|outgoing|outbound|submission|mailing|smtp relay|relay) (limit*|message limit*|quota|quotas|mail limit)',
      sample: '554 5.7.1 you exceeded your sending limits',
    },
    {
      says: 'submission quota exceeded',
      sample: '554 5.2.0 STOREDRV.Submission.Exception:SubmissionQuotaExceededException',
      source: 'Microsoft 365',
    },
    {
      says: '(reached|exceeded|exceed|over) (your|the) daily limit (for|of)',
      sample:
        "550 5.1.90 Your message can't be sent because you've reached your daily limit for message recipients",
      source: 'Microsoft 365',
    },
    { says: 'recipient rate limit', sample: '550 5.1.90 recipient rate limit', source: 'Microsoft 365' },
    {
      says: 'daily message quota exceeded',
      sample: '454 Throttling failure: Daily message quota exceeded.',
      source: 'Amazon SES',
    },
    {
      says: '(you|account|user|your account) .. (sent|sending) (too|to) many (messages|emails|mails|recipients)',
      sample: '450 Your sending quota is exceeded, you sent too many messages in the last hour',
    },
    {
      says: '(account|you have|user|you|mailbox) .. (exceed*|reached) .. (number of emails|number of mails|number of messages|number of recipients|messages|emails|mails) .. (per hour|per day|hour|day|24 hours)',
      sample: '550 You have exceeded the number of messages per day',
    },
    {
      says: '(exceed*|reached) your (hourly|daily|outgoing|sending|monthly|mail|email) (sending |email |message |mail |) (limit|quota)',
      sample: '550 You have exceeded your outgoing quota',
    },
    { says: 'sender .. (quota|limit) .. exceeded', sample: '550 sender hourly quota exceeded' },
    {
      says: '(outgoing|outbound|sending) (message|mail|email) limit',
      sample: '450 outgoing message limit per hour reached for bob@example.com',
    },
    {
      says: 'exceeded # (smtp |) (relays|messages|emails|mails|recipients) per (day|hour)',
      sample: '550 5.7.1 Your account exceeded 250 SMTP relays per day',
      source: 'GoDaddy',
    },
    {
      says: 'smtp relays per (day|hour)',
      sample: '550 5.7.1 Your account exceeded 250 SMTP relays per day',
      source: 'GoDaddy',
    },
    {
      says: '(hourly|daily|per hour|per day|quota per hour)',
      sample: 'i can\'t send: "550 hourly limit reached for your account (200)"',
      weak: true,
    },
    {
      says: '(hourly|daily|monthly) (limit|quota) (reached|exceeded|hit|has been)',
      sample: 'i can\'t send: "550 hourly limit reached for your account (200)"',
    },
    {
      says: '(too many|too much) (mails|messages|emails) from (this|your|that) (account|user|mailbox|sender)',
      sample: '550 too many mails from this account today, sending limit 500',
    },
    { says: 'sending limit', sample: '550 too many mails from this account today, sending limit 500' },
    {
      says: '(limit|quota|maximum) of # (outgoing |) (mails|messages|emails|recipients) (a|per|each) (day|hour)',
      sample: '550 5.7.1 you reached your limit of 300 outgoing mails a day',
    },
    { says: 'mi stc', sample: '550 MI:STC 163 smtp5', source: 'NetEase 163' },
    {
      says: '(recipients|messages|emails|mails|mail) ~ (mailed|sent|you sent|you mailed) (today|this hour|this day|per day|in the last hour|within 24 hours)',
      sample: '550 MI:STC the number of recipients you mailed today is over the limit of this account',
      source: 'NetEase 163',
    },
    {
      says: 'over the limit of (this|your|the) (account|user|mailbox|domain)',
      sample: '550 the number of recipients you mailed today is over the limit of this account',
      source: 'NetEase 163',
    },
    {
      says: '(maximum|max|daily|hourly) sending (rate|quota|limit) (is |was |has been |) (exceeded|reached|hit)',
      sample: '454 Throttling failure: Maximum sending rate exceeded.',
      source: 'Amazon SES',
      sure: true,
    },
    {
      says: '(ratelimit|rate limit) ~ (user|username|authenticated|auth|sasl user|sender|account) ~ exceeded',
      sample: 'message sending failed: 4.7.1 Ratelimit "user" exceeded (451)',
      source: 'rspamd',
    },
    {
      says: '(max|maximum|limit of|limit is|only|up to) # (requests|messages|emails|mails|recipients|mail) (per|an|a|each|every) (hour|day|minute)',
      sample: '450 4.7.1 <bob@example.com>: Sender address rejected: sorry, max 50 requests per hour',
      source: 'Postfix',
    },
    {
      says: '(limit|quota|maximum) (on|for|of) (the |) (number of |) (allowed |permitted |) (outgoing|outbound|sent) (messages|emails|mails|mail) (was |is |has been |) (exceeded|reached|hit)',
      sample:
        '5.7.0 Your message could not be sent. The limit on the number of allowed outgoing messages was exceeded. Try again later.',
      source: 'Plesk',
    },
    {
      says: '(allowed|permitted|number of|limit of) (outgoing|outbound) (messages|emails|mails|mail)',
      sample:
        '5.7.0 Your message could not be sent. The limit on the number of allowed outgoing messages was exceeded.',
      source: 'Plesk',
    },
    {
      says: '(reached|exceeded|exceed|hit|used up|exhausted) (your|the|its) (daily |hourly |monthly |) (message|messaging|email|mail|sending|recipient|outgoing) (limit|quota|allowance)',
      sample: 'bob@example.com You (bob) have reached your message limit.',
    },
    {
      says: '(exceeded|exceed|reached|hit|used) (your|its|the|their) (daily|hourly|monthly|weekly) (sending |message |) (limit|quota|allowance) for (sending|external|outgoing|email|mail|messages|recipients)',
      sample:
        "550 5.7.233 Your message can't be sent because your tenant has exceeded its daily limit for sending email to external recipients",
      source: 'Microsoft 365',
    },
    {
      says: 'maximum sending rate',
      sample: '454 Throttling failure: Maximum sending rate exceeded.',
      source: 'Amazon SES',
    },
    {
      says: 'outgoing (messages|mails|emails|mail|email) (per hour |) (limit |) exceeded',
      sample: '550 5.7.1 outgoing messages per hour exceeded',
      source: 'Plesk',
    },
    {
      says: '(mail|email|message) (send|sending) limit (exceeded|reached)',
      sample: '450 4.7.1 Sender address rejected: Mail send limit exceeded',
      source: 'IONOS',
      sure: true,
    },
    {
      says: 'policy rejection quota exceeded',
      sample: '554 5.7.1 <bob@example.com>: Sender address rejected: Policy Rejection- Quota Exceeded',
      source: 'policyd',
      sure: true,
    },
    {
      says: '(mail|message|sending|recipient|hourly|daily) quota (of # (messages|mails|emails|recipients) |) .. (hour|hours|day|24) .. (exceeded|reached)',
      sample:
        '550 5.7.1 Mail quota of 500 messages in 24 hours exceeded for authenticated user bob@example.com',
      source: 'Hetzner',
      sure: true,
    },
    {
      says: 'limite (d envoi|denvoi) (atteinte|depassee)',
      sample:
        "550 5.7.1 Limite d'envoi atteinte : votre adresse ne peut plus envoyer de messages pendant 24 h",
      source: 'Infomaniak',
      sure: true,
    },
    {
      says: 'rate limit (reached|exceeded) for this sender',
      sample: '450 4.7.1 rate limit reached for this sender',
      source: 'SOGo',
      sure: true,
    },
  ],
} as const satisfies ReasonRule;
