import type { ReasonRule } from '../reason.ts';

/** Address on the mail service's suppression list; never sent. */
export const suppressed = {
  reason: 'suppressed',
  kind: 'bounce',
  actor: 'sender',
  life: 'permanent',
  phrases: [
    {
      says: '(suppression list|suppression lists|supression list|suppressions list)',
      sample:
        'Amazon SES did not send the message to this address because it is on the suppression list for your account.',
      source: 'Amazon SES',
    },
    {
      says: '(address|recipient|email|contact|addresses|recipients) .. (suppressed|inactive recipient|suppression)',
      sample: '406 You tried to send to a recipient that has been marked as inactive: recipient suppressed',
      source: 'Postmark',
    },
    {
      says: '(marked as inactive|inactive recipients|inactive recipient list)',
      sample:
        'You tried to send to recipients that have been marked as inactive. Found inactive addresses: bob@example.com. Inactive recipients are ones that have generated a hard bounce, a spam complaint, or a manual suppression.',
      source: 'Postmark',
    },
    {
      says: '(previously|already|recently) (hard |) (bounced|unsubscribed|complained|undeliverable|suppressed)',
      sample: '605 Not delivering to previously bounced address',
      source: 'Mailgun',
    },
    {
      says: 'not delivering to (previously|a user)',
      sample: '605 Not delivering to previously bounced address',
      source: 'Mailgun',
    },
    {
      says: '(a |) user who (marked your|has unsubscribed|unsubscribed)',
      sample: '607 Not delivering to a user who marked your messages as spam',
      source: 'Mailgun',
    },
    {
      says: '(bounced address|unsubscribed address|spam reporting address|spam report address|drop list|spam reporting|bounce drop)',
      sample: 'dropped: Bounced Address bob@example.com 550',
      source: 'SendGrid',
    },
    { says: '(bounced|unsubscribed|spam reporting) address', sample: 'Bounced Address', source: 'SendGrid' },
    {
      says: '(recipient|address) (has |is |) (unsubscribed|opted out|opt out|blocklisted by sender|globally unsubscribed|unsubscribe)',
      sample: '550 recipient has unsubscribed',
    },
    {
      says: '(on|in) (the|our|your|a|their) (bounce|suppression|unsubscribe|opt out|do not mail|do not send|global suppression|internal bounce|hard bounce|previous bounce|exclusion) (list|database)',
      sample: '550 address is in our bounce list',
    },
    {
      says: 'message (not sent|dropped|suppressed|rejected) .. (suppress*|bounce list|previous bounce|hard bounce*|unsubscrib*)',
      sample: 'message dropped because of a previous bounce: suppressed',
    },
    {
      says: '(recipient|rcpt) .. (previous|prior|earlier) (hard |) bounce*',
      sample: '550 recipient had a previous hard bounce',
    },
    { says: '(suppressed|hard bounced)', sample: '550 suppressed' },
    {
      says: '(is |) on the suppression list',
      sample: 'contact is on the suppression list of the mail service, not sent',
    },
    {
      says: '(has|have|been|was|is|were) suppressed',
      sample:
        'Amazon SES has suppressed sending to this address because it has a recent history of bouncing as an invalid address.',
      source: 'Amazon SES',
    },
    {
      says: '(recent|a) history of bouncing',
      sample:
        'Amazon SES has suppressed sending to this address because it has a recent history of bouncing as an invalid address.',
      source: 'Amazon SES',
    },
    { says: '(suppress*|unsubscrib*)', sample: '550 5.7.1 not sent: unsubscribed', weak: true },
    {
      says: 'reject* reason (hard bounce|soft bounce|unsub*|blacklist*|rule|invalid|spam)',
      sample: '{"email":"bob@example.com","status":"rejected","reject_reason":"hard-bounce"}',
      source: 'Mandrill',
      sure: true,
    },
    {
      says: '(contact|destinataire|adresse|abonne) .. (liste noire|desinscrit|desabonne|blackliste|liste de suppression)',
      sample: 'Message bloqué - contact en liste noire (désinscrit), non transmis: bob@example.com 550',
      source: 'Brevo',
    },
    {
      says: '(kontakt|empfanger|empfaenger|adresse) .. (sperrliste|abgemeldet|unterdruckungsliste|ausgetragen)',
      sample: 'Kontakt auf der Sperrliste (abgemeldet), nicht gesendet: bob@example.com 550',
      source: 'Brevo',
    },
    {
      says: '(contacto|destinatario|contatto|contato) .. (lista negra|dado de baja|lista de supresion|disiscritto|lista nera|descadastrado)',
      sample: 'Contacto en lista negra (dado de baja): bob@example.com 550',
      source: 'Brevo',
    },
    {
      says: '(previously|already|earlier|recently|before) (been |) (reported|marked|known|flagged|recorded|listed|returned) as (unknown|invalid|undeliverable|bounced|nonexistent|non existent|bad|dead)',
      sample: 'Message cannot be sent. One or more recipients were previously reported as unknown.',
    },
    {
      says: 'error (preblocked|blocklisted recipient)',
      sample:
        '{"event":"blocked","email":"bob@example.com","error_related_to":"recipient","error":"preblocked"}',
      source: 'Mailjet',
      sure: true,
    },
  ],
} as const satisfies ReasonRule;
