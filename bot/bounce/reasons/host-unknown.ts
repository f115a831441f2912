import type { ReasonRule } from '../reason.ts';

/** The recipient domain or its MX cannot be found. */
export const hostUnknown = {
  reason: 'host-unknown',
  kind: 'bounce',
  actor: 'sender',
  life: 'permanent',
  decidingCodes: ['5.4.310', '5.4.312'],
  statusCodes: ['5.1.2', '4.4.312', '4.4.310'],
  hintCodes: ['5.4.4', '4.1.2', '4.4.4'],
  replyCodes: ['512'],
  phrases: [
    {
      says: 'host unknown',
      sample: '550 5.1.2 <bob@example.com>... Host unknown (Name server: example.com: host not found)',
      source: 'Sendmail',
    },
    {
      says: '(host|domain|hostname|server|mail server|domain name|name or service) (was|is|could|) (not|cannot|couldnt|isnt|wasnt) (be |) (found|known|located|resolved|resolvable)',
      sample: '550 5.4.4 Host not found',
      source: 'Postfix',
    },
    {
      says: '(host|domain) or domain name not found',
      sample: 'Name service error for name=example.com type=MX: Host or domain name not found',
      source: 'Postfix',
    },
    {
      says: 'name service error for (name |) .. (host or domain name not found|not found)',
      sample:
        '(Host or domain name not found. Name service error for name=example.com type=A: Host not found)',
      source: 'Postfix',
    },
    {
      says: '(unable to|could not|couldnt|cannot|can not|cant|unsuccessfully tried to) (find|locate|resolve|look up|lookup) .. (host|domain|mail server|mx|hostname|mx record*|address record)',
      sample: "Sorry, I couldn't find any host named example.con. (#5.1.2)",
      source: 'qmail',
    },
    {
      says: 'couldnt find any host (by that name|named)',
      sample: "Sorry, I couldn't find any host by that name. (#5.1.2)",
      source: 'qmail',
    },
    {
      says: 'couldnt find a mail exchanger or ip address',
      sample:
        "Sorry. Although I'm listed as a best-preference MX... I couldn't find a mail exchanger or IP address. (#5.4.4)",
      source: 'qmail',
    },
    {
      says: '(no|without|any|missing|lacks) (valid |usable |working |) (mx|mail exchanger|mail exchange|mail exchangers) (record |records |host |hosts |or a record* |)',
      sample: '550 No MX record for domain example.con',
    },
    { says: 'no mx (record*|host*|server*|for|found|or)', sample: '554 5.4.4 no MX record found' },
    {
      says: '(domain|host|hostname|domain name|address domain) ~ (does not|doesnt|do not|not) exist*',
      sample: '550 5.1.2 domain example.con does not exist',
    },
    {
      says: '(recipient|destination|email|mail) domain .. (does not|doesnt|not) (exist*|found|resolve)',
      sample: '550 recipient domain example.con does not exist',
    },
    {
      says: '(domain|host) .. (does not|doesnt|didnt) (exist|resolve)',
      sample: '550 5.1.2 The domain example.con does not exist',
    },
    {
      says: '(domain|host) (name |) (is |) (unknown|invalid|nonexistent|non existent|unresolvable|unrouteable|unroutable)',
      sample: '550 Domain is invalid',
    },
    {
      says: '(unknown|invalid|nonexistent|non existent|unresolvable|unrouteable|unroutable|illegal|bad|incorrect|wrong) (host|domain|mail domain|domain name|hostname|destination host|destination domain|recipient domain|destination system|host domain|mail server)',
      sample: '550 Unrouteable mail domain "example.con"',
      source: 'Exim',
    },
    {
      says: '(bad|unknown) destination (system|mail system|host)',
      sample: '5.1.2 Bad destination system address',
      source: 'RFC 3463',
    },
    { says: '(nxdomain|nx domain)', sample: 'DNS lookup returned NXDOMAIN 550' },
    {
      says: 'info domain (nonexistent|non existent)',
      sample: '[Message=InfoDomainNonexistent] 550 5.4.310',
      source: 'Microsoft 365',
    },
    {
      says: 'smtpsend dns (non existent domain|nonexistent domain)',
      sample: 'SMTPSEND.DNS.NonExistentDomain; nonexistent domain 550 4.4.7',
      source: 'Exchange',
    },
    { says: 'domain name not found', sample: 'DNS Error: Domain name not found 550 5.1.2', source: 'Gmail' },
    {
      says: 'dns (error|server error) .. (nxdomain|not found|no such)',
      sample: 'DNS Error: no such domain 550',
      source: 'Gmail',
    },
    {
      says: '(all relevant|all) mx records point to (non existent|nonexistent|invalid) (hosts|host)',
      sample: 'bob@example.con all relevant MX records point to non-existent hosts',
      source: 'Exim',
    },
    {
      says: 'lowest numbered mx .. (unresolvable|not found)',
      sample: 'lowest numbered MX host unresolvable 550',
      source: 'Exim',
    },
    {
      says: 'mx (lookup|query|record*|host*) .. (failed|no|returned no|does not|not found|not exist|non existent|unresolvable|invalid|empty)',
      sample: '550 MX lookup for example.con failed',
    },
    {
      says: 'unrouteable address',
      sample: 'Mail delivery failed: bob@example.con Unrouteable address',
      source: 'Exim',
      weak: true,
    },
    {
      says: 'unroutable address',
      sample: 'Mail delivery failed: bob@example.con unroutable address',
      source: 'Exim',
      weak: true,
    },
    {
      says: '(an|) (a|mx) record .. (points to|resolves to|resolved to) (invalid|localhost|loopback|127|private|0)',
      sample: '550 MX record points to invalid address',
    },
    { says: 'domain .. (has|have|had) no (mx|a|dns|mail|valid)', sample: '550 domain example.con has no MX' },
    {
      says: 'domain .. (isnt|is not|not) (found|valid|known|resolvable|registered|set up|setup|configured|correct)',
      sample: '550 domain example.con is not registered',
    },
    {
      says: '(couldnt|could not|wasnt|was not|unable to be) (be |) delivered .. domain .. (couldnt|could not|wasnt|cannot) (be |) found',
      sample:
        "Your message wasn't delivered to bob@example.con because the domain example.con couldn't be found",
      source: 'Gmail',
    },
    {
      says: 'because the domain .. (couldnt|could not|cannot|wasnt) be found',
      sample:
        "Your message wasn't delivered to bob@example.con because the domain example.con couldn't be found.",
      source: 'Gmail',
    },
    { says: 'domain (has |) expired', sample: '550 5.1.2 recipient domain has expired' },
    {
      says: 'no (route|mail route|routing) .. (domain|found|available)',
      sample: '550 5.4.4 no route for domain',
      source: 'Exchange',
    },
    { says: 'unable to route', sample: '5.4.4 Unable to route', source: 'RFC 3463' },
    { says: '(domain|host) lookup (failed|failure|error)', sample: '550 Domain lookup failed' },
    {
      says: '(rcpt|recipient) domain .. (invalid|not found|unknown|unresolvable|has no)',
      sample: '550 recipient domain unknown',
    },
    {
      says: 'recipient address rejected domain not found',
      sample: '450 4.1.2 <bob@example.con>: Recipient address rejected: Domain not found',
      source: 'Postfix',
    },
    { says: 'no (a|aaaa|ip) record*', sample: '550 no A record for host' },
    { says: 'no such (host|domain|hostname)', sample: '550 5.1.2 no such host' },
    { says: 'recipient system unknown', sample: '512 recipient system unknown' },
    { says: 'host (or|) domain .. unknown', sample: '512 the host or domain is unknown', source: 'RFC 5248' },
    {
      says: 'server for the recipient domain .. not (be |) found',
      sample: '550 the server for the recipient domain could not be found',
    },
    {
      says: '(domain|domane|dominio|domaine) .. (existiert nicht|nicht gefunden|unbekannt|inesistente|sconosciuto|no existe|inexistente|nao existe|inconnu|inexistant|n existe pas)',
      sample: '550 Die Domain existiert nicht',
      source: 'German servers',
    },
    {
      says: '(domena|domeny) .. (nie istnieje|nie znaleziono)',
      sample: '550 domena nie istnieje',
      source: 'Polish servers',
    },
    { says: 'домен .. (не найден|не существует)', sample: '550 домен не найден', source: 'Russian servers' },
    {
      says: '(域名|域) ~ (不存在|无法解析|找不到|解析失败)',
      sample: '550 收件人域名不存在',
      source: 'Chinese servers',
    },
    {
      says: '(ドメイン|ドメイン名) .. (見つかりません|存在しません)',
      sample: '550 ドメインが見つかりませんでした',
      source: 'Japanese servers',
    },
    {
      says: '(resolve|find|found) .. route .. mx',
      sample: 'Unable to resolve route: no MX found for domain example.con',
    },
    {
      says: 'dominio .. no se ha encontrado',
      sample: 'El dominio example.con no se ha encontrado. 550',
      source: 'Gmail',
    },
    {
      says: '(lookup|query) .. (responded|returned|failed) with code nxdomain',
      sample: "DNS Error: DNS type 'mx' lookup of example.con responded with code NXDOMAIN",
      source: 'Gmail',
    },
    { says: 'with code nxdomain', sample: 'responded with code NXDOMAIN 550', source: 'Gmail' },
    { says: '(nxdomain|mx|domain not found)', sample: '550 5.7.1 MX', weak: true },
    {
      says: 'domain (name |part |) (in|of|from) the (email |recipient |mail |) (address|recipient) .. (does not exist|doesnt exist|not found|not exist|unknown|invalid|could not be found)',
      sample: 'bounced: The domain name in the email address does not exist',
    },
    {
      says: '(hostname|host|domain|mx) lookup .. nxdomain',
      sample: 'Hostname lookup for mailserver failed: NXDOMAIN (mail to bob@example.con)',
    },
    {
      says: '(invalid |) (recipient|address) .. address domain (does not|doesnt|not) exist',
      sample: '550 Invalid recipient: Could not retrieve source address / Domain does not exist',
    },
    {
      says: '(dominio|domaine|domain|domane|domena|domein) (del|do|del|du|des|dla|van de|der) (destinatario|destinataire|empfangers|empfaengers|odbiorcy|ontvanger) .. (no encontrado|no existe|introuvable|n existe|nexiste|non trovato|nao encontrado|nao existe|nicht gefunden|existiert|nie istnieje|bestaat niet|niet gevonden|inexistente|inconnu|non esiste)',
      sample: '550 dominio del destinatario no encontrado en DNS',
      source: 'Spanish servers',
    },
    {
      says: '(could not|cannot|unable to|couldnt) retrieve (source|destination|the|recipient) address .. (does not|doesnt|not) exist',
      sample: '550 Invalid recipient: Could not retrieve source address / Domain does not exist',
    },
    {
      says: 'retrieve (source|destination|the|recipient) address domain (does not|doesnt) exist',
      sample: '550 Invalid recipient: Could not retrieve source address / Domain does not exist',
    },
    { says: 'domain of (the |) recipient', sample: '550 Domain of recipient unknown' },
    {
      says: 'dns query failed',
      sample: '550 5.4.312 Message expired, DNS query failed(NonExistentDomain)',
      source: 'Microsoft 365',
    },
    {
      says: 'because the domain host! (couldnt|could not) be found',
      sample:
        "Your message wasn't delivered to bob@example.com because the domain example.com couldn't be found.",
      source: 'Gmail',
      sure: true,
    },
    {
      says: 'undeliverable to @ unknown host',
      sample: 'undeliverable to bob@example.com: Unknown host',
      source: 'IMail',
      sure: true,
    },
    {
      says: '(host|domain|mail domain) (is|was) (unknown|not known)',
      sample: '550 the host is unknown',
      source: 'typed',
      sure: true,
    },
  ],
} as const satisfies ReasonRule;
