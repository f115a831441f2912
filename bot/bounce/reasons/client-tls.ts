import type { ReasonRule } from '../reason.ts';

/** Outlook 0x800CCC1A: wrong encryption/port. */
export const clientTls = {
  reason: 'client-tls',
  kind: 'mail-client',
  actor: 'sender',
  life: 'permanent',
  phrases: [
    {
      says: '(cannot|unable to|could not|cant|couldnt) (verify|validate|establish) .. (server identity|identity of|identity|certificate|security certificate)',
      sample: 'Cannot Verify Server Identity. The identity of "mail.example.com" cannot be verified by Mail.',
      source: 'iPhone Mail',
    },
    {
      says: 'cannot verify server identity .. (identity|host!|certificate|settings|mail)',
      sample: 'Cannot Verify Server Identity. The identity of mail.example.com',
      source: 'iPhone Mail',
    },
    {
      says: 'identity of .. cannot be verified',
      sample: 'The identity of mail.example.com cannot be verified by Settings.',
      source: 'iPhone Mail',
    },
    {
      says: '(the server you are connected to|server you are connected to) .. (certificate|security)',
      sample: 'The server you are connected to is using a security certificate that cannot be verified.',
      source: 'Outlook',
    },
    {
      says: '(is using a security certificate that|security certificate) (cannot|could not|can not) be verified',
      sample:
        'The server you are connected to is using a security certificate that cannot be verified. The target principal name is incorrect.',
      source: 'Outlook',
    },
    {
      says: 'target principal name is incorrect',
      sample: 'Internet Security Warning: The target principal name is incorrect.',
      source: 'Outlook',
    },
    {
      says: 'internet security warning',
      sample: 'Internet Security Warning. The server you are connected to is using a security certificate',
      source: 'Outlook',
    },
    {
      says: '(your server does not support|server does not support|does not support) .. (encryption type|connection encryption|encryption)',
      sample: 'Your server does not support the connection encryption type you have specified.',
      source: 'Outlook',
    },
    {
      says: 'connection encryption type you have specified',
      sample:
        'Your server does not support the connection encryption type you have specified. Try changing the encryption method.',
      source: 'Outlook',
    },
    {
      says: '(unable to|could not|cannot|couldnt) establish (a |an |) (ssl|secure|secure connection|tls|secure ssl) .. (server|connection|outgoing|incoming|host!)',
      sample: 'Unable to establish a secure connection with the server using SSL: mail program',
      source: 'Outlook',
    },
    {
      says: '(add security exception|security exception|sec error|ssl error|mozilla pkix|wrong site|certificate belongs to a different site)',
      sample:
        'Add Security Exception: This site attempts to identify itself with invalid information. Wrong Site. Certificate belongs to a different site',
      source: 'Thunderbird',
    },
    {
      says: '(peers certificate|the certificate|certificate) .. (thunderbird|outlook|mail program|iphone|not trusted by|is not valid for)',
      sample: 'The certificate is not valid for mail.example.com: Thunderbird',
      source: 'Thunderbird',
    },
    {
      says: '(ssl|secure connection|tls) .. (port|settings|protocol) .. (outlook|thunderbird|mail client|incorrect)',
      sample: 'Secure connection: change the encryption settings or port in Outlook',
      source: 'Outlook',
    },
    {
      says: '(zertifikat|sicherheitszertifikat) .. (nicht uberpruft|nicht vertrauenswurdig|ungultig|abgelaufen|nicht gultig|uberpruft werden)',
      sample: 'Das Sicherheitszertifikat kann nicht überprüft werden',
      source: 'Outlook',
    },
    {
      says: 'serveridentitat .. (nicht|uberpruft)',
      sample: 'Serveridentität kann nicht überprüft werden',
      source: 'iPhone Mail',
    },
    {
      says: 'cannot be contacted using (ssl|tls)',
      sample:
        'The server "pop.example.com" cannot be contacted using SSL on port 110. Verify that this server supports SSL',
      source: 'Apple Mail',
    },
    {
      says: '(thunderbird|outlook|mail) ~ add security exception',
      sample: 'Thunderbird Add Security Exception: wrong site, certificate belongs to a different site',
      source: 'Thunderbird',
    },
    {
      says: 'certificate belongs to a different site',
      sample: 'Add Security Exception: wrong site, certificate belongs to a different site',
      source: 'Thunderbird',
    },
    {
      says: 'identity of .. (cant|cannot|can not) be verified',
      sample: "the identity of imap.example.com can't be verified by Settings",
      source: 'iPhone Mail',
    },
    {
      says: 'zertifikat gehort zu einer anderen website',
      sample: 'Thunderbird: Sicherheits-Ausnahmeregel hinzufügen, Zertifikat gehört zu einer anderen Website',
      source: 'Thunderbird',
    },
    {
      says: 'secure link with .. (smtp |mail |outgoing |) server',
      sample:
        'Unable to establish a secure link with the SMTP server using STARTTLS since it does not advertise that feature.',
      source: 'Thunderbird',
      sure: true,
    },
    {
      says: 'sicherheits ausnahmeregel',
      sample: 'Thunderbird: Sicherheits-Ausnahmeregel hinzufügen, Posteingang, Port 993',
      source: 'Thunderbird',
    },
    {
      says: '(ungultigen informationen|invalid information|informations invalides|informacion no valida|informazioni non valide) .. (identifizieren|identify|identifier|identificarse|identificarsi|993|995|imap|posteingang)',
      sample:
        'Diese Website versucht sich mit ungültigen Informationen zu identifizieren, Posteingang, Port 993',
      source: 'Thunderbird',
    },
    {
      says: '(outlook|thunderbird|apple mail|iphone|ipad|mail app|samsung|k9|windows mail) .. (certificat|certificato|certificado|certificaat|certyfikat|zertifikat|sertifika|сертификат)',
      sample: 'nouveau Outlook: Le certificat du serveur a expiré',
      source: 'Outlook',
    },
    {
      says: '(certificat|certificato|certificado|certificaat|certyfikat|сертификат) (du|del|do|van de|van|serwera|сервера) (serveur|server|servidor|) .. (expire|scaduto|caducado|expirado|verlopen|wygasl|fiable|attendibile|confianza|истек)',
      sample: "Outlook: Le certificat du serveur a expiré ou n'est pas fiable",
      source: 'Outlook',
    },
    {
      says: 'peers certificate (has expired|issuer|is)',
      sample: "Sending of the message failed. Peer's certificate has expired.",
      source: 'Thunderbird',
      sure: true,
    },
    {
      says: 'certificate for this server is invalid',
      sample: 'SSL/TLS error: the certificate for this server is invalid (mail.example.com) iPhone',
      source: 'iOS',
      sure: true,
    },
    {
      says: 'wrong version number .. (smtp|imap|pop3|mail|465|587|993|995)',
      sample: 'ssl3_get_record:wrong version number when connecting to smtp port 465',
      source: 'OpenSSL',
    },
  ],
} as const satisfies ReasonRule;
