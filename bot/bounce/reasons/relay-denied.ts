import type { ReasonRule } from '../reason.ts';

/** That server does not handle that domain. */
export const relayDenied = {
  reason: 'relay-denied',
  kind: 'bounce',
  actor: 'sender',
  life: 'permanent',
  decidingCodes: ['5.7.54'],
  hintCodes: ['5.7.64'],
  phrases: [
    {
      says: 'relay (access |) (denied|not permitted|not allowed|refused|prohibited|forbidden|rejected|restricted|is denied|is not permitted|disallowed|failed|blocked|disabled|is prohibited|is not allowed|unauthorized)',
      sample: '554 5.7.1 <bob@example.com>: Relay access denied',
      source: 'Postfix',
    },
    { says: 'relay not permitted', sample: '550 relay not permitted', source: 'Exim' },
    {
      says: 'relaying (is |) (denied|not permitted|not allowed|refused|prohibited|forbidden|rejected|restricted|blocked|not supported|disallowed|mail|disabled|unauthorized)',
      sample: '550 5.7.1 <bob@example.com>... Relaying denied',
      source: 'Sendmail',
    },
    {
      says: '(unable|not allowed|not permitted|not authorized|unauthorized|refuse|refused|wont|cannot|cant|not willing|refusing|will not|not able|failed|prohibited|do not|dont|can not|not authorised|denied|disallowed|forbidden|not configured) (to |from |) (relay|relaying)',
      sample: '550 5.7.1 Unable to relay',
      source: 'Exchange',
    },
    { says: 'unable to relay', sample: '550 5.7.1 Unable to relay for bob@example.com', source: 'Exchange' },
    {
      says: 'unable to relay recipient in non accepted domain',
      sample: '550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain',
      source: 'Exchange',
    },
    {
      says: '(not|isnt|arent) (an |a |) (open relay|relay|relay server|relay host)',
      sample: '550 we are not an open relay',
    },
    { says: '(no|not|never) (open |) relaying', sample: '550 no relaying here' },
    {
      says: '(isnt|not|is not) in my list of allowed rcpthosts',
      sample: "553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)",
      source: 'qmail',
    },
    {
      says: 'allowed rcpthosts',
      sample: "553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)",
      source: 'qmail',
    },
    {
      says: '(rcpthosts|morercpthosts)',
      sample: "553 sorry, that domain isn't in my list of allowed rcpthosts",
      source: 'qmail',
    },
    {
      says: '(mail |) (for|to) (this |that |your |recipient |) (domain|host!|host) .. (not|isnt) (handled|accepted|hosted|served|delivered|local|configured|allowed|relayed) (here|by|on|at)',
      sample: '550 mail for example.com is not accepted here',
    },
    {
      says: '(domain|host) (name |) (is |) (not|isnt) (handled|hosted|served|local|configured|here|accepted|serviced|supported|in my list|allowed|available|authorized|a local) .. (here|server|by|list|system|on|domain|host|us|at)',
      sample: '550 domain is not hosted here',
    },
    {
      says: '(we|i|server|this server|system) (do not|dont|does not|doesnt|not|will not) (handle|host|accept|serve|relay|deliver|service) (mail |messages |email |) (for|to) .. (domain|host!|@|host)',
      sample: '550 we do not accept mail for that domain',
    },
    {
      says: '(not|isnt) (a |one of |an |) (my|our|local|accepted|hosted|permitted|authorized|known) (domain|domains|local domain|host|hosts|hosted)',
      sample: '550 not a local domain',
    },
    {
      says: 'not (a |) local (domain|host|address|recipient)',
      sample: '550 not local host example.com, not a gateway',
      source: 'Merak',
    },
    { says: 'not a gateway', sample: '551 not local host example.com, not a gateway', source: 'Merak' },
    { says: 'we do not relay', sample: '551 we do not relay', source: 'Merak' },
    {
      says: '(non local|nonlocal) (recipient|domain|address|user)',
      sample: '550 non-local recipient refused',
    },
    {
      says: '(local|remote) (domain|delivery) .. (not|only) (served|allowed|relay)',
      sample: '550 local domain only: not allowed here',
    },
    { says: '(third party|3rd party) (relay|mail|relaying)', sample: '550 third-party relay prohibited' },
    { says: '(gateway|relay) (not allowed|denied|not accept|services|access)', sample: '550 relay access' },
    { says: '(550|554) (5.7.1 |) relay', sample: '550 5.7.1 relay' },
    { says: 'authentication required for relay*', sample: '550 5.7.1 Authentication required for relay' },
    { says: '(user|recipient|mailbox) not local .. relay', sample: '551 User not local, we do not relay' },
    { says: 'user not local', sample: '551 User not local, relaying denied' },
    {
      says: 'must (be authenticated|authenticate) to relay',
      sample: '550 5.7.1 must be authenticated to relay',
    },
    {
      says: '(rcpt|recipient|destination) .. (not|isnt) (a |) (permitted|allowed|accepted|authorized) (relay|domain|gateway|host)',
      sample: '550 recipient is not allowed relay',
    },
    {
      says: '(mail|message|email) (for|to) .. (not|never) (be |) (relayed|relay)',
      sample: '550 mail to that domain cannot be relayed: mail to it not relayed',
    },
    { says: 'attempt to relay', sample: '550 attempt to relay rejected' },
    {
      says: 'tenant attribution',
      sample: '550 5.7.64 TenantAttribution; Relay Access Denied',
      source: 'Microsoft 365',
    },
    {
      says: '(our|this) server (does not|doesnt) (provide|offer|allow) .. relay*',
      sample: '550 this server does not allow relaying',
    },
    { says: 'spammer* .. relay', sample: '550 no spammers: relay closed' },
    {
      says: '(kein|keine) (relay|relaying|weiterleitung)',
      sample: '550 kein Relaying erlaubt',
      source: 'German servers',
    },
    {
      says: 'relay .. (nicht erlaubt|verboten|verweigert|non autorise|non consentito|no permitido|nao permitido|niedozwolone|zabroniony|interdit|denegado|negato|negado|refuse)',
      sample: '550 Relay non consentito',
      source: 'Italian servers',
    },
    {
      says: '(реле|релей|ретрансляция) .. (запрещен|запрещена|запрещено)',
      sample: '550 релей запрещен',
      source: 'Russian servers',
    },
    {
      says: '(中继|转发) .. (拒绝|禁止|不允许|被拒)',
      sample: '550 拒绝中继: 中继被拒绝',
      source: 'Chinese servers',
    },
    {
      says: '(リレー|中継) .. (拒否|許可)',
      sample: '550 リレーが拒否されました',
      source: 'Japanese servers',
    },
    {
      says: '(cannot|can not|cant|unable to|wont|will not) deliver (mail|email|messages) (for|to) @',
      sample: '550 I cannot deliver mail for <bob@example.com>',
      source: 'Haraka',
    },
    {
      says: 'delivery is not allowed to this address',
      sample: '550 Delivery is not allowed to this address.',
      source: 'hMailServer',
    },
    {
      says: '(relay|relaying|rcpthosts)',
      sample: '550 relaying to <bob@example.com> prohibited by administrator',
      weak: true,
    },
    {
      says: '(not|arent|isnt) responsible for (the |this |that |) (domain|host|host!)',
      sample: "554 we aren't responsible for the domain example.com",
    },
    {
      says: '(forward path|forward paths) .. (not allowed|denied|rejected|refused|not permitted|prohibited|not accepted)',
      sample: '550 5.7.1 domain of forward-path is not allowed',
    },
    {
      says: '(no|not the|not any) (mail |) (gateway|relay) (for|to)',
      sample: '553 sorry, your mail was administratively denied as this server is no gateway for example.com',
      source: 'qmail',
    },
  ],
} as const satisfies ReasonRule;
