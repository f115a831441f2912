/** What people paste and say in the contract. The bounces are exact, so that no change of a weight moves them. */
export const texts = {
  defers:
    'Domain example.com has exceeded the max defers and failures per hour (5/5 (100%)) allowed. Message discarded.',
  /** The same of a domain that is ann's own, whose live numbers she sees beside it. */
  annsDefers:
    'Domain gardens.example has exceeded the max defers and failures per hour (5/5 (100%)) allowed. Message discarded.',
  full: 'SMTP error from remote mail server after end of data: 552 5.2.2 Mailbox full, quota exceeded',
  unknown:
    'This message was created automatically by mail delivery software.\n  bert@example.org\n    host mx.example.org [203.0.113.77]\n    SMTP error from remote mail server after RCPT TO:<bert@example.org>:\n    550 5.1.1 <bert@example.org>: Recipient address rejected: User unknown in virtual mailbox table',
  smallTalk: 'lunch anyone?',
  greeting: 'hello',
  thanks: 'thank you very much',
} as const;

export const titles = {
  defers: /max defers and failures/i,
  full: /mailbox/i,
} as const;

/** An article and its first words, for staff. */
export const article = { slug: 'max-defers-failures', title: titles.defers } as const;
