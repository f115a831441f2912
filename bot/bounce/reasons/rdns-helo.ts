import type { ReasonRule } from '../reason.ts';

/** Missing or mismatched PTR, or an invalid HELO name. */
export const rdnsHelo = {
  reason: 'rdns-helo',
  kind: 'bounce',
  actor: 'host',
  life: 'permanent',
  decidingCodes: ['5.7.25', '4.7.25'],
  phrases: [
    {
      says: '(reverse dns|rdns|reverse lookup|reverse hostname|reverse host|ptr|ptr record|ptr records|ptr dns|reverse dns entry|reverse dns lookup|reverse name|reverse ip|dns ptr|reverse mapping|reverse resolution) .. (fail*|not|no|missing|required|invalid|incorrect|does not|doesnt|generic|mismatch|unknown|bad|unresolvable|without|none|empty|setup|entry|must|error|record|check|lacks|suspicious|dynamic)',
      sample: '550 5.7.25 The reverse DNS lookup failed',
    },
    {
      says: '(no|missing|without|invalid|bad|incorrect|lacks|lack of|not have|valid|generic|fail*|have a|has no|unable to|cannot find|cant find|cannot find your|could not|couldnt find|fix your|correct|set|setup|unknown|improper|get|dynamic) (a |an |your |the |any |valid |working |matching |proper |dns |) (reverse dns|rdns|ptr|reverse lookup|reverse hostname|ptr record|reverse|ptr record*)',
      sample: '550-5.7.25 The IP address sending this message does not have a PTR record setup',
      source: 'Gmail',
    },
    {
      says: 'ip address sending this message does not have a ptr record',
      sample:
        '550-5.7.1 [192.0.2.1] The IP address sending this message does not have a PTR record, or the corresponding forward DNS entry does not point to the sending IP',
      source: 'Gmail',
    },
    {
      says: '(forward|corresponding forward) dns entry does not (point|match)',
      sample: '550 5.7.25 corresponding forward DNS entry does not match the sending IP',
      source: 'Gmail',
    },
    {
      says: '(cannot|could not|couldnt|unable to|cant|can not|failed to|not) (find|resolve|get|lookup|look up|determine) (your |the |a |its |any |client |sending |connecting |remote |) (reverse|reverse hostname|hostname|host name|ptr|client hostname|reverse address|reverse dns|ip address|ip)',
      sample: '450 4.7.25 Client host rejected: cannot find your hostname, [192.0.2.1]',
      source: 'Postfix',
    },
    {
      says: 'cannot find your (reverse |) hostname',
      sample: '450 4.7.1 Client host rejected: cannot find your reverse hostname, [192.0.2.1]',
      source: 'Postfix',
    },
    {
      says: '(forward confirmed|full circle) reverse',
      sample: '550 5.7.25 no forward-confirmed reverse DNS',
    },
    {
      says: '(ip|address|ip address|client ip|host|server) .. (does not|doesnt|has no|have no|not|cannot|without|lacks) (resolve|resolves|resolved|resolving|reverse|rdns|ptr|valid reverse|a reverse|have reverse|have a reverse|have rdns|match|dns) .. (hostname|host|name|helo|dns|back|ptr|correctly|properly|address|reverse)',
      sample: '550 your IP address does not resolve to a hostname',
    },
    {
      says: '(helo|ehlo|helo ehlo) (name |command |hostname |host |string |argument |domain |greeting |address |) (is |was |has |) (rejected|refused|invalid|not|must|does not|doesnt|denied|bad|mismatch|forged|error|should|check|verification|required|syntax|isnt|failed|contains|looks|fqdn|you used|dns|unknown|blocked|spoof*|impersonat*)',
      sample: '550 5.7.1 <localhost>: Helo command rejected: Host not found',
      source: 'Postfix',
    },
    {
      says: '(invalid|bad|bogus|wrong|forged|fake|illegal|incorrect|malformed|faked|unacceptable|improper|suspicious|spoofed|your|impersonating|non fqdn|missing|no|dynamic|unresolvable|unqualified|empty) (helo|ehlo|helo ehlo|helo name|ehlo name|helo argument|helo string|smtp helo|hello)',
      sample: '550 Invalid HELO name (See RFC2821 4.1.1.1)',
      source: 'cPanel Exim',
    },
    {
      says: 'helo command rejected',
      sample: '504 5.5.2 <server>: Helo command rejected: need fully-qualified hostname',
      source: 'Postfix',
    },
    {
      says: 'need fully qualified hostname',
      sample: '504 5.5.2 <server>: Helo command rejected: need fully-qualified hostname',
      source: 'Postfix',
    },
    {
      says: '(access denied |) invalid helo name (see rfc2821|)',
      sample: '550 Access denied - Invalid HELO name (See RFC2821 4.1.1.1)',
      source: 'cPanel Exim',
    },
    {
      says: 'helo .. (does not|doesnt|not|cannot be) (match|resolve|resolvable|resolved|exist|valid|a valid|fqdn|fully|correspond)',
      sample: '550 HELO does not match your hostname',
    },
    { says: '(bad|invalid) (hostname|host name|host) .. (helo|ehlo)', sample: '550 bad hostname in HELO' },
    { says: '(sender|client|sending) host .. (reverse|ptr|rdns)', sample: '550 sending host lacks reverse' },
    {
      says: '(generic|dynamic) (reverse|hostname|rdns|ptr|rdns name|host name)',
      sample: '554 5.7.1 generic reverse DNS not accepted',
    },
    { says: 'name mismatch .. (helo|ehlo|reverse|dns|ptr)', sample: '550 name mismatch HELO' },
    {
      says: '(dns|host|hostname|ip) (name |) (lookup|check|dns check) (failed|failure|error) .. (ip|client|sender|your|host)',
      sample: '550 DNS check failed for client ip',
    },
    {
      says: 'client host rejected cannot find',
      sample: '450 4.7.1 Client host rejected: cannot find your hostname, [192.0.2.1]',
      source: 'Postfix',
    },
    { says: '(ptr|rdns) (is |) (not |) (valid|acceptable|allowed)', sample: '550 PTR is not valid' },
    {
      says: '(poor reputation|mail from) .. (no|without) (rdns|reverse dns|ptr)',
      sample: '550 mail from host without reverse DNS',
    },
    {
      says: 'all mail servers must have a ptr record',
      sample: '554 All mail servers must have a PTR record with a valid Reverse DNS entry',
      source: 'GoDaddy, RIM',
    },
    {
      says: '(connect|connection|connections) .. (no|without) (reverse|ptr|rdns)',
      sample: '421 connection refused: host without reverse dns',
      source: 'AT&T',
    },
    {
      says: '(ip|host) name (lookup|possibly) (failed|forged)',
      sample: '550 IP name possibly forged [192.0.2.1]',
      source: 'Sendmail',
    },
    {
      says: '(ip name|possibly) forged',
      sample: '550 5.7.1 IP name possibly forged [192.0.2.1]',
      source: 'Sendmail',
    },
    { says: 'fix reverse dns', sample: '451 4.7.1 Fix reverse DNS for 192.0.2.1', source: 'Sendmail' },
    {
      says: '(kein|keine|keinen|ungultiger|ungueltiger|falscher) (ptr|reverse dns|reverse|rdns)',
      sample: '550 Kein PTR Eintrag: reverse DNS',
      source: 'German servers',
    },
    {
      says: '(bad|invalid) dns ptr resource record',
      sample:
        '554-Bad DNS PTR resource record. 554 For explanation visit https://postmaster.gmx.net/en/error-messages?ip=192.0.2.1&c=rdns',
      source: 'GMX',
    },
    {
      says: '(sans|pas de|sin|senza|sem|brak) (reverse|ptr|rdns|dns inverso|rekordu ptr|reverse dns|inverso)',
      sample: '550 brak rekordu PTR',
      source: 'Polish servers',
    },
    { says: '(反向解析|反向域名解析|反向)', sample: '550 没有反向解析记录', source: 'Chinese servers' },
    { says: '逆引き', sample: '550 逆引きができません', source: 'Japanese servers' },
    {
      says: '(your|its|the) reverse dns (entry|name|record)',
      sample: '554 Refused. Your reverse DNS entry contains your IP address and a country code.',
      source: 'CompuServe',
    },
    {
      says: 'reverse dns (lookup|check|record|entry|validation|verification)',
      sample: '550 Reverse DNS lookup for host 192.0.2.1 failed',
    },
    {
      says: '(bad|no|missing|invalid) (dns |) ptr',
      sample: '554-Bad DNS PTR resource record.',
      source: 'GMX',
    },
    { says: 'dns ptr', sample: '554-Bad DNS PTR resource record.', source: 'GMX' },
    {
      says: '(helo|ehlo) (argument|name|host|hostname|domain|string|identity)',
      sample: '550 HELO argument invalid: localhost',
    },
    {
      says: '(domain|host|hostname|name|address) (name |) (in|of|for) (your |the |) (helo|ehlo)',
      sample: '501 5.5.4 Invalid domain name in EHLO',
    },
    {
      says: '(invalid|bad) (domain|host|domain name|host name|hostname|address) (name |) (in|for|given in) (your |the |) (helo|ehlo)',
      sample: '501 5.5.4 Invalid domain name in EHLO',
    },
    {
      says: '(ptr|rdns|reverse dns|helo|ehlo|reverse hostname)',
      sample: '450 4.7.1 Kein gültiger Reverse-DNS-Eintrag',
      weak: true,
    },
    {
      says: '(your|the|a) (rdns|ptr|reverse dns|reverse name|reverse hostname) (looks|seems|appears|suggests|indicates|is)',
      sample: '550 5.7.1 your rDNS looks like a dial-up host',
    },
    {
      says: 'reverse (lookup|resolution|name) (of|for|on) (host!|your|the)',
      sample: '450 reverse lookup of 192.0.2.1 yields nothing',
    },
    {
      says: 'hostname (does not|doesnt|must|should) match (your|the|its) (ip|address|ip address)',
      sample: '554 Connection refused. Your hostname does not match your IP',
    },
    {
      says: 'ip name possibly forged',
      sample: '550 5.7.1 Relaying refused. IP name possibly forged [192.0.2.1]',
      source: 'Sendmail',
      sure: true,
    },
    {
      says: '(forward|reverse|backward) and (backward|backwards|reverse|forward) (lookup*|dns|resolution|names) .. match',
      sample: '550 5.7.1 client name [192.0.2.1] does not resolve, forward and backward lookups must match',
    },
    {
      says: '(client|sending host|sender host) name ~ (does not|doesnt|not|cannot be|did not) (resolve*|resolved|found|match)',
      sample: '550 5.7.1 client name [192.0.2.1] does not resolve',
    },
    {
      says: '(could not|cannot|couldnt|cant|unable to|failed to|no) (find|determine|get|look up|lookup|resolve|obtain) (a |the |any |) (name|hostname|host name|domain name|ptr) (for|of|from) (the |your |this |) (sending |client |connecting |) (ip|address|host|ip!|server)',
      sample: '421-failure in DNS look-up. Our system could not find a name for the sending IP.',
      source: 'Yahoo Japan',
    },
    { says: '(fcrdns|fcr dns)', sample: '550 FCrDNS check failed' },
    {
      says: 'ip name lookup failed',
      sample: '550 5.7.1 IP name lookup failed [192.0.2.1]',
      source: 'Sendmail',
    },
    {
      says: '(helo|ehlo|helo ehlo) (domain|name|host|hostname|argument) (is |was |) (invalid|not valid|bad|wrong|unknown|malformed|unresolvable)',
      sample: '554 5.7.1 This message has been blocked because the HELO/EHLO domain is invalid.',
      source: 'Barracuda',
      sure: true,
    },
    {
      says: 'guidelines regarding ptr (records|record)',
      sample:
        '550-5.7.1 [2001:db8:1:2::7] Our system has detected that this message does not meet IPv6 sending guidelines regarding PTR records and authentication.',
      source: 'Gmail',
      sure: true,
    },
    {
      says: 'ipv6 sending guidelines',
      sample:
        '550-5.7.1 The sender does not meet basic ipv6 sending guidelines of authentication and rdns resolution of sending ip.',
      source: 'Gmail',
      sure: true,
    },
  ],
} as const satisfies ReasonRule;
