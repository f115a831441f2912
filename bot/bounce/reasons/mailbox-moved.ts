import type { ReasonRule } from '../reason.ts';

/** The mailbox moved; write to the new address. */
export const mailboxMoved = {
  reason: 'mailbox-moved',
  kind: 'bounce',
  actor: 'sender',
  life: 'permanent',

  replyCodes: ['551'],
  decidingCodes: ['5.1.6'],
  phrases: [
    {
      says: '(user|mailbox|recipient|account|address|person|subscriber|addressee) .. (has|have|was|is) (been |) (moved|migrated|relocated|transferred)',
      sample: '551 5.1.6 The recipient has moved to bob@example.net',
      source: 'RFC 3463',
    },
    {
      says: '(address|email|mail) (address |) (has|have) (been |) changed',
      sample: '550 5.1.6 This email address has changed, please use bob@example.net',
    },
    {
      says: 'user not local (please |) try',
      sample: '551 User not local; please try <bob@example.net>',
      source: 'RFC 5321',
    },
    {
      says: 'no forwarding address',
      sample: '551 5.1.6 mailbox has moved, no forwarding address',
      source: 'RFC 3463',
    },
    {
      says: '(has|have) a new (email |mail |) address',
      sample: '551 Bob has a new email address: bob@example.net',
    },
    { says: '(new|current) (email |mail |) address is', sample: '551 The new address is bob@example.net' },
    {
      says: '(please |) (use|try|update|write to) .. (new|following) (email |mail |) address',
      sample: '550 please use the new address bob@example.net',
    },
    {
      says: 'changed (his|her|its|their|my|the) (email |mail |) address',
      sample: '550 The user changed his email address',
    },
    { says: 'mailbox .. moved', sample: '551 5.1.6 mailbox moved' },
    {
      says: 'destination mailbox has moved',
      sample: '551 5.1.6 Destination mailbox has moved',
      source: 'RFC 3463',
    },
    { says: '(recipient|user) .. moved to', sample: '551 recipient moved to bob@example.net' },
    { says: '(ist|wurde) umgezogen', sample: '551 Das Postfach ist umgezogen', source: 'German servers' },
    {
      says: 'neue (email |mail |) adresse (lautet|ist)',
      sample: '551 Die neue Adresse lautet bob@example.net',
      source: 'German servers',
    },
    {
      says: '(not here any more|not here anymore|no longer here|moved) .. (try|use|write to|see|contact|mail) @',
      sample: '551 not here any more - please try bob@example.net',
    },
    { says: '(please |) (use|try) @ (instead|)', sample: '551 please use bob@example.net instead' },
    { says: '(moved|relocated|umgezogen)', sample: '551 5.7.1 moved', weak: true },
    {
      says: '(any more|anymore|no longer|moved|changed|left) (please |) (write|mail|send|email|reply) (to |your mail to |it to |mail to |) @',
      sample: '551 not our customer any more, please write to bob@example.net',
      sure: true,
    },
    {
      says: '(please |) (write|send mail|send email|send your mail|send messages|mail|email) (from now on |in future |instead |) to @ (instead|from now on|in future)',
      sample: '551 please write to bob@example.net in future',
    },
    {
      says: '(from now on|in future|in the future|henceforth|henceforward|as of now) .. (at|to|use|with) @',
      sample: '550 in future please write to bob@example.net',
    },
    {
      says: '(adresse|emailadresse|mailadresse|anschrift) .. (geandert|geaendert|gewechselt)',
      sample: '550 Unsere Adresse hat sich geaendert, bitte kuenftig an bob@example.net schreiben',
      source: 'German servers',
    },
    {
      says: '(kunftig|kuenftig|ab sofort|in zukunft|zukunftig|zukuenftig|nur noch) .. an @',
      sample: 'bitte kuenftig an bob@example.net schreiben (550)',
      source: 'German servers',
    },
    {
      says: '(nouvelle|nueva|nuovo|novo|neue|neuen|nowy|nieuw|nieuwe|new) (adresse|direccion|indirizzo|endereco|adres|emailadres|address) .. @',
      sample: '550 La nouvelle adresse est bob@example.net',
      source: 'French servers',
    },
    {
      says: '(adresse|direccion|indirizzo|endereco|adres) .. (a change|ha cambiado|e cambiato|mudou|zmienil|is gewijzigd|is veranderd|changee|cambiada)',
      sample: "550 L'adresse a changé",
      source: 'French servers',
    },
    {
      says: '(bitte |) (verwenden|nutzen|benutzen) sie (kunftig|kuenftig|stattdessen|bitte|nun|ab sofort|die neue adresse) ~ @',
      sample: '550 Diese Adresse gibt es nicht mehr, bitte verwenden Sie kuenftig bob@example.com',
      source: 'German servers',
      sure: true,
    },
    {
      says: '(please |) (send|write|use|mail|email|contact) (to |) @ instead',
      sample: '550 This address is no longer in use. Please send to bob@example.com instead',
      source: 'typed',
      sure: true,
    },
  ],
} as const satisfies ReasonRule;
