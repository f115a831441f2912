import type { MailError } from '../../bounce/mail-error.ts';
import { maskPersonal } from '../../privacy/mask.ts';
import { providerOfHost, providerOfMailbox } from './provider.ts';

const mark = ' | ';
const longestPhrase = 80;
/** Stands for a part that the error does not tell. */
export const untold = '-';

/**
 * Names what many customers may bring at once, with untold of any of them in it: who refused, the reason, the codes
 * and the words, as `microsoft | ip-blocked | 550 5.7.1 | part of their network is on our block list`.
 */
export function fingerprintOf(error: MailError): string {
  const codes = [error.replyCode, error.statusCode, error.clientCode].filter((code) => code !== undefined);
  const parts = [providerOf(error), error.reason, codes.join(' '), phraseOf(error)];
  // Masked here as the memory would do, so that what is compared is what is kept.
  return maskPersonal(parts.map((part) => part.replaceAll('|', ' ').trim() || untold).join(mark));
}

export interface FingerprintParts {
  readonly provider: string;
  readonly reason: string;
  readonly codes: string;
  readonly phrase: string;
}

export function fingerprintParts(fingerprint: string): FingerprintParts {
  const [provider = untold, reason = untold, codes = untold, phrase = untold] = fingerprint.split(mark);
  return { provider, reason, codes, phrase };
}

/** Whether `match` names the fingerprint: all of it, its first parts (`microsoft`, `microsoft | ip-blocked`), or its reason. */
export function isNamedBy(fingerprint: string, match: string): boolean {
  return (
    fingerprint === match ||
    fingerprint.startsWith(`${match}${mark}`) ||
    fingerprintParts(fingerprint).reason === match
  );
}

function providerOf({ speaker, remoteHost, recipients }: MailError): string {
  if (speaker === 'mail-program' || speaker === 'our-server') return speaker;
  const host = remoteHost === undefined ? undefined : providerOfHost(remoteHost);
  if (host !== undefined) return host;
  const mailboxes = new Set(recipients.map(providerOfMailbox));
  const [only] = mailboxes;
  return (mailboxes.size === 1 ? only : undefined) ?? untold;
}

/** A vendor's own code, as `S3150` or `TS04`: it tells the cause and nobody's name. */
const vendorCode = /^[A-Z]{1,3}\d{2,5}$/;

/** The deciding words without what differs from one customer to the next. */
function phraseOf({ phrase }: MailError): string {
  return maskPersonal(phrase?.text ?? '')
    .replace(/<[^<>]*>|\S*@\S*|\bhttps?:\/\/\S+/g, ' # ')
    .replace(/[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+/gu, ' # ')
    .replace(/[\p{L}_-]*\p{N}[\p{L}\p{N}_-]*/gu, (word) => (vendorCode.test(word) ? word : ' # '))
    .replace(/["'“”‘’`«»(){}[\];,<>]/g, ' ')
    .replace(/(?:#\s*)+/g, '# ')
    .replace(/\s+/g, ' ')
    .toLowerCase()
    .trim()
    .slice(0, longestPhrase)
    .trim();
}
