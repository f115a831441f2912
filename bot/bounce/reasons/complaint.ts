import type { ReasonRule } from '../reason.ts';

/** ARF feedback report: a reader pressed Spam. */
export const complaint = {
  reason: 'complaint',
  kind: 'notice',
  actor: 'sender',
  life: 'none',
  phrases: [
    {
      says: 'feedback type (abuse|fraud|virus|other|not spam|opt out|complaint)',
      sample: 'Feedback-Type: abuse User-Agent: SomeGenerator/1.0 Version: 0.1',
      source: 'RFC 5965',
    },
    {
      says: '(this is an|an) email abuse report',
      sample:
        'This is an email abuse report for an email message received from IP 192.0.2.1 on Thu, 8 Mar 2005 14:00:00 EDT.',
      source: 'RFC 5965',
    },
    {
      says: 'abuse report (for|from|about|received|on) .. (message|email|ip|mail|host!)',
      sample: 'This is an abuse report for an email message from 192.0.2.1',
      source: 'RFC 5965',
    },
    {
      says: '(complaint|feedback loop|feedback report|fbl|jmrp|scomp) .. (received|report|notification|message|from|user|recipient|marked|about|for|spam)',
      sample: 'This is a Feedback Loop report for a message marked as spam',
    },
    {
      says: '(user|recipient|reader|subscriber|they|customer|member) .. (marked|reported|flagged|clicked) .. (spam|junk|unwanted|abuse)',
      sample: 'A user marked this message as spam (feedback loop)',
    },
    {
      says: '(marked|reported|flagged) (this |your |the |) (message|email|mail|it) as (spam|junk|abuse|unwanted)',
      sample: 'Complaint: the recipient reported this message as spam',
    },
    {
      says: '(spam|abuse) (complaint|complaints|report|feedback) (received|for|from|about|notification|regarding)',
      sample: 'Spam complaint received for your message',
    },
    {
      says: 'message feedback report',
      sample: 'Content-Type: multipart/report; report-type=feedback-report message/feedback-report',
      source: 'RFC 5965',
    },
    {
      says: 'report type feedback report',
      sample: 'Content-Type: multipart/report; report-type=feedback-report',
      source: 'RFC 5965',
    },
    { says: 'client tos notification', sample: 'Subject: Client TOS Notification: abuse', source: 'AOL' },
    {
      says: '(email feedback report for ip|feedback report for ip)',
      sample: 'Subject: Email Feedback Report for IP 192.0.2.1',
      source: 'AOL',
    },
    {
      says: 'notification type complaint',
      sample: '"notificationType":"Complaint","complaint":{"complainedRecipients"',
      source: 'Amazon SES',
    },
    {
      says: 'complained recipients',
      sample: '"complainedRecipients":[{"emailAddress":"bob@example.com"}] notificationType Complaint',
      source: 'Amazon SES',
    },
    {
      says: '(hit|pressed|clicked|used|pushed|tapped|clicking|pressing|hitting) .. (spam|junk) (button|link)',
      sample: 'one of your subscribers hit the "This is spam" button on your campaign',
    },
    {
      says: 'event spam',
      sample: '{"event":"spam","email":"bob@example.com","source":"JMRPP"}',
      source: 'Mailjet',
      sure: true,
    },
  ],
} as const satisfies ReasonRule;
