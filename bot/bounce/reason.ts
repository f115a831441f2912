import type { Actor, Life } from './mail-error.ts';

/**
 * What is known of one reason: data only. A phrase is written in lower case, as it reads once white space is
 * folded; ` .. ` stands for up to eight words in between.
 */
export interface ReasonRule<Name extends string = string> {
  readonly reason: Name;
  /** `bounce`: a refused or returned message; `mail-client`: a mail program's own error; `notice`: no failure. */
  readonly kind: 'bounce' | 'mail-client' | 'notice';
  readonly actor: Actor;
  readonly life: Life;
  /** Enhanced status codes that decide on their own, when no phrase does (RFC 3463 and vendors' lists). */
  readonly statusCodes?: readonly string[];
  /** Reply codes that decide on their own, when nothing better does. */
  readonly replyCodes?: readonly string[];
  readonly phrases: readonly Phrase[];
}

/** The words that decide and the sample that proves them; `source` names the software or document they come from. */
export interface Phrase {
  readonly says: string;
  readonly sample: string;
  readonly source?: string;
}
