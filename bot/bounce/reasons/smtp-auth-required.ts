import type { ReasonRule } from '../reason.ts';

/** The mail program must log in to the outgoing server. */
export const smtpAuthRequired = {
  reason: 'smtp-auth-required',
  kind: 'bounce',
  actor: 'sender',
  life: 'permanent',
  decidingCodes: ['5.7.57'],
  statusCodes: ['5.7.8', '4.7.12'],
  hintCodes: ['5.7.139', '5.7.14'],
  replyCodes: ['530', '535', '534'],
  phrases: [
    {
      says: '(smtp |) authentication (is |) (required|needed|necessary|mandatory|requested)',
      sample: '530 5.7.0 Authentication required',
      source: 'RFC 4954',
    },
    {
      says: '(authentication|authentification|authorization|login) (is |) (required|needed) .. (relay|send|before|sending|mail|to)',
      sample: '550 authentication required to send mail',
    },
    {
      says: '(must|need to|please|have to|should|required to|requires you to|requires to) (be |first |) (authenticate*|log in|login|logon|log on|logged in|auth)',
      sample: '530 5.7.0 Must authenticate before sending mail',
    },
    {
      says: '(must|need to|please|have to) .. (authenticate|log in|login|use smtp auth) (before|first|to send|to relay|with)',
      sample: '550 Please turn on SMTP Authentication in your mail client: you must log in before sending',
      source: 'cPanel Exim',
    },
    {
      says: '(turn on|enable|activate|use|switch on|check|configure) (the |) (smtp |outgoing |server |) (smtp authentication|authentication|smtp auth|auth|smtpauth|smtp login)',
      sample: '550 Please turn on SMTP Authentication in your mail client.',
      source: 'cPanel Exim',
    },
    {
      says: 'turn on smtp authentication in your mail client',
      sample:
        '550-host.example.com [192.0.2.1]:51734 is currently not permitted to relay through this server. Perhaps you have not logged into the pop/imap server in the last 30 minutes or do not have SMTP Authentication turned on in your email client. Please turn on SMTP Authentication in your mail client.',
      source: 'cPanel Exim',
    },
    {
      says: '(do not|dont) have smtp authentication turned on',
      sample:
        '550 Perhaps you have not logged into the pop/imap server in the last 30 minutes or do not have SMTP Authentication turned on in your email client.',
      source: 'cPanel Exim',
    },
    {
      says: 'not permitted to relay through this server',
      sample: '550-(pc) [192.0.2.1]:51734 is currently not permitted to relay through this server.',
      source: 'cPanel Exim',
    },
    {
      says: '(authentication|auth|login|logon|sasl login authentication|sasl plain authentication|sasl authentication|plain authentication|credential*) (has |) (failed|failure|unsuccessful|error|rejected|denied|invalid|incorrect|unsuccessfull|failed because|aborted|did not succeed)',
      sample: '535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6',
      source: 'Postfix',
    },
    { says: 'incorrect authentication data', sample: '535 Incorrect authentication data', source: 'Exim' },
    {
      says: 'authenticator (login|plain|dovecot) failed',
      sample: '535 Incorrect authentication data: login authenticator failed: authenticator login failed',
      source: 'Exim',
    },
    {
      says: '(username|user name|login|login name|credentials|credential*) (and|or|) (password|pass|) (not |are |is |was |were |) (not accepted|incorrect|invalid|not correct|wrong|rejected|failed|bad|not valid|mismatch|unknown)',
      sample:
        '535-5.7.8 Username and Password not accepted. Learn more at 535 5.7.8 https://support.google.com/mail/?p=BadCredentials',
      source: 'Gmail',
    },
    {
      says: '(bad|invalid|wrong|incorrect) (username or password|username|login or password|user or password|password|credentials|login|authentication credentials|user name or password|smtp login)',
      sample: '535 5.7.0 Invalid login or password',
    },
    {
      says: 'authentication credentials invalid',
      sample: '535 5.7.8 Authentication credentials invalid',
      source: 'RFC 4954',
    },
    {
      says: '.badcredentials',
      sample: '535 5.7.8 https://support.google.com/mail/?p=BadCredentials a1',
      source: 'Gmail',
    },
    {
      says: '(application specific|app specific|app|application) password (is |) (required|needed)',
      sample:
        '534-5.7.9 Application-specific password required. Learn more at 534 5.7.9 https://support.google.com/mail/?p=InvalidSecondFactor',
      source: 'Gmail',
    },
    {
      says: 'please log in (via|with|through) your (web browser|browser)',
      sample: '534-5.7.14 Please log in via your web browser and then try again.',
      source: 'Gmail',
    },
    {
      says: '(smtp |client |) (client authentication|smtpclientauthentication|smtp auth|basic authentication|authentication unsuccessful) .. (disabled|unsuccessful)',
      sample: '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.',
      source: 'Microsoft 365',
    },
    {
      says: 'smtp client authentication is disabled',
      sample:
        '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox.',
      source: 'Microsoft 365',
    },
    {
      says: '(client was|client) not authenticated (to send|)',
      sample: '530 5.7.57 SMTP; Client was not authenticated to send anonymous mail during MAIL FROM',
      source: 'Microsoft 365',
    },
    {
      says: 'client (host |) not authenticated',
      sample: '530 5.7.57 Client not authenticated to send mail',
      source: 'Microsoft 365',
    },
    {
      says: 'client was not authenticated to send anonymous mail',
      sample: '530 5.7.57 SMTP; Client was not authenticated to send anonymous mail during MAIL FROM',
      source: 'Microsoft 365',
    },
    {
      says: '(unauthenticated|non authenticated|not authenticated|anonymous) (user|relay|client|connection|smtp|submission|session|users|relaying)',
      sample: '550 unauthenticated user may not relay',
    },
    {
      says: 'sender address rejected not logged in',
      sample: '553 5.7.1 <bob@example.com>: Sender address rejected: not logged in',
      source: 'Postfix',
    },
    { says: 'smtp auth (is |) (required|needed)', sample: '550 SMTP AUTH is required' },
    { says: 'smtp auth* required', sample: '550 SMTP authentication required' },
    { says: 'auth (is |) required', sample: '530 auth required' },
    {
      says: '(auth|authentication) (mechanism|method|methods|mechanisms|type) .. (too weak|weak|not supported|required|unrecognized|unrecognised|unsupported|unavailable|disabled|unknown)',
      sample: '534 5.7.9 Authentication mechanism is too weak',
      source: 'RFC 4954',
    },
    {
      says: '(pop|imap|pop3) (before|check) (smtp|first|required|before)',
      sample: '550 POP before SMTP required',
    },
    {
      says: '(check|retrieve|collect|read) (your |) (mail|email|pop) (first|before)',
      sample: '550 please check your mail before sending',
    },
    {
      says: 'have not logged into',
      sample: '550 you have not logged into the pop3 server',
      source: 'cPanel Exim',
    },
    {
      says: '(must|need to|should) (check|have checked|retrieve|get) .. (mail|pop|pop3) (before|first)',
      sample: '553 you must check for new mail before sending',
    },
    {
      says: '(for|no) .. (smtp service|relay|outgoing) .. (authenticat*|log in|login)',
      sample: '550 no relay without login: you must authenticate first',
    },
    {
      says: 'too many (login|failed login|authentication|invalid login|auth|bad auth|failed authentication|failed logins) (attempts|failures|errors|)',
      sample: '535 5.7.8 Too many failed logins',
      source: 'Gmail',
    },
    {
      says: '(smtp |) authentication (step|) .. (not|must) (complete|enabled|turned on|activated)',
      sample: '550 smtp authentication not enabled',
    },
    {
      says: '(no|without) (smtp |) (auth|authentication)',
      sample: '550 no authentication, no relay: without authentication',
    },
    {
      says: 'temporary authentication failure',
      sample: '454 4.7.0 Temporary authentication failure: Connection lost to authentication server',
      source: 'Postfix',
    },
    { says: 'unable to authenticate', sample: '535 5.7.8 unable to authenticate at present' },
    {
      says: '(authentifizierung|anmeldung|smtp auth|smtp authentifizierung) .. (erforderlich|notwendig|fehlgeschlagen|benotigt|benoetigt|ungultig)',
      sample: '530 Authentifizierung erforderlich',
      source: 'German servers',
    },
    {
      says: 'authentification (requise|necessaire|obligatoire|echouee|refusee)',
      sample: '530 Authentification requise',
      source: 'French servers',
    },
    {
      says: 'autenticacion .. (requerida|necesaria|fallida|fallo|incorrecta|obligatoria)',
      sample: '530 autenticación requerida',
      source: 'Spanish servers',
    },
    { says: 'se requiere autenticacion', sample: '530 se requiere autenticación', source: 'Spanish servers' },
    {
      says: 'autenticazione .. (richiesta|necessaria|fallita|obbligatoria)',
      sample: '530 autenticazione richiesta',
      source: 'Italian servers',
    },
    {
      says: 'autenticacao .. (necessaria|requerida|falhou|obrigatoria|exigida)',
      sample: '530 autenticação necessária',
      source: 'Portuguese servers',
    },
    {
      says: '(wymagana|wymagane) (autoryzacja|uwierzytelnienie|uwierzytelnianie|autentykacja)',
      sample: '530 Wymagana autoryzacja',
      source: 'Polish servers',
    },
    {
      says: '(uwierzytelnienie|autoryzacja|logowanie) .. (wymagane|nie powiodlo|nieudane|wymagana)',
      sample: '530 uwierzytelnienie jest wymagane',
      source: 'Polish servers',
    },
    {
      says: 'authenticatie (vereist|mislukt|is vereist)',
      sample: '530 authenticatie vereist',
      source: 'Dutch servers',
    },
    {
      says: '(требуется|необходима|ошибка) (аутентификация|авторизация|аутентификации|авторизации)',
      sample: '530 требуется авторизация',
      source: 'Russian servers',
    },
    {
      says: '(认证|身份验证|登录|验证) .. (失败|失敗|需要)',
      sample: '535 用户认证失败',
      source: 'Chinese servers',
    },
    {
      says: '(authentication is required|auth login) .. (163|qq|126)',
      sample: '535 Error: authentication is required 163',
      source: 'NetEase 163',
    },
    { says: '(認証) .. (失敗|必要|エラー)', sample: '535 認証に失敗しました', source: 'Japanese servers' },
    { says: 'incorrect login', sample: '535 incorrect login' },
    {
      says: '(user|client|sender|you) (not|must be) (authorized|authorised) to (relay|send|use)',
      sample: '550 user not authorized to relay',
    },
    {
      says: 'login (fail*|denied|incorrect|invalid)',
      sample: '535 Login Fail. Please enter your authorization code to login.',
      source: 'QQ Mail',
    },
    {
      says: 'enter your authorization code',
      sample: '535 Login Fail. Please enter your authorization code to login.',
      source: 'QQ Mail',
    },
    {
      says: 'requires (smtp |) authentication',
      sample:
        '503 This mail server requires authentication when attempting to send to a non-local e-mail address. Please check your mail client settings',
      source: 'hMailServer',
    },
    {
      says: 'requires authentication (when|before|to|for)',
      sample:
        '503 This mail server requires authentication when attempting to send to a non-local e-mail address.',
      source: 'hMailServer',
    },
    {
      says: '(must|need to|should|please) (issue|send|use|do) (an |smtp |) auth',
      sample: '530 Must issue AUTH first',
    },
    {
      says: '(authentication|authenticate|password|login|credentials|smtp auth|authentication data)',
      sample: '535 wrong login',
      weak: true,
    },
    {
      says: 'authentication data (incorrect|invalid|wrong)',
      sample: 'phpmailer says SMTP connect() failed, 535 authentication data incorrect',
      source: 'Exim',
    },
    {
      says: '(check|read|collect|fetch|download|receive|get) your (mail|email|messages|mails) (with|via|by|using|through|over|from) .. (pop|pop3|imap|account)',
      sample: '553 To send mail, first check your mail with a valid POP account',
    },
    {
      says: '(必须|必須|需要|请先|须) (通过|经过|进行|) (验证|认证|身份验证|登录|驗證)',
      sample: '553 本域用户必须通过验证',
      source: 'Sina',
    },
    {
      says: '(sasl|smtp|smtp server|outgoing) (login |plain |cram md5 |) (auth|authentication|login) (failed|failure|error)',
      sample: '535 5.7.8 SASL LOGIN authentication failed',
      source: 'Postfix',
    },
    {
      says: '(user|you|client|session) (is |are |was |) (not|isnt|arent|wasnt) (logged in|authenticated|logged on|signed in)',
      sample: '530 you are not logged in',
    },
    {
      says: 'smtp auth (is |) required for message submission',
      sample: '503-SMTP AUTH is required for message submission on port 587',
      source: 'cPanel Exim',
      sure: true,
    },
  ],
} as const satisfies ReasonRule;
