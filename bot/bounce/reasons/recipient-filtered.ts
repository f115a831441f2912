import type { ReasonRule } from '../reason.ts';

/** Recipient, group or list accepts only certain senders. */
export const recipientFiltered = {
  reason: 'recipient-filtered',
  kind: 'bounce',
  actor: 'recipient',
  life: 'permanent',
  decidingCodes: [
    '5.7.120',
    '5.7.121',
    '5.7.122',
    '5.7.123',
    '5.7.124',
    '5.7.125',
    '5.7.126',
    '5.7.127',
    '5.7.128',
    '5.7.129',
    '5.7.130',
    '5.7.131',
    '5.7.132',
    '5.7.133',
    '5.7.134',
    '5.7.135',
    '5.7.136',
    '5.7.137',
    '5.7.193',
  ],
  hintCodes: ['5.7.2', '5.7.12'],
  phrases: [
    {
      says: '(only|just) (accept*|allow*|receive*|take*) (mail|messages|email|emails|message|senders) (from|sent by|by)',
      sample:
        '550 5.7.1 The group only accepts messages from people in its organization or on its allowed senders list',
      source: 'Microsoft 365',
    },
    {
      says: '(only|just) .. (internal|authenticated|approved|allowed|authorized|specific|certain|registered|authorised|trusted|known|whitelisted) (senders|sender|users|people|addresses|members|members of|persons)',
      sample: '550 5.7.1 this address only accepts mail from allowed senders',
    },
    {
      says: '(accept*|allow*|receive*) (mail|messages|email|message|emails) only (from|by)',
      sample: '550 the list accepts messages only from members',
    },
    {
      says: '(not|isnt|arent|wasnt) (authorized|authorised|allowed|permitted|permission) to (send|post|write|submit|mail|email) .. (to|this) .. (recipient|group|list|address|mailbox|member|members|@|user|host!)',
      sample: '550 5.7.1 You are not authorized to send to this recipient',
      source: 'Exchange',
    },
    {
      says: '(not|isnt|arent) (authorized|authorised|allowed|permitted) to (send|post|write|submit|mail|email) (to|this)',
      sample: '550 you are not allowed to post to this mailing list',
    },
    {
      says: '(dont|do not|does not|doesnt) have permission* (to |) (send|post|write|email|mail|submit)',
      sample: '550 5.7.1 You do not have permission to send to this recipient',
      source: 'Exchange',
    },
    {
      says: 'permission to send (to|messages to|email to)',
      sample:
        "You don't have permission to send to this recipient. For assistance, contact your system administrator",
      source: 'Exchange',
    },
    {
      says: 'resolver rst (not authorized|auth required|restricted|restricted to|recip)',
      sample: '550 5.7.1 RESOLVER.RST.NotAuthorized; not authorized',
      source: 'Exchange',
    },
    {
      says: 'rst not authorized',
      sample: '#550 5.7.1 RESOLVER.RST.NotAuthorized; not authorized ##',
      source: 'Exchange',
    },
    {
      says: 'rst auth required',
      sample: '#550 5.7.1 RESOLVER.RST.AuthRequired; authentication required [Stage: CreateMessage] ##',
      source: 'Exchange',
      sure: true,
    },
    {
      says: 'rst (sender not authenticated|sender not authenticated for|not authenticated)',
      sample:
        '550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required; Delivery restriction check failed because the sender was not authenticated',
      source: 'Microsoft 365',
    },
    {
      says: 'delivery restriction (check failed|)',
      sample:
        'Delivery restriction check failed because the sender was not authenticated when sending to this group 550 5.7.133',
      source: 'Microsoft 365',
    },
    {
      says: 'sender (was |) not authenticated .. (sending|group|mailbox|recipient)',
      sample: '550 5.7.134 sender was not authenticated when sending to this mailbox',
      source: 'Microsoft 365',
    },
    {
      says: 'mailing list expansion prohibited',
      sample: '550 5.7.2 Mailing list expansion prohibited',
      source: 'RFC 3463',
    },
    {
      says: '(mailing list|list|group) .. (member|members|subscriber|subscribers) .. (only|post*)',
      sample: '550 This list is members only: only subscribers may post',
      source: 'Mailman',
    },
    {
      says: '(only|nur) .. (members|subscribers|mitglieder|abonnenten) .. (post|send|mail|may|can|durfen|duerfen)',
      sample: '550 only members may post to this list',
      source: 'Mailman',
    },
    {
      says: '(non member|nonmember|not a member|not a subscriber|non members|nonmembers) .. (list|group|post*|mailing|not|reject*)',
      sample: '550 Posts by non-members are rejected: list policy',
      source: 'Mailman',
    },
    {
      says: '(you are |) not (a |) (member|subscribed|subscriber) (of|to) (this|the)',
      sample: 'You are not a member of this mailing list 550',
      source: 'Mailman',
    },
    {
      says: '(posting|posts|message|messages) .. (restricted|limited) to (members|subscribers|the|list|certain|group)',
      sample: '550 posting is restricted to members',
    },
    {
      says: '(recipient|user|mailbox|group|list|address|account|owner|addressee) .. (restricted|configured|set up|setup|set|chosen|chooses|wishes|elected) .. (not|reject|only|to refuse|accept|block|from outside|external)',
      sample: '550 5.7.1 The group is set up to reject messages from outside the organization',
      source: 'Microsoft 365',
    },
    {
      says: '(group|mailbox|list|recipient|distribution) .. (outside|external) .. (organization|senders|domain|company|mail|messages|sender)',
      sample: '550 5.7.133 The group bob only accepts messages from inside; sender outside organization',
      source: 'Microsoft 365',
    },
    {
      says: '(recipient|user|mailbox owner|addressee|owner|they) (has |have |) (blocked|blacklisted|rejected|refuses|refused|denied|denies|filtered|blocks) (you|your|this|the sender|mail|messages|email|sender|all)',
      sample: '550 recipient has blocked your mail',
    },
    {
      says: 'by (the |) (recipient|recipients|user|mailbox owner|users|account owner) (filter|filters|rule|rules|settings|preferences|request|personal)',
      sample: '550 blocked by user filter',
    },
    {
      says: '(recipient|user|mailbox|address|account) .. (does not|doesnt|will not|wont|not|refuses to|declined to) (accept*|accepting|allow|receive|want|wish) .. (from|sender|you|your|external|internet|anonymous)',
      sample: '550 recipient does not accept mail from you',
    },
    {
      says: '(does not|doesnt|not) (wish|want) to (receive|accept) (mail|your|messages|email|any)',
      sample: '550 bob does not wish to receive mail from you',
    },
    {
      says: '(sender|you|your address|your email address|your email) (is |are |) (not |isnt |arent |) (on|in) .. (allowed|approved|accept|white|safe|allowed senders) (list|senders|sender|senders list)',
      sample: '550 sender is not on the allowed list',
    },
    {
      says: '(not|isnt) (on|in|part of) (the|my|our|recipients|recipient|their|your|users) (whitelist|white list|allow list|allowlist|approved list|address book|contacts|accepted)',
      sample: "550 You are not in recipient's whitelist",
    },
    { says: '(whitelist|white list) (only|required)', sample: '550 whitelist only' },
    {
      says: '(private|internal|restricted) (use|address|mailbox|list|recipient|group|only|distribution|email)',
      sample: '550 This is an internal use only address',
      weak: true,
    },
    {
      says: 'internal (use|only|address|distribution|mail) .. (only|address)',
      sample: '550 5.7.1 internal use only',
    },
    { says: '(for|to) internal (use|mail|senders) only', sample: '550 address for internal use only' },
    {
      says: '(message|mail) .. (moderator|moderators|moderation|moderated|approver) (reject*|denied|required|disapproved|did not)',
      sample: '550 5.7.129 message was rejected by moderator: moderation rejected',
      source: 'Exchange',
    },
    {
      says: '(approval|moderator|approver|owner) .. (rejected|declined|denied|disapproved) (your|the|this) (message|request|post)',
      sample: 'the moderator rejected your message 550 5.7.129',
      source: 'Exchange',
    },
    { says: 'approve deny rejected', sample: 'APPROVAL Approve Deny Rejected 550', source: 'Exchange' },
    {
      says: '(mail|message|messages) from (you|your address|this sender|@) .. (refused|blocked|rejected|not accepted) by .. (recipient|user|mailbox)',
      sample: '550 mail from you refused by recipient',
    },
    {
      says: '(challenge|whitelist) .. confirm .. sender',
      sample: '550 whitelist required: please confirm sender',
    },
    {
      says: 'allowed senders list',
      sample: '550 5.7.1 sender not in the allowed senders list',
      source: 'Microsoft 365',
    },
    {
      says: 'accepts (mail|messages|email) only from',
      sample: '550 recipient accepts mail only from known senders',
    },
    { says: '(recipient|address) is (restricted|protected|private)', sample: '550 recipient is restricted' },
    {
      says: 'external (senders|email|mail|sender|messages) .. (not|denied|blocked|rejected|disallowed|prohibited)',
      sample: '550 external mail not allowed for this recipient',
    },
    {
      says: '(nicht|keine) (berechtigt|berechtigung|erlaubt) .. (senden|schreiben|empfanger|empfaenger|gruppe|liste)',
      sample: '550 Sie sind nicht berechtigt, an diesen Empfänger zu senden',
      source: 'German servers',
    },
    {
      says: '(nur|ausschliesslich) .. (bestimmten|internen|autorisierten|mitgliedern|mitglieder|bekannten) .. (absendern|absender|personen|benutzern|senden|schreiben|mitglieder)',
      sample: '550 nimmt nur Nachrichten von bestimmten Absendern an',
      source: 'German servers',
    },
    {
      says: '(no|non) (tiene|hai|ha) .. permiso* .. enviar',
      sample: '550 usted no tiene permiso para enviar a este destinatario',
      source: 'Spanish servers',
    },
    {
      says: '(pas|non) (autorise|autorisee|autorizzato|autorizado) .. (envoyer|inviare|ecrire)',
      sample: "550 vous n'êtes pas autorisé à envoyer",
      source: 'French servers',
    },
    {
      says: '(拒收|收件人拒绝|拒绝接收|被收件人)',
      sample: '550 收件人拒绝接收来自该发件人的邮件',
      source: 'QQ Mail',
    },
    { says: '(白名单|白名單)', sample: '550 发件人不在收件人的白名单', source: 'QQ Mail' },
    {
      says: '(送信|投稿) .. (許可されていません|権限がありません)',
      sample: '550 この宛先への送信は許可されていません',
      source: 'Japanese servers',
    },
    { says: '(hotmail|mail) control list', sample: '550 rejected by mail control list' },
    {
      says: 'not have permission to (post|send) (messages|mail|email|)',
      sample:
        "We're writing to let you know that the group you tried to contact (team) may not exist, or you may not have permission to post messages to the group.",
      source: 'Google Groups',
    },
    {
      says: 'group you tried to contact',
      sample: "We're writing to let you know that the group you tried to contact (team) may not exist",
      source: 'Google Groups',
    },
    {
      says: '(internal|authenticated|approved|authorized|known) senders only',
      sample: '550 5.7.1 Delivery restricted: internal senders only',
    },
    {
      says: '(local|internal) (user|users|sender|senders|mail|recipients) only',
      sample: '550 Requested action not taken: Local user only',
      source: 'Coremail',
    },
    {
      says: '(members|subscribers|moderat*|whitelist*|allowlist|permission|allowed senders|restricted|not authorized|unauthorized)',
      sample: '550 5.7.1 whitelist',
      weak: true,
    },
    {
      says: '(mail|messages|email|emails|message) from (unknown|unapproved|external|unauthorized|anonymous|outside|foreign) (senders|sender|people|users|addresses)',
      sample: '550 recipient does not want mail from unknown senders',
    },
    {
      says: 'posting (by|from) (non members|nonmembers|non subscribers|unsubscribed)',
      sample: 'Mailing list says: posting by non-members not allowed',
    },
    {
      says: '(may|can|are allowed to) (only |) (post|write|send) (to this|to the|here) (list|group|address)',
      sample: '550 only members may post to this list',
    },
    {
      says: '(mail|email) (is |was |) (rejected|refused|blocked|declined) by (the |) (recipients|recipient|addressee)',
      sample: '550 Mail is rejected by recipients',
      source: 'QQ Mail',
    },
    {
      says: '(rejected|refused|declined|blocked) by (the |) (destination|recipient|recipients|receiving|receiver|addressee) domain',
      sample: '541 5.4.1 Mail rejected by destination domain',
    },
    {
      says: '(users|recipients|his|her|their|personal|own|user|recipient|owners) (own |personal |) (reject|block|deny|black|ignore|kill) list',
      sample: "550 You are registered as spammer (by user's reject list)",
      sure: true,
    },
    {
      says: '@ (the |your |this |) sender (is |has been |was |) (blacklisted|black listed|blocklisted|blocked|banned|on the blacklist)',
      sample: '550 5.1.1 <bob@example.com> sender is blacklisted',
      sure: true,
    },
    {
      says: '(filter|rule|rules|filters) (that |which |) (the |this |) (mailbox owner|owner|recipient|user|addressee|account owner) (has |) (set up|set|created|defined|configured|made|added)',
      sample: 'This message has been rejected by a filter that the mailbox owner set up',
    },
    {
      says: 'not (the |a |an |) (list |group |) (owner or|moderator or|) (owner|moderator|administrator|poster) ',
      sample: 'your mail has been refused: you are not the list owner or moderator',
    },
    {
      says: '(read only|announcement|announcements|announce only|announcement only|closed|moderated) (list|mailing list|group|announcements list|distribution list)',
      sample: '550 this is a read-only list',
    },
    {
      says: '(limited|restricted|reserved|open only|confined|available only) (to|for) (internal|authenticated|known|registered|local|company|verified|approved|authorized|authorised|trusted) (senders|sender|users|members|staff|people|employees|addresses)',
      sample: '550 5.7.1 Access to this recipient is limited to internal senders',
    },
    {
      says: '(aceita|acepta|accepte|accetta|przyjmuje|accepteert|akzeptiert) (somente|solo|apenas|uniquement|seulement|soltanto|unicamente|solamente|tylko|alleen|nur) (mensagens|mensajes|mensagens|messages|messaggi|emails|correos|courriels|wiadomosci|berichten|nachrichten|les messages|i messaggi)',
      sample: 'O grupo aceita somente mensagens de pessoas da organização: Código: 550 5.7.193',
      source: 'Microsoft 365',
    },
    {
      says: '(blocked|rejected|refused|denied|filtered|discarded) by (the |this |) (recipient|user|mailbox owner|addressee|account owner)',
      sample: '550 Your message was rejected by the recipient',
    },
    {
      says: '(declined|refused|blocked|rejected) by the (recipient|addressee|mailbox owner)',
      sample: '550 Your message was declined by the recipient',
    },
    {
      says: 'recipients (reception|receiving|mail|inbox|spam|filter|personal) (settings|preferences|rules|filter)',
      sample: "554 This message was rejected by the recipient's reception settings",
      source: 'SoftBank',
      sure: true,
    },
    {
      says: '(group|list) .. (may not exist or you may not have permission|dont have permission) .. post',
      sample:
        'the group you tried to contact may not exist, or you may not have permission to post messages to the group. 550',
      source: 'Google Groups',
      sure: true,
    },
  ],
} as const satisfies ReasonRule;
