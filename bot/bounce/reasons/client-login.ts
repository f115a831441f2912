import type { ReasonRule } from '../reason.ts';

/** Outlook 0x800CCC92/18/80: login refused. */
export const clientLogin = {
  reason: 'client-login',
  kind: 'mail-client',
  actor: 'sender',
  life: 'permanent',
  phrases: [
    { says: '(login|log in|logon|log on|sign in|signing in|authentication) to (server|the server|host!|your|incoming|outgoing|mail|imap|pop) .. (failed|rejected|denied|unsuccessful)', sample: 'Login to server mail.example.com with username bob@example.com failed.', source: 'Thunderbird' },
    { says: '(login|log in) to (the |) server .. failed', sample: 'Login to server mail.example.com failed.', source: 'Thunderbird' },
    { says: '(there was a |) problem logging (onto|on to|into|in to|on|in) .. (server|account|mail)', sample: 'There was a problem logging onto your mail server. Your Password was rejected.', source: 'Outlook Express' },
    { says: 'your password was rejected', sample: "There was a problem logging onto your mail server. Your Password was rejected. Account: 'mail'", source: 'Outlook Express' },
    { says: 'your (email |mail |) server rejected your (login|user name|password|logon)', sample: 'Your e-mail server rejected your login. Verify your user name and password for this account in Account Settings.', source: 'Outlook' },
    { says: 'rejected your (login|user name|username|password|credentials)', sample: 'Your server rejected your user name', source: 'Outlook' },
    { says: 'verify your (user name|username|password) .. (account|settings|password)', sample: 'Verify your user name and password in Account Settings. Outlook reported error', source: 'Outlook' },
    { says: 'unable to log ~ (to|on|in|onto) .. (server|incoming|outgoing|mail|pop|imap)', sample: 'Unable to log on to the incoming mail server: Outlook', source: 'Outlook' },
    { says: 'log onto incoming mail server (pop3|imap|)', sample: 'Log onto incoming mail server (POP3): Your e-mail server rejected your login.', source: 'Outlook' },
    { says: '(the |) (user name|username) or password (for|is|you|was) .. (incorrect|wrong|invalid|not|rejected|host!)', sample: 'The user name or password for mail.example.com is incorrect.', source: 'iPhone Mail' },
    { says: '(the |) (user name|username|password) .. (incorrect|rejected|wrong) .. (imap|pop|mail|server|iphone|account|outlook)', sample: 'The username or password is incorrect for the IMAP account', source: 'iPhone Mail' },
    { says: 'unable to authenticate to (outgoing|incoming|the) .. server', sample: 'Unable to authenticate to Outgoing server (SMTP) mail.example.com. Please check the password', source: 'Thunderbird' },
    { says: '(an error occurred |) sending of the message failed .. authenticat*', sample: 'Sending of the message failed. Unable to authenticate to Outgoing server (SMTP) smtp.example.com.', source: 'Thunderbird' },
    { says: 'none of the authentication methods .. supported', sample: 'None of the authentication methods supported by this server are supported by your client', source: 'Outlook' },
    { says: '(enter|type|need) your (user name|username|password) .. (server|following|network)', sample: 'Enter your user name and password for the following server: outlook keeps asking for password', source: 'Outlook' },
    { says: 'outlook (keeps|always|is|continues) (asking|prompting|ask) .. password', sample: 'Outlook keeps asking for my password', source: 'Outlook' },
    { says: '(imap|pop3|pop) (server |) (responded|server responded|returned) .. (authentication failed|authenticationfailed|login failed|invalid credentials|invalid login|logon failure|incorrect password|auth)', sample: 'The IMAP server responded: [AUTHENTICATIONFAILED] Authentication failed.', source: 'Dovecot' },
    { says: '(authenticationfailed|authentication failed) .. (imap|pop3|dovecot|pop|mail client|thunderbird|outlook)', sample: '[AUTHENTICATIONFAILED] IMAP login: authenticationfailed imap', source: 'Dovecot' },
    { says: 'err (auth|authentication failed|login|invalid login|sys)', sample: '-ERR [AUTH] Authentication failed. POP3', source: 'Dovecot' },
    { says: 'err .. (authentication failed|invalid password|password|login|credentials|logon failure)', sample: '-ERR Authentication failed: POP3 server said -ERR login failed', source: 'POP3' },
    { says: '(anmeldung|login|logon) .. (server|imap|pop3|postfach) .. (fehlgeschlagen|abgelehnt|nicht moglich)', sample: 'Die Anmeldung am Server mail.example.com ist fehlgeschlagen.', source: 'Thunderbird' },
    { says: '(kennwort|passwort|benutzername) .. (falsch|abgelehnt|nicht korrekt|inkorrekt|zuruckgewiesen)', sample: 'Ihr Kennwort wurde zurückgewiesen: Kennwort abgelehnt. Outlook 0x800CCC92', source: 'Outlook' },
  ],
} as const satisfies ReasonRule;
