import type { ReasonRule } from '../reason.ts';

/** Too many hops, or the MX points back to this server. */
export const mailLoop = {
  reason: 'mail-loop',
  kind: 'bounce',
  actor: 'host',
  life: 'permanent',
  decidingCodes: ['5.4.6', '5.4.14'],
  hintCodes: ['4.4.6', '4.4.14'],
  phrases: [
    {
      says: 'too many (hops|received|received headers|mta hops|relays|received lines|forwards|received header|hops in|forwarding|loops|redirects|aliases|levels)',
      sample: '554 5.4.6 Too many hops',
    },
    {
      says: '(hop|hops|hop count|received header*|received headers|max hops|maxhops|maximum hop) (count |limit |) (exceed*|too|limit|reached|maximum|) .. (exceed*|possible|limit|maximum|reached|many|loop|high)',
      sample: '554 5.4.14 Hop count exceeded - possible mail loop ATTR1',
      source: 'Microsoft 365',
    },
    {
      says: 'hop count exceeded',
      sample: '550 5.4.14 Hop count exceeded - possible mail loop',
      source: 'Microsoft 365',
    },
    {
      says: '(mail|message|forward*|routing|delivery|email|alias|redirect*|infinite|smtp|mta|dns|endless|bounce) (loop|loops|looping|forwarding loop)',
      sample: '554 5.4.6 mail loop detected',
    },
    {
      says: '(loop|looping|loops) .. (detected|back|to itself|found|forward*|myself|mail|error|to me|possible|encountered|suspected|discovered)',
      sample: 'mail for example.com loops back to myself',
      source: 'Postfix',
    },
    {
      says: 'loops back to (myself|me|itself|local)',
      sample: 'mail for example.com loops back to myself',
      source: 'Postfix',
    },
    {
      says: '(lowest numbered|lowest) mx record* (points|point) to local host',
      sample: 'lowest numbered MX record points to local host',
      source: 'Exim',
    },
    {
      says: 'lowest numbered mx .. (local host|self|this host|local)',
      sample: 'bob@example.com lowest numbered MX record points to local host',
      source: 'Exim',
    },
    {
      says: '(local configuration error|config error) (mail|mx) .. (loops back|local host|myself)',
      sample: '553 5.3.5 example.com config error: mail loops back to me (MX problem?)',
      source: 'Sendmail',
    },
    {
      says: '(mail|mx) loops back to me',
      sample: '553 5.3.5 example.com. config error: mail loops back to me (MX problem?)',
      source: 'Sendmail',
    },
    { says: 'mx problem', sample: '554 5.3.5 Local configuration error: MX problem?', source: 'Sendmail' },
    {
      says: '(as im|im|although im|i am) .. listed as a best preference mx',
      sample:
        "Sorry. Although I'm listed as a best-preference MX or A for that host, it isn't in my control/locals file, so I don't treat it as local. (#5.4.6)",
      source: 'qmail',
    },
    {
      says: 'best preference mx',
      sample:
        "Sorry. Although I'm listed as a best-preference MX or A for that host, it isn't in my control/locals file, so I don't treat it as local. (#5.4.6)",
      source: 'qmail',
    },
    {
      says: '(this message is looping|is looping|looping) .. (delivered to|it already|already)',
      sample: 'This message is looping: it already has my Delivered-To line. (#5.4.6)',
      source: 'qmail',
    },
    {
      says: 'already has my delivered to line',
      sample: 'This message is looping: it already has my Delivered-To line. (#5.4.6)',
      source: 'qmail',
    },
    { says: 'delivered to .. (loop|twice|already)', sample: '554 Delivered-To loop', source: 'Postfix' },
    {
      says: 'mail forwarding loop for',
      sample: '554 5.4.6 mail forwarding loop for bob@example.com',
      source: 'Postfix',
    },
    {
      says: '(message|mail) .. (passed|been|gone) through .. (too many|times|hops)',
      sample: '554 message passed through too many',
    },
    { says: 'routing loop (detected|)', sample: '5.4.6 Routing loop detected', source: 'RFC 3463' },
    {
      says: '(remote host |) .. (mx|host) .. (points|pointing) (back |) to (this|itself|us|local|localhost)',
      sample: '550 the MX points to this host',
    },
    {
      says: 'resolver fwd loop',
      sample: '550 5.4.6 RESOLVER.FWD.Loop; there is a forwarding loop configured in the directory',
      source: 'Exchange',
    },
    {
      says: 'there is a forwarding loop',
      sample: '550 5.4.6 there is a forwarding loop configured in the directory',
      source: 'Exchange',
    },
    {
      says: '(recursive|circular) (alias*|forward*|delivery|route*|routing|address)',
      sample: '550 recursive alias',
    },
    {
      says: '(schleife|mailschleife|weiterleitungsschleife|boucle|bucle|ciclo|petla|lus|loop di|петля|зацикл*|循环|ループ)',
      sample: '554 Mailschleife erkannt',
      source: 'German servers',
    },
    { says: 'looping (message|mail|email)', sample: '552 looping message', source: 'Sina' },
    { says: '(loop|loops|looping|hops|hop)', sample: '554 5.7.1 loop', weak: true },
  ],
} as const satisfies ReasonRule;
