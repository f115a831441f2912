import type { Actor, Life } from './mail-error.ts';

/** What is known of one reason: data only. Phrases are written in the language of `phrase-language.ts`. */
export interface ReasonRule<Name extends string = string> {
  readonly reason: Name;
  /** `bounce`: a refused or returned message; `mail-client`: a mail program's own error; `notice`: no failure. */
  readonly kind: 'bounce' | 'mail-client' | 'notice';
  readonly actor: Actor;
  readonly life: Life;
  /** Enhanced status codes that mean this whatever vague words stand beside them (RFC 3463 and vendors' lists). */
  readonly decidingCodes?: readonly string[];
  /** Enhanced status codes that decide when no phrase does. */
  readonly statusCodes?: readonly string[];
  /** Reply codes that decide when nothing better does. */
  readonly replyCodes?: readonly string[];
  readonly phrases: readonly Phrase[];
}

/** The words that decide and the sample that proves them; `source` names the software or document they come from. */
export interface Phrase {
  readonly says: string;
  readonly sample: string;
  readonly source?: string;
  /** Decides only when no clearer phrase and no deciding code does: `rejected`, `policy`, `unavailable`. */
  readonly weak?: true;
}
