import type { ReasonRule } from '../reason.ts';

/** Account suspended, inactive or closed. */
export const mailboxDisabled = {
  reason: 'mailbox-disabled',
  kind: 'bounce',
  actor: 'recipient',
  life: 'permanent',
  statusCodes: ['5.7.13'],
  hintCodes: ['5.2.1'],
  replyCodes: ['525'],
  phrases: [
    {
      says: '(mailbox|account|user|recipient|address|inbox|email account|users account|username|login) (@|) (is|has been|was|are|currently|temporarily|is currently|is temporarily|has been temporarily|is not|) (disabled|inactive|deactivated|suspended|closed|locked|frozen|blocked|unavailable for receiving|discontinued|dormant|expired|cancelled|canceled|terminated|administratively disabled|no longer active|no longer available|no longer in use|no longer used|not active|not activated|not enabled|on hold|retired|barred)',
      sample: '550 5.2.1 mailbox disabled, not accepting messages',
      source: 'RFC 3463',
    },
    {
      says: '(mailbox|account|user|recipient|address|subscriber) .. (disabled|inactive|deactivated|suspended|discontinued|dormant|not active|no longer active)',
      sample: '550 5.2.1 The email account that you tried to reach is inactive',
      source: 'Gmail',
    },
    {
      says: 'account that you tried to reach is (disabled|inactive|suspended)',
      sample:
        '550-5.2.1 The email account that you tried to reach is disabled. 550 5.2.1 https://support.google.com/mail/?p=DisabledUser',
      source: 'Gmail',
    },
    {
      says: '.disableduser',
      sample: '550 5.2.1 learn more at https://support.google.com/mail/?p=DisabledUser x1si',
      source: 'Gmail',
    },
    {
      says: '(disabled|inactive|deactivated|suspended|closed|locked|frozen|blocked|dormant|expired|cancelled|terminated) (mailbox|account|user|recipient|email account|subscriber|inbox)',
      sample: '554 delivery error: dd Not a valid recipient - suspended account',
      source: 'Yahoo',
    },
    {
      says: '(mailbox|account) disabled not accepting messages',
      sample: '550 5.2.1 Mailbox disabled, not accepting messages',
      source: 'RFC 3463',
    },
    {
      says: '(this account|account) has been (disabled or discontinued|temporarily suspended|suspended|disabled|deactivated|closed)',
      sample:
        '554 delivery error: dd Sorry your message to bob@yahoo.com cannot be delivered. This account has been disabled or discontinued [#102]. - mta4',
      source: 'Yahoo',
    },
    {
      says: '(mailbox|account|user) .. (is|has been) (currently |temporarily |) (disabled|inactive|deactivated|suspended|closed|locked|frozen)',
      sample: '550 account bob@example.com is locked',
    },
    { says: 'user account disabled', sample: '525 5.7.13 User account disabled', source: 'RFC 5248' },
    {
      says: '(inactive|disabled|abandoned|unused) (for|over|more than) (a|too|#|over|more|many|several)',
      sample: '550 mailbox inactive for more than 180 days',
    },
    { says: 'has been (inactive|abandoned|disabled)', sample: '550 5.2.1 bob@example.com has been inactive' },
    {
      says: '(mailbox|user|account|recipient) (is |) (not|isnt) (currently |) (accepting|able to accept|able to receive|allowed to receive|permitted to receive|receiving) (mail|messages|email|emails|new|any)',
      sample: '550 5.2.1 user is not accepting mail',
    },
    {
      says: '(domain|host|site|hosting) .. (has been |is |was |) (suspended|disabled|deactivated)',
      sample: '550 5.2.1 The domain example.com has been suspended',
    },
    { says: '(mailbox|email) access .. (disabled|suspended|blocked)', sample: '550 Mailbox access disabled' },
    {
      says: '(mailbox|account) (is |) (under|in|for) (maintenance|migration)',
      sample: '450 4.2.1 mailbox is under maintenance',
    },
    { says: 'email account .. (turned off|switched off)', sample: '550 this email account is turned off' },
    {
      says: '(recipient|user) (has |) (disabled|turned off|cancelled|canceled|closed|deleted) (mail|their|his|her|the|email|its)',
      sample: '550 recipient has disabled mail delivery',
    },
    {
      says: '(administratively|temporarily|permanently) (disabled|deactivated|suspended|closed|locked)',
      sample: '550 5.2.1 bob@example.com administratively disabled',
    },
    {
      says: '(mailbox|account|user|recipient) .. (over|past) (due|the inactivity)',
      sample: '550 account past due',
    },
    {
      says: '(delivery|mail delivery|message delivery) .. (to this|for this|to the) .. (disabled|suspended|turned off)',
      sample: '550 mail delivery for this user is disabled',
    },
    {
      says: 'this account is not allowed .. receive',
      sample: '550 This account is not allowed to receive mail',
    },
    { says: 'message box is not active', sample: '550 message box is not active' },
    { says: '(vivid|rejected) account (inactive|disabled)', sample: '550 rejected: account inactive' },
    { says: 'disabled recipient*', sample: '550 disabled recipient' },
    { says: 'user disabled', sample: '550 5.2.1 user disabled', source: 'Rediff' },
    { says: 'user (is |) (currently |) suspended', sample: '550 User suspended', source: '163' },
    {
      says: 'mailbox (is |) (currently |) (suspended|frozen|inactive|closed)',
      sample: '550 Mailbox suspended',
      source: 'Rediff',
    },
    {
      says: 'is (a |an |) (disabled|deactivated|suspended|inactive) (account|user|mailbox|address)',
      sample: '550 bob is a deactivated mailbox',
      source: 'Zoho',
    },
    { says: '.suspended', sample: '550 see https://example.com/suspended' },
    {
      says: 'konto (ist |wurde |) (gesperrt|deaktiviert|geschlossen|inaktiv)',
      sample: '550 Das Konto ist gesperrt',
      source: 'German servers',
    },
    {
      says: '(postfach|benutzer|empfanger|empfaenger|mailbox) .. (gesperrt|deaktiviert|inaktiv|geschlossen|stillgelegt)',
      sample: '550 Postfach ist gesperrt',
      source: 'web.de',
    },
    {
      says: '(compte|boite|utilisateur|adresse) .. (desactive|desactivee|suspendu|suspendue|bloque|bloquee|ferme|fermee|inactif|inactive)',
      sample: '550 Compte désactivé',
      source: 'French servers',
    },
    {
      says: '(cuenta|buzon|usuario|casilla) .. (desactivado|desactivada|suspendido|suspendida|bloqueado|bloqueada|inactivo|inactiva|deshabilitado|deshabilitada|cancelado|cancelada|inhabilitado)',
      sample: '550 Cuenta suspendida',
      source: 'Spanish servers',
    },
    {
      says: '(account|casella|utente|mailbox) .. (disabilitato|disabilitata|sospeso|sospesa|disattivato|disattivata|bloccato|bloccata|inattivo|inattiva)',
      sample: '550 Account sospeso',
      source: 'Libero',
    },
    {
      says: '(conta|caixa|usuario|mailbox|caixa postal) .. (desativada|desativado|suspensa|suspenso|bloqueada|bloqueado|inativa|inativo|cancelada|encerrada|desabilitada)',
      sample: '550 Conta suspensa',
      source: 'Terra',
    },
    {
      says: '(konto|skrzynka|uzytkownik) .. (zablokowane|zablokowana|zablokowany|nieaktywne|nieaktywna|nieaktywny|zawieszone|zawieszona|wylaczone)',
      sample: '550 Konto zablokowane',
      source: 'Polish servers',
    },
    {
      says: '(account|mailbox|gebruiker) .. (geblokkeerd|uitgeschakeld|opgeschort|gedeactiveerd)',
      sample: '550 Account geblokkeerd',
      source: 'Dutch servers',
    },
    {
      says: '(ящик|аккаунт|пользователь|account|учетная запись) .. (заблокирован|отключен|неактивен|заблокирована|отключена|удален)',
      sample: '550 Почтовый ящик заблокирован',
      source: 'Mail.ru',
    },
    { says: 'account is (disabled|blocked)', sample: '550 Account is disabled', source: 'Mail.ru' },
    {
      says: '(邮箱|帐号|账号|用户|信箱|帐户|账户|使用者|收件人) .. (已停用|停用|被禁用|禁用|已冻结|冻结|被锁定|锁定|已注销|注销|被封|未激活|暂停)',
      sample: '550 收件人邮箱已停用',
      source: 'QQ Mail',
    },
    {
      says: '(アカウント|メールボックス|ユーザー) .. (無効|停止|凍結|利用できません|ロック)',
      sample: '550 アカウントは無効です',
      source: 'Japanese servers',
    },
    {
      says: '(계정|사용자) .. (정지|휴면|중지|비활성)',
      sample: '550 휴면 계정: 사용자 계정이 정지',
      source: 'Naver',
    },
    {
      says: '(hesap|hesabi) .. (askiya|kapali|kapatilmis|pasif|devre disi)',
      sample: '550 hesap askıya alındı',
      source: 'Turkish servers',
    },
    {
      says: '(account|mailbox|user) (has |) (expired|lapsed)',
      sample: '554 5.7.1 The user account has expired',
    },
    {
      says: '(cuenta|buzon|account|conta) .. esta (suspendida|suspendido|bloqueada|desactivada|suspensa|desativada)',
      sample: 'La cuenta del destinatario está suspendida 550',
      source: 'Spanish servers',
    },
    {
      says: '(service|email service|mail service|email) (is |has been |) suspended',
      sample: "550 the customer's email service is suspended",
    },
    {
      says: '(mailbox|account|user|address) .. (de activated|de activated)',
      sample: '550 the mailbox was de-activated',
    },
    { says: '(acount|acct) (closed|disabled|suspended)', sample: '550 acct closed' },
    { says: '(account|mailbox) (closed|cancelled)', sample: '550 account closed' },
    {
      says: '(suspended|disabled|inactive|deactivated|locked|frozen|closed|gesperrt|deaktiviert|desactive|suspendida|bloqueada|sospeso)',
      sample: '550 5.7.1 suspended',
      weak: true,
    },
    {
      says: '(subscription|contract|service|email service|plan) (has been |was |is |) (cancelled|canceled|terminated|expired|ended|suspended)',
      sample: "550 Your recipient's subscription has been cancelled",
    },
    {
      says: 'account (is |was |has been |) (temporarily |) blocked',
      sample: '554 5.7.1 account temporarily blocked',
      source: 'Wirtualna Polska',
    },
    {
      says: '(mbox|mail box|maildrop|postbox|addressee|receiver|account holder|customer|mailbox owner) (is |was |has been |status |) (inactive|disabled|deactivated|suspended|closed|locked|frozen|dormant|blocked|terminated|retired)',
      sample: '550 5.1.1 mbox inactive',
    },
    {
      says: '(inactive|disabled|deactivated|suspended|closed|locked|frozen|dormant|terminated|retired|expired) (mbox|mail box|maildrop|postbox|addressee|receiver|recipient rejected|customer|mail account|email address|address)',
      sample: '550 5.1.1 Inactive mbox',
    },
    {
      says: '(account|mailbox|user|recipient) (is |was |has been |) (administratively|permanently|temporarily|currently) (disabled|suspended|locked|closed|inactive|deactivated|blocked)',
      sample: '550 5.1.1 bob@example.com recipient rejected, account administratively disabled',
    },
    {
      says: '(policy |) (rejection|rejected|block|blocked) on the target address',
      sample: '550 5.7.1 Policy rejection on the target address',
      source: 'Network Solutions',
    },
    { says: 'rp trc', sample: '550 RP:TRC User suspended', source: 'NetEase 163' },
    {
      says: '(boite|recipient|archived) .. (archivee|archived|recipient)',
      sample: '550 5.5.0 Boite du destinataire archivee. Archived recipient. LPN007_420',
      source: 'La Poste',
    },
    {
      says: '(address|mailbox|account|user|recipient) no longer (accepts|accept|accepting|receives) (mail|email|messages)',
      sample: 'This address no longer accepts mail. 550',
      source: 'vpopmail',
    },
    {
      says: '(user|owner|customer|he|she) (has |) not logged (in |on |) (for|since|in) .. (months|month|days|year|years|weeks)',
      sample: '550 mailbox <bob@example.com> is restricted. User has not logged in for more than 12 months',
      source: 'TalkTalk',
      sure: true,
    },
    {
      says: '(account|mailbox|user) (is |) not available .. (disabilitat*|disattivat*|disabled|sospes*)',
      sample: '550 Account not available - utente disabilitato',
      source: 'Libero',
    },
  ],
} as const satisfies ReasonRule;
