import type { ReasonRule } from '../reason.ts';

/** Larger than the server or mailbox allows. */
export const messageTooLarge = {
  reason: 'message-too-large',
  kind: 'bounce',
  actor: 'sender',
  life: 'permanent',
  decidingCodes: ['5.3.4'],
  hintCodes: ['5.2.3', '4.3.4'],
  phrases: [
    {
      says: '(message|mail|email|msg|attachment|attachments|file|it|this message|data|content|message size|your message|mail size|body) .. (too large|too big|too long|oversize*|larger than|bigger than|over size|size limit|maximum size|exceeds size|too heavy|exceeded size)',
      sample: '552 5.3.4 Message too big for system',
    },
    {
      says: '(message|mail|email|attachment|messages|msg|file|fixed maximum message|total message|data|maximum message|body|attachments|content|header) (file |) (size|length) .. (exceed*|limit|too|larger|maximum|over|greater|bigger|fixed)',
      sample: '552 5.3.4 Message size exceeds fixed maximum message size',
      source: 'Sendmail',
    },
    {
      says: '(exceed*|larger than|over|bigger than|greater than|surpass*|above|too large for|more than|beyond) .. (message size|size limit|maximum size|size limits|max size|maximum message size|max message size|allowed size|maximum allowed size|maximum file size|message length|maximum length|mail size|size restriction|fixed size|max allowed size|databytes|content length|allowable size|permitted size|fixed limit|size)',
      sample: "552-5.3.4 Your message exceeded Google's message size limits",
      source: 'Gmail',
    },
    {
      says: 'exceeded googles message size limits',
      sample: "552-5.2.3 Your message exceeded Google's message size limits.",
      source: 'Gmail',
    },
    {
      says: 'message size exceeds fixed (limit|maximum message size)',
      sample: '552 5.3.4 Message size exceeds fixed limit',
      source: 'Postfix',
    },
    {
      says: '(size limit|size limits|message size limit|maximum size|max size|maximum message size|size restriction*) (has been |is |was |of|for|) .. (exceed*|reached|violat*|mb|bytes|kb)',
      sample: '552 size limit exceeded',
    },
    { says: '(oversize|oversized|over sized|over size)', sample: '552 oversized message' },
    {
      says: '(too big|too large) (for|to|message|mail|email|limit|maximum|max|by|in|attachment|data)',
      sample: '552 too big for this host',
    },
    { says: '(too big|too large)', sample: '552 too large', weak: true },
    {
      says: '(message|mail) .. databytes',
      sample: '552 sorry, that message size exceeds my databytes limit (#5.3.4)',
      source: 'qmail',
    },
    {
      says: 'databytes limit',
      sample: '552 sorry, that message size exceeds my databytes limit (#5.3.4)',
      source: 'qmail',
    },
    {
      says: 'resolver rst (recip size limit|send size limit|recipsizelimit|sendsizelimit)',
      sample: '550 5.2.3 RESOLVER.RST.RecipSizeLimit; message too large for this recipient',
      source: 'Exchange',
    },
    {
      says: '(recip size limit|send size limit)',
      sample: '550 5.2.3 RESOLVER.RST.SendSizeLimit.Org; message too large for this organization',
      source: 'Exchange',
    },
    {
      says: 'message (length|size) exceeds administrative limit',
      sample: '552 5.2.3 Message length exceeds administrative limit',
      source: 'RFC 3463',
    },
    {
      says: '(exceeds|exceed) (administrative|the administrative) limit',
      sample: '552 5.2.3 Message length exceeds administrative limit',
      source: 'RFC 3463',
    },
    {
      says: '(maximum|max) (is|of|allowed|size|limit) .. (bytes|mb|kb|megabytes|kilobytes|octets|mib|k|m)',
      sample: '552 maximum allowed size is 10240000 bytes',
    },
    {
      says: 'declared (message |) size .. (exceed*|larger|limit)',
      sample: '552 declared message size exceeds',
    },
    {
      says: '(insufficient|no|not enough) .. (message|for) (this|of this|that) size',
      sample: '552 not enough room for message of this size',
    },
    { says: 'message size', sample: '552 5.3.4 message size' },
    {
      says: '(nachricht|mail|email|anhang|datei) .. (zu gross|zu gros|grosse uberschreitet|uberschreitet die|zu lang|maximale grosse)',
      sample: '552 Nachricht zu groß',
      source: 'German servers',
    },
    {
      says: '(nachrichtengrosse|maximalgrosse|mailgrosse|nachrichtengroesse)',
      sample: '552 Nachrichtengröße überschritten',
      source: 'German servers',
    },
    {
      says: '(message|mail|taille|fichier|courriel) .. (trop volumineux|trop gros|trop grand|trop lourd|taille maximale|depasse la taille)',
      sample: '552 message trop volumineux',
      source: 'French servers',
    },
    {
      says: '(mensaje|correo|archivo|adjunto|tamano) .. (demasiado grande|muy grande|tamano maximo|excede el tamano|supera el tamano|excede)',
      sample: '552 mensaje demasiado grande',
      source: 'Spanish servers',
    },
    {
      says: '(messaggio|allegato|mail|dimensione|dimensioni) .. (troppo grande|troppo grosso|dimensione massima|supera|eccede|superiore|superano)',
      sample: '552 messaggio troppo grande',
      source: 'Italian servers',
    },
    {
      says: '(mensagem|anexo|tamanho) .. (muito grande|tamanho maximo|excede|excedeu|ultrapassa)',
      sample: '552 mensagem muito grande',
      source: 'Portuguese servers',
    },
    {
      says: '(wiadomosc|list|rozmiar|przesylka) .. (za duza|zbyt duza|zbyt duzy|przekracza|rozmiar)',
      sample: '552 wiadomość za duża',
      source: 'Polish servers',
    },
    {
      says: '(bericht|mail|grootte) .. (te groot|maximale grootte|overschrijdt)',
      sample: '552 bericht te groot',
      source: 'Dutch servers',
    },
    {
      says: '(сообщение|письмо|размер) .. (слишком большое|слишком большой|превышает|превышен|большого размера)',
      sample: '552 сообщение слишком большое',
      source: 'Russian servers',
    },
    {
      says: '(邮件|附件|郵件) .. (过大|太大|超过|大小|超出)',
      sample: '552 邮件大小超过限制',
      source: 'Chinese servers',
    },
    {
      says: '(メッセージ|メール|サイズ|添付ファイル) .. (大きすぎ|サイズ|超え|超過|上限を超)',
      sample: '552 メッセージが大きすぎます',
      source: 'Japanese servers',
    },
    {
      says: '(메일|메시지|첨부) .. (용량 초과|크기|너무 큽)',
      sample: '552 메시지 크기 초과',
      source: 'Naver',
    },
    {
      says: '(size|large|oversize|bytes|too long|too heavy)',
      sample: '552 size of this message is over the limit',
      weak: true,
    },
    {
      says: '(mail|message|email) (over|above|exceeding|larger than|bigger than) # (kb|mb|bytes|k|m|kib|mib)',
      sample: '5.2.3 mail over 10240 kB not accepted',
    },
    {
      says: 'message is larger than',
      sample: '550 5.2.3 This message is larger than the current system limit',
      source: 'Exchange 2003',
    },
  ],
} as const satisfies ReasonRule;
