/** What customers paste. Between ⟦ and ⟧ stands what must never be stored. All names are made up. */
const marked = [
  `Hi, I get this since this morning:
This message was created automatically by mail delivery software.
A message that you sent could not be delivered to one or more of its recipients. This is a permanent error. The following address(es) failed:
  ⟦kim.larsen@mailbox.example⟧
    Domain shop.example has exceeded the max defers and failures per hour (5/5 (100%)) allowed. Message discarded.`,

  `2026-11-23 09:14:02 ⟦1tEq3K-0000Wd-2f⟧ ** ⟦bob@partner.example⟧ R=enforce_mail_permissions: Domain shop.example has exceeded the max defers and failures per hour (7/7 (58%)) allowed. Message discarded.`,

  `2026-11-23 09:14:01 ⟦1tEq3K-00000003Fcd-0nFY⟧ <= ⟦info@shop.example⟧ H=(laptop) [⟦203.0.113.87⟧]:50122 P=esmtpsa X=TLS1.3:TLS_AES_256_GCM_SHA384:256 CV=no A=dovecot_login:⟦info@shop.example⟧ S=4182 id=⟦5f0c7d2e-77aa-4b0e@shop.example⟧ T="Order 118" for ⟦bob@partner.example⟧`,

  `2026-11-23 09:14:02 ⟦1tEq3K-0000Wd-2f⟧ <= ⟦info@shop.example⟧ U=⟦shopuser⟧ P=local S=982 id=⟦E1tEq3K-0000Wd-2f@server12.host.example⟧ T="Contact form" for ⟦owner@shop.example⟧`,

  `2026-11-23 10:00:31 ⟦1tErAB-0001Xy-7Q⟧ == ⟦anna@webmail.example⟧ R=dkim_lookuphost T=dkim_remote_smtp defer (-46) H=mx1.webmail.example [⟦198.51.100.23⟧]: SMTP error from remote mail server after RCPT TO:<⟦anna@webmail.example⟧>: 451 4.7.1 Greylisted, please try again in 300 seconds`,

  `Delivery has failed to these recipients or groups:

Anna Berg (⟦anna.berg@contoso.example⟧)
The email address you entered couldn't be found.

Diagnostic information for administrators:
Generating server: AM9PR04MB8212.eurprd04.prod.outlook.com
⟦anna.berg@contoso.example⟧
Remote server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient ⟦anna.berg@contoso.example⟧ not found by SMTP address lookup'

Original message headers:
Received: from mail.shop.example (⟦203.0.113.87⟧) by AM0EUR02FT031.mail.protection.outlook.com (⟦10.13.54.144⟧) with Microsoft SMTP Server
Message-ID: <⟦9b1f6c02aa3c4e1b8f6d1f7c2a9e0d55@shop.example⟧>`,

  `Remote Server returned '550 5.7.1 Unfortunately, messages from [⟦203.0.113.87⟧] weren't sent. Please contact your Internet service provider since part of their network is on our block list (S3140). You can also refer your provider to http://mail.live.com/mail/troubleshooting.aspx#errors. [DB5EUR02FT044.eop-EUR02.prod.protection.outlook.com 2026-11-23T08:11:43.211Z 08DD0B11C5F3A4C1]'`,

  `Your message to ⟦sales@fabrikam.example⟧ couldn't be delivered.
fabrikam.example suspects your message is spam and rejected it.
⟦mia.holt@shop.example⟧ -> Office 365 -> sales
<⟦PAXPR08MB69274F0DE9C1A6B0F0E7B1A1E1C42@PAXPR08MB6927.eurprd08.prod.outlook.com⟧> [InternalId=⟦42451788996829⟧, Hostname=DB9PR08MB6777.eurprd08.prod.outlook.com] 25117 bytes
X-MS-Exchange-CrossTenant-Network-Message-Id: ⟦6b0f2f5e-1d0c-4a35-9a43-08dd0b11c5f3⟧`,

  `550-5.7.26 This mail has been blocked because the sender is unauthenticated.
550-5.7.26 Gmail requires all senders to authenticate with either SPF or DKIM.
550-5.7.26  Authentication results:
550-5.7.26  DKIM = did not pass
550-5.7.26  SPF [shop.example] with ip: [⟦203.0.113.87⟧] = did not pass
550 5.7.26  https://support.google.com/mail/answer/81126#authentication ⟦a640c23a62f3a-aa4f41a2c0esi1122334466b.512⟧ - gsmtp`,

  `421-4.7.28 Gmail has detected an unusual rate of unsolicited mail originating from your IP Netblock [⟦2001:db8:85a3::8a2e:370:7334⟧      20]. 421 4.7.28 ⟦ffacd0b85a97d-3824b0b7c0fsi201122f8f.77⟧ - gsmtp`,

  `Reporting-MTA: dns; server12.host.example
Action: failed
Final-Recipient: rfc822;⟦no.such.person@gmx.example⟧
Status: 5.1.1
Remote-MTA: dns; mx00.emig.gmx.example
Diagnostic-Code: smtp; 550 Requested action not taken: mailbox unavailable
X-Exim-Message-ID: ⟦1tEsZt-0003Pl-9c⟧`,

  `Reporting-MTA: dns; mail.host.example
X-Postfix-Queue-ID: ⟦4XrTqL0b9jz1x⟧
X-Postfix-Sender: rfc822; ⟦buero@kanzlei-schmidt.example⟧
Arrival-Date: Mon, 23 Nov 2026 09:41:12 +0100 (CET)

Final-Recipient: rfc822; ⟦mandant@posteo.example⟧
Original-Recipient: rfc822;⟦mandant@posteo.example⟧
Action: failed
Status: 5.2.2
Diagnostic-Code: smtp; 552 5.2.2 Mailbox full`,

  `Nov 23 09:41:15 mail postfix/smtp[21733]: ⟦4F2A31C0B9D⟧: to=<⟦mandant@posteo.example⟧>, relay=mx02.posteo.example[⟦185.67.36.64⟧]:25, delay=2.1, delays=0.1/0.01/1.2/0.8, dsn=5.2.2, status=bounced (host mx02.posteo.example[⟦185.67.36.64⟧] said: 552 5.2.2 Mailbox full (in reply to RCPT TO command))`,

  `Nov 23 09:41:16 mail postfix/qmgr[901]: ⟦3b2Zk81yNcz9rxM⟧: from=<⟦buero@kanzlei-schmidt.example⟧>, size=3021, nrcpt=1 (queue active)`,

  `Return-Path: <⟦bounces+8812345-9f3c-kunde=web.example@em7712.newsletter.example⟧>
Received: from mout.web.example (mout.web.example [⟦212.227.15.3⟧]) by server12.host.example with esmtps (TLS1.3) tls TLS_AES_256_GCM_SHA384 (Exim 4.98) (envelope-from <⟦kunde@web.example⟧>) id ⟦1tEt00-0001aB-1k⟧ for ⟦info@shop.example⟧; Mon, 23 Nov 2026 10:02:11 +0100
Von: "⟦Jürgen Großmann⟧" <⟦juergen.grossmann@web.example⟧>
An: ⟦info@shop.example⟧
Betreff: Rechnung
Nachrichten-ID: <⟦20261123100209.3F1A2B@web.example⟧>`,

  `De : ⟦Élodie Lefèvre⟧ <⟦elodie.lefevre@orange.example⟧>
À : ⟦contact@boutique.example⟧
Objet : Re: commande
Message-ID: <⟦CAKp9=Zq+1vXh8_3rN0@mail.orange.example⟧>
Votre message n'a pas pu être remis : 550 5.1.1 <⟦elodie.lefevre@orange.example⟧> Adresse d au moins un destinataire invalide. LPN007_510`,

  `Da: ⟦Giulia Conti⟧ <⟦giulia.conti@libero.example⟧>
A: ⟦ordini@negozio.example⟧
Il messaggio non è stato consegnato. 550 5.7.1 [⟦93.184.216.34⟧] blocked using spamhaus`,

  `De: ⟦María Fernández⟧ <⟦maria.fernandez@correo.example⟧>
Para: ⟦ventas@tienda.example⟧
El servidor respondió: 554 5.7.1 Service unavailable; Client host [⟦198.51.100.200⟧] blocked using zen.spamhaus.org`,

  `Van: ⟦Sanne de Vries⟧ <⟦sanne@ziggo.example⟧>
Aan: ⟦support@winkel.example⟧
Uw bericht kon niet worden afgeleverd. 452 4.2.2 <⟦sanne@ziggo.example⟧> Mailbox vol`,

  `Od: ⟦Zofia Wiśniewska⟧ <⟦zofia.wisniewska@poczta.example⟧>
Do: ⟦biuro@sklep.example⟧
550 5.1.1 <⟦zofia.wisniewska@poczta.example⟧>: Recipient address rejected: User unknown`,

  `От: ⟦Ольга Кузнецова⟧ <⟦olga.k@pochta.example⟧>
Кому: ⟦info@magazin.example⟧
550 5.7.1 Message rejected under suspicion of SPAM [⟦2a02:6b8:0:1a2d::1:7⟧]`,

  `差出人: ⟦山田太郎⟧ <⟦taro.yamada@example.jp⟧>
宛先: ⟦shop@mise.example⟧
メールを送信できませんでした。550 5.1.1 <⟦taro.yamada@example.jp⟧>... User unknown`,

  `SMTP error from remote mail server after end of data: host gmail-smtp-in.l.google.com [⟦2a00:1450:4010:c0f::1a⟧]: 550-5.7.1 [⟦2001:db8:1:2:3:4:5:6⟧] Our system has detected that this message is likely unsolicited mail.`,

  `host mx.zoho.example [⟦136.143.191.44⟧] SMTP error from remote mail server after RCPT TO:<⟦dev+test@startup.example⟧>: 541 5.4.1 Recipient address rejected: Access denied`,

  `The IP [IPv6:⟦2001:db8:85a3:0:0:8a2e:370:7334⟧] is listed at b.barracudacentral.org, helo was ⟦dsl-203-0-113-87.dyn.provider.example⟧ and ptr is ⟦ip-203-0-113-87.eu-west.compute.example⟧`,

  `Outlook: Fehler (0x800CCC0F): Die Verbindung mit dem Server wurde unterbrochen. Konto: ⟦praxis.dr-weber@zahnarzt.example⟧, Server: mail.zahnarzt.example, Port: 465. Datei: C:\\Users\\⟦Sabine Weber⟧\\AppData\\Local\\Microsoft\\Outlook\\⟦praxis.dr-weber@zahnarzt.example⟧.ost`,

  `Sending reported error (0x800CCC80): None of the authentication methods supported by this client are supported by your server. user: ⟦office@arch.example⟧ password: ⟦Sommer2026!⟧`,

  `Thunderbird: Login to server mail.arch.example with username ⟦office@arch.example⟧ failed. Passwort: ⟦Winter#77⟧`,

  `>>> AUTH PLAIN ⟦AG9mZmljZUBhcmNoLmV4YW1wbGUAU29tbWVyMjAyNiE=⟧
<<< 535 5.7.8 Error: authentication failed
>>> AUTH LOGIN ⟦b2ZmaWNlQGFyY2guZXhhbXBsZQ==⟧`,

  `PHP Fatal error: Uncaught PHPMailer\\Exception: SMTP Error: Could not authenticate. in /home/⟦archoffice⟧/public_html/wp-content/plugins/contact/lib/mail.php:131 cwd=/home/⟦archoffice⟧/public_html`,

  `X-PHP-Originating-Script: 1012:mailer.php
X-Source-Args: php-fpm: pool shop_example
X-Source-Dir: /home2/⟦kimshop77⟧/public_html/tmp
X-AntiAbuse: Sender Address Domain - shop.example
X-Get-Message-Sender-Via: server12.host.example: authenticated_id: ⟦kim@shop.example⟧
X-Authenticated-Sender: server12.host.example: ⟦kim@shop.example⟧`,

  `Received: from ⟦kimshop77⟧ by server12.host.example with local (Exim 4.98) (envelope-from <⟦kimshop77@server12.host.example⟧>) id ⟦1tEuTT-0004zz-Qx⟧ for ⟦victim@mail.example⟧; Mon, 23 Nov 2026 11:00:00 +0000`,

  `Jeg får denne fejl: 550 5.4.1 ⟦lars.nørgaard@firma.example⟧: Recipient address rejected: Access denied. AS(201806281) [AM0EUR02FT003.eop-EUR02.prod.protection.outlook.com]`,

  `Jag kan inte skicka till ⟦åsa.öberg@företag.example⟧ — 550 5.1.1 ⟦åsa.öberg@företag.example⟧ User unknown; rejecting`,

  `Bonjour, depuis hier "⟦jean-pierre.dupont@société.example⟧" est refusé : 421 4.7.0 [TSS04] Messages from ⟦203.0.113.99⟧ temporarily deferred due to unexpected volume or user complaints - 4.16.55.1`,

  `mailto:⟦presse@verlag.example⟧?subject=Frage geht nicht, und https://verlag.example/abmelden?mail=⟦leser%40verlag.example⟧&t=⟦9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08⟧ auch nicht`,

  `"⟦very unusual@local⟧"@strange.example was rejected: 501 5.1.3 Bad recipient address syntax`,

  `postmaster@[⟦192.0.2.44⟧] not accepted: 501 5.1.7, helo=[⟦192.0.2.44⟧]`,

  `IMCEAEX-⟦_o=ExchangeLabs_ou=Exchange+20Administrative+20Group+20+28FYDIBOHF23SPDLT+29_cn=Recipients_cn=3a7f0a1f5c3d4b29b8c1d2e3f4a5b6c7-mia.holt⟧@namprd11.prod.outlook.com
550 5.1.11 RESOLVER.ADR.ExRecipNotFound`,

  `SRS0=⟦Hh3x=UT=quelle.example=absender⟧@forward.example: 550 5.7.23 The message was rejected because of Sender Policy Framework violation`,

  `prvs=⟦1061d0ab42=einkauf⟧@lieferant.example refused: 550 5.7.1 BATV signature failed`,

  `The mail system <⟦kontakt@verein.example⟧>: host mx.verein.example[⟦192.0.2.200⟧] said: 550 5.7.509 Access denied, sending domain SHOP.EXAMPLE does not pass DMARC verification`,

  `This is the qmail-send program at mail.old.example.
I'm afraid I wasn't able to deliver your message to the following addresses.
<⟦archiv@old.example⟧>:
⟦192.0.2.61⟧ does not like recipient.
Remote host said: 550 5.1.1 unknown
Giving up on ⟦192.0.2.61⟧.`,

  `Received: (qmail 30112 invoked from network); 23 Nov 2026 10:10:10 -0000
Received: from unknown (HELO [⟦10.0.0.23⟧]) (⟦chef@handwerk.example⟧@⟦79.192.14.201⟧) by mail.handwerk.example with ESMTPA; 23 Nov 2026 10:10:10 -0000`,

  `Received: by 2002:a05:6402:⟦1f0a:b0:5cf:c2a4:8f2e⟧ with SMTP id ⟦ca10edc1d2bmr4434441edb.12⟧; Mon, 23 Nov 2026 01:10:11 -0800 (PST)
Received: from [⟦192.168.178.44⟧] (p⟦4fd1c9a2⟧.dip0.t-ipconnect.example. [⟦79.209.201.162⟧]) by smtp.gmail.example with ESMTPSA id ⟦4fb4d7f45d1cf-5cfca4a2b11sm5012a12.29.2026⟧`,

  `Authentication-Results: mx.google.com; dkim=pass header.i=@shop.example header.s=default header.b=kJ8sPq2w; spf=softfail (google.com: domain of transitioning ⟦kim@shop.example⟧ does not designate ⟦203.0.113.87⟧ as permitted sender) smtp.mailfrom=⟦kim@shop.example⟧`,

  `In-Reply-To: <⟦b7a1@verlag.example⟧>
References: <⟦a111@verlag.example⟧>
 <⟦b7a1@verlag.example⟧> <⟦c9@shop.example⟧>
Subject: Undelivered Mail Returned to Sender`,

  `Message-ID:
 <⟦VI1PR0501MB2160AAF1B3C8F5E2A9D0C4B7D6E21@VI1PR0501MB2160.eurprd05.prod.outlook.com⟧>
X-Originating-IP: [⟦91.12.33.207⟧]`,

  `<⟦0102019352aa1f2e-3f0b5a61-9c55-4e0e-8d8d-4b0f2c1d9f10-000000@eu-west-1.amazonses.com⟧> An error occurred while trying to deliver the mail to the following recipients: ⟦einkauf@klinik.example⟧`,

  `Mailgun: {"event":"failed","recipient":"⟦kunde1@t-online.example⟧","sending-ip":"⟦198.61.254.9⟧","message-id":"⟦20261123091500.1.5A1B2C3D4E5F6071@mg.shop.example⟧","reason":"bounce","code":550}`,

  `SendGrid says 550 5.7.1 for ⟦kunde2@t-online.example⟧, api key ⟦SG.aBcDeFgHiJkLmNoPqRsTuV.wXyZ0123456789abcdefghijklmnopqrstuvwxyzABC⟧ (I pasted everything I have)`,

  `curl -H 'Authorization: Bearer ⟦eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJraW0ifQ.c2lnbmF0dXJl⟧' https://server12.host.example:2087/ gives 403 and whm token is ⟦OM32VVTH7Q9C0FZSB6XKQ1JD2B0DW4YT⟧`,

  `DB error: mysql://⟦kim_shop:Geheim123⟧@localhost/kim_shop refused, see /home/⟦kimshop⟧/logs/error.log`,

  `Mailbox quota exceeded. dovecot: lda(⟦buchhaltung@handel.example⟧)<7712><⟦aB3dEfGhIjKlMnOp1234QrStUvWx5678Yz⟧>: msgid=<⟦7f3a.77@handel.example⟧>: save failed to INBOX: Quota exceeded (mailbox for user is full)`,

  `spamd: result: Y 11 - BAYES_99,RCVD_IN_PBL scantime=2.1,size=4410,user=⟦info@shop.example⟧,uid=1021,required_score=5.0,rhost=⟦127.0.0.53⟧,mid=<⟦n0t.a.friend.77@spam.example⟧>`,

  `Warning: "The system has detected that ⟦kim@shop.example⟧ was sending from ⟦45.9.148.99⟧, ⟦193.32.162.7⟧ and ⟦2a0b:f4c2:2::63⟧ within 5 minutes"`,

  `BoxTrapper: Your message regarding offer needs verification. Please reply to ⟦verify+k3j2h1@shop.example⟧. Verification id: #⟦9c1185a5c5e9fc54612808977ee8f548b2258d31⟧#`,

  `host mta7.am0.yahoodns.example [⟦67.195.204.77⟧]: 554 5.7.9 Message not accepted for policy reasons. See https://postmaster.example/error-codes for ⟦tante.erna@yahoo.example⟧`,

  `nslookup ⟦87.113.0.203.in-addr.arpa⟧ gives nothing; also ⟦4.3.3.7.0.7.3.0.e.2.a.8.0.0.0.0.0.0.0.0.3.a.5.8.8.b.d.0.1.0.0.2.ip6.arpa⟧ does not resolve. 550 5.7.25 The sending IP does not have a PTR record`,

  `Hello, my colleague ⟦T.O'Brien@law.example⟧ and ⟦o'connor+legal@law.example⟧ both get "552 5.3.4 Message size exceeds fixed limit", mine (⟦x@y.example⟧) works`,

  `Kann nicht an ⟦vorname.nachname@stadt-musterhausen.example⟧;⟦poststelle@kreis.example⟧,⟦info@verband.example⟧ senden: 450 4.1.2 Domain not found. Absender war <⟦ich@verein-mit-langem-namen.example⟧> von ⟦93.220.17.8⟧`,
];

export interface Paste {
  readonly text: string;
  readonly secrets: readonly string[];
}

export const pastes: readonly Paste[] = marked.map((text) => ({
  text: text.replace(/[⟦⟧]/g, ''),
  secrets: [...text.matchAll(/⟦([^⟧]+)⟧/g)].map(([, secret = '']) => secret),
}));
