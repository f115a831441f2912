import type { ReasonRule } from '../reason.ts';
import { authFailure } from './auth-failure.ts';
import { autoReply } from './auto-reply.ts';
import { clientConnection } from './client-connection.ts';
import { clientDataFile } from './client-data-file.ts';
import { clientLogin } from './client-login.ts';
import { clientSendRejected } from './client-send-rejected.ts';
import { clientTls } from './client-tls.ts';
import { complaint } from './complaint.ts';
import { contentRejected } from './content-rejected.ts';
import { deferFailLimit } from './defer-fail-limit.ts';
import { delivered } from './delivered.ts';
import { deliveryExpired } from './delivery-expired.ts';
import { greylisted } from './greylisted.ts';
import { hostUnknown } from './host-unknown.ts';
import { ipBlocked } from './ip-blocked.ts';
import { mailLoop } from './mail-loop.ts';
import { mailboxDisabled } from './mailbox-disabled.ts';
import { mailboxFull } from './mailbox-full.ts';
import { mailboxMoved } from './mailbox-moved.ts';
import { messageMalformed } from './message-malformed.ts';
import { messageTooLarge } from './message-too-large.ts';
import { networkError } from './network-error.ts';
import { notAcceptingMail } from './not-accepting-mail.ts';
import { outgoingSuspended } from './outgoing-suspended.ts';
import { policyViolation } from './policy-violation.ts';
import { protocolError } from './protocol-error.ts';
import { rateLimited } from './rate-limited.ts';
import { rdnsHelo } from './rdns-helo.ts';
import { recipientFiltered } from './recipient-filtered.ts';
import { relayDenied } from './relay-denied.ts';
import { senderRejected } from './sender-rejected.ts';
import { sendingLimit } from './sending-limit.ts';
import { smtpAuthRequired } from './smtp-auth-required.ts';
import { spamDetected } from './spam-detected.ts';
import { suppressed } from './suppressed.ts';
import { systemError } from './system-error.ts';
import { systemFull } from './system-full.ts';
import { tlsFailure } from './tls-failure.ts';
import { tooManyRecipients } from './too-many-recipients.ts';
import { unknown } from './unknown.ts';
import { userUnknown } from './user-unknown.ts';
import { virusDetected } from './virus-detected.ts';

/**
 * Every reason, the more telling first: of two that the same line names equally clearly, the upper one is meant.
 */
export const reasonRules = [
  // A report form names itself; whatever else it quotes is the message complained of.
  complaint,
  suppressed,
  // The two hourly limits before every other limit: they share words with rate-limited.
  deferFailLimit,
  sendingLimit,
  // `outgoing mail for the account is suspended` before `account is suspended`.
  outgoingSuspended,
  virusDetected,
  // Greylisting servers word the delay as a refusal of the recipient or as a rate.
  greylisted,
  // An SPF or DMARC refusal speaks of senders, policies and blocked mail too.
  authFailure,
  // `not permitted to relay … turn on SMTP authentication`: the remedy is the login.
  smtpAuthRequired,
  // `Relaying denied. IP name lookup failed`: the refusal first, its cause behind it.
  relayDenied,
  // A missing PTR is why the host counts as bad: lists and policies mention it too.
  rdnsHelo,
  tlsFailure,
  // `Sender verify failed` quotes `No Such User` of the sender (rule 3).
  senderRejected,
  tooManyRecipients,
  // A full mailbox is often called too small, unavailable or disabled as well.
  mailboxFull,
  messageTooLarge,
  // A listed address outranks what the list calls it: spam, policy, rejected.
  ipBlocked,
  contentRejected,
  messageMalformed,
  spamDetected,
  rateLimited,
  mailLoop,
  // `suspended` and `no longer active` say more than `does not exist`.
  mailboxDisabled,
  recipientFiltered,
  notAcceptingMail,
  mailboxMoved,
  // `domain not found` before `address not found`.
  hostUnknown,
  userUnknown,
  systemFull,
  // A mail program's own words stand around the server's; the server's above win.
  clientTls,
  clientLogin,
  clientSendRejected,
  clientDataFile,
  clientConnection,
  protocolError,
  networkError,
  systemError,
  // The refusals that name nothing.
  policyViolation,
  // The outer reason: whatever is named beside it is the cause (rule 4).
  deliveryExpired,
  autoReply,
  delivered,
  unknown,
] as const satisfies readonly ReasonRule[];

export type Reason = (typeof reasonRules)[number]['reason'];

const refusals = new Set<string>(
  reasonRules.flatMap(({ kind, reason }) => (kind === 'bounce' ? [reason] : [])),
);

/** Whether a word names a reason for which a mail server refuses or returns a message. */
export function isRefusal(word: string): boolean {
  return refusals.has(word);
}
