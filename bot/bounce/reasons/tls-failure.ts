import type { ReasonRule } from '../reason.ts';

/** STARTTLS required or failed. */
export const tlsFailure = {
  reason: 'tls-failure',
  kind: 'bounce',
  actor: 'host',
  life: 'permanent',
  decidingCodes: [
    '5.7.321',
    '4.7.321',
    '5.7.322',
    '4.7.322',
    '5.7.323',
    '4.7.323',
    '5.7.324',
    '4.7.324',
    '5.7.325',
    '4.7.325',
    '5.7.30',
  ],
  statusCodes: ['5.7.10', '5.7.11', '4.7.5'],
  replyCodes: ['523', '538'],
  phrases: [
    {
      says: '(must|need to|please|should) (issue|use|send|start|do|initiate) (a |) (starttls|start tls|tls|ssl|starttls command) (first|command|)',
      sample: '530 5.7.0 Must issue a STARTTLS command first',
      source: 'Postfix',
    },
    {
      says: 'must issue a (starttls|start tls) command first',
      sample: '530 5.7.0 Must issue a STARTTLS command first.',
      source: 'Gmail',
    },
    {
      says: '(tls|starttls|start tls|ssl|encryption|encrypted connection|secure connection|tls encryption|ssl tls|secure transport|encrypted session|mtls) (is |connection |session |support |) (required|needed|mandatory|must be|requested|enforced|necessary)',
      sample: '530 5.7.0 TLS is required',
    },
    {
      says: '(requires|require|required|needs|enforces|mandatory|force*|mandates) (a |an |the |use of |valid |) (tls|starttls|start tls|ssl|encryption|secure connection|encrypted|encrypted connection|secure transport|tls encryption)',
      sample: '530 this server requires TLS',
    },
    {
      says: '(tls|starttls|start tls|ssl|tls ssl|ssl tls|openssl|gnutls|handshake) .. (fail*|error|not available|unavailable|not supported|not offered|alert|failure|handshake|refused|rejected|negotiat*|problem|timeout|unable|could not|incompatible|not|mismatch|expired|untrusted|temporarily|deferred|downgrade|invalid|unsuccessful|required)',
      sample: '454 4.7.0 TLS not available due to temporary reason',
      source: 'RFC 3207',
    },
    {
      says: '(cannot|could not|couldnt|unable to|failed to|cant|fail* to) (start|establish|negotiate|use|initiate|create|set up|initialise|initialize|verify|make) (a |the |an |) (tls|starttls|start tls|ssl|secure|encrypted|encryption|trusted|secure tls|tls session|tls ssl)',
      sample: 'status=deferred (Cannot start TLS: handshake failure)',
      source: 'Postfix',
    },
    {
      says: '(certificate|cert|certificates|ca|ssl certificate|tls certificate) .. (expired|invalid|verif*|not trusted|untrusted|revoked|unknown|fail*|rejected|not match|mismatch|self signed|not valid|error|does not match|unable|chain|validation|required|problem|bad)',
      sample: 'Server certificate not trusted 454',
      source: 'Postfix',
    },
    {
      says: '(self signed|untrusted|expired|invalid|unverified|bad|revoked|unknown) (ssl |tls |server |ca |peer |) (certificate|cert|issuer)',
      sample: '454 4.7.5 Server certificate not verified: self-signed certificate',
      source: 'Postfix',
    },
    {
      says: '(a tls session is required|tls session is required)',
      sample: 'a TLS session is required, but the server did not offer TLS support',
      source: 'Exim',
    },
    {
      says: '(server|host|it|host!|that host|remote) (did not|does not|doesnt|didnt) (offer|support|advertise|announce) .. (tls|starttls|start tls|ssl)',
      sample:
        'TLS is required, but was not offered by host mx.example.com[192.0.2.1]: host did not offer STARTTLS',
      source: 'Postfix',
    },
    {
      says: 'tls is required but was not offered',
      sample: 'TLS is required, but was not offered by host mx.example.com[192.0.2.1]',
      source: 'Postfix',
    },
    {
      says: '(tls|ssl) (handshake|negotiation|negotiate|session|error|library|protocol|alert|connect|version|on connection) (fail*|error|problem|was|not|on|failure|required|unsupported|aborted|timeout|)',
      sample: 'R=dnslookup T=remote_smtp: TLS error on connection (SSL_connect): handshake failure',
      source: 'Exim',
    },
    {
      says: '(encryption|cipher|ciphers|protocol version|key) .. (too weak|not acceptable|not supported|needed|no shared|mismatch|unsupported|too small|required|weak|strength)',
      sample: '538 5.7.11 Encryption required for requested authentication mechanism',
      source: 'RFC 4954',
    },
    {
      says: '(no shared cipher|unsupported protocol|wrong version number|dh key too small|unknown protocol|no protocols available|sslv3 alert|tlsv1 alert|unsafe legacy renegotiation|dh too small|inappropriate fallback|bad record mac|decrypt error)',
      sample: '454 4.7.0 TLS error: no shared cipher',
      source: 'OpenSSL',
    },
    { says: 'encryption needed', sample: '523 5.7.10 Encryption Needed', source: 'RFC 5248' },
    {
      says: 'encryption required for requested authentication mechanism',
      sample: '538 5.7.11 Encryption required for requested authentication mechanism',
      source: 'RFC 4954',
    },
    {
      says: '(mta sts|mtasts|mta-sts|sts policy|sts|starttls everywhere)',
      sample: '550 5.7.5 MTA-STS policy validation failed',
      source: 'RFC 8461',
    },
    {
      says: '(dane|tlsa|dnssec) .. (fail*|invalid|no|error|not|required|validation|records|mismatch|bogus|expired|usable|insecure)',
      sample: '550 5.7.324 dnssec-invalid: DANE validation failed',
      source: 'Microsoft 365',
    },
    {
      says: '(no|without) (usable |valid |) (tlsa|dane|tls) (records|record|support|)',
      sample: 'no usable TLSA records 550',
      source: 'Postfix',
    },
    {
      says: '(requiretls|require tls)',
      sample: '550 5.7.30 REQUIRETLS support required',
      source: 'RFC 8689',
    },
    {
      says: '(plaintext|plain text|unencrypted|cleartext|clear text|insecure|non tls|non encrypted) .. (not allowed|rejected|refused|disabled|connection|denied|not accepted|authentication|not permitted|prohibited|disallowed)',
      sample: '530 unencrypted connections not allowed',
    },
    {
      says: '(verschlusselung|verschluesselung|tls|ssl) .. (erforderlich|notwendig|benotigt|zwingend|fehlgeschlagen|fehler)',
      sample: '530 Verschlüsselung erforderlich',
      source: 'German servers',
    },
    {
      says: '(chiffrement|cifrado|crittografia|criptografia|szyfrowanie|szyfrowania|versleuteling|шифрование|tls) .. (requis|requerido|richiesta|necessario|wymagane|vereist|требуется|obligatoire|necessaria|exigida)',
      sample: '530 cifrado requerido',
      source: 'Spanish servers',
    },
    {
      says: '(only accept|only accepts|require|requires|accept only) (encrypted|tls|secure|ssl) (connections|connection|mail|transport|sessions)',
      sample: '553 5.7.1 We only accept encrypted connections; use STARTTLS',
    },
    {
      says: '(use|using) (starttls|tls)',
      sample: '553 5.7.1 We only accept encrypted connections; use STARTTLS',
    },
    {
      says: 'certificate (name |subject |) mismatch',
      sample: '454 4.7.5 MTA-STS policy: certificate name mismatch',
    },
    {
      says: '(tls|starttls|ssl|certificate|encryption|encrypted|handshake)',
      sample: '554 TLS trouble',
      weak: true,
    },
    {
      says: 'certificate (verify|verification|validation) (failed|failure|error)',
      sample: '454 4.7.5 TLS-Verbindung fehlgeschlagen: certificate verify failed',
      source: 'OpenSSL',
    },
    {
      says: '(wasnt|was not|not) sent over a tls connection',
      sample:
        "451-4.7.29 Your email has been rate limited because this message wasn't sent over a TLS connection.",
      source: 'Gmail',
      sure: true,
    },
    {
      says: '(dane|mta sts|tlsa) .. (failed|failure|not verified|mismatch|invalid)',
      sample: 'DANE attempt failed; TLS connection to mx.example.com: certificate verify failed 450',
      source: 'Exim',
      sure: true,
    },
    {
      says: 'certificate verify failed',
      sample: 'TLS error: certificate verify failed 450',
      source: 'OpenSSL',
    },
    {
      says: 'certificate not (verified|trusted|valid)',
      sample: 'Server certificate not verified for mx.example.com 450',
      source: 'Postfix',
    },
    {
      says: 'tls error from',
      sample: 'TLS error from mx.example.net: handshake failed',
      source: 'Stalwart',
    },
    {
      says: 'received fatal alert (handshakefailure|handshake failure|protocolversion|protocol version|unknownca)',
      sample: 'handshake failed: received fatal alert: HandshakeFailure',
      source: 'rustls',
      sure: true,
    },
  ],
} as const satisfies ReasonRule;
