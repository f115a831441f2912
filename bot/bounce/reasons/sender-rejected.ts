import type { ReasonRule } from '../reason.ts';

/** The From/envelope address failed: Sender verify failed, domain not resolvable, sender blocked. */
export const senderRejected = {
  reason: 'sender-rejected',
  kind: 'bounce',
  actor: 'sender',
  life: 'permanent',
  decidingCodes: ['5.7.60'],
  statusCodes: ['5.1.8', '5.1.7', '4.1.8', '4.1.7'],
  hintCodes: ['5.2.252', '5.2.251'],
  phrases: [
    {
      says: 'sender verification (failed|error|unsuccessful|is failed)',
      sample: '550 sender verification failed',
    },
    {
      says: 'verification failed for',
      sample: '550-Verification failed for <bob@example.com> 550-unrouteable address',
      source: 'Exim',
    },
    {
      says: 'could not complete sender verify (callout|)',
      sample: '451 Could not complete sender verify callout',
      source: 'Exim',
    },
    {
      says: '(callout|callback|callback setup) (verification |) (failed|setup failed) (while verifying|)',
      sample: '550-Callback setup failed while verifying <bob@example.com>',
      source: 'Exim',
    },
    {
      says: 'callback setup failed',
      sample: '550-Callback setup failed while verifying <bob@example.com>',
      source: 'Exim',
    },
    {
      says: '(unable to|cannot|could not|cant|couldnt) verify (the |your |) (sender|envelope sender|return path|from address|mail from|sending address)',
      sample: '550 unable to verify sender',
    },
    {
      says: 'sender (address |) (verify|verification)',
      sample: '550 Sender address verification in progress',
      source: 'Postfix',
    },
    {
      says: '(sender|sender address|envelope sender|from address|sending address|return path|mail from|reverse path|originator|senders|sender domain|from) (address |) (is |has been |was |) (rejected|refused|denied|not allowed|not accepted|blocked|forbidden|blacklisted|black listed|prohibited|banned|disallowed|not permitted|unacceptable|not authorized|not authorised)',
      sample: '553 5.1.8 <bob@example.com>: Sender address rejected: Domain not found',
      source: 'Postfix',
    },
    {
      says: 'sender (address |) rejected (domain not found|user unknown|undeliverable|unverified|need fully qualified|access denied|not logged in|not owned)',
      sample: '450 4.1.8 <root@localhost>: Sender address rejected: Domain not found',
      source: 'Postfix',
    },
    {
      says: '(sender|senders|envelope sender|from|mail from|return path) (address |domain |email |email address |domain name |address domain |) .. (does not|doesnt|not|cannot be|can not be|could not be|couldnt be|fails to|did not|must) (exist*|resolve*|resolved|found|verified|valid|validated|resolvable|routable|accept*|deliverable|fully|have)',
      sample: '553 5.1.8 Domain of sender address bob@example.con does not exist',
      source: 'Sendmail',
    },
    {
      says: 'domain of sender (address |) .. (does not|doesnt|not|cannot) (resolve|exist*|found)',
      sample: '451 4.1.8 Domain of sender address bob@example.con does not resolve',
      source: 'Sendmail',
    },
    {
      says: '(invalid|bad|unknown|illegal|unresolvable|unverified|unverifiable|nonexistent|non existent|unroutable|unrouteable|fake|forged|spoofed|unacceptable|undeliverable|unauthorized|disallowed|blacklisted|blocked|malformed|incorrect|disallowed) (sender*|envelope sender|from address|return path|mail from|reverse path|return address|originator)',
      sample: '501 5.1.7 Invalid sender address',
    },
    {
      says: 'bad senders (mailbox |system |) address',
      sample: "553 5.1.7 Bad sender's mailbox address syntax",
      source: 'RFC 3463',
    },
    {
      says: '(your|this|the) (sender|email address|address|from address|mail address|envelope) .. (envelope from|badmailfrom|black list|blacklist)',
      sample: '553 sorry, your envelope sender is in my badmailfrom list (#5.7.1)',
      source: 'qmail',
    },
    {
      says: 'your envelope sender (is in my|has been|is|domain)',
      sample: '553 sorry, your envelope sender is in my badmailfrom list (#5.7.1)',
      source: 'qmail',
    },
    {
      says: '(badmailfrom|bad mail from)',
      sample: '553 sorry, your envelope sender is in my badmailfrom list (#5.7.1)',
      source: 'qmail',
    },
    {
      says: 'your envelope sender domain must exist',
      sample: '553 5.1.8 sorry, your envelope sender domain must exist (#5.7.1)',
      source: 'qmail',
    },
    {
      says: '(send|sent|sending) as (denied|not allowed|permission|another|this)',
      sample: '550 5.7.60 SMTP; Client does not have permissions to send as this sender',
      source: 'Exchange',
    },
    {
      says: '(permission*|allowed|authorized|authorised|right|rights|permitted) to send (as|from|on behalf)',
      sample: '550 5.7.60 SMTP; Client does not have permissions to send as this sender',
      source: 'Exchange',
    },
    {
      says: 'send as denied',
      sample: '554 5.2.0 STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied',
      source: 'Exchange',
    },
    {
      says: '(not|isnt|not allowed to|cannot|must) (own*|owned|use|send) .. (by user|by authenticated|from address|as sender|sender address|from this address|mail from)',
      sample: '553 5.7.1 <bob@example.com>: Sender address rejected: not owned by user alice',
      source: 'Postfix',
    },
    {
      says: 'sender address .. (not owned|not allowed|does not match|doesnt match|must match|mismatch)',
      sample: '553 5.7.1 sender address does not match the authenticated user',
    },
    {
      says: '(from|sender|mail from|envelope from) .. (does not|doesnt|not|must) (match|matching|equal|be the same|correspond) .. (login|authenticated|account|user|username|auth|header|authentication)',
      sample: '550 From address does not match authenticated user',
    },
    {
      says: 'mail from must equal authorized user',
      sample: '553 mail from must equal authorized user',
      source: '163',
    },
    {
      says: '(sender|from) .. (relaying|relayed|spoof*|forged|forgery|impersonat*)',
      sample: '550 sender address forged',
    },
    {
      says: '(mail|email|messages|message) from (@|this sender|this address|your address|you|this domain|your domain|that domain|domain host!|your email) .. (is |are |has been |) (blocked|refused|rejected|not accepted|not allowed|denied|banned|prohibited|blacklisted)',
      sample: '550 Mail from bob@example.com is blocked, sender refused',
    },
    {
      says: '(your|the|this) (sender |email |mail |) (address|domain|sender) .. (has been|is|was) (blocked|blacklisted|banned|black listed|block listed|blocklisted|rejected|refused)',
      sample: '550 your domain has been blacklisted',
    },
    {
      says: '(sender|domain|senders domain) (is |has been |) (blacklisted|blocklisted|black listed|block listed|banned)',
      sample: '550 sender is blacklisted',
    },
    { says: 'sender (domain |) .. (must|should) (exist|resolve)', sample: '550 sender domain must exist' },
    {
      says: 'sender id .. (fail*|not|pra)',
      sample: '550 5.7.1 Sender ID (PRA) Not Permitted',
      source: 'Exchange',
    },
    {
      says: 'sender (id |) (denied|reject*)',
      sample: '550 5.7.1 sender denied',
      source: 'Exchange',
      weak: true,
    },
    {
      says: 'sender filter config',
      sample: "554 5.1.0 Sender denied as sender's email address is on SenderFilterConfig list",
      source: 'Exchange',
    },
    {
      says: 'on sender filter',
      sample: '554 5.1.0 Sender denied, on SenderFilterConfig list',
      source: 'Exchange',
    },
    {
      says: '(dns|mx) .. (for|of) (the |your |) (sender|senders|envelope|from|sender domain|return)',
      sample: '550 no MX for sender domain',
    },
    {
      says: '(sender|your domain|from domain|return path|senders domain|senders|mail from domain|sending domain) .. (no|without|missing|lacks|dont have|does not have|doesnt have|invalid|has no) .. (mx|a record|dns|dns record|a or mx|mx or a)',
      sample: '550 your domain has no valid MX record',
    },
    {
      says: 'no (valid |) (mx|a or mx|dns|a) .. (sender|your domain|from|mail from|envelope)',
      sample: '550 no valid MX for sender domain',
    },
    {
      says: '(sender|from) (address |) (must|should|needs to) be (fully|a|valid|in|real)',
      sample: '504 5.5.2 sender address must be fully qualified',
    },
    {
      says: 'need fully qualified address',
      sample: '504 5.5.2 <root>: Sender address rejected: need fully-qualified address',
      source: 'Postfix',
    },
    {
      says: '(sender|from|return) .. (non fqdn|not fully qualified|not an fqdn)',
      sample: '550 sender not fully qualified',
    },
    {
      says: '(null|empty|blank|no) (sender*|return path|envelope sender|mail from|reverse path|from address)',
      sample: '550 null sender not allowed',
    },
    {
      says: '(spoofed|spoofing|anti spoof|anti spoofing|antispoof*|header based anti spoofing)',
      sample: '550 Rejected by header based Anti-Spoofing policy: bob@example.com',
      source: 'Mimecast',
    },
    {
      says: 'header based anti spoofing policy',
      sample: '550 Rejected by header based Anti-Spoofing policy',
      source: 'Mimecast',
    },
    {
      says: '(internal|local) (sender|domain|address) .. (outside|external|not from|spoof*)',
      sample: '550 local domain from outside',
    },
    {
      says: 'mail from (domain|address|command) .. (invalid|rejected|not allowed|refused|unknown|does not|not exist)',
      sample: '550 MAIL FROM domain does not exist',
    },
    {
      says: '(mail from|sender) .. (in|on) .. (black list|blacklist|block list|blocklist|reject list|deny list|badsenders)',
      sample: '550 sender on our blacklist',
    },
    { says: 'return path .. (invalid|not|does not|unknown)', sample: '550 return path does not exist' },
    {
      says: '(your|sender) .. (address|mailbox) .. (is full|over quota|disabled) .. sender',
      sample: '550 sender mailbox is full: sender refused',
    },
    {
      says: '(we|i) (do not|dont|cannot|will not) accept (mail|email|messages) from (this|your|that|you|addresses|this sender|domain|@)',
      sample: '550 we do not accept mail from your domain',
    },
    { says: '(ehlo|sender) domain .. (sender|invalid)', sample: '550 sender domain invalid' },
    {
      says: 'sender* (domain |) (invalid|not found|unknown|unresolvable)',
      sample: '550 sender domain not found',
    },
    {
      says: '(absenderadresse|absender) .. (abgelehnt|ungultig|ungueltig|nicht|blockiert|gesperrt|unbekannt|existiert)',
      sample: '550 Absenderadresse abgelehnt',
      source: 'German servers',
    },
    {
      says: '(adresse|domaine) .. expediteur .. (refuse|rejete|rejetee|invalide|inconnu|bloque)',
      sample: "550 adresse de l'expéditeur refusée: expediteur rejete",
      source: 'French servers',
    },
    {
      says: '(remitente|direccion del remitente) .. (rechazado|invalido|bloqueado|no existe|no valido|denegado|desconocido)',
      sample: '550 remitente rechazado',
      source: 'Spanish servers',
    },
    {
      says: '(mittente) .. (rifiutato|non valido|bloccato|non esiste|sconosciuto)',
      sample: '550 mittente rifiutato',
      source: 'Italian servers',
    },
    {
      says: '(remetente) .. (rejeitado|invalido|bloqueado|nao existe|recusado|desconhecido)',
      sample: '550 remetente rejeitado',
      source: 'Portuguese servers',
    },
    {
      says: '(nadawca|nadawcy) .. (odrzucony|zablokowany|nieprawidlowy|nie istnieje|nieznany|odrzucono)',
      sample: '550 adres nadawcy odrzucony: nadawcy odrzucono',
      source: 'Polish servers',
    },
    {
      says: '(отправител*) .. (отклонен|заблокирован|не существует|не найден|запрещен|отвергнут)',
      sample: '550 адрес отправителя отклонен',
      source: 'Russian servers',
    },
    {
      says: '(发件人|发信人|寄件者|寄件人) .. (不存在|被拒绝|拒绝|无效|未通过|不正确|黑名单|被封)',
      sample: '550 发件人地址被拒绝',
      source: 'Chinese servers',
    },
    {
      says: '(送信者|差出人|送信元) .. (拒否|存在しません|無効|不正)',
      sample: '550 送信者アドレスが拒否されました',
      source: 'Japanese servers',
    },
    {
      says: '(blocked|block|blacklisted|black|blacklist|deny|reject|denied) (sender*|list|senders list|sender list) .. (recipient|user|mailbox|recipients)',
      sample: '550 5.7.1 sender is on the blocked senders list of the recipient',
    },
    {
      says: 'sender .. (blocked|blacklisted|black listed|denied|rejected) by (recipient|the recipient|user|@|mailbox|address)',
      sample: '550 sender was blocked by recipient',
    },
    {
      says: '(recipients|recipient) .. (blocked|block|reject) senders',
      sample: "550 5.7.1 STOREDRV.Deliver; sender is on the recipient's blocked senders list",
      source: 'Exchange',
    },
    {
      says: '(blocked|blacklisted|banned) (sender|from address|sender domain|senders)',
      sample: '550 5.7.1 blocked sender',
    },
    {
      says: 'relaying disallowed as',
      sample:
        '553 Relaying disallowed as bob@example.com (Invalid sender: From address is not configured for this account)',
      source: 'Zoho',
      sure: true,
    },
    {
      says: 'sender verify failed',
      sample: '550-Verification failed for <bob@example.com> 550-No Such User Here 550 Sender verify failed',
      source: 'Exim',
      sure: true,
    },
    {
      says: 'sender verification failed for @',
      sample: '550 Sender verification failed for <bob@example.com> 550-unrouteable address',
      source: 'Exim',
      sure: true,
    },
    {
      says: '(mail from|from|from address|mail from address) .. (must be|must be the|be the) same as (authorization|authenticated|login|auth) (user|account)',
      sample: '501 mail from address must be same as authorization user',
      source: 'QQ Mail',
    },
    {
      says: 'not allowed to send as',
      sample: '554 5.2.252 SendAsDenied; bob@example.com not allowed to send as sales@example.com',
      source: 'Microsoft 365',
    },
    {
      says: '(sender|senders|from address) (not allowed|not permitted|is not allowed|is not permitted) to relay',
      sample: '553 Sender is not allowed to relay emails',
      source: 'Zoho',
    },
    {
      says: '(denies|denied|refuses|rejects) (the |this |) sender',
      sample: '553 host denies the sender',
      source: 'Sina',
    },
    {
      says: 'from address is not (one|yours|valid|allowed|authorized|configured)',
      sample: '550 From address is not one of your addresses',
    },
    {
      says: '(return address|return path) .. (bounces|bounce|callback)',
      sample: '550 message refused: return address bob@example.com does not accept bounces',
    },
    {
      says: '(from domain|sender domain|domain) (is |has been |) (on|in) (our|the|my|a) (deny|block|black|reject) list',
      sample: '550 5.7.1 the From domain is on our deny list',
    },
    {
      says: '(may not|must not|cannot|not permitted to|not authorized to) send (as|from) (@|this address|that address|this sender|another)',
      sample: '550 5.7.1 You may not send as bob@example.com',
    },
    {
      says: '(your|the|this|sender) (email |mail |from |) address (is |has been |) (on|in) (our|the|my|a) (blocklist|blacklist|block list|black list|deny list)',
      sample: '550 Your address is on our blocklist',
    },
    {
      says: '(no|requires|require|need|needs|without|must have|not a|missing) (a |) valid (sender |return |senders |sending |) domain',
      sample: '550 [permfail] example.com requires valid sender domain',
    },
    {
      says: '(550|553|554) host! (does not|doesnt|did not|not) (exist|resolve)',
      sample: '553 example.com does not exist',
    },
    {
      says: '(email |mail |) address (is |) not verified',
      sample: '554 Message rejected: Email address is not verified.',
      source: 'Amazon SES',
      sure: true,
    },
    {
      says: 'identities failed the check',
      sample:
        '554 Message rejected: Email address is not verified. The following identities failed the check in region EU-WEST-1',
      source: 'Amazon SES',
    },
    {
      says: '(sender|from|return path|envelope from|mail from|senders) (address |) (is |has |contains |) (a |) (syntax error|bad syntax|invalid syntax|malformed|badly formed)',
      sample: '553 5.1.7 Sender address syntax error',
    },
    {
      says: '(mail from|sender|from) ~ (不一致|不匹配|不符)',
      sample: '556 发信ip与Mail From地址不一致',
      source: 'Chinese servers',
      sure: true,
    },
    {
      says: '(return|from|sender|reply|sending) (address|email address) .. (does not|doesnt|not|isnt) .. (working|exist*|real|active|deliverable|valid)',
      sample:
        '550-The return address you are using for this email message does not seem to be a working account.',
    },
    {
      says: 'sender denied as senders (email|email address|address)',
      sample: "554 5.1.0 Sender denied as sender's email address is on SenderFilterConfig list",
      source: 'Exchange',
    },
    {
      says: 'domain may not exist or dns check failed',
      sample: '550 Domain may not exist or DNS check failed',
      source: 'QQ',
    },
    {
      says: '(your|the sender|senders|sending|sender) domain (is on|is in|is listed) .. (list|blacklist|blocklist)',
      sample: '550 5.7.1 Access denied - your domain is on our local reject list',
    },
    {
      says: '(envelope|header) blocked user (entry|domain)',
      sample: '550 Envelope blocked - User Entry - https://community.mimecast.com/docs/DOC-1369#550',
      source: 'Mimecast',
      sure: true,
    },
    {
      says: '(manually|manual) blocked (sender|senders)',
      sample: '550 Rejected by header based manually Blocked Senders',
      source: 'Mimecast',
    },
    {
      says: '(envelope|header) .. (header|envelope|sender|from) (mismatch|do not match|dont match|not match)',
      sample: '421 DT:SUM envelope and header sender mismatch',
      source: 'NetEase 126',
      sure: true,
    },
    {
      says: '(do not|dont) (want|accept|like) (mail|messages|email|any mail) from (host!|@|your domain|you)',
      sample: '550 5.7.1 <bob@example.com>... we do not want mail from example.com',
      source: 'Sendmail',
    },
    {
      says: 'sender rejected account does not exist',
      sample: '5.1.0 <bob@example.com> sender rejected: account does not exist',
      source: 'MailKit',
      sure: true,
    },
    {
      says: 'invalid dns mx or a aaaa resource record',
      sample:
        '550-Requested action not taken: mailbox unavailable 550 invalid DNS MX or A/AAAA resource record',
      source: 'GMX',
      sure: true,
    },
    {
      says: '(originator|sender|from) address does not match (authentication credential|the authenticated user|authentication|login)',
      sample: '550 Originator address does not match authentication credential.',
      source: 'Exchange 5.5',
      sure: true,
    },
    {
      says: '(senders|sender|from|return|our|my) (address|email address|email) (could not|couldnt|cannot|can not|cant) be (verified|confirmed|checked)',
      sample: "550 the sender's address could not be verified",
      source: 'typed',
      sure: true,
    },
    {
      says: 'permissions to send as (this|the|that) (sender|user|address)',
      sample: '550 5.7.60 Client does not have permissions to send as this sender',
      source: 'Exchange',
      sure: true,
    },
    {
      says: '(local|mail) user only 163',
      sample: '553 Local user only,163 smtp9',
      source: 'NetEase',
      sure: true,
    },
    {
      says: '(sendasdenied|sendasdeniedexception|sendonbehalfofdenied)',
      sample: '554 5.2.252 SendAsDenied; user not allowed to send as another',
      source: 'Microsoft 365',
      sure: true,
    },
  ],
} as const satisfies ReasonRule;
