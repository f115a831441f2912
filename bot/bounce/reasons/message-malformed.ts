import type { ReasonRule } from '../reason.ts';

/** Not RFC 5322: missing or double headers, lines over 998. */
export const messageMalformed = {
  reason: 'message-malformed',
  kind: 'bounce',
  actor: 'sender',
  life: 'permanent',
  statusCodes: ['5.7.512'],
  hintCodes: ['5.6.0', '5.6.211', '5.6.11'],
  phrases: [
    {
      says: '(rfc|rfcs) (5322|2822|822|5321|2821|821|compliant|compliance|) .. (compliant|compliance|specifications|violat*|non|not|comply|conform*|format|standard|requirements|violation)',
      sample: '550-5.7.1 This message is not RFC 5322 compliant',
      source: 'Gmail',
    },
    {
      says: '(not|isnt|non) (rfc|rfc5322|rfc2822|rfc822|rfc 5322|compliant|rfc compliant)',
      sample: '550-5.7.1 Messages missing a valid address in From: header are not RFC 5322 compliant',
      source: 'Gmail',
    },
    {
      says: '(missing|no|invalid|multiple|duplicate|double|malformed|bad|more than one|two|several|repeated|empty|illegal|many|duplicated|broken|incorrect|lacks|without|unparseable|unparsable|absent) (valid |a valid |or invalid |a |an |the |message |mail |header |required |mandatory |or missing |or empty |or malformed |date |or multiple |) (header|headers|from header|to header|date header|message id|message id header|subject header|from address in|header field|date|messageid|mime version|address in|addresses in|header line|header fields|from line|sender header|header syntax|subject|from field|recipient header|cc header|mime|mime header|mime headers|mime structure|mime boundary|newline|bare lf|date field|to field|content type header|headers in)',
      sample: '550 5.7.1 Message missing a valid From: header',
    },
    {
      says: '(messages missing a valid address in|missing a valid address in|multiple addresses in) (the |) (from|from header)',
      sample:
        '550-5.7.1 Messages missing a valid address in From: header, or having no From: 550-5.7.1 header, are not accepted.',
      source: 'Gmail',
    },
    {
      says: '(messages with|message with|with) (multiple|missing|duplicate|invalid|more than one) (addresses in |) (from|to|date|subject|message id|sender|cc|header*|messageid)',
      sample: '550-5.7.1 Messages with multiple addresses in From: header are not accepted',
      source: 'Gmail',
    },
    {
      says: '(header|headers|from|to|date|subject|message id|messageid|mime version) (header |headers |field |line |fields |syntax |format |) (is |are |was |) (missing|invalid|malformed|not valid|duplicated|multiple|not present|absent|duplicate|required|not found|broken|incorrect|syntactically incorrect|bad|wrong|unparseable|illegal|mandatory|corrupt|not specified)',
      sample: '550 5.7.1 Message-ID header is missing',
    },
    {
      says: '(syntax error|error|syntactically invalid|syntax) (in|of|on) (the |) (header|headers|from|date|address header|message header|from header|to header)',
      sample: "550 syntax error in 'From:' header when scanning for sender: malformed address",
      source: 'Exim',
    },
    {
      says: 'when scanning for sender',
      sample: '550 A valid sender header is required for this message: when scanning for sender',
      source: 'Exim',
    },
    {
      says: 'there is no valid sender in any header line',
      sample: '550 there is no valid sender in any header line',
      source: 'Exim',
    },
    {
      says: 'no valid sender in any header',
      sample: '550 there is no valid sender in any header line',
      source: 'Exim',
    },
    {
      says: '(line|lines) .. (too long|exceed*|longer than|limit|more than|over|length) (998|maximum|limit|rfc|1000|990|allowed|line|the|#|)',
      sample: '550 maximum allowed line length is 998 octets, got 1204: line too long',
      source: 'Exim',
    },
    {
      says: '(maximum allowed|maximum|max|allowed) line (length|size)',
      sample: '550 maximum allowed line length is 998 octets, got 1204',
      source: 'Exim',
    },
    {
      says: 'message has lines too long for transport',
      sample: 'message has lines too long for transport: 550',
      source: 'Exim',
    },
    {
      says: '(too long|overlong|long) (line|lines|header|headers|line length|header line|body line)',
      sample: '554 overlong line in message',
    },
    {
      says: 'line (length|limit|is) .. (exceed*|too long|limit|998|violat*)',
      sample: '500 Line limit exceeded',
    },
    {
      says: '(bare|stray|naked) (lf|cr|linefeed|line feed|newline|newlines|carriage return|linefeeds|lfs|crs|cr or lf|carriage returns)',
      sample: '451 See http://pobox.com/~djb/docs/smtplf.html. 550 bare LF received',
      source: 'qmail',
    },
    { says: '.smtplf', sample: '451 See http://pobox.com/~djb/docs/smtplf.html.', source: 'qmail' },
    { says: 'smtplf', sample: '451 See smtplf html', source: 'qmail' },
    {
      says: '(null|nul|8bit|8 bit|non ascii|invalid|illegal|control|unencoded|raw|bad|null byte|nul byte) (character|characters|byte|bytes|chars|char|data) .. (header|headers|body|message|content|subject|found|in|mail)',
      sample: '554 5.6.0 improper use of 8-bit data in message header: non-ASCII characters in header',
      source: 'amavis',
    },
    {
      says: '(improper|invalid) use of 8 bit data',
      sample: '554 5.6.0 Message rejected: improper use of 8-bit data in message header',
      source: 'amavis',
    },
    { says: 'bad header*', sample: '554 5.6.0 Reject, id=12345-01 - BAD_HEADER', source: 'amavis' },
    {
      says: '(improper|invalid|malformed|bad|broken|illegal|corrupt|incorrect|defective|improperly formatted|ill formed|badly formed|wrong|non compliant|noncompliant|badly formatted|incorrectly formatted|poorly formatted|unparseable|damaged|misformatted) (message|mail|email|mime|mime message|mime content|message format|format|message body|mime part|mime structure|message structure|boundary|messages|mime formatting)',
      sample: '554 malformed message',
    },
    {
      says: '(message|mail|email) (is |was |format |) (malformed|not properly formatted|improperly formatted|corrupt|not well formed|invalid|not compliant|badly formatted|ill formed|damaged|incorrectly formatted)',
      sample: '554 message is malformed',
    },
    {
      says: '(message|mail|email) .. (does not|doesnt|not|fails to|violat*) (comply|conform|compliant|meet|conforming|adhere|standard|standards|in accordance)',
      sample: '550 message does not conform to standards',
    },
    {
      says: '(mime|message) (error|parsing|format|structure|syntax|parse|nesting|decode) (error|failed|failure|invalid|problem|limit|errors|too)',
      sample: '554 MIME parsing error',
    },
    {
      says: '(too many|nested|excessive|mime) .. (mime parts|mime nesting|nesting level|nested|parts|headers|received) (exceeded|in message|limit|)',
      sample: '554 too many MIME parts',
    },
    {
      says: 'invalid message content content type',
      sample: '550 5.6.0 M2MCVT.StorageError.Exception; invalid message content: content type',
      source: 'Exchange',
    },
    { says: 'invalid message content', sample: '554 5.6.0 Invalid message content', source: 'Exchange' },
    {
      says: '(corrupt message content|invalid content|m2mcvt|storedrv deliver exception corrupt|content conversion failed)',
      sample: '554 5.6.0 Corrupt message content',
      source: 'Exchange',
    },
    {
      says: '(message|mail|letter) (is |) (empty|blank|has no body|has no content|without body|with empty|contains no)',
      sample: '550 message is empty',
    },
    {
      says: '(empty|blank|no) (message body|body|message content|mail body|email body)',
      sample: '550 no body in message',
    },
    {
      says: '(invalid|bad|unacceptable|illegal|future|wrong|incorrect) (date|time|timestamp)',
      sample: '554 invalid date in header',
    },
    { says: 'data format error', sample: '554 5.6.0 data format error', source: 'Sendmail', weak: true },
    {
      says: '(message id|messageid) .. (not|missing|required|invalid|blank|rfc)',
      sample: '550 Message-ID is not valid',
    },
    { says: '(no|missing|invalid) (envelope |) from (header|field|line|:)', sample: '550 no From header' },
    {
      says: 'end of (data|message|headers) .. (missing|not found|before)',
      sample: '554 end of headers not found',
    },
    {
      says: '(kopfzeile|header|entete|en tete|encabezado|cabecera|intestazione|cabecalho|naglowek|заголовок|заголовки) .. (fehlt|ungultig|manquant|invalide|falta|invalido|mancante|ausente|brak|отсутствует|неверный)',
      sample: '550 Header fehlt: From',
      source: 'German servers',
    },
    {
      says: '(multiple|missing|duplicate|no|invalid|bad) (from|to|date|subject|sender|cc|message id) (header|headers|line|field|fields)',
      sample: '550 multiple From headers',
    },
    { says: '(header|headers|rfc|rfc5322|malformed|mime)', sample: '554 5.7.1 headers', weak: true },
    {
      says: '(line|lines|header|headers) (is |are |was |) too long',
      sample: '500 Line Too Long (in reply to end of DATA command)',
    },
    {
      says: '(header|headers) (is |are |) (too large|too long|too big|not rfc|malformed)',
      sample: '552 5.6.0 Message header too long',
    },
    {
      says: 'address list syntax error',
      sample: '550 Address list syntax error in To: header',
      source: 'Exim',
      sure: true,
    },
  ],
} as const satisfies ReasonRule;
