import type { ReasonRule } from '../reason.ts';

/** Retry time used up; look at the last temporary error. */
export const deliveryExpired = {
  reason: 'delivery-expired',
  kind: 'bounce',
  actor: 'sender',
  life: 'permanent',
  hintCodes: ['4.4.7', '5.4.7', '5.4.300', '4.4.300'],
  outer: true,
  phrases: [
    {
      says: 'retry (timeout|time) (exceeded|not reached|out)',
      sample: 'bob@example.com: retry timeout exceeded',
      source: 'Exim',
    },
    {
      says: 'retry time not reached for any host',
      sample: 'retry time not reached for any host after a long failure period',
      source: 'Exim',
    },
    {
      says: '(long|a long) failure period',
      sample: 'retry time not reached for any host after a long failure period',
      source: 'Exim',
    },
    {
      says: '(message|mail|queue|delivery|delivery time|email|time|msg|it|deliver time) (has |was |is |) (expired|expire)',
      sample: '550 4.4.7 QUEUE.Expired; message expired',
      source: 'Exchange',
    },
    { says: 'queue expired', sample: '#550 4.4.7 QUEUE.Expired; message expired ##', source: 'Exchange' },
    { says: 'delivery (time |) expired', sample: '5.4.7 Delivery time expired', source: 'RFC 3463' },
    {
      says: '(ive |) (been in the queue|in the queue|in queue|in our queue|on our queue|been on the queue|on the queue|queued|been queued|been waiting) .. (too long|for too long|long|days|hours)',
      sample: "I'm not going to try again; this message has been in the queue too long.",
      source: 'qmail',
    },
    {
      says: 'message (has been|was) in the queue too long',
      sample: 'this message has been in the queue too long. (#4.4.7)',
      source: 'qmail',
    },
    {
      says: '(could not|couldnt|cannot|unable to|not|wasnt|not been|failed to) (be |been |) (deliver*|send|sent) .. (for|in|after|within|during|past) (the |last |past |) (#|several|many|few|five|four|three|two|more|too) .. (hours|days|hour|day|attempts|tries|minutes|times|week)',
      sample: 'Message could not be delivered for 5 days. Message will be deleted from queue',
      source: 'Sendmail',
    },
    {
      says: '(message could not be delivered for|could not be delivered for) # (days|hours)',
      sample: '554 5.0.0 Message could not be delivered for 5 days',
      source: 'Sendmail',
    },
    {
      says: '(message |) will be deleted from (the |) queue',
      sample: 'Message could not be delivered for 5 days. Message will be deleted from queue',
      source: 'Sendmail',
    },
    {
      says: '(message|delivery|email|mail) (delivery |) (timed out|timeout|time out|timed-out)',
      sample: '554 5.4.7 delivery timed out',
    },
    {
      says: '(maximum|max) (retries|retry|attempts|number of retries|delivery attempts|retry attempts|number of attempts|queue time|queue lifetime|retry time|age)',
      sample: '550 maximum retries exceeded',
    },
    {
      says: '(retry|retries|delivery) (limit|period|attempts|time|window|interval) .. (exceeded|exhausted|expired|ended|failed|reached)',
      sample: '550 retry limit exceeded',
    },
    { says: '(message|mail) (too old|is too old|aged out|lifetime exceeded)', sample: '550 message too old' },
    {
      says: 'all (attempts|retries|delivery attempts) .. (failed|exhausted|to deliver)',
      sample: 'all attempts to deliver failed 550',
    },
    {
      says: '(exhausted|after) (all |) (retries|# attempts|multiple attempts|repeated attempts|several attempts|# tries|many attempts|multiple retries|# delivery attempts)',
      sample: '550 delivery failed after 10 attempts',
    },
    {
      says: '(will|server will|we will|gmail will) (continue|keep|retry) (to try|trying|retrying|to retry|for|attempt*)',
      sample: '4.4.7 Delivery delayed: the server will keep trying',
      weak: true,
    },
    {
      says: '(delivery|message|mail) .. (delayed|delay|not yet|still being retried)',
      sample: '450 4.4.7 Message delivery has been delayed',
      weak: true,
    },
    {
      says: '(abgelaufen|zeituberschreitung|zeitueberschreitung)',
      sample: '4.4.7 Zustellung abgelaufen',
      source: 'German servers',
    },
    {
      says: '(expirado|expirada|expire|scaduto|scaduta|wygasla|verlopen|caducado|delai depasse|истек|истекло|过期|超时未送达|期限切れ)',
      sample: '4.4.7 mensaje expirado',
      source: 'Spanish servers',
    },
    {
      says: '(im |) not going to try again',
      sample: "I'm not going to try again; this message has been in the queue too long.",
      source: 'qmail',
    },
    {
      says: '(all hosts|hosts) .. (have been failing|failing) for a long time',
      sample:
        "all hosts for 'example.com' have been failing for a long time and were last tried after this message arrived",
      source: 'Exim',
    },
    {
      says: '(retried|tried|retrying|trying) for (#|several|many|over|more than) .. (hours|days)',
      sample: 'Too old: message was retried for 8 hours and expired. Status: failed',
      source: 'Mailgun',
    },
    {
      says: '(after|for) # (hours|days) of (retrying|trying|attempts|retries)',
      sample: 'Delivery failed after 72 hours of retrying 550',
    },
    {
      says: '(unable to|could not|cannot|couldnt|failed to) deliver .. (after|for|in|within) # (days|hours)',
      sample: 'Reason: unable to deliver this message after 5 days',
      source: 'Sun Internet Mail Server',
    },
    {
      says: '(delivery |) (abandoned|given up|stopped) after # (days|hours|attempts)',
      sample: 'Delivery abandoned after 5 days',
    },
    {
      says: '(exceed*|reached|past|over|beyond) (the |its |) (max|maximum|allowed|allotted) (time|age|queue time|lifetime|retry time|delivery time|time in queue)',
      sample: '554 5.4.7 [internal] exceeded max time without delivery',
      source: 'PowerMTA',
    },
    {
      says: '(in|on) (the|our) (mail |) queue for .. (days|hours)',
      sample: 'Your message was in the queue for 5 days and no attempt succeeded. 451',
    },
    {
      says: '(undeliverable|enqueued|queued|not delivered|could not be delivered|not be delivered) (for|after) (more than |over |) # (days|hours)',
      sample: 'it has been enqueued and undeliverable for 5 days to the following recipients',
      source: 'Sun Internet Mail Server',
    },
    {
      says: '(delivery|retry|queue|message) (time|window|period|interval|lifetime|attempts) (has |have |) (expired|elapsed|passed|ended|exhausted|ran out|run out)',
      sample: 'Reason: unable to deliver this message after 5 days. delivery time expired',
      source: 'Sun Internet Mail Server',
    },
    {
      says: '(within|in) the (allotted|allowed|configured|specified|given|permitted|maximum) (retry |delivery |) (time|window|period|interval)',
      sample: 'Unable to deliver within the allotted retry window, giving up (queued 4d 0h)',
    },
    {
      says: 'has stopped trying',
      sample:
        '550 4.4.7 The server has tried to deliver this message, without success, and has stopped trying.',
      source: 'Exchange',
    },
    {
      says: 'status expired returned to sender',
      sample: 'dsn=4.4.1, status=expired, returned to sender to=<bob@example.com>',
      source: 'Postfix',
      sure: true,
    },
  ],
} as const satisfies ReasonRule;
