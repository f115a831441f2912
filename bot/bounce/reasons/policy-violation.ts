import type { ReasonRule } from '../reason.ts';

/** An unnamed receiver policy. */
export const policyViolation = {
  reason: 'policy-violation',
  kind: 'bounce',
  actor: 'recipient',
  life: 'permanent',
  decidingCodes: ['5.7.520', '5.7.703'],
  hintCodes: ['5.7.3', '5.7.7', '5.7.17', '5.7.18', '5.7.508'],
  vague: true,
  phrases: [
    {
      says: '(local|security|site|company|corporate|organizational|server|email|mail|message|content|system|administrative|our|recipient|domain|receiver|receiving|isp|delivery|acceptable use|usage|internal|smtp|access|sending|this sites|gateway|ip|sender|use|network|email security|admin|spam) (policy|policies|policy violation|policy reasons|policy reason)',
      sample: '554 5.7.1 Message rejected due to local policy',
    },
    {
      says: '(policy|policies) (reasons|reason|violation|violations|rejection|reject*|restriction|restrictions|rule|rules|prohibit*|denied|refused|not|does|has|filter*|block*|deny|match|error|related|enforcement|violated|of|problem)',
      sample: '554 5.7.1 Message not accepted for policy reasons',
      source: 'Yahoo',
    },
    {
      says: 'message not accepted for policy reasons',
      sample:
        '554 Message not accepted for policy reasons. See http://postmaster.yahoo.com/errors/postmaster-28.html',
      source: 'Yahoo',
    },
    {
      says: '(violat*|against|per|due to|by|breach of|contrary to|because of|under|for|matches|triggered|according to) (a |an |the |our |their |its |site |local |) (policy|policies|message policy|content policy|security policy|company policy|mail policy|email policy|policy rule)',
      sample: '550 rejected by policy',
    },
    {
      says: 'administratively (prohibited|denied|blocked|refused|rejected)',
      sample: '550 administratively denied',
    },
    {
      says: 'administrator (policy|rule|has|blocked|denied|prohibit*)',
      sample: '550 blocked by administrator rule',
    },
    {
      says: '(custom|mail flow|transport|organization|organizations|exchange|compliance|dlp|tenant|inbound|mailflow) (rule|rules|mail flow rule|policy|transport rule)',
      sample: '550 5.7.1 TRANSPORT.RULES.RejectMessage; the message was rejected by organization policy',
      source: 'Exchange',
    },
    {
      says: 'transport rules reject message',
      sample: '550 5.7.1 TRANSPORT.RULES.RejectMessage; the message was rejected by organization policy',
      source: 'Exchange',
    },
    {
      says: 'rejected by organization policy',
      sample: '550 5.7.1 TRANSPORT.RULES.RejectMessage; the message was rejected by organization policy',
      source: 'Exchange',
    },
    {
      says: 'rejected by (the |this |our |) (header|body|filter|acl|rule|rules|administrator|system|milter|server|recipient server|destination|remote server|filters|mail server|host|recipient domain|access rule|access rules|access list|admin|network)',
      sample: '550 rejected by filter',
    },
    {
      says: '(rejected|refused|denied) (because|since|as|for) (it |) (violates|violate|of|not|policy|security)',
      sample: '550 refused because of policy',
    },
    { says: 'milter (reject|rejected|reject*)', sample: '554 milter rejected' },
    { says: '(access|permission) (is |) denied', sample: '554 5.7.1 Access denied', weak: true },
    {
      says: '(message|mail|email|content|delivery|mail transaction) (is |was |has been |been |) (rejected|refused|denied|blocked|declined|not allowed|not permitted|not authorized|prohibited|forbidden|discarded|reject)',
      sample: '554 5.7.1 Message rejected',
      weak: true,
    },
    {
      says: '(rejected|blocked|refused|forbidden|prohibited|denied|declined|disallowed|unauthorized)',
      sample: '550 5.7.1 rejected',
      weak: true,
    },
    {
      says: 'not (allowed|permitted|authorized|acceptable|approved)',
      sample: '550 5.7.1 not allowed',
      weak: true,
    },
    {
      says: '(security|policy|restriction|restrictions|restricted|unacceptable)',
      sample: '550 5.7.1 security',
      weak: true,
    },
    {
      says: 'command rejected',
      sample: '554 5.7.1 <DATA>: Data command rejected',
      source: 'Postfix',
      weak: true,
    },
    { says: 'sender and recipient', sample: '550 sender and recipient pair refused', weak: true },
    {
      says: '(not permitted|not allowed|blocked|rejected|refused) by (the |your |our |their |local |) (administrator|admin|policy|postmaster|security|firewall|compliance|sysadmin|owner|mailguard)',
      sample: '550 blocked by administrator',
    },
    { says: 'aup ~ (violation|policy|1|0|i)', sample: '554 AUP violation' },
    {
      says: '(acceptable use|terms of service|terms of use)',
      sample: '550 see our acceptable use guidelines',
    },
    {
      says: '(transport|rule|rules) .. (reject message|rejectmessage)',
      sample: '550 transport rule rejectmessage',
      source: 'Exchange',
    },
    { says: '(encryption|encrypted) .. (policy|required)', sample: '550 encrypted by policy required' },
    { says: '(data loss|dlp|confidential|sensitive)', sample: '550 data loss prevention' },
    {
      says: '(richtlinie|richtlinien|policy|politique|politica|politicas|polityka|politiken|beleid|политик*) .. (abgelehnt|verletzt|verstosst|rejete|refuse|rechazado|violada|rifiutato|rejeitada|odrzucono|geweigerd|безопасности|blockiert|violazione|violacion|violation|verstoss)',
      sample: '554 Richtlinien verletzt',
      source: 'German servers',
    },
    {
      says: '(sicherheitsrichtlinie*|unternehmensrichtlinie*)',
      sample: '554 Sicherheitsrichtlinien',
      source: 'German servers',
    },
    {
      says: '(abgelehnt|zuruckgewiesen|verweigert|refuse|rejete|rechazado|rechazada|rifiutato|rejeitado|rejeitada|odrzucono|odrzucona|geweigerd|отклонено|отклонен|отвергнуто|拒绝|拒否|被拒绝|차단|거부|reddedildi|afvist|avvisad|odmitnuto)',
      sample: '554 Nachricht abgelehnt',
      source: 'German servers',
      weak: true,
    },
    {
      says: 'administrative prohibition',
      sample: '550 Administrative prohibition',
      source: 'Exim, Mimecast',
    },
    {
      says: 'envelope (blocked|rejected)',
      sample:
        '550 Administrative prohibition - envelope blocked - https://community.mimecast.com/docs/DOC-1369#550',
      source: 'Mimecast',
    },
    {
      says: 'delivery not authorized (message refused|)',
      sample: '550 5.7.1 Delivery not authorized, message refused',
      source: 'RFC 3463',
    },
    { says: 'command rejected by .. (rule|policy)', sample: '550 5.7.1 Command rejected by local rule' },
    {
      says: '(ph01|ph02|ph03)',
      sample: '554 Message not allowed - [PH01] Email not accepted for policy reasons.',
      source: 'Yahoo',
    },
    {
      says: '(verstoss|verstosst) gegen .. (richtlinie*|policy)',
      sample: '550 5.7.0 Verstoß gegen die Richtlinien des Empfängers',
      source: 'German servers',
    },
    {
      says: '(richtlinie|richtlinien) (des|der|vom) (empfangers|empfaengers|servers)',
      sample: '550 5.7.0 Verstoß gegen die Richtlinien des Empfängers',
      source: 'German servers',
    },
    {
      says: '(service|access|delivery|transaction) (was |is |) (refused|refuse|verweigert|rechazado|rifiutato)',
      sample: '550 5.5.0 Service refuse. service refused, please try later. LPN007_510',
      source: 'La Poste',
    },
    {
      says: 'aup cxsndr',
      sample: '550 <bob@example.com> message rejected. AUP#CXSNDR',
      source: 'Cox',
      sure: true,
    },
    {
      says: '(legitimate|genuine|real) (bounces|bounce messages|dsns) are never',
      sample: '550 Legitimate bounces are never sent to more than one recipient.',
    },
    {
      says: 'rejected per (policy|our policy|local policy|security policy)',
      sample: '550 Email rejected per policy',
      source: 'Mimecast',
    },
    {
      says: 'permanent failure for one or more recipients .. blocked',
      sample: '550 permanent failure for one or more recipients (bob@example.com:blocked)',
      source: 'Barracuda',
    },
    {
      says: 'will not accept delivery of (this|your) message',
      sample: '521 5.2.1 AOL will not accept delivery of this message.',
      source: 'AOL',
      sure: true,
    },
    {
      says: 'does not meet .. (delivery|sending|acceptance) requirements',
      sample: '554 5.7.1 The message does not meet our delivery requirements',
      source: 'typed',
      sure: true,
    },
  ],
} as const satisfies ReasonRule;
