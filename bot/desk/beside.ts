import type { Consulted } from './desk.ts';
import type { Question } from './question.ts';

/** What the people of the support put around the desk's answers. */
export interface Beside {
  /** The answer with what everybody shall read first. */
  lead(question: Question, consulted: Consulted): Promise<Consulted>;
  /** An answer stands: what it was about may be happening to many. */
  answered(question: Question, consulted: Consulted): Promise<void>;
  /**
   * What a customer writes where people have taken over goes to them, with the files that `complete` fetches. `first`: the customer is to be told so.
   * `undefined`: nobody has taken over.
   */
  passOn(question: Question, complete?: () => Promise<Question>): Promise<'first' | 'passed' | undefined>;
}
