import type { ReasonRule } from '../reason.ts';

/** Content scored as spam, or a link in it is listed. */
export const spamDetected = {
  reason: 'spam-detected',
  kind: 'bounce',
  actor: 'sender',
  life: 'permanent',
  decidingCodes: ['5.7.514'],
  hintCodes: ['5.7.28', '5.7.519'],
  phrases: [
    {
      says: '(url|uri|link) (contained |) (in this message |in this mail |) (host! |) is listed',
      sample: '550 5.7.1 The URL contained in this message is listed',
    },
    {
      says: 'rejected as spam .. is listed',
      sample: '554 5.7.1 Message rejected as spam. URL example.net is listed',
    },
    {
      says: '(spam|junk|uce|ube|bulk|unsolicited) (message |mail |email |content |) (is |was |has been |) (detected|rejected|blocked|refused|found|denied|not accepted|suspected|identified|not wanted|discarded|not welcome|filtered|quarantined|dropped|prohibited|forbidden|unwanted|recognized)',
      sample: '550 Spam detected',
    },
    {
      says: '(detected|rejected|classified|identified|considered|marked|flagged|refused|looks|appears|seems|treated|recognized|categorized|tagged|deemed|judged|recognised|suspected|blocked|scored|contains|regarded|reported|as being|been) (as |to be |like |of being |as possible |as probable |as likely |because of |a |likely |possible |potential |probably |being |containing |too |) (spam|junk|unsolicited|uce|ube|spammy|bulk|unsolicited mail|unsolicited bulk)',
      sample: '554 5.7.1 The message was rejected because it was classified as spam',
    },
    {
      says: '(message|mail|email|content|it|this|which) .. (spam|spammy|unsolicited|junk) .. (like|content|detected|score|filter*|rejected|blocked|refused|characteristics|signature|pattern|features|suspicion|message|mail|probability|engine|denied|scanner|checks|system|check)',
      sample: '554 this message looks spam like',
    },
    {
      says: '(message|content|mail|email|this|header|body|text) .. (scored|score|scores) .. (spam|points|too high|high|threshold|limit)',
      sample: '550 This message scored 15.2 spam points.',
      source: 'SpamAssassin',
    },
    {
      says: '(spam|spamassassin|spam assassin|rspamd|spam status) (score|scored|points|level|probability|threshold|rating|hits)',
      sample: '550 5.7.1 spam score too high',
      source: 'SpamAssassin',
    },
    {
      says: '(likely|probably|possibly|suspected|possible|probable|potential|appears|considered|high probability|certainly|confirmed|definite|assumed|too much) (to be |) (spam|unsolicited|junk|unsolicited mail|spam message)',
      sample: '550-5.7.1 Our system has detected that this message is 550-5.7.1 likely unsolicited mail.',
      source: 'Gmail',
    },
    {
      says: 'likely unsolicited mail',
      sample:
        '550-5.7.1 likely unsolicited mail. To reduce the amount of spam sent to Gmail, 550-5.7.1 this message has been blocked.',
      source: 'Gmail',
    },
    {
      says: 'to reduce the amount of spam sent to gmail this message has been blocked',
      sample: '550-5.7.1 To reduce the amount of spam sent to Gmail, this message has been blocked.',
      source: 'Gmail',
    },
    {
      says: '(message|email|mail) .. (been |) blocked .. (spam|content|suspicious)',
      sample: '550 message has been blocked because it contains spam content',
    },
    {
      says: '(content|message content|text|body|subject|language) .. (spam|unacceptable|spam like|spammy)',
      sample: '554 content looks spam',
    },
    {
      says: '(message|mail|email) (was |) rejected .. (spam|spam content|spam filter|antispam|anti spam|unsolicited|junk)',
      sample: '550 Message rejected due to spam content',
    },
    {
      says: '(rejected|blocked|refused|filtered|discarded|denied|detected|stopped|classified|caught) by .. (spam|antispam|anti spam|spamassassin|spam filter|content filter|content filtering|junk|rspamd|bayes|cloudmark|razor|dcc|pyzor)',
      sample: '550 rejected by the spam filter',
    },
    {
      says: '(antispam|anti spam|spam filter|spam filters|spam filtering|spamfilter|spam firewall|spam protection|spam blocker|spam engine|spam rules|spamassassin|spam assassin|rspamd|spam policy|fortiguard)',
      sample: '550 5.7.1 anti-spam system: message refused',
      weak: true,
    },
    {
      says: '(high|too high|too many) (spam |) (probability|spam score|spam points|score|likelihood)',
      sample: '550 high spam probability',
    },
    { says: 'high probability of spam', sample: '550 High probability of spam', source: 'GMX, Cox' },
    {
      says: '(rejected|blocked) .. high probability of spam',
      sample: '550 rejected due to high probability of spam',
    },
    {
      says: 'spam (message|content|mail|email|like|characteristics|url|link|links|word|words|signature|pattern|patterns|suspicion)',
      sample:
        '550 spam message rejected. Please visit http://help.mail.ru/notspam-support/id?c=x or report details to abuse@corp.mail.ru. Error code: 0. ID: 0.',
      source: 'Mail.ru',
    },
    {
      says: 'under suspicion of spam',
      sample: '554 5.7.1 [2] Message rejected under suspicion of SPAM; https://ya.cc/1IrBc 1600000000-abc',
      source: 'Yandex',
    },
    {
      says: '(suspicion|suspected|suspect) of (being |) (spam|phishing)',
      sample: '554 5.7.1 Message rejected under suspicion of SPAM',
      source: 'Yandex',
    },
    {
      says: '.notspam',
      sample: '550 spam message rejected. Please visit http://help.mail.ru/notspam-support/id?c=x',
      source: 'Mail.ru',
    },
    {
      says: '(surbl|.surbl|uribl|.uribl|.dbl|ivmuri|dbl|.multi)',
      sample: '554 5.7.1 blocked using multi.surbl.org',
      source: 'SURBL',
    },
    {
      says: '(contains|containing|contained|with|found|includes) (a |an |suspicious |bad |the |prohibited |malicious |dangerous |blacklisted |blocked |banned |spam |phishing |) (url|uri|link|links|urls|spam content|spam|phishing|hyperlink|blacklisted|suspicious)',
      sample: '554 message contains a suspicious link',
    },
    { says: '(bayes|bayesian)', sample: '550 bayes spam' },
    {
      says: '(content|message|mail) (filter|filters|filtering|scanner|scan|analysis) (reject*|block*|denied|refused|matched|has|policy|rule|detected)',
      sample: '554 content filter rejected message',
    },
    {
      says: '(offensive|obscene|objectionable|inappropriate|profanity|profane|forbidden words|banned word|banned words|bad words|prohibited word|prohibited words|forbidden phrase|blocked phrase|forbidden text|adult content)',
      sample: '550 banned words in message',
    },
    { says: '(blocked|flagged|rejected) .. as .. (spam|junk)', sample: '550 flagged by the server as spam' },
    { says: 'message refused by .. (spam|content)', sample: '550 message refused by content filter' },
    {
      says: '(b10|b20|b30|hvu b1|hvu b2|hvu nr|hvu ip|con b1|cls)',
      sample: '554 HVU:B1 http://postmaster.info.aol.com/errors/554hvub1.html',
      source: 'AOL',
    },
    {
      says: 'hvu (b1|b2|ip|nr|cr)',
      sample: '554 5.7.1 (HVU:B1) http://postmaster.info.aol.com/errors/554hvub1.html',
      source: 'AOL',
    },
    {
      says: '(dt spm|dt sum|dt spb|dt sur)',
      sample: '554 DT:SPM 163 mx14,EcCowEAp http://mail.163.com/help/help_spam_16.htm',
      source: 'NetEase 163',
    },
    {
      says: 'ofr* (506|507|505|501|515|519)',
      sample: '550 5.7.0 Mail rejected. OFR_506 [506]',
      source: 'Orange',
    },
    {
      says: '(mail|message) .. content rejected',
      sample:
        '550 Mail content denied. http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000726 content rejected',
      source: 'QQ Mail',
    },
    {
      says: 'mail content denied',
      sample:
        '550 Mail content denied. http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000726',
      source: 'QQ Mail',
    },
    {
      says: '(.spamexperts|spamexperts|spam experts)',
      sample: '550 High probability of spam: spamexperts',
      source: 'SpamExperts',
    },
    { says: 'cuda .. (spam|score)', sample: '550 cuda spam', source: 'Barracuda' },
    {
      says: '(554|550) (5.7.1 |) (message|) (was |) (rejected|blocked) (as |) spam',
      sample: '550 5.7.1 blocked as spam',
    },
    {
      says: 'content filter agent quarantined this message',
      sample: '550 5.2.1 Content Filter agent quarantined this message',
      source: 'Exchange',
    },
    {
      says: 'message rejected as spam by content filtering',
      sample: '550 5.7.1 Message rejected as spam by Content Filtering.',
      source: 'Exchange',
    },
    {
      says: 'content restrict*',
      sample: '550 5.7.1 content restrictions: Message rejected due to content restrictions',
      source: 'Exchange',
    },
    {
      says: 'message rejected due to content restrictions',
      sample: '550 5.7.1 Message rejected due to content restrictions',
      source: 'Exchange',
    },
    {
      says: '(message|mail|content) (was |) rejected due to (its |the |message |) (content|unacceptable content|its contents|contents)',
      sample: '554 Message was rejected due to content',
    },
    {
      says: '(message content|content of (your|the|this) message|contents) (rejected|refused|not accepted|blocked|not allowed)',
      sample: '554 5.6.0 Message content rejected',
    },
    {
      says: 'message content rejected',
      sample: '554 5.7.1 Message content rejected, UBE, id=12345-01',
      source: 'amavis',
    },
    { says: 'ube id', sample: '554 5.7.0 Reject, id=12345-01 - SPAM: UBE, id=1', source: 'amavis' },
    { says: 'reject* id .. spam', sample: '554 5.7.0 Reject, id=12345-01 - SPAM', source: 'amavis' },
    {
      says: '(your |) (message|mail|email) (is |was |has been |) (considered|believed|thought|determined|found|suspected|detected|identified|assumed) .. (spam|unsolicited|junk|bulk)',
      sample: '550 your message is considered spam',
    },
    {
      says: 'message (looks|seems|appears|smells) .. (spam|spammy|unsolicited)',
      sample: '550 message looks like spam to me',
    },
    { says: '(spamlike|spam like|spam ish|spammish)', sample: '550 spam-like message' },
    { says: '(gtube|.gtube)', sample: '554 GTUBE', source: 'SpamAssassin' },
    { says: 'blocked by (spamassassin|rspamd|spam)', sample: '550 blocked by SpamAssassin' },
    {
      says: 'matches .. (spam|blacklisted) (profile|pattern|signature|rule)',
      sample: '554 matches a spam profile',
    },
    { says: '(rule|filter) .. imposed .. (spam|content)', sample: '550 rule imposed as spam' },
    { says: 'rule imposed mailbox access', sample: '550 rule imposed mailbox access for bob@example.com' },
    {
      says: 'message (has been |was |) (blocked|rejected) by (the |) (spam|antispam|content|junk|mail) (filter|firewall|system|scanner|gateway|engine)',
      sample: '550 message was rejected by content filter',
    },
    { says: '(554|550|552|521) (5.7.1 |5.7.0 |) spam', sample: '550 5.7.1 SPAM' },
    { says: 'spam', sample: '550 SPAM!', weak: true },
    {
      says: '(suspicious|unacceptable) (message|content|mail|email|attachment content|activity)',
      sample: '550 suspicious message',
      weak: true,
    },
    { says: '(message|mail|email) (has been |was |is |) blocked', sample: '550 message blocked', weak: true },
    {
      says: '(als|wegen|verdacht auf|unter) (spam|spamverdacht|werbung|spams)',
      sample: '550 als Spam erkannt',
      source: 'German servers',
    },
    {
      says: '(spamverdacht|spam verdacht|unerwunschte werbung|spamfilter)',
      sample: '550 Spamverdacht',
      source: 'German servers',
    },
    {
      says: 'spam .. (abgelehnt|erkannt|rejete|detecte|rechazado|detectado|rifiutato|rilevato|rejeitado|odrzucon*|wykryt*|geweigerd|gedetecteerd|zablokowan*)',
      sample: '550 spam rifiutato',
      source: 'Italian servers',
    },
    {
      says: '(considerado|considere|considerato|identificado|identifie|classificado|clasificado|rilevato|detectado|detecte|comme|como|come|jako) (como |comme |come |un |) (spam|indesirable|pourriel|correo no deseado|no deseado)',
      sample: '550 considerado como spam',
      source: 'Spanish servers',
    },
    {
      says: '(letter|письмо|сообщение) .. (спам|spam)',
      sample: '550 сообщение похоже на спам',
      source: 'Russian servers',
    },
    { says: 'спам*', sample: '550 отклонено: спам обнаружен: спама', source: 'Russian servers' },
    { says: '(垃圾邮件|垃圾郵件|疑似垃圾|垃圾)', sample: '550 被判定为垃圾邮件', source: 'Chinese servers' },
    { says: '(迷惑メール|スパム)', sample: '550 スパムと判定されました', source: 'Japanese servers' },
    { says: '(스팸|광고성)', sample: '550 스팸 메일로 분류', source: 'Naver' },
    { says: '(istenmeyen|spam olarak)', sample: '550 spam olarak algılandı', source: 'Turkish servers' },
    {
      says: '(phishing|fraud*|scam) (attempt|message|mail|email|detected|content|attack|site|suspected|link|url)',
      sample: '550 phishing attempt detected',
    },
    { says: '(phishing|scam|fraud)', sample: '550 5.7.1 phishing', weak: true },
    {
      says: '(suspicious|unacceptable|objectionable|inappropriate) content',
      sample: '554 5.7.1 message refused because of suspicious content',
    },
    {
      says: 'spamhaus dbl',
      sample:
        '550 5.7.1 Your email was rejected due to having a domain present in the Spamhaus DBL -- see https://www.spamhaus.org/dbl/',
      source: 'Apple iCloud',
      sure: true,
    },
    {
      says: '(blocked|bad|blacklisted|malicious|suspicious|prohibited|forbidden) (url|urls|link|links|uri|uris|domain in)',
      sample: '550 This message contains one or more blocked URLs',
    },
    {
      says: 'message (filtered|was filtered|has been filtered)',
      sample:
        '553-Message filtered. Refer to the Troubleshooting page at 553-http://www.symanteccloud.com/troubleshooting',
      source: 'Symantec.cloud',
    },
    {
      says: 'low reputation of the sending domain',
      sample:
        '550-5.7.1 this message is likely suspicious due to the very low reputation of the sending domain',
      source: 'Gmail',
      sure: true,
    },
    {
      says: 'spam (and |or |) (virus|malware|phishing) content',
      sample: '553 5.3.0 Your message was rejected for possible spam/virus content.',
      source: 'Network Solutions',
      sure: true,
    },
    {
      says: '(bulk|mass|unsolicited|unwanted) (advertis*|commercial|mailing|mailings|promotion*)',
      sample: '554 5.7.1 message refused: known as bulk advertisement',
    },
    {
      says: '(fingerprint|checksum|hash|pattern) .. (spam|bulk|junk|unsolicited)',
      sample: '554 5.7.1 message refused: fingerprint known as bulk advertisement',
    },
    { says: 'cmae score', sample: '554 5.7.1 message refused, cmae score 100', source: 'Cloudmark' },
    {
      says: '(url|uri|link|urls|links|hyperlink|website|domain) (in|within|inside|found in) (this|your|the) (email|mail|message|body|text) .. (listed|blacklisted|blocked|blocklist*|black list*|surbl|uribl)',
      sample: '550 A URL in this email (http://example.com) is listed on https://www.surbl.org.',
      source: 'SURBL',
      sure: true,
    },
    {
      says: '(no|stop|avoid) (spam|uce|spamming|junk) (please|here|allowed|thanks|accepted)',
      sample: '554 5.7.1 Refused by local policy. No SPAM please!',
    },
    {
      says: '(contains|contained|with|has|found) (a |an |one |) (link|url|uri|urls|links|domain) .. (listed|blacklisted|blacklist|blocklist|surbl|uribl|black list)',
      sample: '554 5.7.1 message contains a link listed in a blacklist',
      sure: true,
    },
    {
      says: '(message|body|content) .. (url|uri|link|links|urls) .. (listed|blacklisted|blacklist|blocklist|surbl|uribl|black list)',
      sample: '550 message contains url listed in blacklist',
      sure: true,
    },
    {
      says: 'mcspam signature',
      sample: '554 Email rejected due to security policies - MCSpamSignature.x.y',
      source: 'Mimecast',
    },
    {
      says: 'too many (links|urls|url|hyperlinks|recipients of spam)',
      sample: '550 5.7.1 Sorry, your message contains too many URLs',
      source: 'Hinet',
      sure: true,
    },
    {
      says: '(looks|look|looking) like (an |a |) (advertisement|advertising|spam|junk|bulk mail)',
      sample: '550 5.7.1 your message looks like an advertisement',
    },
    {
      says: '(spamverdacht|spam verdacht|verdacht auf spam|als spam eingestuft|als spam erkannt)',
      sample: '550 5.7.1 Spamverdacht: Nachricht abgelehnt',
      source: 'German servers',
    },
    {
      says: '(filtro|filtre|filter) (antispam|anti spam|de spam|spam)',
      sample: '550 5.7.1 Mensaje rechazado por el filtro antispam del destinatario',
      source: 'Spanish servers',
    },
    {
      says: 'unacceptable content',
      sample:
        '554 5.7.1 Message rejected because of unacceptable content. See SonicWALL Email Security for details',
      source: 'SonicWall',
    },
    {
      says: '(mcspam|mc spam) signature',
      sample: '554 Email rejected due to security policies - MCSpamSignature.SPC.12',
      source: 'Mimecast',
    },
    {
      says: 'hvu (b1|b2|nr)',
      sample: '554 5.7.1 : (HVU:B1) https://postmaster.aol.com/error-codes',
      source: 'AOL',
    },
    {
      says: '(spamverdacht*|spam verdacht|verdacht auf spam|als spam (erkannt|eingestuft|klassifiziert|bewertet))',
      sample: '550 5.7.1 Nachricht wegen Spamverdachts abgelehnt',
      source: 'German servers',
    },
    {
      says: '(contains|has) .. content (identified|classified|detected|recognised|recognized) as (spam|junk)',
      sample: '550 5.7.520 Message blocked because it contains content identified as spam',
      source: 'Microsoft 365',
      sure: true,
    },
  ],
} as const satisfies ReasonRule;
