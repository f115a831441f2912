import type { ReasonRule } from '../reason.ts';

/** Sending IP is listed or has a poor reputation (Spamhaus, Barracuda, Microsoft S3140/S3150). */
export const ipBlocked = {
  reason: 'ip-blocked',
  kind: 'bounce',
  actor: 'host',
  life: 'permanent',
  decidingCodes: ['5.7.606', '5.7.511'],
  statusCodes: ['5.7.708', '5.7.605', '5.7.607', '5.7.608', '5.7.609', '5.7.649'],
  hintCodes: ['5.7.513'],
  phrases: [
    {
      says: '(.spamhaus|spamhaus)',
      sample: '550 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org',
      source: 'Postfix',
    },
    {
      says: '(.spamcop|spamcop)',
      sample: '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using bl.spamcop.net',
      source: 'Postfix',
    },
    { says: '(.sorbs|sorbs)', sample: '554 5.7.1 listed in dnsbl.sorbs.net', source: 'Postfix' },
    {
      says: '(.barracudacentral|barracudacentral|barracuda reputation)',
      sample:
        '550 http://www.barracudanetworks.com/reputation/?pr=1&ip=192.0.2.1 blocked using b.barracudacentral.org',
      source: 'Barracuda',
    },
    {
      says: '.barracudanetworks',
      sample:
        '554 Service unavailable; Client host [192.0.2.1] blocked using Barracuda Reputation; http://www.barracudanetworks.com/reputation/?r=1&ip=192.0.2.1',
      source: 'Barracuda',
    },
    {
      says: '(uceprotect|.uceprotect|.backscatterer|backscatterer|.dnswl|.abuseat|.njabl|.ordb|.nixspam|.spfbl|spfbl|.surriel|.psbl|.lashback|.invaluement|.truncate|.gbudb|.mailspike|.senderscore|senderscore|.senderbase|senderbase|.abusix|abusix|.manitu|.spamrats|.dronebl|.ahbl|.cloudmark|.cbl|.zen|.sbl|.xbl|.pbl|.rbl|.dnsbl|.bl|.blacklist|.dnsbl1|.rbls|.blocklist|.hostkarma|.junkemailfilter|.megarbl|.mcafee|.kundenserver|.interserver|.s5h|.0spam|.talosintelligence|.trustedsource|.invalument|.ubl|.unsubscore|.rfc|.rbl2|.polspam|.anonmails|.gremlin|.sender)',
      sample:
        '550 192.0.2.1 is listed at dnsbl-1.uceprotect.net: see https://www.uceprotect.net/en/rblcheck.php',
      source: 'UCEPROTECT',
    },
    {
      says: 'client host host! blocked (using|by)',
      sample: '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using cbl.abuseat.org',
      source: 'Postfix',
    },
    {
      says: '(blocked|rejected|denied|refused|listed|found|blacklisted|refuse) (using|in|on|by|at|because of|due to|from|with) (the |an |a |our |my |multiple |) (rbl|dnsbl|rbls|blacklist|blocklist|block list|black list|dnsbls|ip blacklist|blacklists|dnsbl list|internal blacklist|local blacklist|realtime|real time|block lists|public|dns blacklist|dns blocklist|reputation|ip reputation|ip block list|ip blocklist|ban list|rbl list|deny list|dns based)',
      sample: '554 5.7.1 rejected due to RBL',
    },
    {
      says: '(rbl|dnsbl|dns blacklist|dns blocklist|blackhole list|black hole list|realtime blackhole|real time blackhole|realtime blacklist|real time blacklist|block list|blocklist|blacklist|blocking list|blackhole) .. (ip|host!|listed|lookup|restriction|hit|host|server|client|address|zone|rejected|blocked|denied|result)',
      sample: '554 5.7.1 RBL Restriction: See http://www.example.org for 192.0.2.1',
    },
    {
      says: '(ip|host!|server|host|client|network|address|relay|sending) .. (rbl|dnsbl|blacklist*|block list|blocklist*|black list|black listed|block listed|dnsbls|banned|blackhole|deny list|denylist)',
      sample: '550 your IP 192.0.2.1 is on our blacklist',
    },
    {
      says: 'is (listed|blacklisted|blocked|blocklisted|on) (in|on|at|by|using|our|the) .. (list|rbl|dnsbl|blacklist|database|blocklist|host!|reputation)',
      sample: '550 192.0.2.1 is listed at example-list',
    },
    {
      says: 'part of their network is on our block list',
      sample:
        "550 5.7.1 Unfortunately, messages from [192.0.2.1] weren't sent. Please contact your Internet service provider since part of their network is on our block list (S3150).",
      source: 'Outlook.com',
    },
    {
      says: '(werent|were not) sent please contact your internet service provider',
      sample:
        "550 5.7.1 Unfortunately, messages from [192.0.2.1] weren't sent. Please contact your Internet service provider since part of their network is on our block list (S3140)",
      source: 'Outlook.com',
    },
    {
      says: '(delist|delisting|delisted)',
      sample:
        '550 5.7.606 Access denied, banned sending IP [192.0.2.1]. To request removal from this list please visit https://sender.office.com/ delist',
      source: 'Microsoft 365',
    },
    {
      says: 'banned sending ip',
      sample: '550 5.7.606 Access denied, banned sending IP [192.0.2.1]',
      source: 'Microsoft 365',
    },
    {
      says: 'banned sender',
      sample:
        '550 5.7.511 Access denied, banned sender[192.0.2.1]. To request removal from this list please forward this message to delist@messaging.microsoft.com',
      source: 'Microsoft 365',
    },
    {
      says: 'request removal from this list',
      sample: '550 5.7.606 To request removal from this list please visit https://sender.office.com/',
      source: 'Microsoft 365',
    },
    {
      says: '(bad|poor|low|negative|no|suspicious|ip|sender|ips|its|dynamic|host|domain|server|very low|insufficient|sending|questionable|your) (sender |ip |ip address |network |senderbase |email |mail |dns |domain |) reputation',
      sample: '554 5.7.1 rejected due to poor reputation of a domain used in message transfer',
    },
    {
      says: 'reputation (of|score|is|filter|too|service|data|system|block|check|filtering|based|list|problem|issue|low|poor)',
      sample: "554-The IP's reputation is too low",
    },
    {
      says: '(poor|bad|low) .. reputation',
      sample:
        "554 Your access to this mail system has been rejected due to the sending MTA's poor reputation. If you believe that this failure is in error, please contact the intended recipient via alternate means.",
      source: 'Cisco',
    },
    {
      says: 'access to this mail system has been rejected due to',
      sample:
        "554 Your access to this mail system has been rejected due to the sending MTA's poor reputation",
      source: 'Cisco',
    },
    {
      says: 'suspicious due to the very low reputation',
      sample:
        '550-5.7.1 Our system has detected that this message is 550-5.7.1 likely suspicious due to the very low reputation of the sending IP address.',
      source: 'Gmail',
    },
    {
      says: 'unusual rate of unsolicited mail originating from your ip',
      sample:
        '421-4.7.0 Our system has detected an unusual rate of unsolicited mail originating from your IP address',
      source: 'Gmail',
    },
    {
      says: '(our system has detected that|) .. ip .. (on|in) (our|the) (block|blocked)',
      sample: '550 the ip is on our block list',
    },
    {
      says: 'the ip youre using to send mail is not authorized',
      sample:
        "550-5.7.1 [192.0.2.1] The IP you're using to send mail is not authorized to send email directly to our servers. Please use the SMTP relay at your service provider instead.",
      source: 'Gmail',
    },
    {
      says: 'not authorized to send email directly to our servers',
      sample:
        "550-5.7.1 The IP you're using to send mail is not authorized to send email directly to our servers",
      source: 'Gmail',
    },
    {
      says: '(dynamic|residential|dialup|dial up|dsl|home|broadband|consumer|generic|dynamically assigned|end user) (ip|ips|ip address|address|addresses|ip addresses|ip range|host|hosts|users|space|client|pool|range|hostname|connection)',
      sample: '550 Dynamic IP addresses are not allowed',
    },
    {
      says: '(.dynamic|dynamic) .. (not accept*|block*|reject*|not allowed|refused|denied)',
      sample: '550 dynamic hosts refused: dynamic range blocked',
    },
    { says: 'dul', sample: '550 listed in DUL' },
    {
      says: '(banned|blacklisted|denied|refused|restricted|barred) (for|from|due|because) .. (spam|abuse|spamming|unsolicited|attack|attacks|abusive|virus|blacklist*|ip|malicious|complaints|network)',
      sample: '554 refused due to abuse: blocked for spam from ip',
    },
    {
      says: '(your|this|the sending|the client|the connecting) (ip|ip address|server|mail server|mailserver|host|network|isp|mta|email server|netblock|subnet|class c|ip range|provider) .. (blocked|blacklisted|black listed|banned|block|rejected|spam|refused|denied|listed|blocklisted|abuse|not authorized|not allowed|compromised|block*|reputation|suspicious)',
      sample: '550 your server is temporarily blocked',
    },
    {
      says: '(mail|email|messages|message|connections|connection|traffic|access) from (this |your |the |that |) (ip|host!|server|host|ip address|network|isp|mailserver|mail server|client|country|region|site|netblock|range) .. (blocked|refused|rejected|denied|not accepted|banned|not allowed|prohibited|blacklisted|listed|restricted|rejecting|suspicious|dropped)',
      sample: '550 mail from 192.0.2.1 refused',
    },
    {
      says: '(refused|rejected|denied|blocked|not accept*|refusing|not accepting|rejecting) (mail |connection |connections |messages |email |all mail |access |) from (your |this |the |client |) (ip|host!|server|network|ip address|mailserver|mail server|isp|host|mta)',
      sample: '554 refused connection from 192.0.2.1',
    },
    {
      says: 'client host rejected access denied',
      sample: '554 5.7.1 <unknown[192.0.2.1]>: Client host rejected: Access denied',
      source: 'Postfix',
    },
    {
      says: 'client host rejected',
      sample: '554 5.7.1 <unknown[192.0.2.1]>: Client host rejected: no',
      source: 'Postfix',
      weak: true,
    },
    {
      says: 'no connections accepted from',
      sample: '521 No connections accepted from 192.0.2.1',
      source: 'OpenSMTPD',
    },
    {
      says: 'connections will not be accepted from',
      sample: '553 5.7.1 [BL21] Connections will not be accepted from 192.0.2.1',
      source: 'Yahoo',
    },
    {
      says: '(tss05|tss09|tss11|tss12|tss13)',
      sample:
        '553 5.7.2 [TSS09] All messages from 192.0.2.1 will be permanently deferred; Retrying will NOT succeed.',
      source: 'Yahoo',
    },
    {
      says: 'permanently deferred',
      sample: '553 5.7.2 [TSS09] All messages from 192.0.2.1 will be permanently deferred',
      source: 'Yahoo',
    },
    {
      says: '(cs01|cs02|hm07)',
      sample:
        '554 5.7.1 [CS01] Message rejected due to local policy. Please visit https://support.apple.com/en-us/HT204137',
      source: 'Apple iCloud',
    },
    {
      says: '(rly b1|rly b2|rly b3|rly bl|rly cs|rly ch|rly cn|rly sn|rly da|rly nw|dyn t1|dyn t2|ris tb|rtr bb|rtr bg|rtr be|rtr rd|rtr ga|rtr ch)',
      sample: '554 RTR:BB http://postmaster.info.aol.com/errors/554rtrbb.html',
      source: 'AOL',
    },
    {
      says: '(hl rep|hl itc|mi spb|dt spm4|rp qrc|rp ufc|rp cel|ip rbl|mi ip|mi nhd)',
      sample: '421 HL:REP 163 mx22,QMCowABnx http://mail.163.com/help/help_spam_16.htm',
      source: 'NetEase 163',
    },
    {
      says: 'too many spams from your ip',
      sample:
        '550 spam detected: Too many spams from your IP (192.0.2.1), please visit http://postmaster.free.fr/',
      source: 'Free',
    },
    {
      says: '(bl000000|bl000001|bl000010)',
      sample: '554 5.7.1 Mail rejected. BL000001 Cox: 192.0.2.1 blocked',
      source: 'Charter',
    },
    {
      says: 'aup (bl|cdrbl|cxsnd|csi|rbl|i 1310|1310|1490|1500)',
      sample:
        "550 Error: AUP#BL Email from 192.0.2.1 is currently blocked by Verizon Online's anti-spam system.",
      source: 'Charter',
    },
    {
      says: '(currently blocked by|blocked by) (verizon|earthlink|comcast|att|cox|at|charter|rr|roadrunner|telus|bell|shaw|aol)',
      sample: "571 Email from 192.0.2.1 is currently blocked by Verizon Online's anti-spam system.",
      source: 'Verizon',
    },
    {
      says: '(is blocked|blocked) for assistance forward this error to',
      sample:
        '553 5.3.0 DNSBL:RBL 521<192.0.2.1>_is_blocked.For assistance forward this error to abuse_rbl@abuse-att.net',
      source: 'AT&T',
    },
    {
      says: 'dnsbl (rbl|attrbl|attbl)',
      sample: '553 5.3.0 flph DNSBL:ATTRBL 521< 192.0.2.1 >_is_blocked',
      source: 'AT&T',
    },
    {
      says: 'comcast block for spam',
      sample: '554 comcast 192.0.2.1 Comcast block for spam.',
      source: 'Comcast',
    },
    {
      says: '(ip address (192|) |) (is |) not (whitelisted|white listed)',
      sample: '550 host not whitelisted',
    },
    {
      says: '(not authorized|unauthorized|not allowed|not permitted) (to connect|host|ip|ip address|to use this server|connection)',
      sample: '550 5.7.1 your host is not allowed to connect',
    },
    { says: '(unauthorized|unauthorised) (host|ip|server|client)', sample: '550 unauthorized host' },
    { says: '(no|bad|not) (dnsbl|rbl)', sample: '550 bad rbl score' },
    { says: '(local |) (ip |) (block|blocked) (list|ip)', sample: '550 in local blocked list' },
    {
      says: '(geo|geographic|geoip|country|geo ip|geolocation) (block*|restriction*|filter*|not|is|based|ip)',
      sample: '550 country blocked',
    },
    { says: '(your|this) (country|region)', sample: '550 mail from your country' },
    { says: 'spam source', sample: '550 spam source' },
    {
      says: '(known|source of|sending|sends|sent|originat*|relay*) (a |) (spam|spammer|spammers|unsolicited|junk) (source|server|host|ip|network|from|relay|sender*|origin|mail)',
      sample: '550 192.0.2.1 is a known spam source',
    },
    {
      says: '(suspicious|unusual|malicious|abusive) (activity|traffic|behaviour|behavior|smtp|connection|transmission|host) .. (ip|host|network|address|your|from|server)',
      sample: '421 suspicious activity from your IP',
    },
    {
      says: 'ip .. (rejected|refused|block*|denied|banned|bad|blacklist*|listed|restricted|unauthorized|reputation|untrusted)',
      sample: '550 ip has been rejected',
    },
    {
      says: 'nemesis esmtp service not available',
      sample:
        '554-gmx.net (mxgmx016) Nemesis ESMTP Service not available 554-No SMTP service 554-IP address is black listed.',
      source: 'GMX',
    },
    {
      says: 'no smtp service .. (ip|bad dns|black|block*|policy)',
      sample: '554-No SMTP service 554-IP address is black listed.',
      source: 'GMX',
    },
    {
      says: 'ip address is (black|block) listed',
      sample:
        '554-No SMTP service 554-IP address is black listed. 554 For explanation visit https://postmaster.gmx.net/en/case?c=r0601&i=ip&v=192.0.2.1',
      source: 'GMX',
    },
    {
      says: 'a problem occurred ask your postmaster for help or to contact',
      sample:
        '554 IP=192.0.2.1 - A problem occurred. (Ask your postmaster for help or to contact tosa@rx.t-online.de to clarify.)',
      source: 'T-Online',
    },
    {
      says: 'dialup transmissions not allowed',
      sample: '554 IP=192.0.2.1 - Dialup/transmissions not allowed. Use your mailbox.',
      source: 'T-Online',
    },
    {
      says: 'none bad reputation',
      sample:
        '554 IP=192.0.2.1 - None/bad reputation. Ask your postmaster for help or to contact tobr@rx.t-online.de for reset.',
      source: 'T-Online',
    },
    {
      says: '(ip|adresse ip|direccion ip|indirizzo ip|endereco ip|adres ip|ip adresse|ip adres) .. (gesperrt|blockiert|geblockt|bloquee|bloque|bloqueada|bloqueado|bloccato|blacklist|zablokowany|geblokkeerd|na czarnej|lista negra|liste noire|rechazada|gelistet)',
      sample: '550 Ihre IP-Adresse ist gesperrt',
      source: 'German servers',
    },
    {
      says: '(ip|адрес|сервер) .. (заблокирован|черном списке|чёрном списке|занесен|блокирован|в черном)',
      sample: '550 Ваш IP заблокирован',
      source: 'Russian servers',
    },
    {
      says: '(ip|客户端|服务器) .. (被拒绝|黑名单|拒绝|被封|封禁|限制|屏蔽)',
      sample: '550 IP被列入黑名单',
      source: 'Chinese servers',
    },
    { says: '(黑名单|黑名單)', sample: '550 您的服务器在黑名单中', source: 'Chinese servers' },
    {
      says: '(ip|送信元) .. (拒否|ブラックリスト|ブロック)',
      sample: '550 送信元IPがブラックリストに登録',
      source: 'Japanese servers',
    },
    { says: '(ip|서버) .. (차단|블랙리스트|스팸)', sample: '550 IP가 차단되었습니다', source: 'Naver' },
    { says: 'bad (sending |client |) (ip|host)', sample: '550 bad client ip' },
    { says: '.mxtoolbox', sample: '550 check https://mxtoolbox.com/blacklists.aspx 192.0.2.1' },
    { says: 'temporarily blocked .. (ip|host!)', sample: '421 temporarily blocked host 192.0.2.1' },
    { says: 'ipr .. reputation', sample: '554 IPR low reputation' },
    {
      says: '(client host|client|ip|ip address|sending ip|your ip|your host|sender ip|source ip|ips|client ip|your server|your mail server|sending server|your mailserver) (@ |host! |from host! |address |) (is |was |has been |have been |are |temporarily |currently |been |) (blocked|blacklisted|black listed|blocklisted|block listed|banned|listed|rejected|refused|denied|on our blacklist|blackholed|on our block list|in our block list|on our blocklist)',
      sample: '550 5.7.1 Client host [192.0.2.1] blocked',
      source: 'Postfix',
    },
    {
      says: '(ip|host!|address) (is|was|has been) (blocked|blacklisted|blocklisted|banned|listed|black listed)',
      sample: '550 192.0.2.1 is blocked',
    },
    {
      says: 'banned sender host!',
      sample: '550 5.7.511 Access denied, banned sender[192.0.2.1].',
      source: 'Microsoft 365',
    },
    {
      says: '(is|are|found|listed) (in|on) (an|a|the|our) (rbl|dnsbl|blacklist|blocklist)',
      sample: '550 JunkMail rejected - mail.example.com [192.0.2.1]:4312 is in an RBL',
      source: 'cPanel Exim',
    },
    {
      says: '(dy 001|dy 002|sc 002|sc 003|sc 004|ou 001)',
      sample: "550 DY-001 (BAY004) Unfortunately, messages from 192.0.2.1 weren't sent.",
      source: 'Outlook.com',
    },
    {
      says: 'unfortunately messages from host! werent sent',
      sample: "550 5.7.1 Unfortunately, messages from [192.0.2.1] weren't sent.",
      source: 'Outlook.com',
    },
    {
      says: '(ip|ip address|client ip|your ip) (is |address |) (rejected|refused|denied|not allowed|invalid|prohibited|forbidden|hangup)',
      sample: '550 IP is rejected',
      source: 'Coremail',
    },
    {
      says: '(invalid|black|bad|banned|blocked|denied|spam|spammer|blacklisted|rejected) (ip|ips|ip address)',
      sample: '550 black ip',
      source: 'Sina',
    },
    {
      says: 'rbl (deny|denied|match|matches|hit|reject*|block*|check|listed|restriction)',
      sample: '554 rbl deny',
      source: 'Sina',
    },
    {
      says: '(rbl|rblplus|rbl plus)',
      sample: '550 Permanent denial of connection (550) for RBL+ matches',
      source: 'Trend Micro',
    },
    {
      says: '(blackhole|black hole) (site|list)',
      sample: '550 5.7.1 Mail from 192.0.2.1 refused by blackhole site bl.example.net',
      source: 'Sendmail',
    },
    {
      says: '(mail|email|messages|message|connection|connections|connect) from ip! .. (refused|rejected|blocked|denied|not accepted|dropped|deferred listed|banned)',
      sample: '550 5.7.1 Mail from 192.0.2.1 refused by blackhole site bl.example.net',
      source: 'Sendmail',
    },
    {
      says: '(too many|number of|excessive) complaints',
      sample: '550 Too many complaints about your server',
    },
    {
      says: '(s3150|s3140)',
      sample: 'Microsoft lehnt unsere Mails ab wegen S3150',
      source: 'Outlook.com',
      sure: true,
    },
    {
      says: '(servers|server|email|network|address|addresses|hosts) reputation',
      sample: "550 5.7.1 Email rejected due to the sending server's reputation",
      source: 'Symantec',
    },
    { says: 'reputation', sample: '554 5.7.1 reputation', weak: true },
    {
      says: '.ipcheck',
      sample: '550 5.7.0 Local Policy Violation - https://ipcheck.proofpoint.com/?ip=192.0.2.1',
      source: 'Proofpoint',
    },
    {
      says: '.trendmicro',
      sample: '450 4.7.1 client [192.0.2.1] is throttled. Please see https://servicecentral.trendmicro.com',
      source: 'Trend Micro',
    },
    {
      says: 'email reputation (database|service|services)',
      sample: '450 4.7.1 client [192.0.2.1] is throttled using Trend Micro Email Reputation database',
      source: 'Trend Micro',
    },
    { says: 'aup i #', sample: '421 4.3.2 ESMTP server not available AUP#I-1010', source: 'Charter' },
    {
      says: '(not allowed|not permitted|not authorized) to connect',
      sample: '554 5.7.1 You are not allowed to connect.',
    },
    { says: 'blacklisted sending host', sample: '454 4.7.1 blacklisted sending host' },
    {
      says: '(sending|connecting) (host|server|ip|client) .. (blacklisted|blocked|listed|rejected|denied)',
      sample: '454 4.7.1 sending host is blacklisted',
    },
    {
      says: '(blacklist*|blocklist*|rbl|dnsbl|dnsbls|banned|block list|black list)',
      sample: '554 5.7.1 blacklist',
      weak: true,
    },
    {
      says: '(steht|ist) auf (unserer|einer|der) (sperrliste|blacklist|blockliste|schwarzen liste)',
      sample: '550 Dein Server 192.0.2.1 steht auf unserer Sperrliste',
      source: 'German servers',
    },
    {
      says: '(the|that) (ip|ip address|netblock|subnet|ip range|sending ip) .. (blocked|blacklisted|black listed|banned|rejected|refused|denied|listed|blocklisted)',
      sample: '550 the netblock is blocked',
    },
    {
      says: '(suspected|known|alleged|suspicious|identified) (spam|spamming|junk|abuse|bulk) (sender|senders|source|host|server|ip|relay|network|gateway)',
      sample: '550 Suspected spam sender [kFz0 IP: 192.0.2.1]',
      source: 'QQ Mail',
    },
    {
      says: '(ip|ip!|ip address) ~ (is|was|has been|are) (filtered|restricted|barred|dropped|denied|refused|rejected)',
      sample: '421 Your IP(192.0.2.1) is filtered and this connection will be closed',
    },
    {
      says: '(must|need to|should|please) register your (ip|ip address|server|mail server)',
      sample: '421 You must register your IP to postmaster@example.com',
    },
    { says: 'ip control', sample: '550 Transaction failed. (SPAM_SUSPECT:IP_CONTROL)' },
    {
      says: '(connection|session) (refused|rejected|denied|closed|dropped|blocked) ~ (we|hate|no|known|for|as|to) (spammer*|spam|blacklist*|banned|abuse|abusive|reputation|blocklist*)',
      sample: '550 Connection refused - we hate spammers!',
    },
    {
      says: '(dictionary|harvest|harvesting|directory harvest|brute force|dha|address harvesting) (attack|attacks|attempt|attempts)',
      sample: '550 Dictionary attack detected, too many unknown addresses tried from your host',
    },
    {
      says: 'junk mail rejected .. rbl',
      sample:
        '550-"JunkMail rejected - (srv) [192.0.2.1]:53 is in an RBL: Blocked - see http://cbl.abuseat.org/lookup.cgi?ip=192.0.2.1"',
      source: 'cPanel Exim',
      sure: true,
    },
    {
      says: 'aup (cxsnd*|cxbl*|cnx|cdrbl|bl)',
      sample: '554 impinc01 cox 192.0.2.1 refused. AUP#CXSNDRBL',
      source: 'Cox',
    },
    {
      says: '(does not|doesnt) relay dynamically assigned',
      sample: '550 DY-001 Hotmail does not relay dynamically-assigned IP ranges. 192.0.2.1',
      source: 'Outlook.com',
      sure: true,
    },
    {
      says: 'intrusion prevention active',
      sample: '421 4.7.0 Intrusion prevention active for [192.0.2.1]',
      source: 'Telenor',
      sure: true,
    },
    {
      says: 'no access for this (ip|host|domain|network)',
      sample: '550 Sorry, no access for this ip',
      source: 'Sendmail',
      sure: true,
    },
    {
      says: 'mail refused ip! see',
      sample:
        '554 5.7.1 - ERROR: Mail refused - <192.0.2.1> - See http://security.rr.com/cgi-bin/block-lookup?192.0.2.1',
      source: 'RoadRunner',
      sure: true,
    },
    {
      says: '.block-lookup',
      sample: '554 Mail refused: http://security.rr.com/cgi-bin/block-lookup?192.0.2.1',
      source: 'RoadRunner',
    },
    {
      says: 'access to submit messages to this email system has been rejected',
      sample: '550 #5.7.1 Your access to submit messages to this e-mail system has been rejected.',
      source: 'Cisco IronPort',
      sure: true,
    },
    {
      says: '(con|rly) (b1|b2|b3|bd|ch|cs4|ip|nw|ob|sn|sw)',
      sample: '521 5.2.1 : (CON:B1) https://postmaster.aol.com/error-codes#554conb1',
      source: 'AOL',
    },
  ],
} as const satisfies ReasonRule;
