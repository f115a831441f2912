import type { ReasonRule } from '../reason.ts';

/** Attachment or content type refused. */
export const contentRejected = {
  reason: 'content-rejected',
  kind: 'bounce',
  actor: 'sender',
  life: 'permanent',
  hintCodes: ['5.6.1', '5.6.2', '5.6.3', '5.6.4', '5.6.5', '5.6.7', '5.6.9', '5.6.8'],
  phrases: [
    {
      says: '(attachment|attachments|attached file|attached files|file attachment|file) .. (blocked|not allowed|rejected|prohibited|forbidden|not permitted|banned|not accepted|disallowed|refused|unacceptable|illegal|executable|restricted|dangerous|stripped|removed|unauthorized|denied|extension|encrypted|password protected|filename|type)',
      sample: '552 5.7.0 attachment type not allowed',
    },
    {
      says: '(blocked|prohibited|forbidden|banned|illegal|unacceptable|disallowed|dangerous|restricted|executable|bad|unauthorized|unwanted|invalid|not allowed|suspicious|encrypted|harmful|potentially dangerous|unsafe|rejected|not accept|refuse*) (content type |mime |file |) (attachment|attachments|file|filename|file name|extension|file extension|file type|filetype|attachment type|content type|mime type|files|attached file|attachment name|attached|part)',
      sample: '554 5.7.1 banned attachment',
    },
    {
      says: 'banned (file|filename|name|content|contents|extension)',
      sample: '554 5.7.0 Reject, id=12345-01 - BANNED: .exe,.exe-ms,invoice.exe banned name',
      source: 'amavis',
    },
    {
      says: '(content |) rejected banned (application|multipart|image|text|audio|video|exe)',
      sample: '554 5.7.1 Message content rejected, BANNED: application/x-msdownload,.exe,setup.exe',
      source: 'amavis',
    },
    {
      says: 'id .. banned',
      sample: '554 5.7.0 Bounce, id=12345-01 - BANNED: multipart/mixed',
      source: 'amavis',
    },
    {
      says: '.blockedmessage',
      sample: '552 5.7.0 https://support.google.com/mail/?p=BlockedMessage a1si',
      source: 'Gmail',
    },
    {
      says: '(message content and |) attachment content guidelines',
      sample: '552 5.7.0 to review our message content and attachment content guidelines. a1si',
      source: 'Gmail',
    },
    {
      says: '(potential|potentially) (security issue|executable|executable content|dangerous|harmful|unsafe|malicious)',
      sample:
        '550 5.7.1 This message has been blocked because it contains a potentially executable attachment "invoice.exe"',
      source: 'cPanel Exim',
    },
    {
      says: 'contains (a |an |) (potentially |) (executable|dangerous|banned|prohibited|forbidden|blocked) (attachment|content|file|attachments|files)',
      sample:
        '550 This message has been rejected because it has a potentially executable attachment: contains a potentially executable attachment',
      source: 'cPanel Exim',
    },
    {
      says: 'has (a |an |) (potentially |apparently |) (executable|viral|dangerous) (attachment|content)',
      sample:
        '550 This message has been rejected because it has a potentially executable attachment "doc.scr". This form of attachment has been used by recent viruses or other malware.',
      source: 'cPanel Exim',
    },
    {
      says: 'apparently viral attachment',
      sample: '550 This message has been rejected because it has an apparently viral attachment doc.pif',
      source: 'Exim',
    },
    {
      says: 'this form of attachment has been used by recent viruses',
      sample:
        '550-This form of attachment has been used by recent viruses or other malware. If you meant to send this file then please package it up as a zip file and resend it.',
      source: 'cPanel Exim',
    },
    {
      says: 'package it up as a zip file',
      sample: '550 If you meant to send this file then please package it up as a zip file and resend it.',
      source: 'cPanel Exim',
    },
    {
      says: '(media type|media|content type|mime type|content|message type|message format) (is |) (not|un) (supported|accepted|allowed|acceptable|permitted)',
      sample: '554 5.6.1 Media not supported',
      source: 'RFC 3463',
    },
    { says: 'media not supported', sample: '554 5.6.1 Media not supported', source: 'RFC 3463' },
    {
      says: '(conversion|convert) (required|not supported|prohibited|failed|) .. (but|not|and|prohibited|required|failed|supported|lost)',
      sample: '554 5.6.3 Conversion required but not supported',
      source: 'RFC 3463',
    },
    {
      says: 'unsupported (content|media|mime|message|attachment|file|document) (type|format|)',
      sample: '554 5.6.1 unsupported content type',
    },
    {
      says: '(html|rich text|multipart|macro|macros|javascript|script|active content|iframe|rtf|winmail|image|images) .. (not allowed|not accepted|rejected|forbidden|prohibited|blocked|not permitted|not supported|refused|banned)',
      sample: '554 HTML mail not accepted',
    },
    {
      says: '(do not|dont|does not|doesnt|not) (accept*|allow*) (html|attachment*|executable*|zip|rar|files|multipart|messages with|this type|this attachment|exe|password protected)',
      sample: '554 we do not accept attachments of this kind',
    },
    {
      says: '(exe|zip|rar|scr|vbs|bat|pif|jar|docm|iso|com|js|7z|html|htm|xls|doc|docx|pdf) (file*|attachment*|extension*) .. (blocked|not|rejected|forbidden|prohibited|banned|refused|denied)',
      sample: '554 .exe files are blocked',
    },
    {
      says: '(file|filename|attachment) (extension|name|type) .. (blacklist*|policy|denied|violat*|match*|not)',
      sample: '554 file extension matches policy',
    },
    { says: 'message rejected .. attachment', sample: '552 message rejected because of attachment' },
    {
      says: '(mime|content) (type|attachment|part|header|parts) .. (block*|reject*|not allowed|banned|forbidden|prohibited|denied|refused|not accepted)',
      sample: '554 MIME type rejected',
    },
    {
      says: '(8bit|8 bit|binary|smtputf8|internationalized|utf8|utf 8|non ascii|8bitmime) .. (not supported|unsupported|required|not support|does not|not offered|was not|not allowed|rejected|conversion)',
      sample: '550 5.6.7 SMTPUTF8 is required, but was not offered by host mx.example.com',
      source: 'Postfix',
    },
    {
      says: '(chinese|russian|japanese|cyrillic|foreign|asian|korean|charset|character set|language) .. (not allowed|not accepted|rejected|blocked|refused|unwanted|not supported)',
      sample: '554 charset not allowed',
    },
    {
      says: '(encrypted|password protected|password) (archive*|zip|file*|attachment*|content|document*|archive)',
      sample: '554 encrypted archive not allowed',
    },
    {
      says: '(anhang|dateianhang|anhange|anhaenge|dateityp) .. (blockiert|nicht erlaubt|abgelehnt|verboten|nicht zulassig|gesperrt|unzulassig|entfernt)',
      sample: '554 Dateianhang nicht erlaubt',
      source: 'German servers',
    },
    {
      says: '(piece jointe|pieces jointes|fichier joint) .. (interdit|interdite|refusee|bloquee|non autorisee|rejete|refuse)',
      sample: '554 pièce jointe interdite',
      source: 'French servers',
    },
    {
      says: '(adjunto|archivo adjunto|archivos adjuntos|anexo|allegato|zalacznik) .. (no permitido|bloqueado|rechazado|prohibido|nao permitido|non consentito|bloccato|vietato|niedozwolony|zablokowany|rejeitado)',
      sample: '554 archivo adjunto no permitido',
      source: 'Spanish servers',
    },
    {
      says: '(вложение|вложения) .. (запрещен*|заблокирован*|отклонен*|недопустим*)',
      sample: '554 вложение запрещено',
      source: 'Russian servers',
    },
    { says: '附件 .. (不允许|禁止|拒绝|被拒)', sample: '554 附件类型不允许', source: 'Chinese servers' },
    {
      says: '添付ファイル .. (拒否|許可されて|禁止|ブロック)',
      sample: '554 添付ファイルがブロックされました',
      source: 'Japanese servers',
    },
    {
      says: '(attachment|attachments|file type|anhang|piece jointe|adjunto|allegato|zalacznik|bijlage)',
      sample: '554 attachment problem',
      weak: true,
    },
    {
      says: '(archive|zip|rar|file|document) (with|is|has) (a |) (password|encrypted|password protected|encryption)',
      sample: '554 5.7.1 Archive with password found, rejected',
    },
    {
      says: '(macro|macros|vba|vba macros|office macros)',
      sample: '552 MS-Office file containing VBA macros found inside of the email',
      source: 'MessageLabs',
    },
    {
      says: '(blacklisted|black listed|blocked|prohibited|banned|forbidden|high risk|dangerous|disallowed|risky|unsafe|unacceptable|restricted|not allowed|unauthorised|unauthorized|executable) (high risk |attachment |) (file |attachment |) (extension|extensions|type|types|name|names)',
      sample: '550 Blacklisted high risk file extension detected (jar)',
    },
    {
      says: 'file (extension|type|name) (is |was |) (detected|blocked|banned|not allowed|prohibited|forbidden|rejected|blacklisted|not permitted)',
      sample: 'MSG-EXT: Blacklisted high risk file extension detected (jar)',
    },
    {
      says: 'list of (unacceptable|forbidden|prohibited|banned|blocked|disallowed|dangerous) (attachments|attachment|files|file types|extensions)',
      sample: 'One or more of the attachments are on the list of unacceptable attachments for this site',
      source: 'MailScanner',
    },
    {
      says: 'content detector has (just |) been triggered',
      sample: 'Our e-mail content detector has just been triggered by a message you sent',
      source: 'MailScanner',
      sure: true,
    },
    {
      says: '(files|file|attachment|attachments) with (an |the |a |) (extension|extensions|type|name|ending) .. (block*|not allowed|forbid*|prohibit*|banned|not accept*|refuse*|rejected|not permitted)',
      sample: '550 5.7.1 the message contains files with an extension our company blocks',
      source: 'Exchange',
    },
    {
      says: '(archive|zip|attachment|file|rar|document|7z) .. (password protected|encrypted|protected by a password)',
      sample:
        '554 5.7.1 Mail rejected because an archive inside is password protected and cannot be inspected',
    },
    {
      says: '(password protected|encrypted) (archive|archives|zip|attachment|attachments|file|files|document)',
      sample: '554 password protected archive not accepted',
    },
    {
      says: '(cannot|can not|could not|cant|unable to) (be |) (inspected|scanned|unpacked|opened for scanning|decrypted|checked for viruses)',
      sample: '554 5.7.1 attachment cannot be inspected',
    },
    {
      says: 'content presents a potential',
      sample:
        '552-5.7.0 This message was blocked because its content presents a potential 552-5.7.0 security issue. Please visit 552 5.7.0 https://support.google.com/mail/?p=BlockedMessage',
      source: 'Gmail',
    },
    {
      says: '(ongewenst|verboden|niet toegestaan|niet toegestane|ongewenste) (bestandstype|bestand|bijlage)',
      sample: '554 5.7.1 Message refused: mail bevat een ongewenst bestandstype (.js)',
      source: 'Dutch servers',
      sure: true,
    },
    {
      says: '(content of this message|message content|contents of your message) (is |are |was |) not (allowed|permitted|accepted)',
      sample: '550 5.7.1 Content of this message is not allowed here',
      source: 'Postfix body_checks',
    },
    {
      says: '(subject|header|body|message) (contains|contained) (a |) (forbidden|prohibited|banned|restricted|illegal) (word|words|phrase|text|string)',
      sample: '550 5.7.1 message header rejected: Subject contains forbidden word',
      source: 'Postfix header_checks',
      sure: true,
    },
    {
      says: '(is|are) password protected',
      sample: '550 5.7.1 Bild.zip is password protected, rejected',
      source: 'NoSpamProxy',
    },
  ],
} as const satisfies ReasonRule;
