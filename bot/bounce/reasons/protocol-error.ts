import type { ReasonRule } from '../reason.ts';

/** SMTP commands refused. */
export const protocolError = {
  reason: 'protocol-error',
  kind: 'bounce',
  actor: 'host',
  life: 'permanent',
  hintCodes: ['5.5.0', '5.5.1', '5.5.2', '5.5.4', '5.5.5', '5.5.6', '4.5.0', '4.5.1', '4.5.2'],
  replyCodes: ['500', '501', '502', '503', '504'],
  phrases: [
    {
      says: '(syntax|parameter|argument|arguments|parameters|command syntax|protocol) (error|errors) .. (command|parameters|arguments|rcpt|mail|in|unrecognized|ehlo|helo|data)',
      sample: '501 5.5.4 Syntax error in parameters or arguments',
      source: 'RFC 5321',
    },
    { says: 'syntax error', sample: '500 Syntax error, command unrecognized', source: 'RFC 5321' },
    {
      says: '(command|commands|verb|smtp command) (is |was |) (not recognized|unrecognized|not implemented|unknown|not understood|invalid|not supported|out of sequence|not recognised|unrecognised|not allowed|disabled|unimplemented|too long|not known|incomplete|unexpected|line too long|pipelining|refused|parameter)',
      sample: '502 5.5.1 Command not implemented',
      source: 'RFC 5321',
    },
    {
      says: '(unrecognized|unknown|invalid|unimplemented|unexpected|bad|illegal|unrecognised|unsupported|improper|out of order|malformed|not implemented) (smtp |) (command|commands|parameter|parameters|argument|arguments|sequence of commands|option|options|esmtp option|command sequence|address syntax|command argument*|verb)',
      sample: '503 5.5.1 Bad sequence of commands',
      source: 'RFC 5321',
    },
    { says: 'bad sequence of commands', sample: '503 Bad sequence of commands', source: 'RFC 5321' },
    {
      says: '(need|send|must|expect*|say|polite people say) (have |) (mail|rcpt|helo|ehlo|hello|mail from|rcpt to|data|mail command|rcpt command|rcpt before|mail before|helo first|ehlo first) (from |to |command |) (before|first|command|required)',
      sample: '503 5.5.1 Error: need RCPT command',
      source: 'Postfix',
    },
    {
      says: '(need|must) (mail|rcpt|helo|ehlo) command',
      sample: '503 5.5.1 Error: need MAIL command',
      source: 'Postfix',
    },
    {
      says: 'polite people say (helo|hello)',
      sample: '503 5.0.0 Polite people say HELO first',
      source: 'Sendmail',
    },
    {
      says: '(nested|duplicate|sender already|second|double|extra) (mail|mail command|specified|given|mail from|rcpt|helo)',
      sample: '503 5.5.1 Error: nested MAIL command',
      source: 'Postfix',
    },
    { says: 'sender already (specified|given)', sample: '503 sender already given', source: 'Exim' },
    {
      says: '(smtp |) protocol (error|violation|synchronization|synchronisation|sync|failure)',
      sample: '554 SMTP synchronization error: protocol error',
      source: 'Exim',
    },
    {
      says: '(smtp |) (synchronization|synchronisation) error',
      sample: '554 SMTP synchronization error',
      source: 'Exim',
    },
    {
      says: '(pipelining|unauthorized pipelining)',
      sample: '550 5.5.0 pipelining not advertised: improper pipelining',
    },
    {
      says: '(too many|excessive) (errors|syntax errors|protocol errors|bad commands|smtp errors|unrecognized commands|error|invalid commands|syntax or protocol errors|nonmail commands|non mail commands|unknown commands|command errors|commands)',
      sample: '421 4.7.0 mx.example.com Error: too many errors',
      source: 'Postfix',
    },
    {
      says: 'too many (syntax or protocol|nonmail|non mail|unrecognized)',
      sample: '421 Too many syntax or protocol errors',
      source: 'Exim',
    },
    {
      says: '(talk|talking|talks|spoke|early talker|earlytalker|you talk|premature) (too soon|before|early|talker)',
      sample: '554 5.5.1 you talk too soon',
    },
    {
      says: '(wrong protocol version|invalid command arguments|invalid command)',
      sample: '550 5.5.5 Wrong protocol version',
      source: 'RFC 3463',
    },
    {
      says: '(must|cannot|expected|wrong) .. (bdat|chunking|smtp command|8bitmime|dsn|vrfy|expn|esmtp|smtp extension)',
      sample: '501 cannot use bdat',
    },
    {
      says: '(bdat|chunking|esmtp|dsn|vrfy|xclient|smtp extension) .. (error|not|fail*|unsupported|disabled|reject*|unexpected|disallowed)',
      sample: '503 5.5.1 BDAT not supported',
    },
    { says: 'unexpected (smtp |server |) (response|reply)', sample: '550 unexpected response' },
    {
      says: '(parameter|option|argument) .. (not implemented|not supported|unknown|invalid|unrecognized|not recognized)',
      sample: '504 5.5.4 Command parameter not implemented',
      source: 'RFC 5321',
    },
    {
      says: '(data|rcpt|mail) command (failed|not allowed|refused|unexpected|out)',
      sample: '503 DATA command failed',
    },
    {
      says: '(invalid|bad|malformed|illegal) (address|mail|rcpt|recipient|email address|recipient address|path) syntax',
      sample: '553 5.5.4 malformed address syntax',
    },
    {
      says: '(malformed|illegal|syntactically invalid|syntactically incorrect) (address|recipient address|email address|characters in)',
      sample: '501 bob@@example.com: malformed address: may not follow',
      source: 'Exim',
    },
    {
      says: '(syntaxfehler|befehl|erreur de syntaxe|error de sintaxis|errore di sintassi|erro de sintaxe|blad skladni|syntactische fout|синтаксическая ошибка|语法错误|構文エラー)',
      sample: '500 Syntaxfehler',
      source: 'German servers',
    },
    {
      says: '(ehlo|helo|hello|ehlo helo|helo ehlo) first',
      sample:
        '503 5.5.1 EHLO/HELO first. For more information, go to https://support.google.com/a/answer/3221692 - gsmtp',
      source: 'Gmail',
    },
    {
      says: '(unbalanced|missing|malformed|illegal|bad) (angle |) (bracket*|brackets)',
      sample: '501 5.5.4 unbalanced angle bracket in address',
    },
    {
      says: '(rcpt|mail|data|helo|ehlo) command must (precede|come)',
      sample: '503 valid RCPT command must precede DATA',
      source: 'Exim',
    },
    {
      says: '(syntax|sequence|protocol|argument|arguments|parameter|parameters)',
      sample: '500 unexpected command',
      weak: true,
    },
    {
      says: '(missing or malformed|missing|malformed|bad|invalid|empty) local part',
      sample: '501 <>: missing or malformed local part (expected word or "<")',
      source: 'Exim',
    },
    {
      says: '(bad|illegal|invalid|unexpected|unprintable|control) (chars|characters|char|character|octets|bytes) in (command|the command|argument|parameter*|smtp command)',
      sample: '5.5.2 bad chars in command',
    },
    {
      says: '(improper|unauthorized|illegal|invalid) (command |use of |use of smtp command |) pipelining',
      sample: '503 5.5.0 Improper use of SMTP command pipelining',
      source: 'Postfix',
    },
    {
      says: '(bad|wrong|invalid|incorrect|improper) syntax',
      sample: '500 5.5.2 Error: bad syntax (after initial connection)',
      source: 'Postfix',
    },
  ],
} as const satisfies ReasonRule;
