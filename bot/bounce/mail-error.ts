import type { Reason } from './reasons/index.ts';

/** Words of the pasted text, with their offsets in it (UTF-16 code units, end exclusive). */
export interface Span {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Who can do something about it. `none`: wait, it clears by itself or needs nothing. */
export type Actor = 'sender' | 'recipient' | 'host' | 'sender-domain-owner' | 'none';

/** `temporary` may clear by itself; `permanent` needs a change first; `none` is no failure at all. */
export type Life = 'temporary' | 'permanent' | 'none' | 'unknown';

/** Whose words these are: our outgoing server, the recipient's server, or the customer's mail program. */
export type Speaker = 'our-server' | 'remote-server' | 'mail-program' | 'unknown';

/** One failure (or notice) read from a pasted text. Only what literally stands in the text is filled in. */
export interface MailError {
  readonly reason: Reason;
  /** The words that decided; absent when only a code did. */
  readonly phrase?: Span;
  /** SMTP reply code, three digits (RFC 5321 section 4.2). */
  readonly replyCode?: string;
  /** Enhanced status code, for example `5.1.1` (RFC 3463). */
  readonly statusCode?: string;
  /** Mail program error: `0x` and lower-case hex digits. */
  readonly clientCode?: string;
  /** The limited or refused sender domain, lower case. */
  readonly domain?: string;
  /** First number of cPanel's two hourly limits: failed and deferred, or sent, so far. */
  readonly count?: number;
  /** Second number: the count that triggers, or the number allowed. -1 stands for unlimited. */
  readonly limit?: number;
  /** Third number, percent. */
  readonly percent?: number;
  readonly recipients: readonly string[];
  /** Host name of the server that spoke. */
  readonly remoteHost?: string;
  readonly speaker: Speaker;
  readonly actor: Actor;
  readonly life: Life;
}
