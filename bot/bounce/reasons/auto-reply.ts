import type { ReasonRule } from '../reason.ts';

/** Vacation or challenge-response (BoxTrapper). */
export const autoReply = {
  reason: 'auto-reply',
  kind: 'notice',
  actor: 'none',
  life: 'none',
  phrases: [
    {
      says: 'out of (the |) (office|town|country)',
      sample: 'Subject: Out of Office: Invoice. I am out of the office until Monday.',
    },
    {
      says: '(automatic|auto|automated|autom) (reply|response|responder|answer|replies|message|acknowledgement)',
      sample: 'Subject: Automatic reply: Invoice',
      source: 'Outlook',
    },
    {
      says: '(autoreply|autoresponder|auto reply|autoresponse|autoreplied|auto replied|auto generated reply)',
      sample: 'Subject: AutoReply: Invoice',
    },
    { says: 'auto submitted auto replied', sample: 'Auto-Submitted: auto-replied', source: 'RFC 3834' },
    {
      says: '(away from|not in) (the|my) (office|desk|email)',
      sample: 'I am away from the office until 5 May with limited access to email.',
    },
    {
      says: '(am on|i am on|im on|currently on|be on|are on|is on) (vacation|holiday|annual leave|maternity leave|parental leave|sick leave|leave|holidays|paternity leave|business trip)',
      sample: 'I am on vacation until Monday and will reply when I return.',
      source: 'vacation',
    },
    {
      says: '(limited|no|intermittent|sporadic) access to (email|my email|mail|emails|my mail)',
      sample: 'I will have limited access to email until Monday. Automatic reply',
    },
    {
      says: '(will|shall) (reply|respond|answer|get back|be back|return) .. (return|back|soon|as soon|when i|upon my|possible)',
      sample: 'Thank you for your message. I will reply when I return.',
    },
    {
      says: '(thank you|thanks) for (your|contacting|the) (email|message|mail|contacting|us|inquiry|enquiry|e mail) .. (away|out|received|reply|respond|office|vacation|back|will|we)',
      sample: 'Thank you for your email. I am out and will respond.',
    },
    {
      says: 'box trapper',
      sample:
        'Your email requires verification verify#abc. The message you sent requires that you verify that you are a real live human being and not a spam source. BoxTrapper',
      source: 'cPanel BoxTrapper',
    },
    {
      says: 'boxtrapper',
      sample: 'boxtrapper verification: your email requires verification',
      source: 'cPanel BoxTrapper',
    },
    {
      says: 'your email requires verification',
      sample: 'Subject: Your email requires verification verify#4hTfGq-1425',
      source: 'cPanel BoxTrapper',
    },
    {
      says: '(verify|prove|confirm) that you are (a |not |) (a |) (real|human|live|person|spam|robot|not)',
      sample:
        'The message you sent requires that you verify that you are a real live human being and not a spam source.',
      source: 'cPanel BoxTrapper',
    },
    {
      says: 'requires that you verify that you are a real live human',
      sample:
        'The message you sent requires that you verify that you are a real live human being and not a spam source.',
      source: 'cPanel BoxTrapper',
    },
    {
      says: '(challenge response|challenge|sender verification request|spamarrest|spam arrest|tmda|mailinblack|mail in black|bluebottle|sendio|qurb) .. (click|confirm|verify|authenticate|approve|request|authorize|sender)',
      sample: 'SpamArrest challenge: please click to verify your message',
    },
    {
      says: '(click|follow|visit|reply) .. (to|and) (verify|confirm|authenticate|authorize|release|approve|prove) (yourself|your|that you|this|you|delivery|sender|message)',
      sample: 'Please click the link below to confirm your message so that it is delivered',
    },
    {
      says: '(please |) (confirm|authenticate) your (message|email|address|mail) .. (deliver*|link|click|reply)',
      sample: 'please confirm your message by clicking the link so it is delivered',
    },
    {
      says: '(has been|was|your message) (quarantined|held) .. (until you|confirm|verify|authenticate)',
      sample: 'your message was held until you confirm',
    },
    {
      says: '(abwesenheitsnotiz|abwesenheit|automatische antwort|abwesend|urlaub|ausser haus|nicht im buro|nicht im haus|eingangsbestatigung)',
      sample: 'Abwesenheitsnotiz: Ich bin bis Montag nicht im Büro.',
      source: 'Outlook',
    },
    {
      says: '(reponse automatique|absent du bureau|absente du bureau|en conges|en vacances|message d absence|je suis absent|je suis absente|actuellement absent)',
      sample: 'Réponse automatique : je suis absent du bureau',
      source: 'Outlook',
    },
    {
      says: '(respuesta automatica|fuera de la oficina|estoy de vacaciones|fuera de oficina|estare fuera)',
      sample: 'Respuesta automática: estoy fuera de la oficina',
      source: 'Outlook',
    },
    {
      says: '(risposta automatica|fuori sede|fuori ufficio|sono in ferie|sono assente|assente dall ufficio)',
      sample: 'Risposta automatica: sono in ferie',
      source: 'Outlook',
    },
    {
      says: '(resposta automatica|fora do escritorio|estou de ferias|ausencia temporaria|estarei ausente)',
      sample: 'Resposta automática: estou de férias',
      source: 'Outlook',
    },
    {
      says: '(automatisch antwoord|afwezigheidsassistent|niet aanwezig|met vakantie|op vakantie|afwezig|buiten kantoor|automatische reactie)',
      sample: 'Automatisch antwoord: ik ben afwezig',
      source: 'Outlook',
    },
    {
      says: '(automatyczna odpowiedz|odpowiedz automatyczna|poza biurem|na urlopie|jestem nieobecny|autoodpowiedz)',
      sample: 'Automatyczna odpowiedź: poza biurem',
      source: 'Outlook',
    },
    {
      says: '(автоматический ответ|автоответ*|в отпуске|нет в офисе|отсутствую)',
      sample: 'Автоматический ответ: я в отпуске',
      source: 'Outlook',
    },
    {
      says: '(自动回复|自動回覆|自动答复|不在办公室|自動応答|自動返信|不在通知|외부에 있|부재중|자동 회신)',
      sample: '自动回复: 我不在办公室',
      source: 'Outlook',
    },
    {
      says: '(otomatik yanit|ofis disinda|frånvaromeddelande|franvarande|automatiskt svar|autosvar|fraværende|automaticka odpoved|automatikus valasz|poissa)',
      sample: 'Otomatik yanıt: ofis dışında',
      source: 'Outlook',
    },
    {
      says: 'x (autoreply|autorespond|auto response suppress)',
      sample: 'X-Autoreply: yes',
      source: 'vacation',
    },
    { says: 'precedence auto reply', sample: 'Precedence: auto_reply', source: 'vacation' },
    {
      says: '(automated|automatic|auto) (response|reply|answer|message)',
      sample: 'This is an automated response to let you know that we have received your email',
    },
    {
      says: '(put|placed|held|holding) your message (in|on|until) .. (queue|pending|hold|confirm*|verif*)',
      sample:
        'TMDA has put your message in the pending queue. To release it, just press Reply and send this confirmation request back.',
      source: 'TMDA',
    },
    {
      says: '(confirmation|verification) request back',
      sample: 'just press Reply and send this confirmation request back. Automatic message',
      source: 'TMDA',
    },
    {
      says: 'please (authenticate|confirm|verify) your (message|email)',
      sample: 'Subject: [confirm] please authenticate your message',
      source: 'TMDA',
    },
    {
      says: 'human being and not a spam source',
      sample: 'verify that you are a real live human being and not a spam source.',
      source: 'cPanel BoxTrapper',
    },
    {
      says: '(ich bin|bin) (im urlaub|abwesend|nicht im buro|ausser haus|derzeit nicht|bis)',
      sample: 'Autoresponder: Vielen Dank für Ihre Nachricht. Ich bin im Urlaub',
    },
    { says: 'auto reply', sample: 'Precedence: auto_reply' },
    {
      says: '(abwesenheitsnotiz|abwesenheitsmeldung|abwesenheitsassistent)',
      sample: 'Auto-Submitted: auto-replied, Abwesenheitsnotiz: Frau Müller ist ab 12.8. wieder da',
      source: 'Outlook',
    },
    {
      says: '(zwangerschapsverlof|ouderschapsverlof|mutterschutz|elternzeit|in mutterschutz|conge maternite|conge de maternite|baja por maternidad|congedo di maternita|licenca maternidade|urlopie macierzynskim)',
      sample: 'Ik ben met zwangerschapsverlof t/m 14 maart en lees mijn mail niet',
      source: 'Dutch servers',
    },
    {
      says: '(ich bin|ik ben|je suis|estoy|sono|estou|jestem) (mit|met|en|de|in|na|im|auf) (urlaub|verlof|vakantie|conge|conges|vacaciones|ferie|ferias|urlopie|elternzeit|mutterschutz|zwangerschapsverlof|dienstreise|zakenreis)',
      sample: 'Ik ben met verlof tot 14 maart: bob@example.com',
      source: 'Dutch servers',
    },
    {
      says: '(lees|lese|lis|leo|leggo|leio|czytam) (mijn|meine|mes|mi|la mia|meu|moje|de|keine|geen) (mail|mails|emails|correo|posta|email|poczty) (niet|nicht|pas|)',
      sample: 'Ik lees mijn mail niet: automatisch bericht van bob@example.com',
      source: 'Dutch servers',
    },
    {
      says: '(autosvar|franvaro|pa semester|automatiskt svar|automatisk svar|autosvar fra)',
      sample: 'Autosvar: Jag är på semester t.o.m. 12 augusti.',
      source: 'Outlook',
    },
    {
      says: 'to get your message through .. (click|reply|confirm)',
      sample:
        'To get your message through, please click on the link once: your address is then on my list of friends.',
      source: 'challenge',
      sure: true,
    },
    {
      says: 'this is an (automated|automatic) (response|reply|answer|message) .. (received|reply|answer|contact|hours)',
      sample:
        'Hi there, this is an automated response. We received your email and will answer within 24 hours.',
      source: 'help desks',
    },
  ],
} as const satisfies ReasonRule;
