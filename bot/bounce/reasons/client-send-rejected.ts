import type { ReasonRule } from '../reason.ts';

/** Outlook 0x800CCC78/79/6x: server refused sender or recipient, usually SMTP login off. */
export const clientSendRejected = {
  reason: 'client-send-rejected',
  kind: 'mail-client',
  actor: 'sender',
  life: 'permanent',
  phrases: [
    {
      says: '(one of the recipients|all of the recipients|recipients|recipient) .. (was|were|been) rejected by the server',
      sample:
        "The message could not be sent because one of the recipients was rejected by the server. The rejected e-mail address was 'bob@example.com'.",
      source: 'Outlook Express',
    },
    {
      says: 'rejected (email|email address|recipient address) (address |) was',
      sample: "The rejected e-mail address was 'bob@example.com'. Subject 'Test', Account: 'mail'",
      source: 'Outlook Express',
    },
    {
      says: '(server|server response|the server) rejected the (sender|senders email|from|recipient|sender address|email address of the sender)',
      sample:
        "The message could not be sent because the server rejected the sender's e-mail address. The sender's e-mail address was 'bob@example.com'.",
      source: 'Outlook Express',
    },
    {
      says: 'rejected the senders (email|email address)',
      sample: "The message could not be sent because the server rejected the sender's e-mail address.",
      source: 'Outlook Express',
    },
    {
      says: '(outgoing|smtp) server rejected .. (sender|recipient|address|message|message because)',
      sample:
        'A copy has been placed in your Outbox. The recipient "bob@example.com" was rejected by the server: outgoing server rejected the recipient',
      source: 'iPhone Mail',
    },
    {
      says: '(recipient|sender address|sender) @ was rejected (by the server|)',
      sample: 'The sender address bob@example.com was rejected by the server.',
      source: 'iPhone Mail',
    },
    {
      says: '(recipient|sender address|sender|address) (@ |) was rejected by the server',
      sample:
        'The recipient "bob@example.com" was rejected by the server because it does not allow relaying.',
      source: 'iPhone Mail',
    },
    {
      says: 'a copy has been placed in your outbox .. rejected',
      sample: 'A copy has been placed in your Outbox. The recipient was rejected by the server',
      source: 'iPhone Mail',
    },
    {
      says: '(an unknown error has occurred|unknown error) .. (subject|account|protocol smtp)',
      sample:
        "An unknown error has occurred. Subject 'Test', Account: 'mail', Server: 'mail.example.com', Protocol: SMTP",
      source: 'Outlook Express',
    },
    {
      says: '(none of your email accounts could send|could not send to this recipient|none of your e mail accounts)',
      sample: 'None of your e-mail accounts could send to this recipient.',
      source: 'Outlook',
    },
    {
      says: 'none of your email accounts could send',
      sample: 'None of your e-mail accounts could send to this recipient.',
      source: 'Outlook',
    },
    {
      says: 'server error # error number',
      sample: 'Server Error: 550, Error Number: 0x800CCC79',
      source: 'Outlook Express',
    },
    {
      says: '(empfanger|absender) .. vom server (abgelehnt|zuruckgewiesen)',
      sample:
        'Die Nachricht konnte nicht gesendet werden, da einer der Empfänger vom Server abgelehnt wurde.',
      source: 'Outlook Express',
    },
    {
      says: '(server|the server) (refused|rejected|declined|did not accept) (one|some|all) of the (recipients|recipient|addresses|recipient addresses)',
      sample: 'The server refused one of the recipients.',
      source: 'Samsung Email',
    },
  ],
} as const satisfies ReasonRule;
