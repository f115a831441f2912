import type { ReasonRule } from '../reason.ts';

/** Outlook 0x80042108/0x8004210B/0x800CCC0E/0F/0D/13/19: server not reached. */
export const clientConnection = {
  reason: 'client-connection',
  kind: 'mail-client',
  actor: 'sender',
  life: 'temporary',
  phrases: [
    {
      says: '(outlook|mail|thunderbird|program|windows mail|outlook express) .. (cannot|can not|unable to|could not|cant|couldnt) (connect|find|locate|reach|contact) .. (server|pop3|imap|smtp|incoming|outgoing|email server|host)',
      sample: 'Outlook cannot connect to your incoming (POP3) e-mail server.',
      source: 'Outlook',
    },
    {
      says: '(cannot|cant|could not|couldnt|unable to|failed to|can not) (connect|contact|log on) (to |) (your |the |) (incoming|outgoing|pop3|imap|smtp|mail|email|pop|host|exchange|imap server|outgoing server) .. (server|host|smtp|pop3|imap)',
      sample: 'Outlook is unable to connect to your outgoing (SMTP) e-mail server.',
      source: 'Outlook',
    },
    {
      says: '(connection|connecting) to (the |your |) (server|host!|outgoing server|incoming server|mail server|smtp server|pop server|imap server) .. (failed|interrupted|timed out|was interrupted|has failed|was reset|refused|lost|was lost)',
      sample:
        "The connection to the server has failed. Account: 'mail', Server: 'mail.example.com', Protocol: SMTP, Port: 25, Secure(SSL): No, Socket Error: 10060",
      source: 'Outlook Express',
    },
    {
      says: 'connection to the server has failed',
      sample:
        "The connection to the server has failed. Account: 'mail', Server: 'mail.example.com', Protocol: POP3",
      source: 'Outlook Express',
      sure: true,
    },
    {
      says: '(outgoing|incoming) (server|mail server) .. (timed out|refused|is unavailable|did not respond|not responding|could not be|unavailable or is refusing|cannot be contacted)',
      sample:
        'Sending of the message failed. The message could not be sent because connecting to Outgoing server (SMTP) mail.example.com failed. The server may be unavailable or is refusing SMTP connections.',
      source: 'Thunderbird',
    },
    {
      says: '(may be unavailable|unavailable) or is refusing (smtp |) connections',
      sample:
        'The server may be unavailable or is refusing SMTP connections. Please verify that your Outgoing server (SMTP) settings are correct',
      source: 'Thunderbird',
    },
    {
      says: '(message could not be sent|sending of the message failed|sending of message failed) because (connecting|the connection) .. (failed|timed out|lost)',
      sample:
        'The message could not be sent because the connection to Outgoing server (SMTP) mail.example.com timed out.',
      source: 'Thunderbird',
    },
    {
      says: '(host|server|smtp server|pop3 server|imap server|mail server) .. could not be found .. (verify|account|server name|correctly|dns)',
      sample:
        "The host 'mail.example.com' could not be found. Please verify that you have entered the server name correctly.",
      source: 'Outlook Express',
    },
    {
      says: '(please verify|verify) that you have entered the server name correctly',
      sample:
        "The host 'mail.example.com' could not be found. Please verify that you have entered the server name correctly.",
      source: 'Outlook Express',
    },
    {
      says: 'your server has unexpectedly terminated the connection',
      sample:
        'Your server has unexpectedly terminated the connection. Possible causes for this include server problems, network problems, or a long period of inactivity.',
      source: 'Outlook Express',
    },
    {
      says: '(the |) (server did not respond|operation timed out waiting for a response|operation timed out) .. (pop|receiving|sending|server|smtp|imap|waiting)',
      sample: 'The operation timed out waiting for a response from the receiving (POP) server.',
      source: 'Outlook',
    },
    {
      says: 'timed out waiting for a response from the .. server',
      sample: 'The operation timed out waiting for a response from the sending (SMTP/IMAP) server.',
      source: 'Outlook',
    },
    {
      says: 'cannot get mail .. (connection|server|failed)',
      sample: 'Cannot Get Mail. The connection to the server failed.',
      source: 'iPhone Mail',
    },
    {
      says: 'cannot send mail .. (connection|server|outgoing|failed)',
      sample:
        'Cannot Send Mail. The connection to the outgoing server failed. Additional Outgoing Mail Servers can be configured',
      source: 'iPhone Mail',
    },
    {
      says: 'the connection to the (outgoing |incoming |) server .. (failed|timed out)',
      sample:
        'The connection to the outgoing server "mail.example.com" failed. Additional Outgoing Mail Servers can be configured in Settings',
      source: 'iPhone Mail',
    },
    {
      says: 'the server (returned the error|host!) .. (connection|timed out|refused|could not)',
      sample:
        'The server returned the error: The server "mail.example.com" refused to allow a connection on port 25.',
      source: 'Apple Mail',
    },
    {
      says: '(refused to allow a connection|cannot be contacted) on (port|the|the default)',
      sample: 'The server "smtp.example.com" cannot be contacted on port 587.',
      source: 'Apple Mail',
    },
    {
      says: '(imap|pop|pop3|smtp) server .. (terminated|not responding|could not|closed|interrupted|timed out|unavailable|did not respond|not found)',
      sample: 'Your IMAP server closed the connection.',
      source: 'Outlook',
    },
    {
      says: 'problem (communicating|connecting) with the server',
      sample: 'There was a problem connecting with the server mail.example.com',
      source: 'Mail programs',
    },
    {
      says: 'send receive .. (reported error|task) .. (unable|cannot|connect|timed)',
      sample: "Task 'mail@example.com - Receiving' reported error: Send/Receive task unable to connect",
      source: 'Outlook',
    },
    {
      says: '(task|aufgabe) .. (sending|receiving|senden|empfangen) reported error .. (cannot connect|connect|interrupted|timed)',
      sample: "Task 'bob@example.com - Sending' reported error: 'Outlook cannot connect'",
      source: 'Outlook',
    },
    {
      says: '(verbindung|verbindungsversuch|verbindungsaufbau) (zum|mit dem|zu) (server|smtp|postausgangsserver|posteingangsserver|pop3|imap|ausgangsserver) .. (fehlgeschlagen|nicht moglich|unterbrochen|abgebrochen|hergestellt|nicht)',
      sample:
        'Die Verbindung zum Server ist fehlgeschlagen. Konto: mail Server: mail.example.com Protokoll: SMTP',
      source: 'Outlook Express',
    },
    {
      says: '(postausgangsserver|posteingangsserver|ausgangsserver) .. (nicht erreichbar|nicht gefunden|keine verbindung|nicht verfugbar|fehlgeschlagen)',
      sample: 'Der Postausgangsserver (SMTP) ist nicht erreichbar.',
      source: 'Thunderbird',
    },
    {
      says: '(impossible|no se puede|impossibile|nao foi possivel|niet mogelijk|nie mozna|не удалось|不能) (de |) (se |) (connecter|conectar|connettersi|polaczyc|verbinden|подключиться) .. (serveur|servidor|server|serwerem|серверу)',
      sample: 'Outlook no se puede conectar al servidor de correo saliente (SMTP)',
      source: 'Outlook',
    },
    {
      says: '(could not|cannot|unable to|couldnt|cant) connect to server',
      sample: 'Could not connect to server mail.example.com; the connection was refused.',
      source: 'Thunderbird',
    },
    {
      says: '(verbindung|verbinden) .. (postausgang|posteingang|ausgangs) server .. (fehlgeschlagen|nicht|gescheitert|unterbrochen|zeitlimit)',
      sample:
        'Die Nachricht konnte nicht gesendet werden, weil die Verbindung mit dem Postausgang-Server (SMTP) mail.example.com fehlgeschlagen ist.',
      source: 'Thunderbird',
    },
    {
      says: '(connexion|conexion|connessione|conexao|ligacao|polaczenie|verbinding) .. (serveur|servidor|server|serwerem) (smtp|sortant|saliente|pop|imap|de salida|in uscita|di posta in uscita) .. (echoue|fallo|fallado|fallita|falhou|impossible|non riuscita|nie powiodlo|mislukt)',
      sample: "Le message n'a pas pu être envoyé car la connexion au serveur SMTP smtp.example.com a échoué.",
      source: 'Thunderbird',
    },
    {
      says: '(verbindung|verbinden) .. (postausgang|posteingang|ausgangs|eingangs) server .. (zeituberschreitung|getrennt|unterbrochen|abgelehnt|verweigert)',
      sample:
        'Die Nachricht konnte nicht gesendet werden, weil die Verbindung mit dem Postausgang-Server (SMTP) nach einer Zeitüberschreitung getrennt wurde.',
      source: 'Thunderbird',
    },
    {
      says: '(failed|unable|could not|cannot|couldnt|cant) (to |) connect to ~ port (993|143|995|110|465|587)',
      sample: 'K-9: IOException: failed to connect to /192.0.2.1 (port 993) after 30000ms',
      source: 'K-9 Mail',
      sure: true,
    },
    {
      says: '(io exception|ioexception|socket timeout exception|connect exception|econnrefused|etimedout) .. (993|143|995|110|465|587|imap|pop|pop3|smtp)',
      sample: 'K-9: IOException: failed to connect to /192.0.2.1 (port 993)',
      source: 'K-9 Mail',
    },
    {
      says: 'server host! has disconnected',
      sample:
        'Server mail.example.com has disconnected. The server may have gone down or there may be a network problem.',
      source: 'Thunderbird',
      sure: true,
    },
    {
      says: 'mail cant connect to the account',
      sample: 'Mail can\'t connect to the account "Work". Check your account settings or try again.',
      source: 'Apple Mail',
      sure: true,
    },
    {
      says: '(couldnt|could not|cannot) open connection to server',
      sample: "Problem connecting to account. Couldn't open connection to server.",
      source: 'Android',
      sure: true,
    },
    {
      says: 'server host! cannot be contacted on port',
      sample: 'The server "smtp.example.com" cannot be contacted on port 587.',
      source: 'Apple Mail',
      sure: true,
    },
    {
      says: '(could not|couldnt|cannot|cant|failed to|unable to) (open|create) (a |the |) socket .. (.smtp|.imap|.pop|.mail|25|465|587|993|995)',
      sample: 'Could not open socket to smtp.example.com:587 (Connection timed out)',
      source: 'mail libraries',
    },
  ],
} as const satisfies ReasonRule;
