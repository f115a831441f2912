import type { Secret } from './secret.ts';

const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]+/gu;
const link = /\b(?:[a-z][a-z0-9+.-]{1,20}:\/\/|www\.|mailto:)\S+/gi;
const markup = /[`*~|<>[\]{}\\]+/g;
const mention = /@(?=(?:everyone|here|channel)\b)/gi;

/** Text of a host or of a stranger's mail server made harmless: one line, no links, mark-up or mentions, cut to a length. */
export function hostText(value: unknown, longest = 300): string {
  if (typeof value !== 'string') return '';
  const clean = value
    .slice(0, longest * 4)
    .replace(unseen, ' ')
    .replace(link, '(link removed)')
    .replace(markup, ' ')
    .replace(mention, '')
    .replace(/\s+/g, ' ')
    .trim();
  return clean.length <= longest ? clean : `${clean.slice(0, longest - 1)}…`;
}

const address = /^[\p{L}\p{N}._%+='-]{1,64}@(?:[\p{L}\p{N}_-]{1,63}\.)*[\p{L}\p{N}-]{1,63}$/u;
const name = /^(?:[\p{L}\p{N}_-]{1,63}\.)*[\p{L}\p{N}_-]{1,63}$/u;

/** A mail address in lower case; `undefined` where the text is not plainly one. */
export function hostAddress(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value.trim().toLowerCase() : '';
  return text.length <= 254 && address.test(text) ? text : undefined;
}

/** A host or domain name in lower case; `undefined` where the text is not plainly one. */
export function hostName(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value.trim().toLowerCase().replace(/\.$/, '') : '';
  return text.length <= 253 && name.test(text) ? text : undefined;
}

/** Takes secrets out of a text in which a host may have echoed them. */
export function withoutSecrets(text: string, secrets: readonly Secret[]): string {
  return secrets.reduce((rest, secret) => rest.replaceAll(secret.reveal(), '[secret]'), text);
}
