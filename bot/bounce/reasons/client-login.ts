import type { ReasonRule } from '../reason.ts';

/** Outlook 0x800CCC92/18/80: login refused. */
export const clientLogin = {
  reason: 'client-login',
  kind: 'mail-client',
  actor: 'sender',
  life: 'permanent',
  phrases: [
    {
      says: '(login|log in|logon|log on|sign in|signing in|authentication) to (server|the server|host!|your|incoming|outgoing|mail|imap|pop) .. (failed|rejected|denied|unsuccessful)',
      sample: 'Login to server mail.example.com with username bob@example.com failed.',
      source: 'Thunderbird',
    },
    {
      says: '(login|log in) to (the |) server .. failed',
      sample: 'Login to server mail.example.com failed.',
      source: 'Thunderbird',
    },
    {
      says: '(there was a |) problem logging (onto|on to|into|in to|on|in) .. (server|account|mail)',
      sample: 'There was a problem logging onto your mail server. Your Password was rejected.',
      source: 'Outlook Express',
    },
    {
      says: 'your password was rejected',
      sample:
        "There was a problem logging onto your mail server. Your Password was rejected. Account: 'mail'",
      source: 'Outlook Express',
      sure: true,
    },
    {
      says: 'your (email |mail |) server rejected your (login|user name|password|logon)',
      sample:
        'Your e-mail server rejected your login. Verify your user name and password for this account in Account Settings.',
      source: 'Outlook',
    },
    {
      says: 'rejected your (login|user name|username|password|credentials)',
      sample: 'Your server rejected your user name',
      source: 'Outlook',
    },
    {
      says: 'verify your (user name|username|password) .. (account|settings|password)',
      sample: 'Verify your user name and password in Account Settings. Outlook reported error',
      source: 'Outlook',
    },
    {
      says: 'log onto incoming mail server (pop3|imap|)',
      sample: 'Log onto incoming mail server (POP3): Your e-mail server rejected your login.',
      source: 'Outlook',
    },
    {
      says: '(the |) (user name|username) or password (for|is|you|was) .. (incorrect|wrong|invalid|not|rejected|host!)',
      sample: 'The user name or password for mail.example.com is incorrect.',
      source: 'iPhone Mail',
    },
    {
      says: '(the |) (user name|username|password) .. (incorrect|rejected|wrong) .. (imap|pop|mail|server|iphone|account|outlook)',
      sample: 'The username or password is incorrect for the IMAP account',
      source: 'iPhone Mail',
    },
    {
      says: 'unable to authenticate to (outgoing|incoming|the) .. server',
      sample: 'Unable to authenticate to Outgoing server (SMTP) mail.example.com. Please check the password',
      source: 'Thunderbird',
    },
    {
      says: '(an error occurred |) sending of the message failed .. authenticat*',
      sample:
        'Sending of the message failed. Unable to authenticate to Outgoing server (SMTP) smtp.example.com.',
      source: 'Thunderbird',
    },
    {
      says: 'none of the authentication methods .. supported',
      sample: 'None of the authentication methods supported by this server are supported by your client',
      source: 'Outlook',
    },
    {
      says: '(enter|type|need) your (user name|username|password) .. (server|following|network)',
      sample: 'Enter your user name and password for the following server: outlook keeps asking for password',
      source: 'Outlook',
    },
    {
      says: 'outlook (keeps|always|is|continues) (asking|prompting|ask) .. password',
      sample: 'Outlook keeps asking for my password',
      source: 'Outlook',
    },
    {
      says: '(imap|pop3|pop) (server |) (responded|server responded|returned) .. (authentication failed|authenticationfailed|login failed|invalid credentials|invalid login|logon failure|incorrect password|auth)',
      sample: 'The IMAP server responded: [AUTHENTICATIONFAILED] Authentication failed.',
      source: 'Dovecot',
    },
    {
      says: '(authenticationfailed|authentication failed) .. (imap|pop3|dovecot|pop|mail client|thunderbird|outlook)',
      sample: '[AUTHENTICATIONFAILED] IMAP login: authenticationfailed imap',
      source: 'Dovecot',
    },
    {
      says: 'err (auth|authentication failed|login|invalid login|sys)',
      sample: '-ERR [AUTH] Authentication failed. POP3',
      source: 'Dovecot',
    },
    {
      says: '(anmeldung|login|logon) .. (server|imap|pop3|postfach) .. (fehlgeschlagen|abgelehnt|nicht moglich)',
      sample: 'Die Anmeldung am Server mail.example.com ist fehlgeschlagen.',
      source: 'Thunderbird',
    },
    {
      says: '(kennwort|passwort|benutzername) .. (falsch|abgelehnt|nicht korrekt|inkorrekt|zuruckgewiesen)',
      sample: 'Ihr Kennwort wurde zurückgewiesen: Kennwort abgelehnt. Outlook 0x800CCC92',
      source: 'Outlook',
    },
    {
      says: 'unable to verify account (name|)',
      sample: 'Unable to verify account name or password. Apple Mail',
      source: 'Apple Mail',
    },
    {
      says: 'verify account name or password',
      sample:
        'Apple Mail: "The server returned the error: Authentication failed" / Unable to verify account name or password',
      source: 'Apple Mail',
      sure: true,
    },
    {
      says: '(anmelden|anmeldung|einloggen|login) (auf|am|beim|bei) .. (benutzername|benutzernamen|host!|server) .. (fehlgeschlagen|gescheitert|nicht moglich|abgelehnt)',
      sample: 'Anmelden auf dem Server imap.example.com mit Benutzername bob@example.com fehlgeschlagen.',
      source: 'Thunderbird',
      sure: true,
    },
    {
      says: '(tap to sign in|sign in again|tap to re enter|re enter your password|reenter your password|enter your password again|tap to log in)',
      sample: 'Samsung Email: Authentication failed. Tap to sign in again and re-enter your password',
      source: 'Samsung Email',
    },
    {
      says: '(tap|click|touch|please|must|need) (here |) (to |) (sign in|log in|re enter|reenter) (again|your password|the password|to your)',
      sample: 'Samsung Email: Authentication failed. Tap to sign in again',
      source: 'Samsung Email',
      sure: true,
    },
    {
      says: '(gmail|outlook|mail|samsung|thunderbird|email) .. (couldnt|could not|cant|cannot|unable to) (sign in|log in|login)',
      sample: 'Gmail on Android: Couldn\'t sign in - "Username or password wrong" (IMAP account)',
      source: 'Gmail app',
      sure: true,
    },
    {
      says: '(username or password|password|user name) (is |was |) (wrong|incorrect|rejected) ~ (imap|pop|pop3)',
      sample: 'Username or password wrong (IMAP account)',
      source: 'Gmail app',
      sure: true,
    },
    {
      says: 'unable to log (in|on|onto)',
      sample: 'Outlook: Unable to log onto incoming mail server',
      source: 'Outlook',
    },
    {
      says: '(imap|pop|pop3|smtp|mail) server rejected the password',
      sample: 'Enter password for account "Work". The IMAP server rejected the password for user bob.',
      source: 'Apple Mail',
      sure: true,
    },
    {
      says: 'enter (the |your |) password for (the |) account',
      sample: 'Enter password for account "Work". The IMAP server rejected the password.',
      source: 'Apple Mail',
    },
  ],
} as const satisfies ReasonRule;
