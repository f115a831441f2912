import type { ReasonRule } from '../reason.ts';

/** The domain publishes a null MX or its server takes no mail (5.7.27: the SENDER domain has the null MX). */
export const notAcceptingMail = {
  reason: 'not-accepting-mail',
  kind: 'bounce',
  actor: 'recipient',
  life: 'permanent',
  decidingCodes: ['5.7.27'],
  hintCodes: ['5.1.10', '5.3.2'],
  replyCodes: ['521', '556'],
  phrases: [
    {
      says: '(does not|doesnt|do not|not|will not|wont|never|cannot|no longer) (accept|accepting|receive|receiving|accepts|receives|handle) (any |) (mail|email|messages|incoming mail|incoming email|emails|inbound mail|inbound email|smtp mail)',
      sample: '521 5.3.2 mail.example.com does not accept mail',
      source: 'RFC 7504',
    },
    {
      says: 'domain .. (does not|doesnt|do not|no longer) (accept*|receive*) (any |) (mail|email)',
      sample: '556 5.1.10 Domain example.com does not accept mail (nullMX)',
      source: 'RFC 7505',
    },
    { says: 'null mx', sample: '550 5.7.27 Sender address has null MX', source: 'RFC 7505' },
    {
      says: '(recipient|sender) (address |) has (a |) null mx',
      sample: '556 5.1.10 Recipient address has null MX',
      source: 'RFC 7505',
    },
    { says: 'host does not accept mail', sample: '521 5.3.2 Host does not accept mail', source: 'RFC 7504' },
    {
      says: 'system not accepting (network |) messages',
      sample: '550 5.3.2 System not accepting network messages',
      source: 'RFC 3463',
    },
    {
      says: '(not|stopped|isnt) (currently |) accepting (network |) (messages|mail|email)',
      sample: '453 4.3.2 You have reached a host that is not accepting mail',
    },
    { says: 'no smtp service (here|)', sample: '521 no SMTP service here', source: 'RFC 1846' },
    { says: 'no mail (service|server) (here|at this|on this)', sample: '554 No mail service here' },
    { says: '(no |) mail (is |) accepted (here|on this)', sample: '554 no mail accepted here' },
    {
      says: '(this|the) (server|host|machine|address|mailbox|domain) (does not|doesnt|is not able to|cannot|is unable to) (receive|accept) (mail|email|messages|incoming)',
      sample: '550 This server does not accept mail',
    },
    {
      says: '(unmonitored|unattended|no reply|noreply) (mailbox|address)',
      sample: '550 this is an unmonitored mailbox',
    },
    {
      says: 'is (a |) (send only|no reply|noreply|outbound only)',
      sample: '550 bob@example.com is a send-only address',
    },
    { says: 'mx .. (is|points to) (a dot|root|null)', sample: '556 the MX points to null' },
    {
      says: 'keine (emails|mails|nachrichten) (an|empfangen|angenommen)',
      sample: '550 Diese Adresse kann keine E-Mails empfangen',
      source: 'German servers',
    },
    {
      says: '(does not|doesnt|do not|not|will not|cannot|no longer) (accept|accepting|receive|receiving|accepts|receives) (any |) (incoming |inbound |) (messages|mails)',
      sample: '550 this mailbox is unattended and does not accept incoming messages',
    },
    {
      says: '(does not|doesnt) accept (mail|email|messages) for any',
      sample: '553 This system does not accept email for any recipient',
    },
    {
      says: '(an |) (mx|mx or srv|srv) record .. no smtp service',
      sample: 'bob@example.com an MX or SRV record indicated no SMTP service',
      source: 'Exim',
    },
    {
      says: '(mailbox|address|inbox|account|email address) (is |) (not|isnt|never) (being |) (monitored|read|attended|checked|watched)',
      sample: '550 This mailbox is not monitored',
    },
    {
      says: '(does not|doesnt|do not|cannot|not|will not|wont) accept* (replies|reply|responses|answers|inbound|incoming)',
      sample: '550 this server does not accept replies',
    },
    {
      says: '(nullmx|null mx)',
      sample: 'bob@example.com: Domain example.com does not accept mail (nullMX)',
      source: 'Postfix',
    },
  ],
} as const satisfies ReasonRule;
