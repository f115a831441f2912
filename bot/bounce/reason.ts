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
  /** Enhanced status codes that mean this unless the server's own words say otherwise. */
  readonly statusCodes?: readonly string[];
  /** Enhanced status codes that many servers use for other things too: for when nothing else decides. */
  readonly hintCodes?: readonly string[];
  /** Reply codes that decide when nothing better does. */
  readonly replyCodes?: readonly string[];
  /** Said around the cause: any clear reason beside it wins (rule 4). */
  readonly outer?: true;
  /** Its phrases share words with more telling ones and never stand for them. */
  readonly vague?: true;
  readonly phrases: readonly Phrase[];
}

/** The words that decide and the sample that proves them; `source` names the software or document they come from. */
export interface Phrase {
  readonly says: string;
  readonly sample: string;
  readonly source?: string;
  /** Decides only when no clearer phrase and no deciding code does: `rejected`, `policy`, `unavailable`. */
  readonly weak?: true;
  /** Decides whatever else stands beside it, codes included. */
  readonly sure?: true;
}
