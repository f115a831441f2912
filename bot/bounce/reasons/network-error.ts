import type { ReasonRule } from '../reason.ts';

/** Connection refused, timed out, DNS temporarily failing. */
export const networkError = {
  reason: 'network-error',
  kind: 'bounce',
  actor: 'none',
  life: 'temporary',
  hintCodes: [
    '4.4.1',
    '4.4.2',
    '4.4.3',
    '5.4.2',
    '5.4.3',
    '4.4.0',
    '5.4.0',
    '5.4.316',
    '4.4.316',
    '4.4.317',
    '5.4.317',
    '4.4.315',
    '5.4.318',
    '4.4.318',
    '4.4.8',
    '5.4.8',
    '5.4.315',
  ],
  phrases: [
    {
      says: '(connection|connect|connecting) .. (refused|timed out|timeout|time out|reset|lost|dropped|closed|failed|failure|broken|aborted|terminated|interrupted|could not|unreachable)',
      sample: 'connect to mx.example.com[192.0.2.1]:25: Connection timed out',
      source: 'Postfix',
    },
    {
      says: '(operation|socket|session|read|write|dns|conversation|smtp|server|host|greeting|initial greeting|network|data) (has |) (timed out|timeout|time out|timedout)',
      sample: '451 4.4.2 Operation timed out',
    },
    {
      says: '(network is|network|host is|host|server is|no route to|destination|host not) (unreachable|host|not reachable|down|unreachable or)',
      sample: 'connect to mx.example.com[192.0.2.1]:25: Network is unreachable',
      source: 'Postfix',
    },
    {
      says: 'no route to host',
      sample: 'connect to mx.example.com[192.0.2.1]:25: No route to host',
      source: 'Postfix',
    },
    {
      says: '(lost|conversation|lost connection|dropped|broken|reset|closed) .. (connection|while|with|by peer|by remote|by foreign host|during|unexpectedly|prematurely) .. (host!|while|sending|receiving|server|host|peer|after|data|rcpt|mail|initial|greeting|end of data|helo|ehlo|connection)',
      sample: 'lost connection with mx.example.com[192.0.2.1] while sending RCPT TO',
      source: 'Postfix',
    },
    {
      says: '(remote host|remote server|server|peer|host) (has |unexpectedly |) (closed|dropped|reset|terminated|disconnected|hung up|did not respond|not responding|does not respond|doesnt respond|didnt respond|is down|is not responding|not answering|did not answer|broke)',
      sample: 'Remote host closed connection in response to initial connection',
      source: 'Exim',
    },
    {
      says: '(unable to|could not|couldnt|cannot|cant|can not|failed to|wasnt able to|was unable to|not able to|could never|not) (connect|establish|reach|contact|open|make|communicate|get a connection) .. (host|server|host!|connection|smtp|remote|destination|mx|domain|mail|session|it|address|port|mailserver|@)',
      sample: "Sorry, I wasn't able to establish an SMTP connection. (#4.4.1)",
      source: 'qmail',
    },
    {
      says: '(no|bad) (answer|response|reply|greeting|banner) from (host|server|remote|the|mail|primary|host!|destination|any)',
      sample: '4.4.1 No answer from host',
      source: 'RFC 3463',
    },
    {
      says: 'no (hosts|host|server|servers|mail server|mail servers) (available|reachable|found|could be|responded|answered|were)',
      sample: '451 no hosts available',
    },
    {
      says: '(host|dns|name|domain|mx|a|nameserver|name server|name service|hostname) (name |server |host |record |server |or domain name |not found |) (lookup|look up|query|resolution|service|lookups) (did not complete|failed temporarily|failure|deferred|temporarily failed|timed out|timeout|error|server failure|temporary|servfail|failed|try again)',
      sample: 'host lookup did not complete',
      source: 'Exim',
    },
    { says: 'host lookup did not complete', sample: '451 host lookup did not complete', source: 'Exim' },
    {
      says: 'host not found try again',
      sample: '(Name service error for name=example.com type=MX: Host not found, try again)',
      source: 'Postfix',
      sure: true,
    },
    {
      says: 'cname lookup failed temporarily',
      sample: 'CNAME lookup failed temporarily. (#4.4.3)',
      source: 'qmail',
    },
    {
      says: '(temporary|temporarily|transient) (dns|name|resolution|network|routing|connection|resolver|name server|dns lookup|name lookup|routing) .. (fail*|error|problem|unavailable|lookup)',
      sample: '451 4.4.3 Temporary DNS failure',
    },
    {
      says: '(directory server|routing server|dns server|nameserver|name server) (failure|error|unavailable|not responding|failed)',
      sample: '451 4.4.3 Directory server failure',
      source: 'RFC 3463',
    },
    {
      says: '(bad connection|network error|network problem|network congestion|connection error|communication error|communications error|communication failure|socket error|protocol timeout|network failure|connectivity)',
      sample: '421 4.4.2 Bad connection',
      source: 'RFC 3463',
    },
    {
      says: 'socket error code',
      sample: '450 4.4.316 Connection refused [Message=Socket error code 10061]',
      source: 'Microsoft 365',
    },
    {
      says: '(winsock|wsaeconn*|econnrefused|etimedout|ehostunreach|econnreset|enetunreach|wsaetimedout|errno)',
      sample: '451 4.4.1 connect ECONNREFUSED 192.0.2.1:25',
      source: 'Node.js',
    },
    {
      says: 'suspicious remote server error',
      sample: '450 4.4.317 Cannot connect to remote server [Message=451 4.4.0 SuspiciousRemoteServerError]',
      source: 'Microsoft 365',
    },
    {
      says: 'cannot connect to remote server',
      sample: '450 4.4.317 Cannot connect to remote server',
      source: 'Microsoft 365',
    },
    {
      says: 'primary target ip address responded with',
      sample:
        '451 4.4.0 Primary target IP address responded with: "421 4.4.1 Connection timed out." Attempted failover to alternate host, but that did not succeed.',
      source: 'Exchange',
    },
    {
      says: 'attempted failover to alternate host',
      sample:
        '441 4.4.1 Error encountered while communicating with primary target IP address: "Failed to connect. Winsock error code: 10060". Attempted failover to alternate host, but that did not succeed.',
      source: 'Exchange',
    },
    {
      says: '(failed to connect|error encountered while communicating with)',
      sample:
        '441 4.4.1 Error encountered while communicating with primary target IP address: "Failed to connect."',
      source: 'Exchange',
    },
    {
      says: 'remote host said .. (timeout|timed out|service not available|closing)',
      sample: '421 Remote host said: 421 Timeout exceeded',
      source: 'qmail',
    },
    {
      says: '(timeout|time out) (exceeded|waiting|while|after|expired|on|error|occurred|reading|period|limit|has)',
      sample: '421 4.4.2 mx.example.com Error: timeout exceeded',
      source: 'Postfix',
    },
    {
      says: 'remote server .. (connection|connect) .. (timed out|refused|reset)',
      sample: 'remote server connection timed out 421',
    },
    {
      says: '(recipient|destination|receiving|remote|target) (server|mail server|system|email server|host|mailserver|domain) .. (did not accept|not accept|refused|unavailable|offline|down|unreachable|not respond|not responding|failed to respond|not available|not answer) (our |the |)',
      sample:
        'The recipient server did not accept our requests to connect. Learn more at https://support.google.com/mail/answer/7720',
      source: 'Gmail',
    },
    {
      says: 'did not accept our requests to connect',
      sample: 'The recipient server did not accept our requests to connect. 451',
      source: 'Gmail',
    },
    {
      says: 'unreachable for too long',
      sample: "The recipient's mail server has been unreachable for too long 4.4.1",
    },
    {
      says: '(delivery temporarily suspended|temporarily suspended) .. (connect|connection|lost|timed|host|unknown)',
      sample: '(delivery temporarily suspended: connect to mx.example.com[192.0.2.1]:25: Connection refused)',
      source: 'Postfix',
    },
    {
      says: '(destination|recipient) (ip |) address (is |) (reserved|unreachable|cannot)',
      sample: '550 4.4.1 destination address unreachable',
    },
    { says: 'port 25 .. (blocked|closed|timed out|refused|timeout)', sample: '451 port 25 blocked' },
    { says: '(got|received) (no|an empty|empty) (response|reply|answer)', sample: '421 got no response' },
    {
      says: '(zeituberschreitung|zeitueberschreitung|timeout|zeitlimit) .. (verbindung|verbindungsaufbau|server)',
      sample: '421 Timeout: Verbindung',
      source: 'German servers',
    },
    {
      says: '(verbindung|verbindungsaufbau) .. (fehlgeschlagen|abgelehnt|abgebrochen|verweigert|nicht moglich|getrennt|unterbrochen|timeout)',
      sample: '421 Verbindung abgelehnt',
      source: 'German servers',
    },
    {
      says: '(connexion|conexion|connessione|conexao|polaczenie|polaczenia|verbinding|соединение|соединения|подключение) .. (refusee|echouee|expire|interrompue|impossible|rechazada|fallida|agotado|agotada|rifiutata|scaduta|fallita|recusada|expirou|falhou|odrzucone|nie powiodlo|przerwane|geweigerd|mislukt|verbroken|отклонено|потеряно|сброшено|разорвано|прервано|не удалось)',
      sample: '421 connexion refusée',
      source: 'French servers',
    },
    {
      says: '(连接|連接|接続) .. (超时|失败|拒绝|断开|被拒|逾時|タイムアウト|失敗|拒否|切断|できません)',
      sample: '421 连接超时',
      source: 'Chinese servers',
    },
    {
      says: '(连接|連接|接続|無法連線|无法连接) (超时|失败|到|收件)',
      sample: '无法连接到收件服务器 421 连接失败',
      source: 'Chinese servers',
    },
    {
      says: 'service (temporarily |currently |) (not available|unavailable) .. (closing|try again|later|transmission)',
      sample: '421 Service not available, closing transmission channel',
      source: 'RFC 5321',
      weak: true,
    },
    {
      says: '(all|remote|mail) (hosts|servers|server|mx) .. (unreachable|down|unavailable|not responding|refused)',
      sample: '451 all servers unreachable',
    },
    {
      says: 'name service error for .. try again',
      sample:
        'Host or domain name not found. Name service error for name=example.com type=MX: Host not found, try again',
      source: 'Postfix',
      sure: true,
    },
    {
      says: 'delivery temporarily suspended',
      sample:
        'Delivery temporarily suspended: conversation with mx.example.com timed out while sending end of data',
      source: 'Postfix',
    },
    {
      says: 'service not available closing (transmission channel|connection)',
      sample: '421 Service not available, closing transmission channel',
      source: 'RFC 5321',
    },
    {
      says: '421 (4.3.2 |4.4.2 |) service not available',
      sample: '421 Service not available',
      source: 'RFC 5321',
    },
    {
      says: '(timeout|timed out|connection|unreachable|servfail|dns failure|connect)',
      sample: '421 4.7.9 timeout',
      weak: true,
    },
    { says: 'servfail', sample: '451 4.4.3 SERVFAIL while looking up MX of example.com' },
    {
      says: '(connection died|greeting failed|but connection died|but greeting failed)',
      sample: 'Connected to 192.0.2.1 but connection died. (#4.4.2)',
      source: 'qmail',
    },
    {
      says: '(host|server|host!|mx) (is |) (unreachable|not reachable|unavailable|not answering|not responding|down)',
      sample: 'Host mx.example.com unreachable; will retry',
    },
    {
      says: 'temporary dns failure',
      sample: 'temporary DNS failure for example.com (SERVFAIL), mail will be retried',
    },
    {
      says: 'dns query failed .. (error timeout|timeout|errortimeout|server failure|servfail|retry|refused|timed out)',
      sample: '450 4.4.312 DNS query failed [Message=ErrorTimeout]',
      source: 'Microsoft 365',
      sure: true,
    },
    {
      says: '(smtp|read|write|command|data) timeout (from|in|while|after|on)',
      sample: 'SMTP timeout while connected to mx.example.com [192.0.2.1] after initial connection',
      source: 'Exim',
    },
    { says: '(read|write) (error|failure) (from|on|while)', sample: '451 read error on connection' },
    {
      says: '(lookup|query) .. (responded|failed) with code servfail',
      sample: "DNS Error: DNS type 'mx' lookup of example.com responded with code SERVFAIL",
      source: 'Gmail',
      sure: true,
    },
    {
      says: 'dns type ~ lookup .. servfail',
      sample: "DNS Error: 28816347 DNS type 'mx' lookup of example.com responded with code SERVFAIL",
      source: 'Gmail',
    },
    {
      says: 'failed to establish (a |) connection',
      sample: '421 4.4.1 Failed to establish connection',
      source: 'Amazon SES',
    },
    {
      says: 'connect (econnrefused|etimedout|ehostunreach|enetunreach|econnreset)',
      sample: 'Error: connect ECONNREFUSED 192.0.2.25:25 while sending mail',
      source: 'Node.js',
    },
  ],
} as const satisfies ReasonRule;
