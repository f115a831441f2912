import type { ReasonRule } from '../reason.ts';

/** Outgoing mail held or suspended for the account (usually after spam). */
export const outgoingSuspended = {
  reason: 'outgoing-suspended',
  kind: 'bounce',
  actor: 'host',
  life: 'permanent',
  decidingCodes: ['5.7.501', '5.7.705'],
  statusCodes: ['5.7.502', '5.7.503', '5.7.504'],
  phrases: [
    {
      says: '(outgoing|outbound) (mail|email|emails|messages|smtp|message|mails) .. (suspended|held|hold|blocked|disabled|frozen|restricted|stopped|suspension|locked|not allowed)',
      sample: '550 Outgoing mail from "example.com" has been suspended.',
      source: 'cPanel Exim',
    },
    {
      says: 'outgoing mail from .. has been suspended',
      sample: 'Outgoing mail from "bob@example.com" has been suspended.',
      source: 'cPanel Exim',
    },
    {
      says: '(suspended|held|hold|blocked|disabled|frozen|restricted) .. (outgoing|outbound) (mail|email|messages|emails|smtp|message)',
      sample: '550 the host suspended your outgoing mail',
      source: 'many hosts',
    },
    {
      says: '(account|user|domain|sender|mailbox|you|username|customer|tenant|address|this|email account) .. (suspended|blocked|restricted|disabled|banned|prohibited|prevented|locked|not allowed|barred|forbidden|disallowed) from (sending|send|sending mail|sending email|mail)',
      sample: '550 your account has been blocked from sending mail',
    },
    {
      says: '(sending|send|sender|outgoing|smtp) (privileges|privilege|access|ability|rights|permission|permissions|capability) .. (suspended|revoked|disabled|blocked|removed|restricted|denied)',
      sample: '550 sending privileges have been suspended',
    },
    {
      says: '(mail|email|message|smtp) sending .. (suspended|disabled|blocked|revoked|restricted|not allowed for)',
      sample: '550 mail sending is suspended for this account',
    },
    {
      says: '(user|account|sender|your account) (has been |is |was |) (suspended|disabled|blocked|locked) (due to|for|because of|from) (spam|spamming|outgoing|sending|abuse|outbound|suspicious)',
      sample: '550 Your account is suspended for spam',
    },
    {
      says: 'access denied spam abuse detected',
      sample:
        '550 5.7.501 Access denied, spam abuse detected. The sending account has been banned due to detected spam activity.',
      source: 'Microsoft 365',
    },
    {
      says: '(sending account has been banned|account has been banned|banned from sending)',
      sample:
        '550 5.7.502 Access denied, banned sender. The sending account has been banned due to detected spam activity.',
      source: 'Microsoft 365',
    },
    {
      says: 'bad outbound sender',
      sample: '550 5.1.8 Access denied, bad outbound sender.',
      source: 'Microsoft 365',
      sure: true,
    },
    {
      says: '(couldnt|could not|wasnt|cant) be delivered because you werent recognized as a valid sender',
      sample:
        "Your message couldn't be delivered because you weren't recognized as a valid sender. 550 5.1.8 Access denied, bad outbound sender AS(42003)",
      source: 'Microsoft 365',
    },
    {
      says: 'suspected of sending spam',
      sample:
        "550 5.1.8 The most common reason for this is that your email address is suspected of sending spam and it's no longer allowed to send email.",
      source: 'Microsoft 365',
    },
    {
      says: 'no longer allowed to send (email|mail|messages)',
      sample: '550 5.1.8 your email address is no longer allowed to send email',
      source: 'Microsoft 365',
    },
    {
      says: '(r|) (enforce mail permissions|outgoing mail) .. suspended',
      sample: 'R=enforce_mail_permissions: Outgoing mail from "example.com" has been suspended.',
      source: 'cPanel Exim',
    },
    {
      says: '(sender|domain|user|account) .. (outgoing|outbound) .. (suspended|hold|held|blocked)',
      sample: '550 user has outgoing blocked',
    },
    {
      says: '(mail|email|messages) .. (held|hold) .. (by|for|until|in) .. (review|administrator|host|approval|account)',
      sample: '550 mail is held for review by administrator',
    },
    {
      says: '(smtp|email|mail) (service|account) .. (suspended|blocked) .. (spam|abuse|sending)',
      sample: '550 smtp account suspended for spam abuse',
    },
    {
      says: 'compromised (account|mailbox|password|user)',
      sample: '550 compromised account: sending blocked',
    },
    { says: '(account|mailbox) .. compromised', sample: '550 your account is compromised' },
    {
      says: 'unusual sending activity',
      sample: '550 5.4.6 Unusual sending activity detected. Please try after sometime',
      source: 'Zoho',
      sure: true,
    },
    {
      says: 'sending from this (account|address|domain|mailbox) .. (disabled|suspended|blocked|not allowed|locked)',
      sample:
        '550 Sending from this account is disabled by the administrator because spam was sent through it',
      source: 'many hosts',
    },
    {
      says: 'sending (blocked|disabled|suspended|locked|stopped) (for|due|by|because)',
      sample: '550 5.7.1 sending blocked for this user due to suspicious activity',
    },
    { says: '(outgoing|outbound|sending suspended)', sample: '550 outgoing mail stopped', weak: true },
    {
      says: '(email|mail|your email|your) sending (has been |is |was |) (suspended|disabled|blocked|stopped|paused)',
      sample: 'Your email sending has been suspended due to abuse, 550',
    },
    {
      says: '(account|user|mailbox|you) (may not|cannot|must not|can not|is not allowed to|are not allowed to|not allowed to) send (mail|email|messages|any mail|any messages|until|anymore|any more|out)',
      sample: '554 5.7.0 your account may not send mail until you contact support (abuse)',
    },
    {
      says: '(esa|br|asp|cs) sender blocked',
      sample: '550 5.7.1 [ESA] Sender blocked.',
      source: 'MailChannels',
    },
    {
      says: '(originating|coming|sent|originated|from) from your (account|user|username|mailbox|login|website)',
      sample:
        '550 5.7.1 [BR] Our system has detected an excessively high number of invalid recipients originating from your account.',
      source: 'MailChannels',
      sure: true,
    },
    {
      says: 'tenant has exceeded threshold',
      sample: '550 5.7.705 Access denied, tenant has exceeded threshold',
      source: 'Microsoft 365',
    },
    {
      says: '(envoi|envois|envoi de mails|l envoi|lenvoi) .. (depuis|de) (votre|ce|le) (domaine|compte|adresse|site) .. (bloque|suspendu|desactive|interdit|restreint)',
      sample: "554 l'envoi de mails depuis votre domaine est bloqué pour 7 jours",
      source: 'French servers',
    },
    {
      says: '(versand|mailversand|senden|email versand|postausgang) .. (konto|domain|account|postfach|adresse|benutzer) .. (gesperrt|blockiert|ausgesetzt|deaktiviert|angehalten|eingeschrankt)',
      sample: '550 Der Mailversand für dieses Konto wurde gesperrt',
      source: 'German servers',
    },
    {
      says: '(envio|invio|wysylanie|wysylka|verzenden) .. (desde|dal|da sua|da|desde su|vanaf|z) .. (cuenta|dominio|conta|account|konta|domeny|domein) .. (bloqueado|suspendido|suspenso|bloccato|sospeso|zablokowane|geblokkeerd)',
      sample: '550 El envío desde su cuenta está bloqueado',
      source: 'Spanish servers',
    },
    {
      says: 'sender address blocked',
      sample: 'Authentication failed:554 5.1.8 Sender Address Blocked',
      source: 'Zoho',
      sure: true,
    },
    {
      says: 'account (temporarily |) (locked|blocked|disabled|suspended) (for|from) sending',
      sample: '550 5.7.1 Account temporarily locked for sending: suspicious login detected',
      source: 'Hostpoint',
      sure: true,
    },
  ],
} as const satisfies ReasonRule;
