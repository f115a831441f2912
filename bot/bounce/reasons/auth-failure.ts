import type { ReasonRule } from '../reason.ts';

/** SPF, DKIM or DMARC did not pass. */
export const authFailure = {
  reason: 'auth-failure',
  kind: 'bounce',
  actor: 'sender-domain-owner',
  life: 'permanent',
  decidingCodes: [
    '5.7.26',
    '5.7.515',
    '5.7.509',
    '5.7.20',
    '5.7.21',
    '5.7.22',
    '5.7.23',
    '5.7.24',
    '4.7.26',
    '4.7.23',
    '4.7.515',
    '4.7.27',
    '4.7.30',
    '4.7.31',
    '4.7.32',
    '5.7.32',
  ],
  statusCodes: ['5.7.29', '5.7.9'],
  hintCodes: ['5.7.5'],
  phrases: [
    {
      says: 'spf (check |validation |verification |authentication |lookup |record |result |test |) (fail|failed|failure|fails|softfail|hardfail|permerror|none|error|neutral|rejected|not pass|did not pass|not passed|unauthorized|violation)',
      sample: '550 5.7.23 SPF check failed',
    },
    {
      says: '(fail*|did not pass|doesnt pass|does not pass|not passed|not pass|not meet|rejected by|blocked by|violat*|missing|no|invalid|bad|because of|reject*|forbidden by|unauthorized|based on|according to|due to|denied by) (the |your |its |a |our |valid |dmarc |) spf',
      sample: '550 message failed SPF checks',
    },
    {
      says: 'spf .. (fail*|did not pass|does not pass|not pass|reject*|denied|not permitted|not authorized|does not designate|is not allowed|not allowed|not match|not designated|forbid*|unauthorized|violation|block*|prohibit*|mismatch|missing|required|not found|does not authorize|not list*)',
      sample: '550 5.7.1 SPF MAIL FROM check failed',
    },
    {
      says: '(not allowed|rejected|refused|denied|blocked|unauthorized) .. spf',
      sample: '550 rejected because of SPF',
    },
    {
      says: '(please |) see .. (openspf|.openspf)',
      sample: '550 5.7.1 Please see http://www.openspf.net/Why?s=mfrom;id=bob%40example.com',
      source: 'openspf',
    },
    {
      says: '.openspf',
      sample:
        '550 5.7.1 <bob@example.com>: Recipient address rejected: Please see http://www.openspf.net/Why?s=mfrom;id=bob%40example.com;ip=192.0.2.1',
      source: 'policyd-spf',
    },
    {
      says: '(sender policy framework|sender policy) .. (fail*|reject*|not|denied|softfail|unauthorized|does|forbid*)',
      sample: '550 Sender Policy Framework check failed',
    },
    {
      says: '(fail*|reject*|denied) .. sender policy framework',
      sample: '550 message failed sender policy framework',
    },
    {
      says: '(does not|doesnt|not) designat* .. (as |) (permitted|permit*) sender*',
      sample: '550 domain of example.com does not designate 192.0.2.1 as permitted sender',
      source: 'SPF',
    },
    {
      says: '(not|isnt) (a |) (permitted|authorized|authorised|allowed|designated) (sender|to send|to use|mailer|mailserver|mail server|server|host) .. (domain|behalf|host!|mail from|spf)',
      sample: '550 5.7.1 host 192.0.2.1 is not permitted to send mail for example.com',
    },
    {
      says: '(not|isnt) (allowed|authorized|authorised|permitted) to send (mail |email |messages |emails |) (from|for|on behalf|using) (domain|host!|@|the domain|this domain|your domain|addresses|behalf)',
      sample: '550 192.0.2.1 is not allowed to send mail from example.com',
    },
    {
      says: '(unauthorized|unauthorised|not authorized) (sender|sending|mail server|mailserver|server|ip|host|source) .. (domain|spf|dns)',
      sample: '550 unauthorized sender for domain example.com',
    },
    {
      says: 'dmarc .. (fail*|reject*|quarantine|not pass|not passed|violation|unauthenticated|policy|denied|block*|not aligned|required|not met|unauthorized|does not)',
      sample:
        "550-5.7.26 Unauthenticated email from example.com is not accepted due to domain's 550-5.7.26 DMARC policy.",
      source: 'Gmail',
    },
    {
      says: '(fail*|violat*|because of|due to|by|under|reject*|not pass|per|missing|no|invalid|did not pass|does not pass|unauthenticated) .. dmarc',
      sample: '550 5.7.1 rejected by DMARC policy for example.com',
    },
    {
      says: 'does not pass dmarc verification',
      sample: '550 5.7.509 Access denied, sending domain example.com does not pass DMARC verification',
      source: 'Microsoft 365',
    },
    {
      says: 'dkim (signature |check |verification |validation |authentication |test |) (fail*|not|invalid|missing|bad|is not|did not|does not|none|error|required|unsigned|verification failed|body hash|not found)',
      sample: '550 5.7.20 DKIM signature is not valid',
    },
    {
      says: '(fail*|no|missing|invalid|bad|without|unsigned|lacks|not pass) .. dkim',
      sample: '550 5.7.20 No passing DKIM signature found',
      source: 'RFC 7372',
    },
    {
      says: '(body hash|bodyhash) (did not|does not|not|mismatch) (verify|match|)',
      sample: '554 5.7.5 DKIM body hash did not verify',
      source: 'OpenDKIM',
    },
    {
      says: 'unauthenticated (email|mail|message|messages|sender|senders) (from|is|are|not|was)',
      sample: '550-5.7.26 Unauthenticated email from example.com is not accepted',
      source: 'Gmail',
    },
    {
      says: '(mail|email|message|messages|this mail|sender|your email) .. (is |was |has been |hasnt been |) (unauthenticated|not authenticated)',
      sample:
        '550-5.7.26 This mail is unauthenticated, which poses a security risk to the sender and Gmail users, and has been blocked. The sender must authenticate with at least one of SPF or DKIM.',
      source: 'Gmail',
    },
    {
      says: '(has been blocked|blocked) because the sender is unauthenticated',
      sample:
        '550-5.7.26 Your email has been blocked because the sender is unauthenticated. Gmail requires all senders to authenticate with either SPF or DKIM.',
      source: 'Gmail',
    },
    {
      says: '(sender is |senders are |) unauthenticated',
      sample: '550 5.7.26 the sender is unauthenticated',
      source: 'Gmail',
    },
    {
      says: 'authenticate with (either|at least one|both|spf|dkim)',
      sample: '421-4.7.26 senders must authenticate with either SPF or DKIM',
      source: 'Gmail',
    },
    {
      says: '(does not|doesnt|not|must|did not|didnt) (meet|pass|satisfy|fulfill) .. authentication (requirements|level|required|checks|check|policy|information|criteria)',
      sample:
        "550 5.7.515 Access denied, sending domain example.com doesn't meet the required authentication level",
      source: 'Outlook.com',
    },
    {
      says: 'required authentication level',
      sample:
        "550 5.7.515 Access denied, sending domain example.com doesn't meet the required authentication level.",
      source: 'Outlook.com',
    },
    {
      says: '(authentication|authenticity) (information|checks|requirements|policy|results|result) .. (required|fail*|not|invalid|missing)',
      sample:
        '550-5.7.26 This message does not have authentication information or fails to pass authentication checks (SPF or DKIM)',
      source: 'Gmail',
    },
    {
      says: '(does not|doesnt|not) have authentication information',
      sample:
        '550-5.7.26 This message does not have authentication information or fails to pass 550-5.7.26 authentication checks.',
      source: 'Gmail',
    },
    {
      says: '(email|sender|message|domain|multiple) authentication (check* |checks |) (fail*|failure|failed|required)',
      sample: '550 5.7.26 Multiple authentication checks failed',
      source: 'RFC 7372',
    },
    {
      says: 'fails to pass authentication checks',
      sample: '550-5.7.26 fails to pass authentication checks',
      source: 'Gmail',
    },
    {
      says: 'message not accepted for policy reasons .. dmarc',
      sample:
        '554 5.7.9 Message not accepted for policy reasons. See https://postmaster.yahooinc.com/error-codes DMARC',
      source: 'Yahoo',
    },
    {
      says: '.unauthenticatedmail',
      sample: '550 5.7.26 https://support.google.com/mail/?p=UnauthenticatedMail a1si',
      source: 'Gmail',
    },
    { says: 'spf dkim', sample: '550 5.7.26 SPF/DKIM are missing' },
    {
      says: '(cannot|can not|could not|unable to) (verify|authenticate|validate) .. (domain|sender|origin|identity) .. (spf|dkim|dmarc|dns)',
      sample: '550 cannot verify the sender domain: no SPF',
    },
    {
      says: 'mi spf',
      sample: '550 MI:SPF 163 mx27,QsCowEDZF3 http://mail.163.com/help/help_spam_16.htm',
      source: 'NetEase 163',
    },
    { says: '(mail from|from) .. (softfail|hardfail|permerror)', sample: '550 mail from domain softfail' },
    {
      says: '(softfail|hardfail|permerror|hard fail|soft fail)',
      sample: '550 5.7.23 softfail',
      source: 'SPF',
    },
    {
      says: '(reverse|sender|domain) .. (alignment|aligned|misaligned|not aligned)',
      sample: '550 5.7.26 sender domain not aligned',
      source: 'Gmail',
    },
    {
      says: 'arc (chain|seal|signature|validation) .. (fail*|broken|invalid)',
      sample: '550 5.7.29 ARC validation failure: ARC chain broken',
      source: 'RFC 8617',
    },
    {
      says: '(spf|dmarc|dkim) ~ (fehlgeschlagen|fehler|nicht|verletzt|abgelehnt|echec|echoue|fallo|fallido|fallita|falhou|fallito|non|niepowodzenie|mislukt)',
      sample: '550 SPF-Prüfung fehlgeschlagen',
      source: 'German servers',
    },
    {
      says: '(spf|dmarc|dkim) ~ (验证|校验|检查|失败|未通过|不通过)',
      sample: '550 SPF验证失败',
      source: 'Chinese servers',
    },
    {
      says: '(spf|dmarc|dkim) sender (invalid|rejected|blocked|failed)',
      sample: '550 SPF Sender Invalid - envelope rejected - https://community.mimecast.com/docs/DOC-1369#550',
      source: 'Mimecast',
    },
    {
      says: 'spf record .. (suspicious|invalid|broken|bad|error*|too many|wrong)',
      sample: '451 4.7.24 The SPF record of the sending domain has one or more suspicious entries',
      source: 'RFC 7372',
    },
    {
      says: 'not (dkim signed|signed with dkim|signed by dkim)',
      sample: '550 5.7.0 Message from domain example.com rejected: not signed with DKIM',
    },
    {
      says: '(does not|doesnt) designate this (host|server|ip)',
      sample: '550 domain of sender does not designate this host as permitted sender',
      source: 'SPF',
    },
    {
      says: '(spf|dkim|dmarc|unauthenticated|dkim signature)',
      sample: "550 5.7.1 Sorry, your domain's SPF record does not permit mail from 192.0.2.1",
      weak: true,
    },
    {
      says: '(dkim|spf|dmarc) (authentication |check |alignment |) (didnt|did not|does not|doesnt|has not|wasnt|was not) (pass|align|aligned|verified|succeed|match)',
      sample:
        "421-4.7.30 Your email has been rate limited because DKIM authentication didn't pass for this message.",
      source: 'Gmail',
      sure: true,
    },
    {
      says: 'dmarc (check |validation |verification |policy |evaluation |authentication |) (fail*|reject*|violation|failure)',
      sample: '550 5.7.1 DMARC validation failed for example.com',
    },
    {
      says: 'no (passing|valid|acceptable|author matched|valid author matched|passing author matched) dkim',
      sample: '550 5.7.22 No valid author-matched DKIM signature found',
      source: 'RFC 7372',
    },
    {
      says: '(verify|verified|confirm) .. (server|host|ip|sender|we) .. (allowed|authorized|authorised|permitted|entitled) to send .. (domain|behalf)',
      sample: '550 could not verify that your server is allowed to send for this domain',
      source: 'typed',
    },
  ],
} as const satisfies ReasonRule;
