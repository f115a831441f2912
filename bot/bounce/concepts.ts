/**
 * Words of mail servers and mail programs by what they speak of, in the languages they come in: lower case, without
 * accents; `exceed*` stands for all words that begin so. What is learned of `mailbox full` holds for `Postfach voll`.
 */
export const concepts: Readonly<Record<string, string>> = {
  spam:
    'spam* junk* unsolicited bulk uce ube advertis* werbung publicidad pubblicita propaganda reklam* antispam* pourriel* ' +
    'indesirable unerwunscht* ongewenst* спам* антиспам* 垃 圾 스팸 迷 惑 spamassassin rspamd spammy spamverdacht',
  phishing: 'phish* fraud* scam spoof* impersonat* betrug fake forged',
  virus:
    'virus* virii trojan* malware* infect* worm clamav eicar ransom* вирус* 病 毒 wirus* infizier* malicious exploit macro',
  attachment:
    'attach* anhang* anlage* jointe joint adjunto* allegat* zalacznik* bijlage* bestand* file files filetype dateityp ' +
    'extension* exe zip rar docm executable 附 添 вложен* archive',
  size:
    'size* large* big bigger gross grosse* groß* taille tamano tamanho dimension* rozmiar* grootte bytes octets oversize* ' +
    'heavy mb megabytes размер* volumineux trop-gros 大',
  exceed:
    'exceed* exeed* exced* over uberschr* ueberschr* depass* supera* superat* przekrocz* overschre* ultrapass* превыш* 超 ' +
    'reached erreicht atteint* alcanzad* raggiunt* atingid* surpass* above beyond hit',
  limit: 'limit* maximum max maximal* allowance limite* лимит* 限 cap allowed fixed threshold allotment',
  quota:
    'quota* overquota kontingent cuota* cota storage space speicher* espace espacio* spazio espaco miejsc* pojemno* ruimte ' +
    '容 空 квот* место capacity allocation room',
  full:
    'full voll* uberfullt ueberfuellt plein* satur* lleno* llena pieno piena cheia cheio lotad* pelna pelny przepelnion* vol ' +
    '满 滿 杯 переполнен* exhausted erschopft dolu insufficient tele taynna',
  mailbox:
    'mailbox* postfach* inbox* boite* bal buzon casella* caixa skrzynk* postvak postbus schrank* ящик* 邮 箱 郵 maildir ' +
    'postafiok postkasse* brevlada* mailfolder mailstore',
  account: 'account* konto* compte* cuenta* conto conta konta учетн* subscription login-account',
  recipient:
    'user* recipient* rcpt addressee* empfanger* empfaenger* destinat* odbiorc* ontvanger* usuario* utente utenti ' +
    'uzytkownik* benutzer* teilnehmer utilisateur* получател* пользовател* потребител* cimzett* 用 户 收 件 宛 ユ ' +
    'person alias prijemce mottagar* modtager* abonne',
  sender:
    'sender* absender* expedit* emetteur* remitente* mittente* remetente* nadawc* afzender* avsandar* envelope mailfrom ' +
    'отправител* 发 from originator return reverse-path',
  address: 'address* adresse* direccion* indirizz* endereco* adres* адрес* 地 址 emailaddress',
  domain: 'domain* domaine* dominio* domein* домен* domen* zone',
  host:
    'ip ips host* server* client* network* netblock subnet mta serveur servidor сервер* dynamic residential isp relay-host ' +
    'gateway machine 服 务 器',
  unknown:
    'unknown nonexist* inexist* invalid* unbekannt* inconnu* desconoc* desconhec* sconosciut* nieznan* onbekend* neexist* ' +
    'неизвест* ismeretlen unrouteable unroutable illegal bogus erronee incorrect ungultig* invalide* invalid* okand',
  not:
    'not no nicht kein* non ne pas nie geen niet nao нет не няма 不 没 無 doesnt dosnt isnt cannot cant wasnt unable couldnt ' +
    'wont dont none never ohne sans sin senza sem bez zonder werent hasnt didnt',
  exist:
    'exist* found find known gefunden trouve* encontrad* trovat* znalezion* gevonden bestaat vorhanden найден* 存 在 such ' +
    'here takiego vorhanden have',
  available:
    'available unavailable accessible inaccessible verfugbar disponible disponibile dostepn* beschikbaar reachable',
  disabled:
    'disable* inactiv* inaktiv* suspend* deactiv* deaktiv* locked lock closed frozen desactiv* suspendid* sospes* archiv* ' +
    'abandon* заблокир* inattiv* expired dormant unused discontinued terminated cancel* deleted removed geloscht supprim* ' +
    'eliminad* usunieto retired left graduated',
  block:
    'block* banned ban bann* bloqu* bloccat* gesperrt* zablokowan* geblokkeer* заблокирован* 阻 封 blocage',
  listed:
    'blacklist* blocklist* blackhole dnsbl* rbl* listed list spamhaus* barracuda* spamcop* sorbs uceprotect* denylist ' +
    'schwarze noire nera negra lista liste listing delist* pbl sbl xbl zen s3140 s3150 abusix cloudmark',
  reputation: 'reputat* ruf senderscore senderbase reputazione reputacion snds',
  reject:
    'reject* refus* denied deny declin* abgelehnt* zuruckgewiesen abgewiesen rechaz* rifiutat* recusad* rejeitad* odrzucon* ' +
    'geweiger* отклонен* 拒 rejet* avvis* respint* prohibit* forbid* disallow* bounced returned undeliver* unzustellbar',
  policy:
    'polic* restrict* administrativ* administrator security richtlinie* politique politica* regel* rule rules prohibition ' +
    'compliance organizational tenant',
  spf: 'spf dkim dmarc unauthenticated alignment aligned arc signature* softfail hardfail openspf',
  login:
    'authenticat* auth login logged credential* password* passwort* contrasena username sasl authentif* autentic* identif* ' +
    'anmeld* zalogow* haslo wachtwoord пароль senha passe parole kennwort benutzername log sign',
  relay: 'relay* relais rcpthosts weiterleit* relaying forwarding',
  dns: 'dns ptr rdns reverse mx nxdomain lookup* resolv* record* nameserver* hostname servfail a-record rueckwarts',
  helo: 'helo ehlo fqdn qualified',
  tls: 'tls starttls ssl certificat* zertifikat* handshake encrypt* cipher* verschlussel* dane mta-sts certificado sts',
  connect:
    'connect* connection* verbindung* connexion* conexion* connession* polaczen* verbind* соединен* 连 接 接続 socket',
  session: 'session* concurrent simultaneous parallel gleichzeitig* simultan*',
  timeout:
    'timeout* timed delai zeituberschreitung* unreachable route reset dropped lost econnrefused etimedout enotfound ' +
    'network-unreachable expired-connection unanswered',
  rate:
    'rate* ratelimit* throttl* hour* hourly day daily minute* stunde* heure* hora horas ora godzin* frequen* quickly fast ' +
    'volume slow per uur timme second* часа час 频 tag tage jour dia giorno',
  many: 'many viele zuviele trop muchos demasiad* troppi troppe muitos zbyt wiele veel слишком много 太 过 多 too flood excessive',
  send:
    'send* sending sent outgoing outbound versand* versend* senden envoi* envoy* envio* enviar invio inviare wysyl* ' +
    'verzend* 送 отправ* spedi* submission ausgang*',
  grey: 'greylist* graylist* grau* grey gray greylisted first greylisting',
  temporary:
    'temporar* temp try again later retry zeitweilig reintent* reessay* spater spaeter tard tarde tardi pozniej позже 稍 后 ' +
    'defer* vorubergehend momentan* moment come nochmals tente riprova* wait transient busy unusual',
  loop: 'loop* hops hop schleife* boucle bucle hopcount looping',
  format:
    'header* rfc rfc5322 rfc822 malformed mime syntax format* line lines compliant date subject missing duplicate multiple ' +
    'field* linefeed linefeeds lf boundary encoding',
  protocol:
    'command* sequence argument* parameter* recognized implemented unrecognized pipelin* synchronization protocol nested',
  fault:
    'internal error* config* local problem* database queue write permission pipe child process died transport system ' +
    'service exception failure lda deliver-agent crashed fault',
  disk: 'disk diskspace platte disque disco partition filesystem errno',
  moved: 'moved new neue neu instead changed umgezogen changement nueva nuova relocated please-use nouvelle',
  members:
    'member* mitglied* subscriber* group gruppe groupe grupo moderat* whitelist* permission authorized only organization* ' +
    'internal external post allowlist distribution berechtigt autoris*',
  absence:
    'office vacation holiday* absent* abwesen* urlaub automatic* autoreply autorespond* auto away ferie vacaciones conges ' +
    'ferias semester urlop отпуск* autosvar reply leave travelling automatisch* otomatik',
  delivered:
    'delivered successfully success* relayed zugestellt displayed receipt read opened livre entregado consegnat* queued',
  complaint: 'complain* abuse feedback fbl arf',
  suppressed: 'suppress* unsubscrib* previously hardbounce marked opted',
  content:
    'content* url urls link links score points body inhalt contenu contenido contenuto conteudo tresc 内 容 wording words',
  program:
    'outlook thunderbird imap pop pop3 smtp iphone roundcube incoming posteingang* postausgang* entrant sortant',
  delay: 'delayed delay warning queued still undelivered pending expire* lifetime',
};
