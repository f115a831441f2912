import type { ReasonRule } from '../reason.ts';

/** Recipient over quota. */
export const mailboxFull = {
  reason: 'mailbox-full',
  kind: 'bounce',
  actor: 'recipient',
  life: 'temporary',
  decidingCodes: ['5.2.2'],
  statusCodes: ['4.2.2'],
  hintCodes: ['5.2.254'],
  phrases: [
    {
      says: '(mailbox|mailfolder|inbox|maildrop|mail box|mail folder|user mailbox|account|mail file|postbox|email box|user account|recipient|user) (is |are |was |size is |quota is |) (now |currently |already |too |almost |temporarily |) full',
      sample: '552 5.2.2 mailbox full',
    },
    {
      says: '(mailbox|inbox|maildrop|account|postbox) .. (is|are) (too |) full',
      sample: '452 4.2.2 The mailbox of bob@example.com is full',
    },
    { says: 'full (mailbox|inbox)', sample: '552 5.2.2 full mailbox' },
    { says: 'mailbox ~ full', sample: '552 5.2.2 Mailbox bob@example.com full' },
    {
      says: '(over|out of|exceed*|beyond|above) (the |its |his |her |their |your |allotted |allocated |disk |storage |mail |maximum |email |allowed |message |) quota',
      sample: '452-4.2.2 The email account that you tried to reach is over quota',
      source: 'Gmail',
    },
    {
      says: '(is|are|user|recipient|mailbox|account|currently) (over|out of|past) (its |their |his |) (quota|limit|storage|disk space|space)',
      sample: '552 5.2.2 user is over quota',
    },
    { says: 'overquota', sample: '452 4.2.2 mailbox is overquota', source: 'Yahoo' },
    {
      says: '(exceed*|surpass*|reached|hit) .. (mailbox|mail box|storage|disk|message count|user) (quota|limit|capacity|size|space|allocation|size limit|storage limit)',
      sample: '552 Requested mail action aborted: exceeded storage allocation',
      source: 'RFC 5321',
    },
    {
      says: '(quota|mailbox quota|disk quota|storage quota|user quota|mail quota|message quota|storage limit|storage allocation|quota limit|space quota) (has been |is |was |would be |) (exceed*|reached|full|violation|overflow|overdrawn)',
      sample: '552 5.2.2 Quota exceeded',
    },
    {
      says: '(mailbox|recipient|user|account|folder|inbox|users|recipients) .. (exceed*|reached|hit|over) .. (quota|limit|storage|allocation|space|capacity|mailbox size)',
      sample: "552 5.2.2 The recipient's mailbox has exceeded its storage limit",
    },
    {
      says: '(exceed*|over|reached) .. (mailbox|users|recipients|user|recipient|his|her|their) .. (quota|limit|storage|allocation|space)',
      sample: "452 4.2.2 you exceed the recipient's mailbox quota",
    },
    {
      says: 'exceeded storage allocation',
      sample: '552 5.2.2 Requested mail action aborted: exceeded storage allocation',
      source: 'RFC 5321',
    },
    {
      says: '(insufficient|not enough|no|no more|out of|lack of|without) (free |available |disk |mailbox |storage |) (storage |disk |) (space|storage|quota|room) .. (mailbox|user|recipient|account|users|inbox|quota)',
      sample: '452 4.2.2 Not enough storage space for user bob',
    },
    {
      says: 'mailbox .. (no|not enough|insufficient|out of|without) (more |free |) (space|room|storage|disk|quota)',
      sample: '552 mailbox has no space left',
    },
    {
      says: '(recipient|user|users|account|box) .. (no|not enough|insufficient|out of) (more |free |) (mailbox |disk |storage |) (space|room|storage|quota)',
      sample: '452 user bob has insufficient mailbox space',
    },
    {
      says: '(not enough|insufficient|no) (space|room|storage) (in|for|on|left in|left on) (the |this |your |) (mailbox|users|recipients|recipient|account|inbox|quota|user)',
      sample: '552 not enough room in the mailbox',
    },
    {
      says: '(has too many|too many) (mails|messages|emails) (in|on) .. (mailbox|server|inbox|account|folder)',
      sample:
        '552 5.2.2 Benutzer hat zuviele Mails auf dem Server. / user has too many messages on the server',
      source: 'T-Online',
    },
    {
      says: '(user|recipient) has too many messages',
      sample: '452 user has too many messages on the server',
      source: 'T-Online',
    },
    {
      says: '(recipient|mailbox|account) storage (is |) (full|exceeded|limit)',
      sample: '552 Quota exceeded. The recipient storage is full.',
      source: 'GMX',
    },
    {
      says: 'out of storage space',
      sample:
        "552-5.2.2 The recipient's inbox is out of storage space and inactive. Please direct the recipient to https://support.google.com/mail/?p=OverQuotaPerm",
      source: 'Gmail',
    },
    {
      says: '.overquotaperm',
      sample: '552 5.2.2 https://support.google.com/mail/?p=OverQuotaPerm a1si',
      source: 'Gmail',
    },
    {
      says: '.overquotatemp',
      sample: '452 4.2.2 https://support.google.com/mail/?p=OverQuotaTemp a1si',
      source: 'Gmail',
    },
    {
      says: 'quota exceeded exception',
      sample: '554 5.2.2 STOREDRV.Deliver.Exception:QuotaExceededException.MapiExceptionShutoffQuotaExceeded',
      source: 'Exchange',
    },
    {
      says: '(mapi exception shutoff quota exceeded|shutoff quota exceeded|quota exceeded exception)',
      sample: '554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException',
      source: 'Exchange',
    },
    {
      says: '(recipients|users|recipient|user) mailbox .. (full|exceed*|cant accept messages now|can not accept messages now)',
      sample:
        "The recipient's mailbox is full and can't accept messages now. Please try resending your message later",
      source: 'Exchange',
    },
    { says: 'mailbox (has |) (exceeded|reached|surpassed)', sample: '452 4.2.2 mailbox exceeded' },
    {
      says: '(mailbox|account) size limit (has been |is |was |) (exceeded|reached)',
      sample: '552 mailbox size limit exceeded',
    },
    {
      says: '(mail|message|email) .. exceed .. (quota|mailbox)',
      sample: "552 this message would exceed the user's quota",
    },
    {
      says: 'would (exceed|be over|go over|put .. over) .. (quota|limit of the mailbox|mailbox)',
      sample: '552 delivery would exceed mailbox quota',
    },
    {
      says: '(maildir|mailbox|mail directory) (has |) (is |) (over|overdrawn|over its) ~ quota',
      sample: 'maildir has overdrawn his diskspace quota, or mailbox is over quota',
      source: 'maildrop',
    },
    {
      says: 'overdrawn .. (diskspace|disk space|quota)',
      sample:
        'The users mailfolder is over the allowed quota (size). (#5.2.2) maildir overdrawn his diskspace quota',
      source: 'maildrop',
    },
    {
      says: 'mailfolder is over the allowed quota',
      sample: 'The users mailfolder is over the allowed quota (size). (#5.2.2)',
      source: 'qmail',
    },
    {
      says: '(mailbox|account|user) (is |) (locked|inactive|disabled|unavailable) .. (over|quota|full)',
      sample: '552 account locked: over quota',
    },
    {
      says: 'quota (limit |) .. (used|usage) .. (exceed*|over)',
      sample: '552 quota limit for this user: usage exceeded',
    },
    { says: '(disk|storage|mailbox|mail) quota', sample: '552 5.2.2 disk quota' },
    { says: 'quota', sample: '552 5.2.0 quota', weak: true },
    {
      says: '(mailbox|mail box) (space |) (is |) (exhausted|maxed out|saturated|overloaded|depleted)',
      sample: '552 mailbox space exhausted',
    },
    {
      says: '(mailbox|quota) .. (mb|gb|kb|bytes|megabytes) .. exceeded',
      sample: '552 mailbox of 100 MB exceeded',
    },
    { says: 'mail quota exceeded', sample: '552 5.2.2 mail quota exceeded', source: 'cPanel Exim' },
    {
      says: '(the |) (email |) account .. (over|exceed*) (its |the |) (quota|storage)',
      sample: '552 the account bob is over its storage',
    },
    {
      says: '(delivery failed|failed to deliver|could not be delivered) over quota',
      sample: 'Delivery failed: Over quota',
      source: 'Exim lmtp',
    },
    {
      says: 'mailbox (is |) (at|over|exceeding) (capacity|its capacity|the limit|limit|its limit|maximum|size)',
      sample: '552 mailbox at capacity',
    },
    {
      says: '(postfach|mailbox|speicherplatz|postfachspeicher|posteingang|mailkonto|konto|empfangerpostfach|empfaengerpostfach) .. (voll|uberfullt|ueberfuellt|uberschritten|ueberschritten|erschopft|erschoepft|aufgebraucht|ausgelastet)',
      sample: '552 Das Postfach des Empfängers ist voll',
      source: 'web.de',
    },
    {
      says: '(quota|speicherlimit|speicherkontingent|kontingent|postfachgrosse|postfachgroesse) .. (uberschritten|ueberschritten|erreicht|erschopft|erschoepft)',
      sample: '552 Quota ueberschritten',
      source: 'German servers',
    },
    {
      says: '(zuviele|zu viele) (mails|nachrichten|emails) (auf|im)',
      sample: '552 Benutzer hat zuviele Mails auf dem Server',
      source: 'T-Online',
    },
    {
      says: '(boite|boite aux lettres|boite de reception|messagerie|espace) .. (pleine|plein|saturee|sature|depassee)',
      sample: '552 La boîte aux lettres du destinataire est pleine',
      source: 'Orange, SFR',
    },
    {
      says: '(quota|espace de stockage|espace disque|limite) .. (depasse|depassee|atteint|atteinte|sature|insuffisant)',
      sample: '552 Quota dépassé',
      source: 'French servers',
    },
    {
      says: '(buzon|casilla|bandeja|cuenta|correo) .. (lleno|llena|excedido|excedida|saturado|sin espacio)',
      sample: '552 Buzón lleno',
      source: 'Spanish servers',
    },
    {
      says: '(cuota|capacidad|almacenamiento|espacio) .. (excedido|excedida|superado|superada|agotado|agotada|sobrepasado|llena|insuficiente)',
      sample: '552 Cuota excedida',
      source: 'Spanish servers',
    },
    {
      says: '(excedido|superado|sobrepasado|excede|supera) .. (cuota|espacio|almacenamiento|capacidad|buzon)',
      sample: '552 El usuario ha excedido su cuota',
      source: 'Spanish servers',
    },
    {
      says: '(casella|mailbox|posta) .. (piena|pieno|esaurito|esaurita|superata|superato|satura)',
      sample: '552 Casella piena',
      source: 'Libero',
    },
    {
      says: '(quota|spazio|capienza|limite) .. (superata|superato|esaurito|esaurita|esaurimento|raggiunta|raggiunto|ecceduta)',
      sample: '552 Quota superata',
      source: 'Aruba',
    },
    {
      says: '(caixa|caixa postal|caixa de entrada|mailbox) .. (cheia|lotada|lotado|excedida|esgotada|cheio)',
      sample: '552 Caixa postal cheia',
      source: 'UOL, Terra',
    },
    {
      says: '(cota|quota|espaco|limite|armazenamento) .. (excedida|excedido|ultrapassado|ultrapassada|esgotado|esgotada|insuficiente)',
      sample: '552 Cota excedida',
      source: 'Portuguese servers',
    },
    {
      says: '(skrzynka|konto|skrzynki|skrzynce) .. (pelna|pelne|przepelniona|przepelnione|zapelniona|brak miejsca)',
      sample: '552 Skrzynka odbiorcy jest pełna',
      source: 'Wirtualna Polska',
    },
    {
      says: '(przekroczon*|przekroczenie|wyczerpan*) .. (limit|quota|quoty|pojemnosc|pojemnosci|miejsca)',
      sample: '552 Przekroczono limit pojemności skrzynki',
      source: 'Onet',
    },
    {
      says: '(mailbox|postvak|inbox|brievenbus|quota) .. (vol|overschreden|bereikt)',
      sample: '552 De mailbox is vol',
      source: 'Dutch servers',
    },
    {
      says: '(ящик|почтовый ящик|ящика|квота|место) .. (переполнен|заполнен|полон|превышена|закончилось|переполнена|исчерпана)',
      sample: '552 Почтовый ящик переполнен',
      source: 'Mail.ru',
    },
    {
      says: '(превышена|превышен|исчерпан) .. (квота|лимит|размер|объем)',
      sample: '552 превышена квота ящика',
      source: 'Russian servers',
    },
    {
      says: '(邮箱|信箱|郵箱|空间|容量|邮箱空间|收件人邮箱) .. (已满|已滿|满|不足|超出|超限|满了)',
      sample: '552 对方邮箱空间已满',
      source: 'NetEase 163',
    },
    {
      says: '(超过|超出|超過) .. (容量|配额|空间|限额|配額)',
      sample: '552 邮箱超出配额限制',
      source: 'Chinese servers',
    },
    {
      says: '(メールボックス|受信箱|受信トレイ|容量|保存領域) .. (いっぱい|一杯|満杯|超え|超過|不足|オーバー)',
      sample: '552 宛先のメールボックスがいっぱいです',
      source: 'Japanese servers',
    },
    { says: '(容量|クォータ) (超過|オーバー)', sample: '552 容量オーバー', source: 'Japanese servers' },
    {
      says: '(메일함|사서함|용량|메일박스|편지함) .. (가득|초과|꽉|부족)',
      sample: '552 수신자의 메일함 용량이 초과',
      source: 'Naver',
    },
    {
      says: '(posta kutusu|kota|kutusu|kotasi) .. (dolu|asildi|dolmus)',
      sample: '552 posta kutusu dolu',
      source: 'Turkish servers',
    },
    {
      says: '(postladan|brevladan|inkorgen|postkassen|postboksen|innboksen|indbakke) .. (full|fuld|fullt)',
      sample: '552 Postlådan är full',
      source: 'Scandinavian servers',
    },
    {
      says: '(schranka|schranky|kvota) .. (plna|prekrocena|preplnena)',
      sample: '552 Schránka je plná',
      source: 'Seznam.cz',
    },
    {
      says: '(postafiok|kvota) .. (megtelt|tullepte|betelt)',
      sample: '552 a postafiók megtelt',
      source: 'Hungarian servers',
    },
    {
      says: '(casuta|cutia postala|spatiu) .. (plina|depasit|depasita|insuficient)',
      sample: '552 căsuța poștală este plină',
      source: 'Romanian servers',
    },
    { says: '(postilaatikko) .. (taynna)', sample: '552 postilaatikko on täynnä', source: 'Finnish servers' },
    { says: '(mailquota|mailboxquota|userquota|diskquota)', sample: '550 Mailquota exceeded' },
    {
      says: '(exhausted|used up|used all) .. (space|storage|quota)',
      sample: '550 User has exhausted allowed storage space.',
      source: 'web.de',
    },
    {
      says: '(mailbox|postfach|posteingang) .. ist voll',
      sample: 'Die Mailbox des Empfängers ist voll und kann zur Zeit keine Nachrichten annehmen',
      source: 'German servers',
    },
    { says: 'maildir over quota', sample: 'maildrop: maildir over quota.', source: 'maildrop' },
    { says: '(users|recipients) mailbox exceeds', sample: "554 5.0.0 user's mailbox exceeds allowed size" },
    {
      says: '(users|recipients) mailbox exceeds .. (size|limit)',
      sample: "554 5.0.0 user's mailbox exceeds allowed size",
    },
    {
      says: 'quota (to be|would be|will be) exceed*',
      sample: '452 Requested action not taken: message would cause quota to be exceeded',
      source: 'MailEnable',
    },
    {
      says: 'number of messages .. (mailbox|inbox) .. (exceed*|limit)',
      sample: '552 5.7.0 Number of messages in the mailbox exceeds the limit',
    },
    {
      says: '(storage|full|voll|lleno|llena|piena|pieno|pleine|cheia|pelna|vol|space|capacity|speicher|speicherplatz)',
      sample: '552 storage trouble',
      weak: true,
    },
    {
      says: '(depasse|excede|superato|ultrapassou|przekroczyl|uberschritten|ueberschritten) (son|sa|su|il|o|a|le|la|das|den|) (quota|cuota|cota|limite|speicherlimit|limit)',
      sample: 'le destinataire a dépassé son quota 552',
      source: 'French servers',
    },
    {
      says: '(speicherlimit|speicher|quota|kontingent) .. (uberschritten|ueberschritten|erschopft|voll)',
      sample: 'Quota des Empfängers erschöpft 552',
      source: 'German servers',
    },
    {
      says: '(recipient|recipients|user|users|mailbox) quota (is |has been |was |) (reached|exceeded|full|exhausted|over)',
      sample: 'Could not deliver: recipient quota reached 100%',
    },
    {
      says: 'over (mailbox|box|inbox|storage) (allowance|limit|size|capacity)',
      sample: '552 over mailbox allowance',
    },
    {
      says: 'too much (mail|messages) (stored|in)',
      sample: 'Sorry, the intended recipient has too much mail stored in his mailbox.',
    },
    { says: 'quota limit #', sample: 'Quota: limit 1024 MB used 1024 MB, mail refused for bob@example.com' },
    {
      says: 'too much (mail |email |message |) data',
      sample: '552 Too much mail data',
      source: 'NTT docomo',
    },
    {
      says: 'quota exceeded while (writing|delivering|storing|saving|appending)',
      sample: 'procmail: Quota exceeded while writing "/var/spool/mail/bob" 550',
      source: 'procmail',
      sure: true,
    },
    {
      says: 'used (all of|up) (their|its|his|her|the) (available |) (storage|space|quota|mailbox space|storage space)',
      sample: 'The person you tried to email has used all of their storage space 552',
      source: 'typed',
    },
  ],
} as const satisfies ReasonRule;
