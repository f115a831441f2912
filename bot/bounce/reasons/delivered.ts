import type { ReasonRule } from '../reason.ts';

/** A success or relay notice. */
export const delivered = {
  reason: 'delivered',
  kind: 'notice',
  actor: 'none',
  life: 'none',
  hintCodes: ['2.0.0', '2.1.5', '2.6.0'],
  phrases: [
    {
      says: '(was|were|been|is|has been|have been) (successfully |succesfully |) delivered (successfully|to|without|and|succesfully)',
      sample: 'Your message was successfully delivered to the following recipients: bob@example.com',
      source: 'Exchange',
    },
    {
      says: '(successfully|succesfully) (delivered|relayed|sent|received|accepted|transmitted|completed)',
      sample: 'The message was successfully relayed to bob@example.com',
    },
    {
      says: '(delivered|relayed|delivery) (successfully|succeeded|successful|completed|complete|confirmed)',
      sample: 'Delivery successful',
    },
    {
      says: 'action (delivered|relayed|expanded)',
      sample: 'Final-Recipient: rfc822; bob@example.com Action: relayed Status: 2.1.5',
      source: 'RFC 3464',
    },
    {
      says: '(delivery status notification|status notification) (success|successful|relay|relayed)',
      sample: 'Subject: Delivery Status Notification (Success)',
      source: 'RFC 3464',
    },
    {
      says: 'successful (mail |) delivery (report|notification|)',
      sample: 'Subject: Successful Mail Delivery Report',
      source: 'Postfix',
    },
    {
      says: 'status sent (250|2.0.0|)',
      sample:
        'postfix/smtp[123]: ABC: to=<bob@example.com>, relay=mx.example.com[192.0.2.1]:25, delay=1, dsn=2.0.0, status=sent (250 2.0.0 OK)',
      source: 'Postfix',
    },
    {
      says: '(relayed to|delivered to|delivery to) .. (complete but|but no delivery|no delivery notification)',
      sample:
        'Delivery to these recipients or groups is complete, but no delivery notification was sent by the destination server',
      source: 'Exchange',
    },
    {
      says: 'is complete but no delivery notification was sent',
      sample:
        'Delivery to these recipients or groups is complete, but no delivery notification was sent by the destination server: bob@example.com',
      source: 'Exchange',
    },
    {
      says: '(dsn |) (relayed|relay) .. (does not|not) support (dsn|delivery status|notification*|delivery notification*)',
      sample: 'relayed to a mailer that does not support delivery status notifications',
    },
    {
      says: 'relayed to non dsn aware mailer',
      sample: 'relayed to non-DSN-aware mailer',
      source: 'Sendmail',
    },
    {
      says: '(250) (2.0.0|2.1.5|2.6.0|ok|2.1.0) .. (ok|queued|accepted|delivered|sent|requested|message|saved|mail|id|received|recipient|stored|gsmtp|great)',
      sample: '250 2.0.0 OK queued as 12345',
    },
    {
      says: '(read receipt|return receipt|was read|lesebestatigung|your message was read|was displayed)',
      sample:
        "This is a Return Receipt for the mail that you sent to bob@example.com. It was displayed on the recipient's computer.",
      source: 'RFC 8098',
    },
    { says: 'completed (successfully|) .. delivered', sample: 'completed, delivered' },
    {
      says: '(r|) .. t .. c 250',
      sample:
        '2024-05-01 10:00:00 1abc-0001 => bob@example.com R=dnslookup T=remote_smtp H=mx.example.com [192.0.2.1] C="250 OK id=1x"',
      source: 'Exim',
    },
    {
      says: '(erfolgreich|succes|exito|successo|sucesso|pomyslnie|успешно|成功|正常に) .. (zugestellt|ubermittelt|remis|delivre|entregado|consegnato|entregue|dostarczona|afgeleverd|доставлен*|投递|送达|配信|送信)',
      sample: 'Ihre Nachricht wurde erfolgreich zugestellt',
      source: 'Outlook',
    },
    {
      says: 'was relayed to',
      sample: 'Your message to bob@example.com was relayed to a system that does not confirm delivery',
    },
    {
      says: 'delivery (notification|confirmation|receipt) .. (was |) delivered',
      sample: 'Delivery notification: mail to bob@example.com was delivered',
    },
    {
      says: '(mail|message|email) (to|for) @ (was|has been|is) (successfully |) delivered',
      sample: 'Delivery notification: mail to bob@example.com was delivered',
    },
    {
      says: '(ubermittlungsbestatigung|zustellbestatigung|zustellungsbestatigung|accuse de remise|confirmation de remise|confirmacion de entrega|conferma di recapito|conferma di consegna|confirmacao de entrega|potwierdzenie dostarczenia|leveringsbevestiging|bezorgbevestiging|delivery confirmation)',
      sample:
        'Diese Nachricht wurde an den folgenden Empfänger zugestellt: bob@example.com (Übermittlungsbestätigung)',
      source: 'Exchange',
    },
    {
      says: '(wurde|wurden) an (den|die|das|folgende|folgenden) (folgenden |folgende |) (empfanger|empfaenger|adresse|adressen) (zugestellt|ubermittelt|ausgeliefert)',
      sample: 'Diese Nachricht wurde an den folgenden Empfänger zugestellt: bob@example.com',
      source: 'Exchange',
    },
    {
      says: 'message accepted for delivery',
      sample: '250 2.0.0 Message accepted for delivery',
      source: 'Sendmail',
    },
    {
      says: 'your message to .. subject .. sent .. was delivered',
      sample:
        'Your message\n\nTo: bob@example.com\nSubject: Offer\n\nwas delivered on Monday, 3 June 2024 09:13.',
      source: 'Exchange',
    },
    {
      says: 'was (delivered|read|displayed) on (monday|tuesday|wednesday|thursday|friday|saturday|sunday)',
      sample: 'Your message to bob@example.com was delivered on Monday, 3 June 2024 09:13.',
      source: 'Exchange',
    },
  ],
} as const satisfies ReasonRule;
