import type { ReasonRule } from '../reason.ts';

/** The receiver throttles (Yahoo TSS04, Gmail 4.7.28). */
export const rateLimited = {
  reason: 'rate-limited',
  kind: 'bounce',
  actor: 'none',
  life: 'temporary',
  decidingCodes: ['4.7.28', '4.7.650'],
  hintCodes: ['4.2.1', '4.7.500', '4.7.652', '4.7.651', '4.7.0', '4.4.5'],
  phrases: [
    {
      says: '(rate|ratelimit*|rate limit*|rate limited|rate control|throttl*) (limit |limits |limiting |control |) (exceed*|reached|limited|exceeding|applied|violation|hit|is|has|for|enforced|in effect|by|due|too high|mail|you)',
      sample: '450 4.7.1 Error: too much mail, rate limit exceeded',
    },
    {
      says: '(rate limit*|ratelimit*|rate limited|throttled|throttling|rate control*|ratelimited|rate controlled)',
      sample: '421 4.7.0 rate limited',
    },
    {
      says: '(sending|message|mail|connection|messages|delivery|recipient|email|transfer|submission|incoming|hourly|connections|current|mailing) rate .. (exceed*|limit*|high|too|reached|over|rejected)',
      sample: '452 sending rate exceeded',
    },
    {
      says: '(receiving mail at a rate|receiving mail too quickly)',
      sample:
        '450-4.2.1 The user you are trying to contact is receiving mail at a rate that 450-4.2.1 prevents additional messages from being delivered.',
      source: 'Gmail',
    },
    {
      says: '(rate that prevents additional messages)',
      sample: '450-4.2.1 at a rate that prevents additional messages from being delivered',
      source: 'Gmail',
    },
    {
      says: 'receiving mail too quickly',
      sample: '450-4.2.1 The user you are trying to contact is receiving mail too quickly.',
      source: 'Gmail',
    },
    {
      says: '.receivingrate',
      sample: '450 4.2.1 https://support.google.com/mail/?p=ReceivingRate a1',
      source: 'Gmail',
    },
    {
      says: 'too (many|much) (messages|mail|mails|emails|connections|concurrent connections|concurrent|sessions|simultaneous|requests|smtp sessions|concurrent smtp connections|smtp connections|simultaneous connections|connection attempts|open connections|outstanding|new connections|connects|traffic|messages received|deliveries|concurrent sessions|parallel|emails sent|mails sent|threads|invalid recipients|unknown recipients|email|smtp connection*|transactions|errors from your|connections from)',
      sample: '421 4.7.0 Too many concurrent SMTP connections from this IP address',
    },
    {
      says: '(connection|connections|concurrent|concurrency|session|sessions|message|messages|mail|mails|simultaneous|email|emails) .. (limit|limits|quota|limitation) (has been |is |was |have been |) (exceed*|reached|hit)',
      sample: '421 4.7.0 connection limit exceeded',
    },
    {
      says: '(maximum|max|allowed) (number of |) (concurrent |simultaneous |parallel |smtp |) (connections|sessions|smtp connections) .. (exceed*|reached|per|from|allowed)',
      sample: '421 maximum number of concurrent connections reached',
    },
    {
      says: '(unusual|high|excessive|unusually high|suspicious|large|unexpected|abnormal) (rate|volume|number|amount|traffic|volumes|message volume|quantity) (of |) (unsolicited |)',
      sample: '421-4.7.28 Our system has detected an unusual rate of email originating from your domain',
      source: 'Gmail',
    },
    {
      says: 'has detected an unusual rate',
      sample: '421-4.7.28 Gmail has detected an unusual rate of email originating from your IP Netblock',
      source: 'Gmail',
    },
    {
      says: 'temporarily rate limited',
      sample: '421-4.7.28 to protect our users from spam, email has been temporarily rate limited',
      source: 'Gmail',
    },
    {
      says: 'email sent from your ip address has been temporarily rate limited',
      sample: '421-4.7.28 email sent from your IP address has been temporarily rate limited',
      source: 'Gmail',
    },
    {
      says: 'try again later closing connection',
      sample: '421 4.7.0 Try again later, closing connection. (EHLO) a1-2 - gsmtp',
      source: 'Gmail',
    },
    {
      says: '(tss04|ts01|ts02|ts03|ts04|tss03|tss01|tss02|tss06|tss07)',
      sample:
        '421 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred due to unexpected volume or user complaints - 4.16.55.1; see https://postmaster.yahooinc.com/error-codes',
      source: 'Yahoo',
    },
    {
      says: '(temporarily|temporary|currently|been) (deferred|deferral|deferring|delayed|throttled|postponed) (due|because|for|message|by|-|see|after|unexpected|) .. (volume|complaints|see|load|rate|traffic|user|messages|limit|postmaster|.postmaster|later|reputation|policy|retry|resources|excessive)',
      sample: '451 4.7.1 message temporarily deferred due to excessive traffic',
      source: 'Yahoo',
    },
    { says: 'temporarily deferred', sample: '421 Message temporarily deferred - [70]', source: 'Yahoo' },
    {
      says: 'message temporarily deferred',
      sample: '451 Message temporarily deferred - 4.16.50',
      source: 'Yahoo',
    },
    {
      says: 'unexpected volume or user complaints',
      sample:
        '421 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred due to unexpected volume or user complaints',
      source: 'Yahoo',
    },
    {
      says: '(part of their network is |temporarily |) rate limited due to ip reputation',
      sample:
        '451 4.7.650 The mail server [192.0.2.1] has been temporarily rate limited due to IP reputation. For e-mail delivery information, see https://postmaster.live.com (S775)',
      source: 'Outlook.com',
    },
    {
      says: 'has been temporarily rate limited due to ip reputation',
      sample:
        '451 4.7.650 The mail server [192.0.2.1] has been temporarily rate limited due to IP reputation',
      source: 'Outlook.com',
    },
    {
      says: 'server busy please try again later from',
      sample: '451 4.7.500 Server busy. Please try again later from [192.0.2.1]. (AS77713611)',
      source: 'Microsoft 365',
    },
    {
      says: '(server busy|busy) .. (as77713611|as77711101|as77712100|as77711|as843|as3|s77714|as780090|as761|as)',
      sample: '451 4.7.500 Server busy. Please try again later from [192.0.2.1]. (S77714)',
      source: 'Microsoft 365',
    },
    {
      says: '(slow down|slow your|slow it down|back off|sending too fast|too fast|too quickly|too frequently|too often|send less|reduce the rate|reduce your)',
      sample: '421 please slow down',
    },
    {
      says: '(you are|sending|sent|connecting|sends|are sending|mailing) .. (too many|too much|too fast|too quickly|too often|too frequently|too rapidly)',
      sample: '450 you are sending too much',
    },
    {
      says: '(messages|mail|mails|emails|connections|recipients|message) per (hour|minute|day|second|connection|session|ip|host|sender) .. (exceed*|limit*|reached|allowed|max*|too)',
      sample: '450 messages per hour limit',
    },
    {
      says: 'traffic not accepted from this ip',
      sample: '550 5.7.708 Service unavailable. Access denied, traffic not accepted from this IP',
      source: 'Microsoft 365',
    },
    {
      says: '(rp 001|rp 002|rp 003|ou 002)',
      sample:
        "421 RP-001 (COL0-MC1-F1) Unfortunately, some messages from 192.0.2.1 weren't sent. Please try again. We have limits for how many messages can be sent per hour and per day.",
      source: 'Outlook.com',
    },
    {
      says: 'we have limits for how many messages',
      sample: '421 RP-001 We have limits for how many messages can be sent per hour and per day.',
      source: 'Outlook.com',
    },
    {
      says: '(dyn t3|rly b4|rly b3|rlf|con b3|rtr qu)',
      sample: '421 RLY:B4 http://postmaster.info.aol.com/errors/421rlyb4.html',
      source: 'AOL',
    },
    {
      says: '(hl ifc|hl ids|dt ntd|ip spm|mi dmc|mi ifc|mi spc|rp tst|rp rcl|dt spc|hl ltm)',
      sample: '451 DT:NTD 163 mx9',
      source: 'NetEase 163',
    },
    {
      says: '(connection frequency limited|frequency limited|frequency|sending frequency) (limited|limit|exceeded|)',
      sample:
        '550 Connection frequency limited. http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000722',
      source: 'QQ Mail',
    },
    { says: 'domain frequency limited', sample: '550 Domain frequency limited', source: 'QQ Mail' },
    {
      says: '(ip|domain|sender|user|mail from) frequency limited',
      sample: '550 Ip frequency limited. http://service.mail.qq.com',
      source: 'QQ Mail',
    },
    {
      says: '(excessive|too high) (usage|sending|load from|volume|traffic|rate|email|mail|connections|unknown recipients)',
      sample: '450 excessive volume',
    },
    { says: 'maximum credits', sample: '451 maximum credits used' },
    {
      says: '(ip|sender|server|client|host) .. (rate|throttl*|limited|slow*|connection limit) .. (limited|limit|exceed*|down|later)',
      sample: '421 ip rate is limited',
    },
    { says: '(graylist*|ratelimit) .. rate', sample: '451 ratelimit by rate' },
    {
      says: '(policyd|policy) .. (rate|quota) (limit|exceed*)',
      sample: '450 policyd rate limit',
      source: 'policyd',
    },
    {
      says: '(zu viele|zuviele) (verbindungen|nachrichten|mails|emails|empfanger pro|anfragen|gleichzeitige)',
      sample: '421 Zu viele Verbindungen',
      source: 'German servers',
    },
    {
      says: '(trop de|trop) (connexions|messages|mails|courriels|requetes)',
      sample: '421 Trop de connexions',
      source: 'Orange, SFR',
    },
    {
      says: '(demasiados|demasiadas) (mensajes|conexiones|correos)',
      sample: '421 demasiadas conexiones',
      source: 'Spanish servers',
    },
    {
      says: '(troppe|troppi) (connessioni|messaggi|mail|email)',
      sample: '421 troppe connessioni',
      source: 'Italian servers',
    },
    {
      says: '(muitas|muitos|excesso de) (conexoes|mensagens|emails)',
      sample: '421 muitas conexões',
      source: 'Portuguese servers',
    },
    {
      says: '(limite|limit|limiet|лимит*) .. (envios|envoi|envio|invio|wysylki|wysylania|verzenden|отправки|por hora|par heure|all ora|na godzine|сообщений|писем)',
      sample: '450 limite de envios por hora',
      source: 'Portuguese servers',
    },
    {
      says: '(zbyt wiele|za duzo|zbyt duzo) (polaczen|wiadomosci)',
      sample: '421 zbyt wiele połączeń',
      source: 'Polish servers',
    },
    {
      says: '(слишком много|слишком часто)',
      sample: '451 слишком много соединений',
      source: 'Russian servers',
    },
    {
      says: '(频率|频繁|過於頻繁|过于频繁)',
      sample: '450 发信频率超出限制: 发信过于频繁',
      source: 'Chinese servers',
    },
    {
      says: '(送信|接続) .. (制限|数を超え|過多|上限)',
      sample: '421 送信数の上限を超えました',
      source: 'Japanese servers',
    },
    { says: 'ofr* 104', sample: '421 Too many connections, slow down. OFR004_104 [104]', source: 'Orange' },
    {
      says: '(too|to) many (messages|mails|emails|connections)',
      sample: '421 try later, to many messages from your ip in short time',
    },
    {
      says: '(due to|for|of) user complaints',
      sample:
        '421 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred due to user complaints - 4.16.55.1',
      source: 'Yahoo',
    },
    {
      says: '(exceeded|exceed) (your |the |) messaging limits',
      sample: "450 4.7.1 You've exceeded your messaging limits",
      source: 'Rackspace',
    },
    {
      says: '(ratelimit|rate limit) .. exceeded',
      sample: '450 4.7.1 Ratelimit "to_ip_from" exceeded',
      source: 'rspamd',
    },
    { says: '(is|was|been) throttled', sample: '450 mail is throttled' },
    {
      says: '(throttl*|rate limit|ratelimit|too many|too fast|too quickly|too often)',
      sample: '450 too fast',
      weak: true,
    },
    {
      says: 'more than # (mails|messages|emails|connections) (in|per|within|an|a)',
      sample: '450 4.7.1 more than 50 mails in 10 minutes, wait',
    },
    {
      says: 'connection refused server (is |) (too |) busy',
      sample: '421 4.4.5 CCRT 192.0.2.1: Connection refused. Server is busy(RT)',
    },
    {
      says: '(batch|burst|throughput|thread|concurrency|concurrent|session|parallel|delivery rate|submission) (delivery |) (limit|limits|quota) (is |was |has been |) (exceeded|reached|hit)',
      sample: '452 4.5.3 Service unavailable, batch limit reached',
    },
    {
      says: '(recipient|mailbox|sender|database|store) thread limit',
      sample: '#432 4.3.2 STOREDRV.Deliver; recipient thread limit exceeded ##',
      source: 'Exchange',
      sure: true,
    },
    {
      says: '(rejected|refused|denied) (throttled|throttling|throttle|rate limited)',
      sample:
        '451 4.3.0 Client host rejected: Throttled - Too much spam from your mail server. Try again later.',
      sure: true,
    },
    {
      says: 'service refused due to (bad|abusive|suspicious|unusual) (behavior|behaviour|activity|traffic)',
      sample:
        '450 4.7.1 Client host rejected: Service refused due to bad behavior, please try later. SFR_IN_105',
      source: 'SFR',
      sure: true,
    },
    {
      says: '(limit|maximum|max|more than) (of |) # (messages|mail|mails|emails|connections|message) (per|in|an|a|every|each|within) (hour|minute|day|second|connection|session|#)',
      sample: '450 4.7.1 limit of 100 connections per hour',
    },
    {
      says: '(ratelimit|rate limit) exceeded for (mailbox|user|sender|recipient|@)',
      sample: '421 Ratelimit exceeded for mailbox bob@example.com. Try again later.',
      source: 'Mail.ru',
    },
    {
      says: 'too many (messages|mails|emails) for this (user|recipient|mailbox)',
      sample: '451 4.7.1 too many messages for this user, try later',
    },
    {
      says: 'too many (login|authentication|auth) attempts',
      sample: '454 4.7.0 Too many login attempts, please try again later',
      source: 'Gmail',
      sure: true,
    },
    {
      says: '(please try later|essayer plus tard) .. ofr',
      sample: '421 4.3.2 Service refused, please try later. OFR_999 [999]',
      source: 'Orange',
      sure: true,
    },
  ],
} as const satisfies ReasonRule;
