import type { ReasonRule } from '../reason.ts';

/** No such mailbox at that domain; fix the address, remove it from lists. */
export const userUnknown = {
  reason: 'user-unknown',
  kind: 'bounce',
  actor: 'sender',
  life: 'permanent',

  hintCodes: ['5.1.0', '5.1.3', '5.1.4', '5.4.1', '4.1.1', '5.1.30'],
  statusCodes: ['5.1.1'],
  phrases: [
    { says: 'user unknown', sample: '550 5.1.1 <bob@example.com>... User unknown', source: 'Sendmail' },
    {
      says: 'unknown (user|recipient|mailbox|addressee|alias|local user|local part|localpart|virtual user|receiver|destination|to address|email address|mail address|customer|contact)',
      sample: '550 5.1.1 Unknown recipient',
      source: 'Exim, Postfix virtual table',
    },
    { says: 'unknown (address|account|name|login)', sample: '550 Unknown address', weak: true },
    {
      says: 'no such (user|recipient|mailbox|address|account|person|alias|email|mail|mail address|member|subscriber|customer|local user|destination|addressee|receiver|users)',
      sample: '550 5.1.1 No such user here',
      source: 'Exim',
    },
    {
      says: 'no such (user|recipient|mailbox|account|person) here',
      sample: '550 No Such User Here',
      source: 'cPanel Exim',
    },
    {
      says: '(user|recipient|mailbox|account|addressee|username|alias|address|email|customer|inbox) (name|account|address|id|) (@|) (does not|doesnt|did not|do not|not|dont|no longer|never) exist*',
      sample: '550 5.1.1 The recipient account does not exist',
    },
    {
      says: '(user|recipient|mailbox|account|address|addressee) ~ (does not|doesnt) (seem to|appear to) exist',
      sample: '550 User does not seem to exist here',
    },
    {
      says: '(mailbox|user|recipient|account|address|email) .. (does not|doesnt|not) exist*',
      sample: '550 Mailbox <bob@example.com> at example.com does not exist',
    },
    {
      says: 'account that you tried to reach (does not|doesnt) exist',
      sample:
        "550-5.1.1 The email account that you tried to reach does not exist. Please try 550-5.1.1 double-checking the recipient's email address for typos",
      source: 'Gmail',
    },
    {
      says: '(user|recipient|mailbox|account|addressee|address) (name|account|address|) (was|is|could|can|be|) (not|cannot|couldnt|wasnt|isnt|cant) (be|) (found|located|known|recognized|recognised|listed)',
      sample: '550 Recipient not found',
    },
    {
      says: '(address|mailbox|user|recipient) .. (couldnt|could not|cannot|can not|cant|wasnt|was not|is not|isnt) (be|) found',
      sample:
        "Your message wasn't delivered to bob@example.com because the address couldn't be found, or is unable to receive mail. 550",
      source: 'Gmail',
    },
    {
      says: 'address not found',
      sample: "** Address not found ** Your message wasn't delivered to bob@example.com",
      source: 'Gmail',
    },
    {
      says: '(wasnt|was not|couldnt be|could not be|cannot be) found at (host!|@)',
      sample: "bob wasn't found at example.com. Remote Server returned '550 5.1.10'",
      source: 'Microsoft 365',
    },
    {
      says: '(invalid|illegal|incorrect|bad|wrong|inexistent|nonexistent|non existent|nonexisting|non existing|inexisting|undefined|unrecognized|unrecognised|unrouteable|undeliverable|mistyped) (recipient|mailbox|user|account|addressee|destination|receiver|inbox|rcpt|mail recipient|local part|to address|email recipient|final recipient|recipients)',
      sample: '550 5.1.1 Invalid recipient <bob@example.com>',
    },
    {
      says: '(invalid|illegal|incorrect|bad|wrong|nonexistent|non existent|undeliverable|unrouteable|unroutable) (address|email|email address|mail address)',
      sample: '550 Invalid address',
      weak: true,
    },
    {
      says: '(recipient|mailbox|user|account|addressee) (address|name|email|) (is|are|was|) (invalid|unknown|not known|not valid|non existent|nonexistent|incorrect|wrong|not recognized|undefined|nonexisting)',
      sample: '550 Recipient is unknown',
    },
    {
      says: '(recipient|mailbox|user|account|destination) (address|name|) @ (is|was|) (invalid|unknown|not known|not valid|non existent|nonexistent|incorrect|wrong)',
      sample: '550 The recipient <bob@example.com> is unknown',
    },
    {
      says: '(recipient|rcpt) (address|) (verify|verification) (failed|failure)',
      sample: '550 Recipient verify failed',
      source: 'Exim',
    },
    {
      says: '(recipient|rcpt) address (has been |) rejected .. (unknown|no such|not found|does not exist|doesnt exist|invalid|undeliverable|unverified)',
      sample: '550 5.1.1 <bob@example.com>: Recipient address rejected: unverified address',
      source: 'Postfix',
    },
    {
      says: 'recipient address rejected access denied',
      sample:
        '550 5.4.1 Recipient address rejected: Access denied. [AM5EUR03FT004.eop-EUR03.prod.protection.outlook.com]',
      source: 'Microsoft 365 directory-based edge blocking',
    },
    {
      says: 'recipient (address|) (rejected|refused|denied|not accepted|not allowed|not permitted|disallowed)',
      sample: '550 5.1.1 <bob@example.com>: Recipient address rejected: example.com',
      source: 'Postfix, AOL',
      weak: true,
    },
    {
      says: '(recip|recipient) not found',
      sample: '#550 5.1.1 RESOLVER.ADR.ExRecipNotFound; not found',
      source: 'Exchange',
    },
    {
      says: 'bad destination (mailbox|) address',
      sample: '550 5.1.1 Bad destination mailbox address',
      source: 'RFC 3463',
    },
    {
      says: 'bad destination mailbox',
      sample: 'Bad destination mailbox address, 550 5.1.1',
      source: 'RFC 3463',
    },
    {
      says: 'this user doesnt have a .. account',
      sample:
        "554 delivery error: dd This user doesn't have a yahoo.com account (bob@yahoo.com) [0] - mta1001.mail.bf1.yahoo.com",
      source: 'Yahoo',
    },
    {
      says: '(sorry|) no mailbox here by that name',
      sample: 'Sorry, no mailbox here by that name. (#5.1.1)',
      source: 'qmail',
    },
    {
      says: 'no (mailbox|account|user|such) (here|) (by|with) (that|this) (name|address|id)',
      sample: '550 There is no account by that name here',
    },
    {
      says: '(there is|theres) no (such|user|mailbox|account|email account|email|recipient|one) .. (name|address|here|exist*|system|server|domain)',
      sample: '550 There is no mailbox at this address here',
    },
    { says: 'no (mailbox|account|user) (found|here|exists|at this)', sample: '550 no mailbox here' },
    { says: 'no valid recipient*', sample: '554 5.5.1 Error: no valid recipients', source: 'Postfix' },
    {
      says: '(not|isnt|is no|no) (a|an|any|) (valid|known|registered|existing|local|active|recognized|real|legal) (user|mailbox|recipient|account|email|address|addressee|login|local user|email address|local mailbox|customer|subscriber|email account)',
      sample: '550 <bob@example.com> is not a valid mailbox',
    },
    { says: 'not our customer', sample: '550 5.1.1 Not our Customer', source: 'Comcast' },
    { says: 'not a (customer|subscriber|member)', sample: '550 not a customer' },
    {
      says: '(user|recipient|address|mailbox|name|person) .. (not|isnt|is unknown) (known|listed|recognized|defined|registered|present) (here|in|at|to|on|by|with)',
      sample: '550 User bob (bob@example.com) not listed in Domino Directory',
      source: 'Lotus Domino',
    },
    {
      says: 'not listed in (domino|public|the domino|our|the|address|directory)',
      sample: 'User bob (bob@example.com) not listed in public Name & Address Book',
      source: 'Lotus Domino',
    },
    {
      says: '(unable to|cannot|cant|can not|could not|couldnt|failed to|didnt|did not) (find|locate|verify|resolve|validate|recognize|identify) (the|a|your|this|that|) (recipient|user|mailbox|address|addressee|account|email address|local part|recipients)',
      sample: '550 Unable to find recipient in address book',
    },
    {
      says: '(unknown|not known|no account|no user|not found) (to|at|on|in) (this|our|the|my) (server|system|domain|host|directory|database|address book|site|organization)',
      sample: '550 bob is unknown to our system',
    },
    { says: 'is unknown to (me|us|this|our)', sample: '550 that address is unknown to me' },
    { says: '(address|addressee|recipient|user|mailbox) unknown', sample: '550 5.1.1 Address unknown' },
    {
      says: 'mailbox name not allowed',
      sample: '553 5.1.3 Requested action not taken: mailbox name not allowed',
      source: 'RFC 5321',
    },
    {
      says: 'mailbox name (is|) (invalid|incorrect|not valid|unknown)',
      sample: '553 sorry, mailbox name invalid',
    },
    {
      says: 'mailbox syntax incorrect',
      sample: '553 Requested action not taken: mailbox syntax incorrect',
      source: 'RFC 821',
    },
    {
      says: '(mailbox|user|recipient|account|address|inbox) (is|was|) (unavailable|not available|unavaliable|inaccessible|not accessible)',
      sample: '550 Requested action not taken: mailbox unavailable',
      source: 'RFC 5321, Outlook.com, GMX',
      weak: true,
    },
    {
      says: 'mailbox .. (unavailable|not available)',
      sample: '550 5.5.0 Requested action not taken: mailbox <bob@example.com> unavailable',
      source: 'RFC 5321',
      weak: true,
    },
    {
      says: 'mailbox unavailable or access denied',
      sample: '550 Mailbox unavailable or access denied',
      source: 'QQ Mail',
    },
    {
      says: 'mailbox not found',
      sample:
        '550 Mailbox not found. http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000728',
      source: 'QQ Mail',
    },
    {
      says: 'invalid mailbox local mailbox',
      sample:
        '550 Message was not accepted -- invalid mailbox. Local mailbox bob@mail.ru is unavailable: user not found',
      source: 'Mail.ru',
    },
    {
      says: 'local mailbox .. unavailable',
      sample: '550 local mailbox bob@mail.ru is unavailable: user not found',
      source: 'Mail.ru',
    },
    { says: 'no longer (a|) valid', sample: '550 5.1.1 bob@example.com is no longer valid' },
    {
      says: '(address|user|recipient|mailbox|person|employee|he|she|bob) .. no longer (exist*|here|with us|works|working|employed|on server|on this server|accepted)',
      sample: '550 recipient no longer on server: bob@example.com',
    },
    {
      says: '(address|account|mailbox) (has been|was|is) (deleted|removed|terminated|deprovisioned|cancelled|canceled)',
      sample: '550 5.1.1 this mailbox has been deleted',
    },
    {
      says: '(no local|local) (mailbox|user|recipient|delivery) .. (found|unknown|exist*)',
      sample: '550 no local mailbox found for bob',
    },
    { says: 'verify the recipient*', sample: "550 Please verify the recipient's address" },
    {
      says: 'check the (recipient*|email address|spelling|address)',
      sample: '550 please check the recipient address',
      weak: true,
    },
    {
      says: 'cuda nsu',
      sample: '550 permanent failure for one or more recipients (bob@example.com:550 cuda_nsu)',
      source: 'Barracuda',
    },
    { says: '(deactivated|undeliverable) (mailbox|recipient)', sample: '550 undeliverable recipient' },
    { says: '(mailbox|user) .. not (a|) local', sample: '550 user bob is not local' },
    {
      says: '(all|of the) recipients .. (invalid|unknown|non existent|not exist)',
      sample: '554 5.7.1 all recipients invalid',
    },
    {
      says: '(address|recipient) .. (isnt|is not|not) (a |) (valid|correct|deliverable)',
      sample: '550 5.1.1 the address bob@example.com is not valid',
    },
    {
      says: 'recipient (is|) (not|un) (accepted|deliverable) (here|)',
      sample: '550 recipient not accepted',
      weak: true,
    },
    {
      says: '(destination|recipient) (mailbox|address) (is|) (unknown|invalid|incorrect)',
      sample: '550 destination mailbox unknown',
    },
    {
      says: 'email (address|) .. (does not|doesnt) exist',
      sample: '550 email address bob@example.com does not exist',
    },
    {
      says: 'user (is|) not (found|known|local|in)',
      sample: '550 User not found: bob@163.com',
      source: 'NetEase 163',
    },
    {
      says: '(mail|email) address .. (unknown|not found|invalid)',
      sample: '550 Mail address bob@example.com unknown',
    },
    { says: 'recipient .. (unknown|not found|invalid)', sample: '550 recipient bob unknown' },
    {
      says: 'no matches to (nameserver|addressee|name)',
      sample: '550 no matches to nameserver query',
      source: 'PMDF',
    },
    { says: '(not|isnt) deliverable to this (address|user)', sample: '550 not deliverable to this address' },
    { says: 'account .. (not found|unknown|invalid)', sample: '550 account bob@example.com not found' },
    {
      says: 'does not have an (account|email|email account) (here|)',
      sample: '550 bob does not have an account here',
    },
    {
      says: '(doesnt|does not) have an .. account',
      sample: '550 5.1.1 bob does not have an example.com account',
    },
    {
      says: 'recipient (not|isnt|is not) (in|on) .. (list|directory|database|ldap|system|whitelist)',
      sample: '550 recipient not in directory',
    },
    {
      says: '(ldap|directory) .. (recipient|user) .. (not found|unknown|does not exist)',
      sample: '550 LDAP lookup: user not found',
    },
    { says: 'no alias', sample: '550 no alias for bob@example.com found' },
    { says: 'wrong (email|mail|recipient|) address', sample: '550 wrong email address' },
    {
      says: '(typo|typos|misspelled)',
      sample: '550 5.1.1 possible typo in the recipient address: misspelled name',
    },
    {
      says: 'unrouteable mail domain .. (local|user)',
      sample: '550 unrouteable mail domain for local user',
      source: 'Exim',
    },
    {
      says: 'bad recipient address syntax',
      sample: '501 5.1.3 Bad recipient address syntax',
      source: 'Postfix',
    },
    { says: 'empfan* unbekannt', sample: '550 Empfänger unbekannt', source: 'German servers' },
    {
      says: '(empfaenger|empfanger) (unbekannt|nicht gefunden|existiert nicht|ungultig|ungueltig)',
      sample: '550 Empfaenger unbekannt',
      source: 'T-Online',
    },
    {
      says: '(unbekannter|unbekannte|ungultiger|ungueltiger|ungultige|ungueltige) (empfaenger|empfanger|benutzer|empfangeradresse|empfaengeradresse|adresse|adressat)',
      sample: '550 Unbekannter Benutzer',
      source: 'German servers',
    },
    {
      says: '(benutzer|adresse|postfach|mailbox|konto|emailadresse|mailadresse) .. (unbekannt|existiert nicht|nicht gefunden|nicht vorhanden|nicht bekannt)',
      sample: '550 Das Postfach existiert nicht',
      source: 'German servers',
    },
    {
      says: '(utilisateur|destinataire|adresse|boite|compte) .. (inconnu|inconnue|inexistant|inexistante|invalide|nexiste pas|n existe pas|introuvable)',
      sample: '550 5.1.1 Adresse d au moins un destinataire invalide. Invalid recipient. OFR204_416 [416]',
      source: 'Orange',
    },
    { says: 'ofr* 416', sample: '550 5.1.1 OFR_416 [416]', source: 'Orange' },
    {
      says: '(usuario|destinatario|buzon|cuenta|direccion|casilla) .. (desconocido|desconocida|no existe|inexistente|no encontrado|no encontrada|invalido|invalida|no valido|no valida)',
      sample: '550 El usuario no existe',
      source: 'Spanish servers',
    },
    {
      says: 'no existe (el|la|este|ese|ningun|ninguna) (usuario|buzon|cuenta|destinatario|direccion|casilla)',
      sample: '550 No existe el buzon',
      source: 'Spanish servers',
    },
    {
      says: '(utente|destinatario|casella|indirizzo|account) .. (sconosciuto|sconosciuta|inesistente|non esiste|non esistente|non trovato|non trovata|non valido|non valida)',
      sample: '550 Utente sconosciuto',
      source: 'Italian servers',
    },
    {
      says: '(usuario|destinatario|conta|caixa|endereco|caixa postal) .. (desconhecido|desconhecida|inexistente|nao existe|nao encontrado|nao encontrada|invalido|invalida)',
      sample: '550 5.1.1 Usuario inexistente',
      source: 'UOL, Locaweb',
    },
    {
      says: '(uzytkownik|odbiorca|adresat|skrzynka|konto|adres) .. (nie istnieje|nieznany|nieznana|nie znaleziono|nieprawidlowy|niepoprawny)',
      sample: '550 Użytkownik nie istnieje',
      source: 'Polish servers',
    },
    {
      says: '(nie ma|brak) (takiego|takiej|takiego adresu|uzytkownika|odbiorcy)',
      sample: '550 Brak takiego uzytkownika',
      source: 'Onet, Interia',
    },
    {
      says: '(nieznany|nieprawidlowy|bledny) (uzytkownik|odbiorca|adres|adresat)',
      sample: '550 Nieznany odbiorca',
      source: 'Polish servers',
    },
    {
      says: '(gebruiker|ontvanger|adres|mailbox|postvak) .. (onbekend|bestaat niet|niet gevonden|ongeldig)',
      sample: '550 Gebruiker onbekend',
      source: 'Dutch servers',
    },
    {
      says: '(onbekende|ongeldige) (gebruiker|ontvanger|geadresseerde)',
      sample: '550 Onbekende gebruiker',
      source: 'Dutch servers',
    },
    {
      says: 'пользовател* .. (не найден|не существует|неизвестен|нет|не зарегистрирован)',
      sample: '550 Пользователь не найден',
      source: 'Russian servers',
    },
    {
      says: '(нет такого|неизвестный|такого) (пользовател*|адрес*|ящика|получател*)',
      sample: '550 нет такого пользователя',
      source: 'Russian servers',
    },
    {
      says: '(ящик|получатель|адрес|адресат|аккаунт) .. (не найден|не существует|неизвестен|не зарегистрирован)',
      sample: '550 Почтовый ящик не существует',
      source: 'Russian servers',
    },
    {
      says: '(用户|收件人|邮箱|信箱|帐号|账号|地址|账户|帐户|郵箱|使用者|收件者) .. (不存在|未找到|找不到|无效|未知|不正確|不正确|错误)',
      sample: '550 收件人地址不存在',
      source: 'QQ Mail',
    },
    {
      says: '(用户|收件人|邮箱|信箱|地址|使用者|收件者|郵箱) ~ (不存在|未找到|找不到|无效|錯誤)',
      sample: '550 用户不存在',
      source: 'Chinese servers',
    },
    {
      says: '(不存在|找不到) ~ (用户|收件人|邮箱|信箱|使用者|收件者)',
      sample: '550 找不到收件人',
      source: 'Chinese servers',
    },
    {
      says: '(宛先|ユーザー|ユーザ|メールアドレス|アドレス|受信者|メールボックス) .. (存在しません|存在しない|見つかりません|不明|見つかりませんでした)',
      sample: '550 宛先のメールアドレスが見つかりませんでした',
      source: 'Japanese servers',
    },
    { says: '(宛先|あて先) (不明|が正しくありません)', sample: '550 宛先不明', source: 'Japanese servers' },
    {
      says: '(사용자|수신자|메일 주소|주소|계정|메일함) .. (없습니다|존재하지|찾을 수 없)',
      sample: '550 존재하지 않는 사용자: 수신자 주소를 찾을 수 없',
      source: 'Korean servers',
    },
    { says: '존재하지 않는', sample: '550 존재하지 않는 계정', source: 'Naver, Daum' },
    {
      says: '(kullanici|alici|adres) .. (bulunamadi|yok|gecersiz|bilinmiyor)',
      sample: '550 Kullanıcı bulunamadı',
      source: 'Turkish servers',
    },
    {
      says: '(okand|ogiltig) (mottagare|anvandare|adress)',
      sample: '550 okänd mottagare',
      source: 'Swedish servers',
    },
    {
      says: '(ukendt|ukjent) (modtager|bruger|mottaker|adresse)',
      sample: '550 ukendt modtager',
      source: 'Danish servers',
    },
    {
      says: '(neznamy|neexistujici) (uzivatel|prijemce|adresat)',
      sample: '550 neznámý uživatel',
      source: 'Czech servers',
    },
    {
      says: '(uzivatel|schranka|prijemce|adresat) .. (neexistuje|nenalezen|nenalezena)',
      sample: '550 Schránka neexistuje',
      source: 'Seznam.cz',
    },
    {
      says: '(ismeretlen|nem letezo) (felhasznalo|cimzett|cim)',
      sample: '550 ismeretlen címzett',
      source: 'Hungarian servers',
    },
    {
      says: '(utilizator|destinatar|adresa|casuta) .. (necunoscut|inexistent|inexistenta|nu exista)',
      sample: '550 utilizator inexistent',
      source: 'Romanian servers',
    },
    { says: 'unroutable local', sample: '550 unroutable local address' },
    { says: 'recipient does not exist here', sample: '550 5.1.1 recipient does not exist here' },
    {
      says: 'no thank you rejected account unavailable',
      sample: '550 No thank you rejected: Account Unavailable: Possible Forgery',
      source: 'Barracuda',
    },
    {
      says: '(account|mailbox) .. (not|isnt) (set up|setup|provisioned|configured)',
      sample: '550 mailbox not provisioned',
    },
    { says: '(mailbox|user|account) (was|is|) (not|never) created', sample: '550 account not created' },
    { says: 'recipient unknown', sample: '550 Recipient unknown' },
    { says: 'unknown to address', sample: '550 5.1.1 unknown To address' },
    { says: 'addressee unknown', sample: '550 Addressee unknown, relay=[192.0.2.1]' },
    {
      says: 'can not be delivered to (this|that) address',
      sample: '550 mail can not be delivered to this address',
    },
    {
      says: 'ex recip not found',
      sample: 'IMCEAEX ... #550 5.1.1 RESOLVER.ADR.ExRecipNotFound; not found ##',
      source: 'Exchange',
    },
    { says: 'ambiguous address', sample: '550 5.1.4 ambiguous address', source: 'RFC 3463' },
    {
      says: 'resolver adr (bad primary|bad|invalid|no|ambiguous)',
      sample: '550 5.1.4 RESOLVER.ADR.Ambiguous; ambiguous address',
      source: 'Exchange',
    },
    {
      says: '(wasnt|couldnt be|could not be) found (in|by) .. (directory|domain|organization)',
      sample: "The email address you entered couldn't be found in the directory. 550",
      source: 'Exchange',
    },
    {
      says: 'email address you entered (couldnt|could not) be found',
      sample: "The e-mail address you entered couldn't be found. Please check the recipient's e-mail address",
      source: 'Exchange',
    },
    {
      says: 'email account does not exist at the organization',
      sample:
        'The e-mail account does not exist at the organization this message was sent to. <mail.example.com #5.1.1>',
      source: 'Exchange 2003',
    },
    {
      says: 'recipient name is not recognized',
      sample: 'The recipient name is not recognized. 5.1.1',
      source: 'Exchange 5.5',
    },
    {
      says: '(the recipient was|recipient was) unavailable to take delivery',
      sample: 'The recipient was unavailable to take delivery of the message. 5.1.1',
      source: 'Exchange 5.5',
    },
    { says: 'user (with this name |)not registered', sample: '550 user not registered' },
    { says: 'not a valid recipient', sample: '550 not a valid recipient' },
    {
      says: 'mailbox for .. (does not|doesnt|not) exist',
      sample: '550 5.1.1 Mailbox for bob@example.com does not exist',
    },
    {
      says: '(550|553|554|5.1.1) (unrouteable|unroutable) address',
      sample: '550 Unrouteable address',
      source: 'Exim',
      weak: true,
    },
    { says: 'address rejected', sample: '550 #5.1.0 Address rejected.', source: 'IronPort', weak: true },
    {
      says: 'address @ (is |) (invalid|unknown|rejected|not valid|not known)',
      sample: '550 Address <bob@example.com> invalid',
    },
    { says: 'not (our|a local|my) (mailbox|user|customer|subscriber)', sample: '550 Not our mailbox' },
    {
      says: '(adresse|email adresse|emailadresse) .. (nicht gefunden|nicht bekannt|unbekannt|existiert nicht)',
      sample:
        'Ihre Nachricht wurde nicht zugestellt, weil die Adresse nicht gefunden wurde oder keine E-Mails empfangen kann.',
      source: 'Gmail',
    },
    {
      says: '(emailadres|mailadres|adres) .. (bestaat niet|niet gevonden|onbekend)',
      sample: '550 Het e-mailadres bestaat niet.',
      source: 'Dutch servers',
    },
    {
      says: '(unknown|invalid) user name',
      sample: '(USER) Unknown user name in "bob@example.com" 550',
      source: 'AOL',
    },
    {
      says: '(indirizzo|endereco|direccion|adres|l adresse) .. (non e stato trovato|nao foi encontrado|no se encontro|no se ha encontrado|nie zostal znaleziony|introuvable|na pas ete trouvee|n a pas ete trouvee)',
      sample: "L'indirizzo non è stato trovato: 550",
      source: 'Gmail',
    },
    {
      says: 'no se encontro la direccion',
      sample: 'El mensaje no se entregó porque no se encontró la dirección o no puede recibir correos.',
      source: 'Gmail',
    },
    {
      says: '(адрес|получатель) .. (не найден|не удалось найти)',
      sample: 'Сообщение не доставлено: адрес не найден',
      source: 'Gmail',
    },
    {
      says: '(recipient|rcpt|user) verification failed',
      sample: '550 Recipient verification failed for <bob@example.com>',
    },
    {
      says: '(recipient|rcpt|user) verification failed for',
      sample: '550 Recipient verification failed for <bob@example.com>',
    },
    {
      says: 'weil die adresse nicht gefunden wurde',
      sample:
        'Ihre Nachricht wurde nicht zugestellt, weil die Adresse nicht gefunden wurde oder keine E-Mails empfangen kann.',
      source: 'Gmail',
    },
    { says: 'not (a |) user (of|on|at|in) this', sample: '550 not user of this server' },
    {
      says: '(unavailable|unknown|invalid|nonexistent) (mail |) user',
      sample: '550 unavailable mail user',
      source: 'Coremail',
    },
    {
      says: '(failure|failed|unable) to find (user|recipient|mailbox)',
      sample: 'Error: Failure to find user in GroupWise directory (D101) 550',
      source: 'GroupWise',
    },
    {
      says: '(mail|email) address @ (does not|doesnt) exist',
      sample: '550 The mail address bob@example.com does not exist',
      source: 'SmarterMail',
    },
    {
      says: '(unknown|not found|does not exist|doesnt exist|not exist|no such|inexistent|unbekannt|inconnu|inconnue|desconocido|inexistente|sconosciuto|desconhecido|nieznany|onbekend|неизвестен|不存在)',
      sample: '550 not found',
      weak: true,
    },
    {
      says: '(all |) recipient (address|addresses) rejected access denied',
      sample: 'smtp;550 5.4.1 All recipient addresses rejected : Access denied',
      source: 'Microsoft 365',
    },
    {
      says: '(finnes ikke|finns inte|findes ikke|eksisterer ikke|existerar inte|ei ole olemassa|ei loydy|neexistuje|nem letezik|ne postoji|ne obstaja|nu exista|mevcut degil|no existeix)',
      sample: '550 brukeren finnes ikke',
      source: 'Scandinavian servers',
    },
    {
      says: '(is not|isnt|not) one of (ours|our users|our mailboxes|our customers)',
      sample: "550 5.1.1 that mailbox isn't one of ours",
    },
    { says: 'invalid (email|mail) account', sample: '550 invalid email account' },
    {
      says: '(user|recipient|person|mailbox) (does not|doesnt) live here',
      sample: '550 That user does not live here',
    },
    {
      says: 'account or domain may not exist',
      sample: '550 The account or domain may not exist',
      source: 'cPanel Exim',
    },
    {
      says: '(cant|cannot|can not|wont|will not|could not|unable to|dont|do not) accept (user|recipient|this user|this recipient|that user|that recipient|this address|rcpt)',
      sample: "550 can't accept user... (#5.7.1)",
    },
    {
      says: '(kein|keine|keinen) (postfach|empfanger|empfaenger|mailbox|benutzer|konto|nutzer) .. (mit|unter|fur|zu|namens) (dieser|diesem|diese|der|dem)',
      sample: 'es gibt kein Postfach mit dieser SMTP-Adresse: bob@example.com (5.1.1)',
      source: 'German servers',
    },
    {
      says: '(in|bei) (der|dieser|unserer) (organisation|domain|firma) (ist |) (unbekannt|nicht bekannt|nicht gefunden|nicht vorhanden)',
      sample: 'Der Empfaenger ist in der Organisation unbekannt: bob@example.com 550',
      source: 'Exchange',
    },
    {
      says: '(unable|not able|failed|couldnt|could not|cannot|cant|unsuccessful) (to |) (find|locate|identify|match) (any|a|the|such) (user|mailbox|recipient|account|person|address)',
      sample: 'We were unable to find any user matching: bob@example.com 553',
    },
    {
      says: '(that|this|the recipient|recipient|the) address is (invalid|bad|wrong|incorrect|not valid|unknown|not known)',
      sample: '553 That address is invalid, message returned undelivered',
    },
    {
      says: '(nobody|no one|noone|no person|no body|nobody here) (here |) (with|by|of|called|named|has) (the |this |that |) (name|address|user name|mailbox)',
      sample: 'nobody with the name bob lives at the server of example.com 550',
    },
    {
      says: '(nobody|no one|noone) .. (lives|lives here|known|exists|works) (at|here|on|under)',
      sample: 'nobody with the name bob lives at the server of example.com: 550',
    },
    {
      says: '(keine|keinen) (emails|mails|nachrichten) empfangen kann',
      sample:
        'Ihre Nachricht wurde nicht zugestellt, weil die Adresse nicht gefunden wurde oder keine E-Mails empfangen kann.',
      source: 'Gmail',
    },
    {
      says: 'recipient @ not found',
      sample:
        '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient bob@example.com not found by SMTP address lookup',
      source: 'Microsoft 365',
    },
    {
      says: 'bad address syntax',
      sample: 'bob@@example.com: bad address syntax (5.1.3, delivery failed)',
      source: 'Postfix',
      sure: true,
    },
    {
      says: 'recipient cannot be verified',
      sample:
        'The recipient cannot be verified. Please check all recipients of this message to verify they are valid.',
      source: 'cPanel Exim',
      sure: true,
    },
    {
      says: 'recipient not in route list',
      sample: '421 Recipient not in route list',
      source: 'hMailServer',
      sure: true,
    },
  ],
} as const satisfies ReasonRule;
